import { type Line, line } from "./support/line";
import { startBare, startProduct } from "./support/servers";
import { compare } from "./support/shots";
import { benchWorld } from "./support/world";

/** The signed-in users page of 10,000 members against a bare Next page with the same 25 rows, and against 100 members. */
export async function run(): Promise<Line[]> {
  const world = await benchWorld();
  const { headers } = world;
  const [product, bare] = [await startProduct(world), await startBare()];
  try {
    const large = { url: `${product.origin}/o/${world.large}/users`, headers };
    const small = { url: `${product.origin}/o/${world.small}/users`, headers };
    const unit = "requests/s";
    return [
      line({
        bench: "pages/users-10k",
        goal: 0.6,
        better: "higher",
        unit,
        ...(await compare(large, { url: `${bare.origin}/users` })),
      }),
      line({
        bench: "pages/users-10k-to-100",
        goal: 0.9,
        better: "higher",
        unit,
        ...(await compare(large, small)),
      }),
    ];
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
    await world.stop();
  }
}
