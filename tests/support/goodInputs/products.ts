import { type GoodInputs, good, goodByRole } from "./use";

export const productInputs: GoodInputs = {
  "products/changeAccess": good("access.give", (at) => ({
    id: at.house.grants.hosting,
    seen: 1,
    rights: ["statistics"],
  })),
  "products/createResource": goodByRole(
    "product.manage",
    {
      input: (at) => ({ product: at.house.products.drive, type: "FOLDER", name: "Contracts" }),
    },
    {
      as: "a shared calendar",
      input: (at) => ({
        product: at.house.products.suite,
        type: "CALENDAR",
        name: "Meetings",
        shared: "read",
      }),
    },
  ),
  "products/endResource": goodByRole("product.manage", {
    input: (at) => ({
      product: at.house.products.drive,
      resource: at.house.resources.folder,
      version: 1,
    }),
  }),
  "products/explain": good("access.give", (at) => ({
    id: at.house.members.collaborator,
    object: at.house.resources.folder,
  })),
  "products/findHolders": good("access.give", (at) => ({
    on: `product:${at.house.products.hosting}`,
    q: "",
  })),
  "products/findObjects": good("access.give", (at) => ({
    holder: `member:${at.house.members.somebody}`,
    q: "",
  })),
  "products/giveAccess": good(
    "access.give",
    (at) => ({
      holder: `member:${at.house.members.somebody}`,
      on: `product:${at.house.products.hosting}`,
      rights: ["technical"],
    }),
    {
      as: "to a team, inside a product",
      input: (at) => ({
        holder: `team:${at.house.teams.other}`,
        on: `resource:${at.house.resources.mailbox}`,
        rights: ["read", "filters"],
      }),
    },
    {
      as: "to somebody invited, on all of a kind",
      input: (at) => ({
        holder: `invitation:${at.house.invitation.id}`,
        on: "kind:web-hosting",
        rights: "statistics",
      }),
    },
  ),
  "products/listProducts": good("product.view", () => ({})),
  "products/productHead": good("product.open", (at) => ({ id: at.house.products.hosting })),
  "products/productHistory": good("activity.view", (at) => ({ id: at.house.products.hosting })),
  "products/listResources": {
    permission: "product.manage",
    uses: [{ byRole: true, input: (at) => ({ product: at.house.products.drive, table: {} }) }],
  },
  "products/previewAccess": good(
    "access.give",
    (at) => ({ act: "withdraw", id: at.house.grants.folder }),
    {
      as: "of giving",
      input: (at) => ({
        act: "give",
        holder: `member:${at.house.members.somebody}`,
        on: `product:${at.house.products.hosting}`,
        rights: "technical",
      }),
    },
    { as: "of changing", input: (at) => ({ act: "change", id: at.house.grants.folder, rights: "read" }) },
  ),
  "products/productAccess": good("access.give", (at) => ({ id: at.house.products.hosting, table: {} })),
  "products/renameResource": goodByRole("product.manage", {
    input: (at) => ({
      product: at.house.products.drive,
      resource: at.house.resources.folder,
      version: 1,
      type: "FOLDER",
      name: "Plans of the year",
    }),
  }),
  "products/showResource": goodByRole("product.manage", {
    input: (at) => ({
      product: at.house.products.drive,
      resource: at.house.resources.folder,
      table: {},
      ending: true,
    }),
  }),
  "products/previewSharing": goodByRole("product.manage", {
    input: (at) => ({
      product: at.house.products.suite,
      resource: at.house.resources.calendar,
      shared: "write",
    }),
  }),
  "products/shareResource": goodByRole("product.manage", {
    input: (at) => ({
      product: at.house.products.suite,
      resource: at.house.resources.calendar,
      version: 1,
      shared: "write",
    }),
  }),
  "products/showProduct": good("product.open", (at) => ({ id: at.house.products.hosting })),
  "products/userReach": good("access.give", (at) => ({ id: at.house.members.collaborator, table: {} })),
  "products/withdrawAccess": good("access.give", (at) => ({ id: at.house.grants.hosting, seen: 1 })),
};
