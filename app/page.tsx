import { redirect } from "next/navigation";
import { presence } from "@/lib/domain/identity/queries/presence";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";

/** The bare address: the last organization for those who are signed in, the door for all others. */
export default async function StartPage() {
  const { signedIn } = await ask(presence, null, {});
  redirect(signedIn ? routes.lastOrganization() : routes.login());
}
