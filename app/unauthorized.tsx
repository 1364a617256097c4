import { redirect } from "next/navigation";
import { routes } from "@/lib/kernel/routes";

/** Somebody who is not signed in is asked to; without this file every page would carry Next's own text for it. */
export default function Unauthorized(): never {
  redirect(routes.login());
}
