import { ForbiddenText } from "@/components/manager/ForbiddenText";

/** Inside the shell: what the role does include stays within reach. */
export default function Forbidden() {
  return <ForbiddenText />;
}
