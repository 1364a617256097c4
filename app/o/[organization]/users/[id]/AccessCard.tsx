import { Card } from "@/components/ui/Card";
import { hasAllRights } from "@/lib/access/roles";
import { userReach } from "@/lib/domain/products/queries/userReach";
import type { Translate } from "@/lib/i18n/translator";
import { routes } from "@/lib/kernel/routes";
import { ask } from "@/lib/pipeline/request";

/** As many names as fit into a sentence. */
const NAMED = 4;

/** What somebody reaches in short, with the way to all of it and why. */
export async function AccessCard({ t, slug, id }: { t: Translate; slug: string; id: string }) {
  const view = await ask(userReach, slug, { id, table: {} });
  if (view.show !== "people") return null;
  const { member, products, total } = view;
  const named = products.slice(0, NAMED).map((product) => product.name);
  const names = { products: named.join(", "), count: total - named.length };
  return (
    <Card
      id="access"
      title={t("access.user.card")}
      action={<a href={routes.userAccess(slug, id)}>{t("access.user.cardLink")}</a>}
    >
      <p className="[overflow-wrap:anywhere]">
        {hasAllRights(member.role)
          ? t("access.user.cardAll", { role: t(`common.roles.${member.role}`) })
          : total === 0
            ? t("access.user.cardNone")
            : t(total > named.length ? "access.user.cardMore" : "access.user.cardSome", names)}
      </p>
    </Card>
  );
}
