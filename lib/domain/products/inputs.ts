import { z } from "zod";
import { RESOURCE_TYPES } from "@/lib/access/families";
import { lineOfText } from "@/lib/domain/identity/inputs";
import { canonicalAddress, LONGEST_ADDRESS, localPartProblem } from "@/lib/domain/identity/rules/address";
import { Id, Seal } from "@/lib/domain/organizations/inputs";
import { HOLDER_KINDS, type HolderKind, OBJECT_KINDS, type ObjectKind } from "./rules/access";
import { LONGEST_RESOURCE_NAME } from "./rules/resources";

/** `member:4f…`, `kind:web-hosting`: what it is and which, as one value of a form or an address. */
const reference = <Kind extends string>(kinds: readonly Kind[]) =>
  z.string().transform((text, context) => {
    const [as, id] = [text.slice(0, text.indexOf(":")), text.slice(text.indexOf(":") + 1)];
    const kind = kinds.find((one) => one === as);
    if (kind && id !== "" && id.length <= 100) return { as: kind, id };
    context.addIssue({ code: "custom", message: "choose_one" });
    return z.NEVER;
  });

/** Whom something is given to. */
export const HolderReference = reference<HolderKind>(HOLDER_KINDS);
/** What something is given on. */
export const ObjectReference = reference<ObjectKind>(OBJECT_KINDS);

/** Several words of checkboxes, or the one of a choice. */
export const Words = z.preprocess(
  (value) => [value ?? []].flat().filter((word) => word !== ""),
  z.array(z.string().max(40)).max(20),
);

/** The rights that were seen when the form was made. */
const Seen = z.coerce.number().int().min(0);

export const GiveAccess = z.object({
  holder: HolderReference,
  on: ObjectReference,
  seal: Seal.optional(),
  rights: Words,
});

export const ChangeAccess = z.object({ id: Id, seen: Seen, seal: Seal.optional(), rights: Words });

export const WithdrawAccess = z.object({ id: Id, seen: Seen, seal: Seal.optional() });

const Version = z.coerce.number().int();

/** The name of something inside a product; a mailbox has its address for one, whole or without the domain chosen beside it. */
const named = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({
    ...shape,
    type: z.enum(RESOURCE_TYPES, "choose_one"),
    name: lineOfText(LONGEST_ADDRESS),
    domain: z.string().max(LONGEST_ADDRESS).optional(),
  });

type Named = { type: (typeof RESOURCE_TYPES)[number]; name: string; domain?: string | undefined };

function withName<Given extends Named>(given: Given, context: z.RefinementCtx): Omit<Given, "domain"> {
  const { domain = "", ...rest } = given;
  const { type, name } = rest;
  if (type === "MAILBOX") {
    const isWhole = domain === "" || name.includes("@");
    const canonical = canonicalAddress(isWhole ? name : `${name}@${domain}`);
    if ("address" in canonical) return { ...rest, name: canonical.address };
    const part = isWhole ? "local_part_alone" : localPartProblem(name);
    const message = domain === "" ? canonical.problem : (part ?? canonical.problem);
    context.addIssue({ code: "custom", message, path: ["name"] });
    return z.NEVER;
  }
  if ([...name].length <= LONGEST_RESOURCE_NAME) return rest;
  const tooLong = { code: "too_big", origin: "string", maximum: LONGEST_RESOURCE_NAME } as const;
  context.issues.push({ ...tooLong, input: name, path: ["name"] });
  return z.NEVER;
}

export const CreateResource = named({
  product: Id,
  /** What everybody inside the organization has; nothing unless told. */
  shared: Words,
}).transform(withName);

export const RenameResource = named({ product: Id, resource: Id, version: Version }).transform(withName);

export const ShareResource = z.object({
  product: Id,
  resource: Id,
  version: Version,
  seal: Seal.optional(),
  /** What everybody inside the organization has from now on; nothing unless told. */
  shared: Words,
});

export const EndResource = z.object({
  product: Id,
  resource: Id,
  version: Version,
  seal: Seal.optional(),
});
