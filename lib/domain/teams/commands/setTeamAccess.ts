import { z } from "zod";
import { takeTurn } from "@/lib/domain/organizations/facts";
import { Seal } from "@/lib/domain/organizations/inputs";
import { Refused } from "@/lib/kernel/failures";
import { command } from "@/lib/pipeline/command";
import {
  asGrants,
  changedSettings,
  checkedSettings,
  chosenWithoutRight,
  notesOf,
  writeSettings,
} from "../access";
import { effectsOfSetting, ensureTeamAsShown } from "../effects";
import { grantsOf, teamById } from "../facts";
import { Id, Settings, Version, wordsByObject } from "../inputs";

/**
 * Sets what a team reaches: products with their rights, all products of a kind, mailboxes with their flags, folders and
 * channels with their level. What is named without a word is taken away; what is not named stays (TEAM-2, USR-14).
 */
export const setTeamAccess = command("team.access", {
  permission: "access.give",
  input: z.object({ team: Id, version: Version, seal: Seal.optional(), ...Settings.shape }),
  async run({ tx, actor, now }, { team: id, version, seal, ...settings }) {
    const organizationId = actor.organization.id;
    await takeTurn(tx, actor);
    const team = await teamById(tx, organizationId, id);
    const present = await grantsOf(tx, organizationId, id);
    const checked = await checkedSettings(tx, actor, wordsByObject(settings));
    await ensureTeamAsShown({ version, seal }, team, () =>
      effectsOfSetting(tx, organizationId, id, asGrants(checked)),
    );
    const changed = changedSettings(present, checked);
    if (changed.length === 0) throw new Refused(["nothing_to_change"]);
    // Taking away names no words at all: whatever somebody else took away meanwhile does no harm there.
    if (settings.access.length > 0 && chosenWithoutRight(present, checked).length > 0)
      throw new Refused(["choose_what_is_given"]);
    // The database raises the team's version with it, as for access that is given on the product's page.
    await writeSettings(tx, actor, id, changed, now);
    return {
      result: { id, count: changed.length },
      audit: await notesOf(tx, organizationId, team, present, changed),
    };
  },
});
