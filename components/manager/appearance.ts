/** Cookie that remembers whether the sidebar is folded: `folded` or `open`. */
export const SIDEBAR_COOKIE = "kontor-sidebar";
