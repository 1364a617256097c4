// One file per namespace. A new namespace is two files, one import here and one in fr.ts.
import access from "./en/access.json";
import account from "./en/account.json";
import activity from "./en/activity.json";
import admin from "./en/admin.json";
import common from "./en/common.json";
import error from "./en/error.json";
import identity from "./en/identity.json";
import invalid from "./en/invalid.json";
import invitations from "./en/invitations.json";
import mail from "./en/mail.json";
import organizations from "./en/organizations.json";
import overview from "./en/overview.json";
import products from "./en/products.json";
import refusals from "./en/refusals.json";
import server from "./en/server.json";
import shell from "./en/shell.json";
import teams from "./en/teams.json";
import terms from "./en/terms.json";
import users from "./en/users.json";

export const en = {
  access,
  account,
  activity,
  admin,
  common,
  error,
  identity,
  invalid,
  invitations,
  mail,
  organizations,
  overview,
  products,
  refusals,
  server,
  shell,
  teams,
  terms,
  users,
};

/** The shape every other language must have. */
export type Messages = typeof en;
