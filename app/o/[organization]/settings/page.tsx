import type { Metadata } from "next";
import { PageHeader } from "@/components/manager/PageHeader";
import { Callout } from "@/components/ui/Callout";
import { Card } from "@/components/ui/Card";
import { DescriptionList } from "@/components/ui/DescriptionList";
import { settings } from "@/lib/domain/organizations/queries/settings";
import { pageText } from "@/lib/i18n/page";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";
import { CoordinatesForm } from "./CoordinatesForm";
import { CoordinatesRead } from "./CoordinatesRead";

type Props = PageProps<"/o/[organization]/settings">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ t }, { organization }] = await Promise.all([pageText(), params]);
  const { coordinates } = await ask(settings, organization, {});
  return { title: `${t("organizations.settings.title")} · ${coordinates.name}` };
}

export default async function SettingsPage({ params }: Props) {
  const [{ t, locale }, { organization }] = await Promise.all([pageText(), params]);
  const { person, coordinates, isComplete, mayEdit } = await ask(settings, organization, {});
  return (
    <>
      <PageHeader
        title={t("organizations.settings.title")}
        description={t("organizations.settings.description", { name: coordinates.name })}
      />
      <div className="grid max-w-3xl gap-6">
        {isComplete ? null : <Callout tone="caution">{t("organizations.settings.incomplete")}</Callout>}
        <Card
          id="coordinates"
          title={t("organizations.settings.coordinates")}
          description={t(
            mayEdit ? "organizations.settings.coordinatesHint" : "organizations.settings.readOnly",
          )}
        >
          {mayEdit ? (
            <CoordinatesForm t={t} locale={locale} coordinates={coordinates} userId={person.userId} />
          ) : (
            <CoordinatesRead t={t} locale={locale} coordinates={coordinates} />
          )}
        </Card>
        <Card id="fixed" title={t("organizations.settings.fixed")}>
          <DescriptionList
            items={[
              {
                term: t("organizations.settings.currency"),
                value: (
                  <>
                    {t(`organizations.settings.currencies.${coordinates.currency}`)}
                    <p className="text-sm text-muted">{t("organizations.settings.currencyWhy")}</p>
                  </>
                ),
              },
              {
                term: t("organizations.settings.kind"),
                value: t(`organizations.settings.kinds.${coordinates.kind}`),
              },
              {
                term: t("organizations.settings.address"),
                value: <code className="font-mono text-sm">{routes.overview(coordinates.slug)}</code>,
              },
            ]}
          />
        </Card>
      </div>
    </>
  );
}
