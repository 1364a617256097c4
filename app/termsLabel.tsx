import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";

/**
 * "I accept the general terms", with the terms a click away in a tab of their own: the form keeps what was typed.
 * A function, so that the form finds the words in it for its summary of errors.
 */
export const termsLabel = (t: Translate) => (
  // One element: the label beside a checkbox lays out its children apart.
  <span>
    {t.rich("terms.accept", {
      link: (chunks) => (
        <a href={routes.terms()} target="_blank" rel="noopener" className="underline">
          {chunks}
          <span className="sr-only"> {t("terms.newTab")}</span>
        </a>
      ),
    })}
  </span>
);
