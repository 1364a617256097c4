"use server";

import { createTeam } from "@/lib/domain/teams/commands/createTeam";
import { draftTeam } from "@/lib/domain/teams/commands/draftTeam";
import { routes } from "@/lib/kernel/routes";
import { type Place, sentAs, stepAfter } from "@/lib/kernel/steps";
import { action } from "@/lib/pipeline/action";

const at = (organization: string | null, draft: string, { step, query }: Place) =>
  routes.newTeam(organization ?? "~", step, draft, query);

export const draftNameAction = action(draftTeam, {
  then: ({ draft }, { organization, values }) =>
    at(organization, draft, stepAfter(values, "name", { step: "access" })),
});

export const draftTicksAction = action(draftTeam, {
  // What is ticked is given rights first; without anything it leads on.
  then: ({ draft, ticked }, { organization, values }) => {
    const rights = { step: "access", query: { show: sentAs(values, "show"), rights: "1" } };
    return at(organization, draft, stepAfter(values, "access", ticked > 0 ? rights : { step: "members" }));
  },
});

export const draftAccessAction = action(draftTeam, {
  // Back to the tab that it was chosen on.
  then: ({ draft }, { organization, values }) => {
    const list = { step: "access", query: { show: sentAs(values, "show") } };
    return at(organization, draft, stepAfter(values, "access", list));
  },
});

export const draftMembersAction = action(draftTeam, {
  // Choosing everybody stays, to show who that is.
  then: ({ draft }, { organization, values }) => {
    const list = { step: "members", query: { q: sentAs(values, "q") } };
    return at(organization, draft, stepAfter(values, "members", values.all ? list : { step: "leaders" }));
  },
});

export const draftLeadersAction = action(draftTeam, {
  then: ({ draft }, { organization, values }) =>
    at(organization, draft, stepAfter(values, "leaders", { step: "check" })),
});

export const createTeamAction = action(createTeam, {
  then: ({ id, size }, { organization }) => {
    const team = routes.team(organization ?? "~", id);
    return size ? routes.after(team, "team-created", size.members, size.accesses) : team;
  },
});
