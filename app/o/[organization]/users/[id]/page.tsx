import type { Metadata } from "next";
import { showUser } from "@/lib/domain/organizations/queries/showUser";
import { ask } from "@/lib/pipeline/request";
import { DoneToast } from "../../DoneToast";
import { UserView } from "./UserView";

type Props = PageProps<"/o/[organization]/users/[id]">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { organization, id } = await params;
  const view = await ask(showUser, organization, { id });
  return { title: `${view.member.name} · ${view.organization.name}` };
}

/** One user: role and rights, contact preferences, and what can be done about them. */
export default async function UserPage({ params }: Props) {
  const { organization, id } = await params;
  return (
    <>
      <DoneToast />
      <UserView view={await ask(showUser, organization, { id })} />
    </>
  );
}
