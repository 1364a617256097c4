import { z } from "zod";
import { ROLES } from "@/lib/access/roles";
import { lineOfText } from "@/lib/domain/identity/inputs";
import { isUuid } from "@/lib/kernel/ids";

/** An id in a URL or a form: anything malformed is an unknown one. */
export const Id = z.string().refine(isUuid, "malformed");

/** A checkbox: there or not. */
export const Checkbox = z
  .union([z.literal("on"), z.literal("true"), z.boolean(), z.literal("")])
  .optional()
  .transform((value) => value === "on" || value === "true" || value === true);

const Version = z.coerce.number().int();

export const RoleInput = z.enum(ROLES, "choose_one");

const Choices = {
  role: RoleInput,
  billingRight: Checkbox,
  remindersByEmail: Checkbox,
  remindersBySms: Checkbox,
  productEventsByEmail: Checkbox,
};

export const ChangeMember = z.object({ id: Id, version: Version, ...Choices });

export const RemoveMember = z.object({ id: Id, version: Version });

export const ReplaceLegalRepresentative = z.object({
  id: Id,
  successor: Id,
  /** What becomes of the old one. */
  becomes: z.enum(["ADMINISTRATOR", "COLLABORATOR", "EXTERNAL", "REMOVED"], "choose_one"),
});

export const InvitationId = z.object({ id: Id });

/** The token of a link in a mail. */
export const Link = z.object({ token: z.string().min(1).max(200) });

export const OrganizationInput = z.object({
  kind: z.enum(["PERSON", "COMPANY"], "choose_one"),
  name: lineOfText(200),
  country: z.string().regex(/^[A-Z]{2}$/, "country"),
  terms: Checkbox.refine((accepted) => accepted, "accept_terms"),
});
