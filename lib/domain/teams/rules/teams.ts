import { mayGiveAccess, type ObjectFacts, wordsFrom } from "@/lib/domain/products/rules/access";
import { type Decision, refuseWhen } from "@/lib/kernel/decision";

/** Colours of teams, in the order in which they are offered; the name always stands beside it. */
export const TEAM_COLOURS = [
  ...(["BLUE", "TEAL", "GREEN", "LIME", "AMBER"] as const),
  ...(["ORANGE", "RED", "PINK", "PURPLE", "GREY"] as const),
];
export type TeamColour = (typeof TEAM_COLOURS)[number];

/** Characters that a team's name and description can have (TEAM-1). */
export const LONGEST_TEAM_NAME = 128;
export const LONGEST_DESCRIPTION = 500;

/** Whether a team may have this name; two teams whose names differ only in case would be taken for each other. */
export const mayNameTeam = ({ isTaken }: { isTaken: boolean }) => refuseWhen({ team_name_taken: isTaken });

/** Whether somebody may join a team (TEAM-3): externals may, former members may not. */
export const mayJoinTeam = (facts: { isMember: boolean; isInTeam: boolean }) =>
  refuseWhen({ person_no_longer_here: !facts.isMember, already_in_team: facts.isMember && facts.isInTeam });

/** Whether somebody may be taken out of a team. */
export const mayLeaveTeam = ({ isInTeam }: { isInTeam: boolean }) => refuseWhen({ not_in_team: !isInTeam });

/** Whether somebody may become, or cease to be, a leader of a team (TEAM-1). */
export const mayLeadTeam = (facts: { isInTeam: boolean; leads: boolean; willLead: boolean }) =>
  refuseWhen({
    leader_is_no_member: !facts.isInTeam,
    nothing_to_change: facts.isInTeam && facts.leads === facts.willLead,
  });

const TEAM = { as: "team", role: null, isThere: true } as const;

/** The words that a team can be given on an object: a team is never kept out of something by name. */
export const wordsToGive = (object: ObjectFacts): readonly string[] => wordsFrom(object, TEAM);

/** Whether a team may be given these words on an object (TEAM-2, USR-14, PROD-4); none takes the access away. */
export const mayGiveToTeam = (object: ObjectFacts, words: readonly string[]): Decision<string> =>
  words.length === 0 ? refuseWhen({}) : mayGiveAccess({ holder: TEAM, object, hasAlready: false, words });

/** Whether a team may end: one that somebody is in, or that reaches something, only by whoever saw what that takes. */
export const mayEndTeam = ({ isInUse, isSeen }: { isInUse: boolean; isSeen: boolean }) =>
  refuseWhen({ look_at_the_effect_first: isInUse && !isSeen });
