import { routes } from "@/lib/kernel/routes";
import { of, type Sample, type Samples } from "./sample";

const product = (key: string, tab?: string) =>
  of(({ atelier }) => routes.product(atelier.slug, atelier.products[key] ?? "", tab));

const inside = (what: string, holder: string, thing: string, query: string): Sample => ({
  what: `a ${what} ${query}`.trim(),
  as: "claire",
  path: of(
    ({ atelier }) =>
      `/o/${atelier.slug}/products/${atelier.products[holder]}/resources/${atelier.resources[thing]}${query}`,
  ),
});

/** Products, what is inside them, and who reaches what. */
export const productSamples: Samples = {
  "/o/[organization]/products": [
    { what: "products", as: "claire", path: of(({ atelier }) => `/o/${atelier.slug}/products`) },
    {
      what: "products, of some kinds",
      as: "sofia",
      path: of(({ lumiere }) => `/o/${lumiere.slug}/products?family=mail&family=domain&q=lumiere`),
    },
    {
      what: "products, none that matches",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products?q=nothing`),
    },
    { what: "no products yet", as: "victor", path: of(({ dumas }) => `/o/${dumas.slug}/products`) },
    {
      what: "products, not for this role",
      as: "jonas",
      path: of(({ atelier }) => `/o/${atelier.slug}/products`),
      status: 403,
    },
  ],
  "/o/[organization]/products/[id]": [
    { what: "a suite", as: "claire", path: product("suite") },
    { what: "a part of a suite", as: "marco", path: product("mail") },
    { what: "a hosting, for whoever manages it", as: "jonas", path: product("website") },
    {
      what: "a product that one does not reach",
      as: "iris",
      path: product("newsletter"),
      status: 403,
    },
    { what: "renewal of a product", as: "claire", path: product("website", "renewal") },
    { what: "invoices of a product", as: "claire", path: product("website", "invoices") },
    { what: "history of a product, none yet", as: "claire", path: product("website", "history") },
    {
      what: "an unknown product",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/nobody`),
      status: 404,
    },
  ],
  "/o/[organization]/users/[id]/access": [
    {
      what: "what a user reaches",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.jonas}/access`),
      says: { word: "access-given", count: 1 },
    },
    {
      what: "what a user was given",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.jonas}/access?show=given`),
    },
    {
      what: "giving a user access, choosing what",
      as: "marco",
      path: of(({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.jonas}/access?give=1&who=a`),
    },
    {
      what: "giving a user access to all of a kind",
      as: "marco",
      path: of(
        ({ atelier }) =>
          `/o/${atelier.slug}/users/${atelier.members.iris}/access?give=1&on=kind:web-hosting&rights=statistics`,
      ),
    },
  ],
  "/o/[organization]/users/[id]/access/[object]": [
    {
      what: "why somebody reaches a folder",
      as: "claire",
      path: of(
        ({ atelier }) =>
          `/o/${atelier.slug}/users/${atelier.members.jonas}/access/${atelier.resources.plans}`,
      ),
    },
    {
      what: "why somebody reaches a mailbox",
      as: "claire",
      path: of(
        ({ atelier }) =>
          `/o/${atelier.slug}/users/${atelier.members.nadia}/access/${atelier.resources.projectsBox}`,
      ),
    },
    {
      what: "why somebody reaches a product",
      as: "claire",
      path: of(
        ({ atelier }) =>
          `/o/${atelier.slug}/users/${atelier.members.marco}/access/${atelier.products.website}`,
      ),
    },
    {
      what: "why somebody does not reach a product",
      as: "claire",
      path: of(
        ({ atelier }) => `/o/${atelier.slug}/users/${atelier.members.iris}/access/${atelier.products.domain}`,
      ),
    },
  ],
  "/o/[organization]/products/[id]/access": [
    {
      what: "who can reach a product",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/${atelier.products.drive}/access`),
      says: { word: "access-changed", count: 1 },
    },
    {
      what: "what was given on a product",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/${atelier.products.website}/access?show=given`),
    },
    {
      what: "giving access to a product, choosing whom",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/${atelier.products.website}/access?give=1`),
    },
    {
      what: "giving access to a product, choosing rights",
      as: "claire",
      path: of(
        ({ atelier }) =>
          `/o/${atelier.slug}/products/${atelier.products.website}/access?give=1&holder=member:${atelier.members.iris}`,
      ),
    },
    {
      what: "giving access to a product, not possible",
      as: "claire",
      path: of(
        ({ atelier }) =>
          `/o/${atelier.slug}/products/${atelier.products.website}/access?give=1&holder=member:${atelier.members.marco}`,
      ),
    },
  ],
  "/o/[organization]/products/[id]/resources": [
    {
      what: "what is inside a product",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/${atelier.products.mail}/resources`),
      says: { word: "resource-created", count: 1 },
    },
    {
      what: "nothing inside a product",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/${atelier.products.website}/resources`),
    },
    {
      what: "a new calendar",
      as: "claire",
      path: of(({ atelier }) => `/o/${atelier.slug}/products/${atelier.products.suite}/resources?create=1`),
    },
  ],
  "/o/[organization]/products/[id]/resources/[resource]": [
    ...["", "?show=given", "?rename=1", "?end=1"].map((query) => inside("folder", "drive", "plans", query)),
    ...["", "?share=1", "?share=1&to=none", "?share=1&to=read"].map((query) =>
      inside("calendar", "suite", "holidays", query),
    ),
  ],
};
