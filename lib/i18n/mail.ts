import type { Role } from "@/lib/access/roles";

/** Every mail that Kontor writes, with what its sentences need. `url` is the one button. */
export type Mail =
  | { template: "welcome"; values: { name: string; organization: string; url: string } }
  | { template: "passwordReset"; values: { name: string; minutes: number; url: string } }
  | { template: "passwordChanged"; values: { name: string; url: string } }
  | {
      template: "invitation";
      values: {
        organization: string;
        inviter: string;
        role: Role;
        expiresAt: Date;
        timeZone: string;
        url: string;
      };
    }
  | {
      template: "invitationAccepted";
      values: { organization: string; person: string; role: Role; url: string };
    }
  | { template: "invitationRefused"; values: { organization: string; person: string; url: string } }
  | {
      template: "rightsChanged";
      values: { name: string; organization: string; by: string; changes: RightsChange[]; url: string };
    }
  | { template: "memberRemoved"; values: { name: string; organization: string; by: string } }
  | { template: "memberLeft"; values: { organization: string; person: string; url: string } };

/** One thing that changed in somebody's rights (USR-10). */
export type RightsChange =
  | { what: "role"; before: Role; after: Role }
  | {
      what: "billingRight" | "remindersByEmail" | "remindersBySms" | "productEventsByEmail";
      before: boolean;
      after: boolean;
    };

/** Subject, plain text and HTML of a mail, in the language of its recipient. */
export function composeMail(mail: Mail & { locale: string }): {
  subject: string;
  text: string;
  html: string;
} {
  return { subject: mail.template, text: JSON.stringify(mail.values), html: "" };
}
