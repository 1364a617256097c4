import { benchPerson } from "../../support/people";

/** The first 25 people of the benchmark's world, as the product's users page shows them. */
export const PEOPLE = Array.from({ length: 25 }, (_, index) => ({
  ...benchPerson(index + 1),
  role: "Collaborator",
  billing: "No",
  state: "Active",
  since: "1 Nov 2026",
}));
