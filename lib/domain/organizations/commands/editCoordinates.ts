import { type CountryCode, parsePhoneNumberFromString } from "libphonenumber-js/min";
import { z } from "zod";
import { lineOfText } from "@/lib/domain/identity/inputs";
import { LOCALES } from "@/lib/i18n/locales";
import { Refused } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import { ensureUnchanged, takeTurn } from "../facts";
import { AcceptedTerms, Country } from "../inputs";
import { LONGEST_NAME } from "../rules/naming";

const optionalLine = (max: number) => z.literal("").or(lineOfText(max));

const Coordinates = z
  .object({
    version: z.coerce.number().int(),
    name: lineOfText(LONGEST_NAME),
    street: lineOfText(120),
    houseNumber: optionalLine(20),
    postalCode: z
      .string()
      .trim()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} -]{0,15}$/u, "postal_code"),
    city: lineOfText(100),
    country: Country,
    phone: lineOfText(40),
    locale: z.enum(LOCALES, "choose_one"),
    terms: AcceptedTerms,
  })
  .transform(({ terms: _accepted, ...coordinates }, context) => {
    const phone = parsePhoneNumberFromString(coordinates.phone, coordinates.country as CountryCode);
    if (phone?.isPossible()) return { ...coordinates, phone: phone.format("INTERNATIONAL") };
    context.addIssue({ code: "custom", message: "phone", path: ["phone"] });
    return z.NEVER;
  });

/** Edits name, address, phone and language, with the general terms ticked (ORG-11); the currency stays (BILL-12). */
export const editCoordinates = command("organization.edited", {
  permission: "settings.edit",
  input: Coordinates,
  async run({ tx, actor, now }, { version, ...after }) {
    const { id } = actor.organization;
    await takeTurn(tx, actor);
    const row = await tx.organization.findUniqueOrThrow({ where: { id } });
    ensureUnchanged(version, row.version);
    const fields = Object.keys(after) as (keyof typeof after)[];
    const changed = fields.filter((field) => row[field] !== after[field]);
    if (changed.length === 0) throw new Refused(["nothing_to_change"]);
    await tx.organization.update({
      where: { id },
      data: { ...after, termsAcceptedAt: now, version: { increment: 1 } },
    });
    return {
      result: null,
      audit: {
        subject: { type: "organization", id, name: after.name },
        before: Object.fromEntries(changed.map((field) => [field, row[field]])),
        after: Object.fromEntries(changed.map((field) => [field, after[field]])),
      },
    };
  },
});
