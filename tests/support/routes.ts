import { accountSamples } from "./routes/account";
import { organizationSamples } from "./routes/organizations";
import { productSamples } from "./routes/products";
import type { Samples } from "./routes/sample";
import { teamSamples } from "./routes/teams";
import { sources } from "./sources";

/** The address of every page file, as Next makes it: without groups. */
export const routesOfTheProduct = (): string[] =>
  sources(["app"], /\/page\.tsx$/)
    .map(
      ({ path }) =>
        path
          .replace(/^app/, "")
          .replace(/\/page\.tsx$/, "")
          .replace(/\/\([^)]+\)/g, "") || "/",
    )
    .sort();

/** At least one look at every route; a page file without any fails the accessibility spec. */
export const samples: Samples = {
  ...accountSamples,
  ...organizationSamples,
  ...productSamples,
  ...teamSamples,
};
