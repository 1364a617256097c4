import { ActionForm, type FormAction } from "@/components/manager/ActionForm";
import { CheckboxField } from "@/components/manager/fields";
import type { TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import type { Translate } from "@/lib/i18n/translator";
import { stepForm } from "./stepForm";
import type { Step } from "./steps";

/** What was chosen so far, to be taken out again. */
export function Chosen({
  t,
  step,
  view,
  title,
  action,
  name,
  items,
}: {
  t: Translate;
  step: Step;
  view: TeamDraftView;
  title: string;
  action: FormAction;
  name: string;
  items: readonly { id: string; label: string; hint?: string }[];
}) {
  if (items.length === 0) return <p className="text-muted">{title}</p>;
  const form = stepForm(t, step, view);
  return (
    <details open={items.length <= 8}>
      <summary className="font-medium">{title}</summary>
      <div className="mt-3">
        <ActionForm
          action={action}
          {...form}
          // What is taken out is sent as it was chosen: again and again.
          key={items.map(({ id }) => id).join()}
          hidden={{ ...form.hidden, what: "remove" }}
          submit={t("teams.wizard.takeOut")}
          tone="secondary"
        >
          <div className="grid max-h-80 gap-2 overflow-auto">
            {items.map(({ id, label, hint }) => (
              <CheckboxField key={id} name={name} value={id} label={label} hint={hint} />
            ))}
          </div>
        </ActionForm>
      </div>
    </details>
  );
}
