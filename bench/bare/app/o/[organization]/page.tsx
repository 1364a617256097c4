import Link from "next/link";
import { PEOPLE } from "../../people";

export const dynamic = "force-dynamic";

export default async function OrganizationPage({ params }: { params: Promise<{ organization: string }> }) {
  const { organization } = await params;
  const other = organization === "one" ? "two" : "one";
  return (
    <main>
      <h1>Organization {organization}</h1>
      <Link href={`/o/${other}`} prefetch={false}>
        Go to {other}
      </Link>
      <p>{PEOPLE.length} people</p>
    </main>
  );
}
