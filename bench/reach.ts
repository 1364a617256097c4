import { routes } from "@/lib/kernel/routes";
import { fillHoldings, type HoldingsSample } from "./support/holdings";
import { type Line, line } from "./support/line";
import { startBare, startProduct } from "./support/servers";
import { compare } from "./support/shots";
import { benchWorld } from "./support/world";

const LARGE = { teams: 500, products: 2_000, grants: 200_000 };
const TENTH = { teams: 50, products: 200, grants: 20_000 };

/**
 * "Who can reach this product" and "what can this person reach" where 10,000 members, 500 teams and 2,000 products have
 * 200,000 grants, against a bare Next page with as many rows, and against a tenth of all that.
 */
export async function run(): Promise<Line[]> {
  const samples: Record<string, HoldingsSample> = {};
  const world = await benchWorld({
    small: 1_000,
    fill: async (sql, { id, slug }) => {
      samples[slug] = await fillHoldings(sql, id, slug === "large" ? LARGE : TENTH);
    },
  });
  const { headers } = world;
  const [product, bare] = [await startProduct(world), await startBare()];
  try {
    const page = (path: string) => ({ url: `${product.origin}${path}`, headers });
    const pages = (organization: string) => {
      const at = samples[organization];
      if (!at) throw new Error(`${organization} was not filled`);
      return {
        product: page(routes.productAccess(organization, at.product)),
        person: page(routes.userAccess(organization, at.member)),
      };
    };
    const [large, tenth] = [pages(world.large), pages(world.small)];
    const limit = { url: `${bare.origin}/users` };
    const common = { better: "higher" as const, unit: "requests/s" };
    return [
      line({ bench: "reach/product", goal: 0.5, ...common, ...(await compare(large.product, limit)) }),
      line({ bench: "reach/person", goal: 0.5, ...common, ...(await compare(large.person, limit)) }),
      line({
        bench: "reach/product-to-a-tenth",
        goal: 0.8,
        ...common,
        ...(await compare(large.product, tenth.product)),
      }),
      line({
        bench: "reach/person-to-a-tenth",
        goal: 0.8,
        ...common,
        ...(await compare(large.person, tenth.person)),
      }),
    ];
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
    await world.stop();
  }
}
