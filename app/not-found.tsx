import { NotFoundText } from "@/components/manager/NotFoundText";

export default function NotFound() {
  return (
    <main>
      <NotFoundText />
    </main>
  );
}
