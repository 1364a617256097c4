import {
  Activity,
  BadgeCheck,
  Blocks,
  Building2,
  CalendarClock,
  CreditCard,
  Handshake,
  House,
  KeyRound,
  Landmark,
  Languages,
  LifeBuoy,
  Mail,
  Package,
  PiggyBank,
  Receipt,
  ReceiptText,
  Settings,
  ShieldCheck,
  Store,
  SunMoon,
  UserRound,
  Users,
} from "lucide-react";

const ICONS = {
  overview: House,
  products: Package,
  users: Users,
  teams: Blocks,
  partner: Handshake,
  reseller: Store,
  toPay: CreditCard,
  renewals: CalendarClock,
  invoices: ReceiptText,
  prepaid: PiggyBank,
  paymentProfiles: Landmark,
  billingAddresses: Receipt,
  activity: Activity,
  settings: Settings,
  support: LifeBuoy,
  profile: UserRound,
  organizations: Building2,
  security: ShieldCheck,
  appearance: SunMoon,
  language: Languages,
  mail: Mail,
  key: KeyRound,
  verified: BadgeCheck,
};

/** The icons that data may name (navigation, empty states). */
export type IconName = keyof typeof ICONS;

/** An icon by name; decoration only, the word stands beside it. */
export function Icon({ name }: { name: IconName }) {
  const Glyph = ICONS[name];
  return <Glyph aria-hidden="true" />;
}
