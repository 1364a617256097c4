import { z } from "zod";
import { Refused } from "@/lib/kernel/failures";
import { LARGEST_FILE_BYTES } from "@/lib/kernel/limits";
import { command } from "@/lib/pipeline/command";
import { judgeAddresses } from "../addressRows";
import { beginDraft, draftIfBegun, EMPTY_ANSWERS, keepDraft } from "../draft";
import { Id } from "../inputs";
import { addressesOfCsv, addressesOfText, isText } from "../rules/addressList";
import { MOST_ADDRESSES } from "../rules/invitations";

/** First step of "Add a user" (USR-8): reads the addresses, judges each, and keeps them in the person's draft. */
export const draftAddresses = command("invitation.drafted", {
  permission: "user.invite",
  input: z.object({
    draft: Id.optional().or(z.literal("").transform(() => undefined)),
    addresses: z.string().max(LARGEST_FILE_BYTES).default(""),
    file: z.instanceof(File).optional(),
  }),
  async run({ tx, actor, now }, { draft, addresses, file }) {
    const own = { organizationId: actor.organization.id, userId: actor.userId };
    if (file && file.size > LARGEST_FILE_BYTES) throw new Refused(["file_too_large"], "file");
    const bytes = file && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : null;
    if (bytes && !isText(bytes)) throw new Refused(["not_a_csv_file"], "file");
    const fromFile = bytes ? addressesOfCsv(bytes) : [];
    const typed = addressesOfText(addresses);
    const written = [
      ...typed,
      ...(typed.length > 0 ? fromFile.map((row) => ({ ...row, inFile: true as const })) : fromFile),
    ];
    const field = fromFile.length > 0 ? "file" : "addresses";
    if (written.length === 0) throw new Refused(["no_addresses"], "addresses");
    if (written.length > MOST_ADDRESSES) throw new Refused(["too_many_addresses"], field);
    const rows = await judgeAddresses(tx, actor, written, now);
    const [only] = rows;
    if (rows.length === 1 && only?.problem)
      throw new Refused([only.problem === "malformed" ? "address_malformed" : only.problem], field);
    const kept = draft === undefined ? null : await draftIfBegun(tx, own, draft);
    if (draft !== undefined && kept !== null) {
      await keepDraft(tx, own, draft, { ...kept, rows, sent: null }, now);
      return { result: { draft }, audit: [] };
    }
    const id = await beginDraft(tx, own, draft, { ...EMPTY_ANSWERS, rows }, now);
    return { result: { draft: id }, audit: [] };
  },
});
