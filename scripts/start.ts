import { launch } from "./launch/launch";
import { main } from "./say";

/** `npm start`: database, migrations, demo, build, web and worker, until it is stopped. */
await main(() => launch("production"));
