import { type Line, line } from "./support/line";
import { startProduct } from "./support/servers";
import { compare } from "./support/shots";
import { benchWorld } from "./support/world";

/** The users page from two web processes against one. */
export async function run(): Promise<Line[]> {
  const world = await benchWorld();
  const { headers } = world;
  const [one, two] = [await startProduct(world, 1), await startProduct(world, 2)];
  const target = (origin: string) => ({ url: `${origin}/o/${world.large}/users`, headers });
  try {
    return [
      line({
        bench: "processes/two-to-one",
        goal: 1.4,
        better: "higher",
        unit: "requests/s",
        ...(await compare(target(two.origin), target(one.origin))),
      }),
    ];
  } finally {
    await Promise.all([one.stop(), two.stop()]);
    await world.stop();
  }
}
