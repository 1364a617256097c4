"use server";

import { changeAccess } from "@/lib/domain/products/commands/changeAccess";
import { giveAccess } from "@/lib/domain/products/commands/giveAccess";
import { withdrawAccess } from "@/lib/domain/products/commands/withdrawAccess";
import { routes, safePath } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

// Each is done from a page that lists what was given, and leads back to it as it was.
export const giveAccessAction = action(giveAccess, {
  then: (_, { organization, values }) =>
    routes.after(safePath([values.then].flat()[0], routes.users(organization ?? "~")), "access-given"),
});

export const changeAccessAction = action(changeAccess, {
  then: (_, { organization, values }) =>
    routes.after(safePath([values.then].flat()[0], routes.users(organization ?? "~")), "access-changed"),
});

export const withdrawAccessAction = action(withdrawAccess, {
  then: (_, { organization, values }) =>
    routes.after(safePath([values.then].flat()[0], routes.users(organization ?? "~")), "access-withdrawn"),
});
