import { personalCommand } from "@/lib/pipeline/command";
import { foundOrganization } from "../founding";
import { OrganizationInput } from "../inputs";

/** Creates a further organization, with its own products and users, invisible to the others (ORG-2, ORG-4). */
export const createOrganization = personalCommand("organization.created", {
  permission: "organization.create",
  input: OrganizationInput,
  async run({ tx, person, now }, { kind, name, country }) {
    if (!person) throw new Error("the permission table admits persons only");
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
