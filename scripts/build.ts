import { Company } from "./launch/company";
import { ensureBuild } from "./launch/made";
import { main } from "./say";

/** Builds the pages where what they are made from has changed. */
await main(() => ensureBuild(new Company()));
