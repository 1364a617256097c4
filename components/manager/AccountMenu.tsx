"use client";

import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/Avatar";
import { Icon } from "@/components/ui/Icon";
import { Menu, MenuItem } from "@/components/ui/Menu";
import { LOCALE_NAMES, LOCALES } from "@/lib/i18n/locales";
import type { ShellLabels } from "./labels";
import type { AccountData, PostTarget } from "./shellTypes";

/** Who is signed in, and what is theirs: at the top right. Opens without JavaScript. */
export function AccountMenu({ data, labels }: { data: AccountData; labels: ShellLabels["account"] }) {
  const { appearance, language, hidden = {} } = data;
  return (
    <Menu
      label={labels.label}
      className="account-trigger"
      menuClassName="account-menu"
      place={false}
      trigger={<Avatar name={data.name} />}
    >
      <div className="account-head" role="none">
        <Avatar name={data.name} size="large" />
        <div>
          <b>{data.name}</b>
          <small>{data.address}</small>
          {data.role ? <small>{data.role}</small> : null}
        </div>
      </div>
      <hr />
      <MenuItem label={labels.manage} href={data.manageHref} />
      <hr />
      <Choices
        label={labels.appearance}
        name="appearance"
        action={appearance.action}
        hidden={hidden}
        current={appearance.current}
        choices={[
          { value: "light", label: labels.light, icon: <Icon name="light" /> },
          { value: "dark", label: labels.dark, icon: <Icon name="dark" /> },
          { value: "auto", label: labels.auto, icon: <Icon name="auto" /> },
        ]}
      />
      <Choices
        label={labels.language}
        name="locale"
        action={language.action}
        hidden={hidden}
        current={language.current}
        choices={LOCALES.map((locale) => ({
          value: locale,
          label: LOCALE_NAMES[locale],
          icon: locale.toUpperCase(),
          lang: locale,
        }))}
      />
      <hr />
      <PostForm action={data.logOut} hidden={hidden}>
        <button type="submit" className="menu-item" role="menuitem">
          {labels.logOut}
        </button>
      </PostForm>
    </Menu>
  );
}

function PostForm({
  action,
  hidden,
  children,
}: {
  action: PostTarget;
  hidden: Readonly<Record<string, string>>;
  children: ReactNode;
}) {
  return (
    <form action={action} method={typeof action === "string" ? "post" : undefined} role="none">
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </form>
  );
}

function Choices({
  label,
  name,
  action,
  hidden,
  current,
  choices,
}: {
  label: string;
  name: string;
  action: PostTarget;
  hidden: Readonly<Record<string, string>>;
  current: string;
  /** `lang`: the language that the label is in, where that is not the page's. */
  choices: readonly { value: string; label: string; icon: ReactNode; lang?: string }[];
}) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group within a menu
    <div className="menu-choices" role="group" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      <PostForm action={action} hidden={hidden}>
        {choices.map((choice) => (
          <button
            key={choice.value}
            type="submit"
            name={name}
            value={choice.value}
            role="menuitemradio"
            aria-checked={choice.value === current}
            aria-label={choice.label}
            title={choice.label}
            lang={choice.lang}
          >
            {choice.icon}
          </button>
        ))}
      </PostForm>
    </div>
  );
}
