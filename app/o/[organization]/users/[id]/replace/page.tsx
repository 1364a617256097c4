import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PageHeader } from "@/components/manager/PageHeader";
import { Wizard } from "@/components/manager/Wizard";
import { listSuccessors } from "@/lib/domain/organizations/queries/listSuccessors";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { BECOMES_FORM, BecomesStep } from "./BecomesStep";
import { ReviewStep } from "./ReviewStep";
import { SuccessorStep } from "./SuccessorStep";
import {
  becomesIn,
  hrefOf,
  type ReplaceSearch,
  type ReplaceView,
  stepIn,
  stepOf,
  wizardSteps,
} from "./steps";

type Props = PageProps<"/o/[organization]/users/[id]/replace">;

const one = (value: string | string[] | undefined) => [value].flat()[0];

async function load({ params, searchParams }: Props): Promise<{ view: ReplaceView; search: ReplaceSearch }> {
  const [{ organization, id }, given] = await Promise.all([params, searchParams]);
  const search = {
    successor: one(given.successor),
    becomes: becomesIn(one(given.becomes)),
    go: stepIn(one(given.go)),
    q: one(given.q) ?? "",
  };
  const { successor, go, q } = search;
  const input = { id, successor, chooses: go === "successor", q };
  return { view: await ask(listSuccessors, organization, input), search };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ view }, { t }] = await Promise.all([load(props), pageText()]);
  return { title: `${t("users.replace.title")} · ${view.organization.name}` };
}

/**
 * Who takes over, what becomes of the old one, summary. The answers stand in the address: nothing is lost on the way
 * back, and nothing has happened before the last button (USR-5).
 */
export default async function ReplacePage(props: Props) {
  const [{ view, search }, { t }] = await Promise.all([load(props), pageText()]);
  const { old, organization } = view;
  const { slug } = organization;
  const user = routes.user(slug, old.id);
  if (!view.isLegalRepresentative) redirect(user);
  const here = routes.replaceLegalRepresentative(slug, old.id);
  const current = stepOf(view, search);
  const steps = wizardSteps(t, current, view, search);
  const labels = { steps: t("common.wizard.steps"), done: t("common.wizard.done") };
  return (
    <>
      <PageHeader
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [
            { label: t("users.title"), href: routes.users(slug) },
            { label: old.name, href: user },
            { label: t("users.replace.title") },
          ],
        }}
        title={t("users.replace.title")}
        description={t("users.replace.description", { name: old.name })}
      />
      {current === "successor" ? (
        <Wizard
          steps={steps}
          labels={labels}
          title={t("users.replace.successorTitle", { name: old.name })}
          description={t("users.replace.successorHint")}
        >
          <SuccessorStep t={t} view={view} search={search} here={here} />
        </Wizard>
      ) : current === "becomes" ? (
        <Wizard
          steps={steps}
          labels={labels}
          form={BECOMES_FORM}
          title={t("users.replace.becomesTitle", { name: old.name })}
        >
          <BecomesStep t={t} view={view} search={search} here={here} />
        </Wizard>
      ) : (
        <Wizard
          steps={steps}
          labels={labels}
          title={t("users.replace.reviewTitle")}
          description={t("users.replace.reviewText")}
        >
          <ReviewStep t={t} view={view} search={search} back={hrefOf("becomes", view, search)} />
        </Wizard>
      )}
    </>
  );
}
