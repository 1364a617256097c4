import type { ReactNode } from "react";
import { Logo } from "@/components/ui/Logo";
import { ClientNavigation } from "./ClientNavigation";
import { type LanguageChoice, LanguageLinks } from "./LanguageLinks";

/** A public page: logo, one card with the one h1, and the languages below. */
export function AuthCard({
  title,
  description,
  children,
  brand,
  languages,
  wide,
}: {
  title: string;
  description?: ReactNode;
  children: ReactNode;
  brand: { name: string; href: string };
  languages: LanguageChoice;
  wide?: boolean;
}) {
  return (
    <div className="auth">
      <ClientNavigation />
      <header>
        <a className="brand" href={brand.href}>
          <Logo />
          {brand.name}
        </a>
      </header>
      <main id="content" data-wide={wide ? "" : undefined}>
        <h1>{title}</h1>
        {description ? <p>{description}</p> : null}
        <div className="mt-6">{children}</div>
      </main>
      <footer>
        <LanguageLinks {...languages} />
      </footer>
    </div>
  );
}
