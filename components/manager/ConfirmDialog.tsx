import type { ReactNode } from "react";
import { Dialog } from "@/components/ui/Dialog";
import { ActionForm, type FormAction, type FormScope } from "./ActionForm";
import type { FormLabels } from "./labels";

/**
 * "Verb Noun", consequence first, focus on Cancel. A page renders it when its URL asks for it
 * (`?confirm=remove&id=…`): the trigger is a link, nothing is lost without JavaScript. `children` are further fields,
 * e.g. the name to type. The consequence stands in the form, below its message: after a refusal one reads it again.
 */
export function ConfirmDialog({
  title,
  consequence,
  action,
  scope,
  hidden,
  labels,
  submit,
  cancel,
  tone = "danger",
  children,
}: {
  title: string;
  consequence: ReactNode;
  action: FormAction;
  scope?: FormScope;
  hidden?: Readonly<Record<string, string>>;
  labels: FormLabels;
  /** The verb and the noun again. */
  submit: string;
  /** `href`: the page without the dialog. */
  cancel: { label: string; href: string };
  tone?: "danger" | "primary";
  children?: ReactNode;
}) {
  return (
    <Dialog title={title} closeHref={cancel.href}>
      <ActionForm
        action={action}
        scope={scope}
        hidden={hidden}
        labels={labels}
        submit={submit}
        tone={tone}
        aside={
          <a className="button" href={cancel.href} data-autofocus data-keep-scroll>
            {cancel.label}
          </a>
        }
      >
        <div className="dialog-text">{consequence}</div>
        {children}
      </ActionForm>
    </Dialog>
  );
}
