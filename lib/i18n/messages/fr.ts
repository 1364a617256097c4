import type { Messages } from "./en";
import access from "./fr/access.json";
import account from "./fr/account.json";
import activity from "./fr/activity.json";
import admin from "./fr/admin.json";
import common from "./fr/common.json";
import error from "./fr/error.json";
import identity from "./fr/identity.json";
import invalid from "./fr/invalid.json";
import invitations from "./fr/invitations.json";
import mail from "./fr/mail.json";
import organizations from "./fr/organizations.json";
import overview from "./fr/overview.json";
import products from "./fr/products.json";
import refusals from "./fr/refusals.json";
import server from "./fr/server.json";
import shell from "./fr/shell.json";
import teams from "./fr/teams.json";
import terms from "./fr/terms.json";
import users from "./fr/users.json";

export const fr = {
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
} satisfies Messages;
