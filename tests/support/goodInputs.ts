import { identityInputs } from "./goodInputs/identity";
import { organizationInputs } from "./goodInputs/organizations";
import { productInputs } from "./goodInputs/products";
import { teamInputs } from "./goodInputs/teams";
import { type GoodInputs, good } from "./goodInputs/use";

/**
 * An input for every command and query that would do, if the person may. Nothing in here decides anything: whether they
 * may is read from the permission table. Whoever adds a command adds its line.
 */
export const goodInputs: GoodInputs = {
  ...identityInputs,
  ...organizationInputs,
  ...productInputs,
  ...teamInputs,
  "support/listMails": good("mail.read", () => ({ q: "", sort: "-written", page: 1, size: 25, states: [] })),
  "support/readMail": good("mail.read", (at) => ({ id: at.crowd.mail })),
};
