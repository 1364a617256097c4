import { z } from "zod";
import { ROLES } from "@/lib/access/roles";
import { COUNTRIES } from "@/lib/kernel/countries";
import { isUuid } from "@/lib/kernel/ids";

/** An id in a URL or a form: anything malformed is an unknown one. */
export const Id = z.string().refine(isUuid, "malformed");

/** A checkbox: there or not. */
export const Checkbox = z
  .union([z.literal("on"), z.literal("true"), z.boolean(), z.literal("")])
  .optional()
  .transform((value) => value === "on" || value === "true" || value === true);

/** The general terms, ticked. */
export const AcceptedTerms = Checkbox.refine((accepted) => accepted, "accept_terms");

const Version = z.coerce.number().int();

export const RoleInput = z.enum(ROLES, "choose_one");

/** Which effect a form showed; see `sealOf`. */
export const Seal = z.string().max(100);

export const ChangeRole = z.object({
  id: Id,
  version: Version,
  seal: Seal,
  role: RoleInput,
  billingRight: Checkbox,
});

export const ChangePreferences = z.object({
  id: Id,
  version: Version,
  remindersByEmail: Checkbox,
  remindersBySms: Checkbox,
  productEventsByEmail: Checkbox,
});

/** At most this many people or invitations in one act. */
export const MOST_AT_ONCE = 500;

/** One value, or several of one kind as a selection sends them. */
const listOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => [value ?? []].flat(), z.array(schema).min(1).max(MOST_AT_ONCE, "too_many_at_once"));

/** Members with what they were shown to lose, in the same order. */
export const RemoveMembers = z
  .object({ id: listOf(Id), seal: listOf(Seal) })
  .refine(({ id, seal }) => id.length === seal.length, "malformed");

export const ReplaceLegalRepresentative = z.object({
  id: Id,
  seal: Seal,
  successor: Id,
  successorSeal: Seal,
  /** What becomes of the old one. */
  becomes: z.enum(["ADMINISTRATOR", "COLLABORATOR", "EXTERNAL", "REMOVED"], "choose_one"),
});

export const InvitationIds = z.object({ id: listOf(Id) });

/** The token of a link in a mail. */
export const Link = z.object({ token: z.string().min(1).max(200) });

/** A country that customers can have. */
export const Country = z.enum(COUNTRIES, "country");
