import { launch } from "./launch/launch";
import { main } from "./say";

/** `npm run dev`: the same as `npm start`, with pages compiled as they are asked for. */
await main(() => launch("development"));
