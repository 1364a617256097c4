import { hasBillingRight } from "@/lib/access/roles";
import type { Translate } from "@/lib/i18n/translator";
import type { DraftView } from "./steps";

/** What each invited person will get, as terms and values. */
export function choicesOf(t: Translate, { answers }: DraftView): { term: string; value: string }[] {
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
  ];
}
