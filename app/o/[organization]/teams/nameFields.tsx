import { ColourField } from "@/components/manager/ColourField";
import { TextareaField, TextField } from "@/components/manager/fields";
import { LONGEST_DESCRIPTION, LONGEST_TEAM_NAME, TEAM_COLOURS } from "@/lib/domain/teams/rules/teams";
import type { Translate } from "@/lib/i18n/translator";

/** What names a team: its name, its colour, and what it does (TEAM-1). */
export function nameFields(
  t: Translate,
  { name, colour, description }: { name: string; colour: string | null; description: string },
) {
  return (
    <>
      <TextField
        name="name"
        label={t("teams.name")}
        hint={t("teams.nameHint")}
        defaultValue={name}
        maxLength={LONGEST_TEAM_NAME}
        autoComplete="off"
      />
      <ColourField
        name="colour"
        label={t("teams.colour")}
        options={TEAM_COLOURS.map((value) => ({ value, label: t(`teams.colours.${value}`) }))}
        defaultValue={colour ?? undefined}
      />
      <TextareaField
        name="description"
        label={t("teams.about")}
        hint={t("teams.aboutHint")}
        defaultValue={description}
        maxLength={LONGEST_DESCRIPTION}
        rows={3}
        optional
      />
    </>
  );
}
