import { Callout } from "@/components/ui/Callout";
import { BILLING_RIGHT, hasBillingRight, type Role } from "@/lib/access/roles";
import type { ShownUser } from "@/lib/domain/organizations/queries/showUser";
import type { Outcome, PersonOutcome } from "@/lib/domain/teams/outcomes";
import type { Translate } from "@/lib/i18n/translator";
import { EffectLines } from "../../../access/Effects";
import { linesOf } from "../../Losses";

type Props = { t: Translate; view: ShownUser; cases: readonly Outcome[] };

/** What each role gives and takes, all of it here and that of the chosen one shown. */
export function RoleEffects({ t, view, cases }: Props) {
  const { name } = view.member;
  return cases.map(({ after, people: [outcome] }) => {
    if (after === "REMOVED") return null;
    const { gains = 0, losses = 0 } = outcome ?? {};
    const lines = linesFor(view, after, outcome);
    const values = { role: t(`common.roles.${after}`), name, gains, losses };
    return (
      <div key={after} data-for-role={after}>
        <Callout
          tone={losses > 0 ? "caution" : "info"}
          title={t(`users.role.effects.${wordFor(gains, losses)}`, values)}
        >
          {lines ? <EffectLines t={t} {...lines} label={t("access.effects.list")} /> : null}
        </Callout>
      </div>
    );
  });
}

function wordFor(gains: number, losses: number): "nothing" | "gain" | "lose" | "both" {
  if (gains > 0) return losses > 0 ? "both" : "gain";
  return losses > 0 ? "lose" : "nothing";
}

/** Where the billing right is chosen in the same form, its line follows the box. */
function linesFor({ member, mayGiveBilling }: ShownUser, after: Role, outcome: PersonOutcome | undefined) {
  const lines = outcome ? linesOf(outcome) : null;
  if (BILLING_RIGHT[after] !== "choice" || !mayGiveBilling) return lines;
  const billing = hasBillingRight(member.role, member.billingRight)
    ? ({ change: "loss", chosen: "off" } as const)
    : ({ change: "gain", chosen: "on" } as const);
  return { lines: [], gains: 0, losses: 0, ...lines, billing };
}
