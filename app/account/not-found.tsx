import { NotFoundText } from "@/components/manager/NotFoundText";

/** Inside the shell: the navigation stays. */
export default function NotFound() {
  return <NotFoundText />;
}
