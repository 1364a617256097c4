import { ForbiddenText } from "@/components/manager/ForbiddenText";

export default function Forbidden() {
  return (
    <main>
      <ForbiddenText />
    </main>
  );
}
