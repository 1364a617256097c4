import { z } from "zod";
import { openAccount } from "@/lib/domain/identity/account";
import { EmailAddress, lineOfText, NewPassword, PersonName } from "@/lib/domain/identity/inputs";
import { hashAllowedPassword } from "@/lib/domain/identity/passwords";
import { routes } from "@/lib/kernel/routes";
import { personalCommand } from "@/lib/pipeline/command";
import { env } from "@/lib/platform/env";
import { beginAttempt, forgetAttempts } from "@/lib/platform/failureCounter";
import { foundOrganization } from "../founding";
import { AcceptedTerms, Country } from "../inputs";
import { LONGEST_NAME, organizationName } from "../rules/naming";

const Newcomer = {
  firstName: PersonName,
  lastName: PersonName,
  email: EmailAddress,
  password: NewPassword,
  country: Country,
  terms: AcceptedTerms,
};

const SignUp = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("PERSON"), ...Newcomer }),
  z.object({ kind: z.literal("COMPANY"), legalName: lineOfText(LONGEST_NAME), ...Newcomer }),
]);

/**
 * Makes an account together with its first organization, named after the person or the company (ORG-2), and makes the
 * newcomer its legal representative (ORG-1). Gives the ticket that their session is opened with.
 */
export const signUp = personalCommand("organization.created", {
  permission: "account.open",
  input: SignUp,
  // Counted, so that nobody tries out at leisure which addresses have an account.
  async before({ addressPrefix }, input) {
    const attempt = { account: `sign-up:${input.email}`, addressPrefix, knownBrowser: null };
    await beginAttempt(attempt);
    return { attempt, passwordHash: await hashAllowedPassword(input.password, input) };
  },
  async run({ tx, now, caller, prepared: { attempt, passwordHash } }, input) {
    const { kind, country, email } = input;
    const { locale } = caller;
    const account = await openAccount(tx, { ...input, passwordHash, locale, now });
    const founder = { userId: account.userId, name: account.name };
    const name = organizationName(input);
    const organization = await foundOrganization(tx, { kind, name, founder, country, locale, now });
    await forgetAttempts(attempt, tx);
    return {
      result: { organization: organization.slug, ticket: account.ticket, browser: account.browser },
      audit: [
        account.audit,
        {
          organizationId: organization.id,
          subject: { type: "organization", id: organization.id, name },
          actor: founder,
          after: { name, kind, country },
        },
      ],
      mail: [
        {
          template: "welcome",
          to: email,
          locale,
          values: {
            name: account.name,
            organization: name,
            url: env().baseUrl + routes.overview(organization.slug),
          },
        },
      ],
    };
  },
});
