"use server";

import { createResource } from "@/lib/domain/products/commands/createResource";
import { endResource } from "@/lib/domain/products/commands/endResource";
import { renameResource } from "@/lib/domain/products/commands/renameResource";
import { shareResource } from "@/lib/domain/products/commands/shareResource";
import { routes, safePath } from "@/lib/kernel/routes";
import { action } from "@/lib/pipeline/action";

export const createResourceAction = action(createResource, {
  then: (_, { organization, values }) =>
    routes.after(safePath([values.then].flat()[0], routes.overview(organization ?? "~")), "resource-created"),
});

export const renameResourceAction = action(renameResource, {
  then: (_, { organization, values }) =>
    routes.after(safePath([values.then].flat()[0], routes.overview(organization ?? "~")), "resource-renamed"),
});

export const shareResourceAction = action(shareResource, {
  then: (_, { organization, values }) =>
    routes.after(safePath([values.then].flat()[0], routes.overview(organization ?? "~")), "resource-shared"),
});

export const endResourceAction = action(endResource, {
  then: (_, { organization, values }) =>
    routes.after(safePath([values.then].flat()[0], routes.overview(organization ?? "~")), "resource-ended"),
});
