"use server";

import { createTeam } from "@/lib/domain/teams/commands/createTeam";
import { draftTeam } from "@/lib/domain/teams/commands/draftTeam";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

export const draftNameAction = action(draftTeam, {
  then: ({ draft }, { organization }) => routes.newTeam(organization ?? "~", "access", draft),
});

export const draftAccessAction = action(draftTeam, {
  then: ({ draft }, { organization }) => routes.newTeam(organization ?? "~", "access", draft),
});

export const draftMembersAction = action(draftTeam, {
  then: ({ draft }, { organization }) => routes.newTeam(organization ?? "~", "members", draft),
});

export const draftLeadersAction = action(draftTeam, {
  then: ({ draft }, { organization }) => routes.newTeam(organization ?? "~", "check", draft),
});

export const createTeamAction = action(createTeam, {
  then: ({ id }, { organization }) => routes.after(routes.team(organization ?? "~", id), "team-created"),
});
