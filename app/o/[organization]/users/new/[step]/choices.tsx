import type { ReactNode } from "react";
import { hasAllRights, hasBillingRight, type Role } from "@/lib/access/roles";
import type { Locale } from "@/lib/i18n/locales";
import { thingInWords } from "@/lib/i18n/promises";
import type { Translate } from "@/lib/i18n/translator";
import type { DraftView } from "./steps";

/** What each invited person will get, as terms and values. */
export function choicesOf(
  t: Translate,
  locale: Locale,
  { answers, access }: DraftView,
): { term: string; value: ReactNode }[] {
  const { role } = answers;
  if (role === null) return [];
  const yesOrNo = (isOn: boolean) => t(isOn ? "common.yes" : "common.no");
  return [
    { term: t("users.wizard.role"), value: t(`common.roles.${role}`) },
    {
      term: t("users.preferences.billingRight"),
      value: yesOrNo(hasBillingRight(role, answers.billingRight)),
    },
    ...(["remindersByEmail", "remindersBySms", "productEventsByEmail"] as const).map((name) => ({
      term: t(`users.preferences.${name}`),
      value: yesOrNo(answers[name]),
    })),
    ...accessOf(t, locale, role, access),
  ];
}

/** Products and teams, each on a line of its own; nothing is said where there was nothing to choose. */
function accessOf(
  t: Translate,
  locale: Locale,
  role: Role,
  { hasProducts, chosen, teams }: DraftView["access"],
) {
  const productsText = hasAllRights(role) ? (
    t("users.person.allProducts")
  ) : chosen.length === 0 ? (
    t("users.wizard.none")
  ) : (
    <ul className="[overflow-wrap:anywhere]">
      {chosen.map((thing) => (
        <li key={thing.id}>{thingInWords(t, locale, { ...thing, type: "PRODUCT" })}</li>
      ))}
    </ul>
  );
  return [
    ...(hasProducts ? [{ term: t("users.wizard.steps.products"), value: productsText }] : []),
    ...(teams.isAny
      ? [
          {
            term: t("users.wizard.steps.teams"),
            value: teams.chosen.map(({ name }) => name).join(", ") || t("users.wizard.none"),
          },
        ]
      : []),
  ];
}
