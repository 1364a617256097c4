"use server";

import { addTeamMembers } from "@/lib/domain/teams/commands/addTeamMembers";
import { chooseLeaders } from "@/lib/domain/teams/commands/chooseLeaders";
import { editTeam } from "@/lib/domain/teams/commands/editTeam";
import { endTeam } from "@/lib/domain/teams/commands/endTeam";
import { removeTeamMembers } from "@/lib/domain/teams/commands/removeTeamMembers";
import { setTeamAccess } from "@/lib/domain/teams/commands/setTeamAccess";
import { routes } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";
import { doneCount, failuresInWords, pathAfter } from "@/lib/pipeline/results";

export const addTeamMembersAction = action(addTeamMembers, {
  then: ({ id, items }, form) => pathAfter(items, "team-joined", form, (slug) => routes.team(slug, id)),
  done: (t, { items }) =>
    t("teams.partly.added", { count: doneCount(items), failures: failuresInWords(t, items) }),
});

export const removeTeamMembersAction = action(removeTeamMembers, {
  then: ({ id, items }, form) => pathAfter(items, "team-left", form, (slug) => routes.team(slug, id)),
  done: (t, { items }) =>
    t("teams.partly.removed", { count: doneCount(items), failures: failuresInWords(t, items) }),
});

export const chooseLeadersAction = action(chooseLeaders, {
  done: (t, { items, willLead }) =>
    t(willLead ? "teams.members.leads" : "teams.members.leadsNoMore", {
      count: doneCount(items),
      name: items[0]?.name ?? "",
    }),
});

export const setTeamAccessAction = action(setTeamAccess, {
  then: ({ id, count }, { organization }) =>
    routes.after(routes.team(organization ?? "~", id, "access"), "team-access", count),
});

export const editTeamAction = action(editTeam, { done: (t) => t("teams.settings.saved") });

export const endTeamAction = action(endTeam, {
  then: (_, { organization }) => routes.after(routes.teams(organization ?? "~"), "team-ended"),
});
