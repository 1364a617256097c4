import { Company } from "./launch/company";
import { ensureClient } from "./launch/made";
import { main } from "./say";

/** Generates the database client where the schema has changed. */
await main(() => ensureClient(new Company()));
