import { cast, PASSWORD } from "./cast";

/** Who can sign in to the demo, as the start prints it and the README lists it. */
export const demoSignIns = [
  {
    email: cast.claire.email,
    password: PASSWORD,
    is: "legal representative of Atelier Nord, administrator of Studio Lumière",
  },
  { email: cast.marco.email, password: PASSWORD, is: "administrator of Atelier Nord" },
  { email: cast.nadia.email, password: PASSWORD, is: "collaborator with the billing right" },
  { email: cast.jonas.email, password: PASSWORD, is: "collaborator" },
  { email: cast.iris.email, password: PASSWORD, is: "external user" },
  { email: cast.sofia.email, password: PASSWORD, is: "partner: Agence Boréale, stepping into two clients" },
  { email: cast.olga.email, password: PASSWORD, is: "the provider's staff, reads the mails at /admin/mail" },
] as const;
