import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { PageHeader } from "@/components/manager/PageHeader";
import { Wizard } from "@/components/manager/Wizard";
import { showDraft } from "@/lib/domain/organizations/queries/showDraft";
import { draftAccess } from "@/lib/domain/teams/queries/draftAccess";
import { pageText } from "@/lib/i18n/page";
import { isUuid } from "@/lib/kernel/ids";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { AddressesStep } from "./AddressesStep";
import { DoneStep } from "./DoneStep";
import { PlaceStep } from "./PlaceStep";
import { PreferencesStep } from "./PreferencesStep";
import { PreviewStep } from "./PreviewStep";
import { ProductsStep } from "./ProductsStep";
import { ReviewStep } from "./ReviewStep";
import { RoleStep } from "./RoleStep";
import { STEP_FORM } from "./stepForm";
import { allowedStep, type DraftView, isKeeping, STEPS, type Step, wizardSteps } from "./steps";
import { TeamsStep } from "./TeamsStep";

type Props = PageProps<"/o/[organization]/users/new/[step]">;

async function load({ params, searchParams }: Props): Promise<{ asked: Step | "done"; view: DraftView }> {
  const [{ organization, step }, search] = await Promise.all([params, searchParams]);
  const asked = step === "done" ? step : STEPS.find((one) => one === step);
  if (!asked) notFound();
  // Without its draft, or with half an id, the wizard starts anew.
  const [id] = [search.draft].flat();
  const begins = asked === "addresses";
  const kept = id && isUuid(id) ? id : undefined;
  const [view, access] = await Promise.all([
    ask(showDraft, organization, { draft: kept, begins }),
    ask(draftAccess, organization, { draft: kept, ...placeIn(asked, search) }),
  ]);
  return { asked, view: { ...view, access } };
}

/** Which of the products or teams are shown. */
const placeIn = (asked: Step | "done", { q, page }: Record<string, string | string[] | undefined>) =>
  asked === "products" || asked === "teams" ? { list: asked, q: [q].flat()[0], page: [page].flat()[0] } : {};

export async function generateMetadata(props: Props): Promise<Metadata> {
  const [{ view }, { t }] = await Promise.all([load(props), pageText()]);
  return { title: `${t("users.wizard.title")} · ${view.organization.name}` };
}

/** "Add a user" (USR-8): addresses, inside or external, role, rights and reminders, products and teams, and a last look. */
export default async function AddUserPage(props: Props) {
  const [{ asked, view }, { t, locale }, search] = await Promise.all([
    load(props),
    pageText(),
    props.searchParams,
  ]);
  const { organization, draft } = view;
  const step = allowedStep(asked, view);
  // The draft's id is in the address from the first step on: Back then finds what was entered.
  if (step !== asked || draft === null)
    redirect(routes.addUser(organization.slug, step, draft ?? randomUUID()));
  const text = { t, locale };
  const header = (
    <PageHeader
      breadcrumb={{
        label: t("shell.breadcrumb"),
        items: [
          { label: t("users.title"), href: routes.users(organization.slug) },
          { label: t("users.wizard.title") },
        ],
      }}
      title={t("users.wizard.title")}
      description={step === "done" ? undefined : t("users.wizard.description")}
    />
  );
  if (step === "done")
    return (
      <>
        {header}
        <DoneStep text={text} view={view} search={search} />
      </>
    );
  const content = {
    addresses: () => <AddressesStep t={t} view={view} />,
    preview: () => <PreviewStep t={t} view={view} search={search} />,
    place: () => <PlaceStep t={t} view={view} />,
    role: () => <RoleStep t={t} view={view} />,
    preferences: () => <PreferencesStep t={t} view={view} />,
    products: () => <ProductsStep text={text} view={view} />,
    teams: () => <TeamsStep t={t} view={view} />,
    review: () => <ReviewStep text={text} view={view} />,
  };
  return (
    <>
      {header}
      <Wizard
        steps={wizardSteps(t, step, view)}
        form={isKeeping(step) ? STEP_FORM : undefined}
        labels={{ steps: t("common.wizard.steps"), done: t("common.wizard.done") }}
        {...headOf(t, step, view)}
      >
        {content[step]()}
      </Wizard>
    </>
  );
}

function headOf(t: Awaited<ReturnType<typeof pageText>>["t"], step: Step, view: DraftView) {
  const leftOut = view.answers.rows.length - view.invitable.length;
  switch (step) {
    case "preview":
      return {
        title: t("users.wizard.previewTitle", { count: view.invitable.length }),
        description:
          view.invitable.length === 0
            ? t("users.wizard.previewNone")
            : t("users.wizard.previewHint", { count: leftOut }),
      };
    case "preferences":
      return { title: t("users.wizard.preferencesTitle"), description: t("users.wizard.preferencesHint") };
    case "products":
      return { title: t("users.wizard.productsTitle"), description: t("users.wizard.productsHint") };
    case "teams":
      return { title: t("users.wizard.teamsTitle"), description: t("users.wizard.teamsHint") };
    default:
      return { title: t(`users.wizard.${step}Title`) };
  }
}
