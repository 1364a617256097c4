import { z } from "zod";
import { entersClients } from "@/lib/access/authorize";
import { NotSignedIn } from "@/lib/kernel/failures";
import { personalQuery } from "@/lib/pipeline/query";

/** The frame around the pages of one's own account: who one is, and the organizations one can go to (ORG-5). */
export const accountShell = personalQuery("account.shell", {
  permission: "account.use",
  input: z.object({}),
  withSwitcher: true,
  async run({ person, entered }) {
    if (!person) throw new NotSignedIn();
    const places = entered?.switcher ?? [];
    return {
      person: { userId: person.userId, name: person.name, email: person.email, isStaff: person.isStaff },
      organizations: places
        .filter(([, , via]) => via === "member")
        .map(([slug, name, , role]) => ({ slug, name, role })),
      clients: places
        .filter(([, , via, role]) => via === "partner" && entersClients(role))
        .map(([slug, name]) => ({ slug, name })),
    };
  },
});
