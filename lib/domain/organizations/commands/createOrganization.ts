import { z } from "zod";
import { lineOfText } from "@/lib/domain/identity/inputs";
import { personalCommand } from "@/lib/pipeline/command";
import { foundOrganization } from "../founding";
import { AcceptedTerms, Country } from "../inputs";
import { LONGEST_NAME, organizationName } from "../rules/naming";

const Common = {
  country: Country,
  terms: AcceptedTerms,
};

const NewOrganization = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("PERSON"), ...Common }),
  z.object({ kind: z.literal("COMPANY"), legalName: lineOfText(LONGEST_NAME), ...Common }),
]);

/** Creates a further organization, with its own products and users, invisible to the others (ORG-2, ORG-4). */
export const createOrganization = personalCommand("organization.created", {
  permission: "organization.create",
  input: NewOrganization,
  async run({ tx, person, now }, input) {
    if (!person) throw new Error("the permission table admits persons only");
    const { kind, country } = input;
    const name = organizationName(
      input.kind === "COMPANY" ? input : { kind: "PERSON", firstName: person.name, lastName: "" },
    );
    const organization = await foundOrganization(tx, {
      kind,
      name,
      country,
      founder: person,
      locale: person.locale,
      now,
    });
    return {
      result: organization,
      audit: {
        organizationId: organization.id,
        subject: { type: "organization", id: organization.id, name },
        after: { name, kind, country },
      },
    };
  },
});
