import { beforeEach, expect, it } from "vitest";
import { createResource } from "@/lib/domain/products/commands/createResource";
import { endResource } from "@/lib/domain/products/commands/endResource";
import { renameResource } from "@/lib/domain/products/commands/renameResource";
import { listResources } from "@/lib/domain/products/queries/listResources";
import { InvalidInput, Refused } from "@/lib/kernel/failures";
import type { Caller } from "@/lib/pipeline/caller";
import { insertSubscription } from "@/prisma/stage";
import { signedIn } from "../../support/cast";
import { asOwner } from "../../support/database";
import { buildHouse, type House } from "../../support/houses";
import { failureOf } from "../../support/refusal";

/** A mailbox's domain is one of the organization's own, or in use in that mail service already (PROD-1). */

let house: House;
let legal: Caller;
beforeEach(async () => {
  house = await buildHouse("post");
  legal = await signedIn(house.people.legal, house.slug);
});

const make = (name: string, product: string, domain?: string) =>
  createResource.execute(legal, { product, type: "MAILBOX", name, ...(domain ? { domain } : {}) });
/** The word of what was refused, and the field that it stands beside. */
const refused = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (failure: unknown) => (failure instanceof Refused ? [...failure.words, failure.field] : failure),
  );
const own = (kind: string, offer: string, name: string, organizationId = house.id) =>
  insertSubscription(asOwner, { organizationId, kind, offer, name });
const offered = async (product: string) =>
  (await listResources.execute(legal, { product, table: {} })).domains;
const addressOf = async (id: string) =>
  (await asOwner<{ name: string }>(`SELECT "name" FROM "Resource" WHERE "id" = $1`, [id]))[0]?.name;

it("an address in another organization's domain, or in nobody's, is refused beside the field", async () => {
  const other = await buildHouse("lumiere");
  await own("domain", "com", "studio-lumiere.example", other.id);
  for (const address of ["boss@studio-lumiere.example", "office@lumiere.example", "x@other.example"])
    expect(await refused(make(address, house.products.mail))).toEqual(["domain_not_own", "name"]);
});

it("a domain that the organization has can be used, whole or chosen beside the part before the @", async () => {
  await own("domain", "com", "Other.example");
  expect(await offered(house.products.mail)).toEqual(["other.example", "post.example"]);
  const whole = await make("X@other.example", house.products.mail);
  const chosen = await make(" Press ", house.products.mail, "other.example");
  expect([await addressOf(whole.id), await addressOf(chosen.id)]).toEqual([
    "x@other.example",
    "press@other.example",
  ]);
  // What is in use in this mail service already stays possible.
  expect(await refused(make("y@post.example", house.products.mail))).toBe("done");
});

it("a domain that has ended, another service's, and a product of another kind are none", async () => {
  const ended = await own("domain", "com", "past.example");
  await asOwner(`UPDATE "Subscription" SET "endedAt" = now() WHERE "id" = $1`, [ended]);
  await own("web-hosting", "standard", "website.example");
  for (const name of ["past.example", "website.example"])
    expect(await refused(make("x", house.products.mail, name))).toEqual(["domain_not_own", "name"]);
});

it("where there is no domain yet, that is said; another mail service's mailboxes give none", async () => {
  const second = await own("mail", "standard", "Second mail");
  expect(await offered(second)).toEqual([]);
  expect(await refused(make("x@post.example", second))).toEqual(["no_domain_yet", "name"]);
});

it("an address is changed within those domains, and never to one that is taken", async () => {
  const { mail } = house.products;
  const mailbox = { product: mail, resource: house.resources.mailbox, version: 1, type: "MAILBOX" };
  const rename = (name: string) => refused(renameResource.execute(legal, { ...mailbox, name }));
  expect(await rename("office@other.example")).toEqual(["domain_not_own", "name"]);
  await make("press@post.example", mail);
  expect(await rename("Press@post.example")).toEqual(["name_taken_here", undefined]);
  expect(await rename("bureau@post.example")).toBe("done");
});

it("there are as many mailboxes as addresses were bought, and one deleted makes room (PROD-1)", async () => {
  await own("domain", "com", "bought.example");
  const mail = await insertSubscription(asOwner, {
    ...{ organizationId: house.id, kind: "mail", offer: "standard", name: "Ten addresses", quantity: 2 },
  });
  const full = async () => (await listResources.execute(legal, { product: mail, table: {} })).full;
  const [first] = await Promise.all(
    Array.from({ length: 10 }, (_, number) => make(`box-${number}@bought.example`, mail)),
  );
  expect(await full()).toBe(10);
  const failure = await failureOf(make("one-more@bought.example", mail));
  expect(failure).toMatchObject({ words: ["no_address_left"], values: { count: 10 } });
  await endResource.execute(legal, { product: mail, resource: first?.id, version: 1 });
  expect(await full()).toBeNull();
  expect(await refused(make("one-more@bought.example", mail))).toBe("done");
  // The addresses of a suite are counted for each of its users.
  for (let number = 0; number < 12; number += 1)
    await make(`box-${number}@post.example`, house.products.mail);
});

it("the same address is refused a second time", async () => {
  expect(await refused(make("office@post.example", house.products.mail))).toEqual([
    "name_taken_here",
    undefined,
  ]);
});

it.each([
  ["the office", "local_part_signs"],
  ["of..fice", "local_part_dots"],
  ["l".repeat(65), "local_part_too_long"],
  ["office@", "local_part_alone"],
  ["", "required"],
])("what is wrong with %j before the @ is said beside it", async (name, word) => {
  const failure = await failureOf(make(name, house.products.mail, "post.example"));
  expect(failure instanceof InvalidInput && failure.fields).toEqual({ name: [{ word }] });
});
