"use client";

import { usePathname } from "next/navigation";
import { lazy, Suspense, type SyntheticEvent, useState } from "react";
import { Avatar } from "@/components/ui/Avatar";
import { Icon } from "@/components/ui/Icon";
import type { ShellLabels } from "./labels";
import { switchHref } from "./navigation";
import type { NavSection, SwitcherData, SwitcherEntry } from "./shellTypes";

const loadPicker = () => import("./Picker");
const Picker = lazy(async () => ({ default: (await loadPicker()).Picker }));

/** The organization at the top left. Without JavaScript it is a link to all organizations. */
export function OrganizationSwitcher({
  data,
  sections,
  labels,
}: {
  data: SwitcherData;
  sections: readonly NavSection[];
  labels: ShellLabels["switcher"];
}) {
  const path = usePathname();
  const [open, setOpen] = useState(false);
  const { current } = data;
  const option = ([slug, name, role]: SwitcherEntry) => ({
    key: slug,
    label: name,
    detail: role,
    href: switchHref(data.href, slug, current ? { slug: current.slug, path, sections } : null),
    checked: slug === current?.slug,
    icon: <Avatar name={name} shape="square" size="small" />,
  });
  const show = (event: SyntheticEvent) => {
    event.preventDefault();
    setOpen(true);
  };
  return (
    <section className="switcher" aria-labelledby="current-organization">
      {current ? <Avatar name={current.name} shape="square" /> : null}
      <div id="current-organization">
        <b>{current?.name ?? labels.all}</b>
        {current ? <small>{current.role}</small> : null}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a button cannot be a link where there is no JavaScript */}
      <a
        href={data.allHref}
        role="button"
        aria-label={labels.label}
        aria-describedby="current-organization"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={show}
        onKeyDown={(event) => {
          if (event.key === " " || event.key === "ArrowDown") show(event);
        }}
        onPointerEnter={() => void loadPicker()}
        onFocus={() => void loadPicker()}
      >
        <Icon name="switch" />
      </a>
      {open ? (
        <Suspense>
          <Picker
            label={labels.label}
            placeholder={labels.search}
            empty={labels.empty}
            groups={[
              { title: labels.mine, options: data.mine.map(option) },
              { title: labels.clients, options: data.clients.map(option) },
            ]}
            links={[
              { label: labels.all, href: data.allHref, icon: <Icon name="organizations" /> },
              { label: labels.create, href: data.createHref, icon: <Icon name="add" /> },
            ]}
            onClose={() => setOpen(false)}
          />
        </Suspense>
      ) : null}
    </section>
  );
}
