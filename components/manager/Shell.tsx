import type { ReactNode } from "react";
import { Frame } from "./Frame";
import { pack } from "./packed";
import type { AccountData, FrameData } from "./shellTypes";

/**
 * The frame of the Manager: switcher at the top left, navigation, command palette, account at the top right, and the page
 * in `<main id="content">`. Everything is data; it knows no role and no rule.
 */
export function Shell({
  account,
  children,
  ...data
}: FrameData & { account: AccountData; children: ReactNode }) {
  return (
    <Frame data={pack<FrameData>(data)} account={account}>
      {children}
    </Frame>
  );
}
