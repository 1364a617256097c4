import { z } from "zod";
import { FAMILY_NAMES } from "@/lib/access/families";
import { readTableState, type TableShape } from "@/lib/kernel/tableState";

/** What the products table accepts in its URL. */
export const PRODUCTS_TABLE = {
  sorts: ["name", "kind", "paid"],
  defaultSort: "kind",
  filters: { family: FAMILY_NAMES },
} satisfies TableShape;

const Parameters = z.record(
  z.string(),
  z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
);

/** State of the products table as the URL carries it; anything unknown falls back, a link never breaks. */
export const ProductsTable = Parameters.transform((parameters) => readTableState(parameters, PRODUCTS_TABLE));
