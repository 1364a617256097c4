"use server";

import { createTeam } from "@/lib/domain/teams/commands/createTeam";
import { draftTeam } from "@/lib/domain/teams/commands/draftTeam";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

export const draftNameAction = action(draftTeam, {
  then: ({ draft }, { organization }) => routes.newTeam(organization ?? "~", "access", draft),
});

export const draftAccessAction = action(draftTeam, {
  // Back to the tab that it was chosen on.
  then: ({ draft }, { organization, values }) =>
    routes.newTeam(organization ?? "~", "access", draft, { show: [values.show].flat()[0] || undefined }),
});

export const draftMembersAction = action(draftTeam, {
  // A search, another page or choosing everybody keeps what is ticked, and stays in the step.
  then: ({ draft }, { organization, values }) => {
    const [to, all, q] = [values.to, values.all, values.q].map((value) => [value].flat()[0]);
    return to || all
      ? routes.newTeam(organization ?? "~", "members", draft, { q: q || undefined, page: to || undefined })
      : routes.newTeam(organization ?? "~", "leaders", draft);
  },
});

export const draftLeadersAction = action(draftTeam, {
  then: ({ draft }, { organization }) => routes.newTeam(organization ?? "~", "check", draft),
});

export const createTeamAction = action(createTeam, {
  then: ({ id, size }, { organization }) => {
    const team = routes.team(organization ?? "~", id);
    return size ? routes.after(team, "team-created", size.members, size.accesses) : team;
  },
});
