import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PageHeader } from "@/components/manager/PageHeader";
import { Wizard } from "@/components/manager/Wizard";
import { showTeamDraft, type TeamDraftView } from "@/lib/domain/teams/queries/showTeamDraft";
import { pageText } from "@/lib/i18n/page";
import { isUuid } from "@/lib/kernel/ids";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { AccessStep } from "./AccessStep";
import { CheckStep } from "./CheckStep";
import { LeadersStep } from "./LeadersStep";
import { MembersStep } from "./MembersStep";
import { NameStep } from "./NameStep";
import { KEEPING_FORM } from "./stepForm";
import { allowedStep, isKeeping, STEPS, type Step, wizardSteps } from "./steps";

type Props = PageProps<"/o/[organization]/teams/new/[step]">;

async function load({ params, searchParams }: Props): Promise<{ asked: Step; view: TeamDraftView }> {
  const [{ organization, step }, { draft }] = await Promise.all([params, searchParams]);
  const asked = STEPS.find((one) => one === step);
  if (!asked) notFound();
  // Without its draft, or with half an id, the wizard starts anew.
  const [id] = [draft].flat();
  const input = { draft: id && isUuid(id) ? id : undefined, begins: asked === "name" };
  return { asked, view: await ask(showTeamDraft, organization, input) };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ view }, { t }] = await Promise.all([load(props), pageText()]);
  return { title: `${t("teams.wizard.title")} · ${view.organization.name}` };
}

/** "New team" (TEAM-1, TEAM-2): name and colour, what it reaches, who is in it and leads it, and a last look at the effect. */
export default async function NewTeamPage(props: Props) {
  const [{ asked, view }, { t }, search] = await Promise.all([load(props), pageText(), props.searchParams]);
  const { organization, draft, answers } = view;
  const { slug } = organization;
  if (answers.made) redirect(routes.team(slug, answers.made));
  const step = allowedStep(asked, view);
  // The draft's id is in the address from the first step on: Back then finds what was entered.
  if (step !== asked || draft === null) redirect(routes.newTeam(slug, step, draft ?? randomUUID()));
  const content = {
    name: () => <NameStep t={t} view={view} />,
    access: () => <AccessStep view={view} search={search} />,
    members: () => <MembersStep view={view} search={search} />,
    leaders: () => <LeadersStep t={t} view={view} />,
    check: () => <CheckStep view={view} />,
  };
  return (
    <>
      <PageHeader
        breadcrumb={{
          label: t("shell.breadcrumb"),
          items: [{ label: t("teams.title"), href: routes.teams(slug) }, { label: t("teams.wizard.title") }],
        }}
        title={t("teams.wizard.title")}
        description={t("teams.wizard.description")}
      />
      <Wizard
        steps={wizardSteps(t, step, view)}
        form={isKeeping(step, view) ? KEEPING_FORM : undefined}
        labels={{ steps: t("common.wizard.steps"), done: t("common.wizard.done") }}
        title={t(`teams.wizard.${step}Title`)}
        description={step === "name" || step === "check" ? undefined : t(`teams.wizard.${step}Hint`)}
      >
        {content[step]()}
      </Wizard>
    </>
  );
}
