"use client";

import { useRouter } from "next/navigation";
import { useEffect, useTransition } from "react";

const isPlainClick = (event: MouseEvent) =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

/** Where a click on a link leads inside the application, or null when the browser should do it. */
function linkTarget(event: MouseEvent): URL | null {
  if (event.defaultPrevented || !isPlainClick(event) || !(event.target instanceof Element)) return null;
  const link = event.target.closest("a");
  if (!link?.hasAttribute("href") || link.target || link.hasAttribute("download")) return null;
  const url = new URL(link.href);
  if (url.origin !== location.origin || url.pathname.startsWith("/api/")) return null;
  const samePage = url.pathname === location.pathname && url.search === location.search;
  return samePage && url.hash ? null : url;
}

/** Where a GET form leads, without its empty fields. */
function formTarget(event: SubmitEvent): URL | null {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "get") return null;
  const url = new URL(form.action);
  if (url.origin !== location.origin) return null;
  const fields = [...new FormData(form, event.submitter)].filter(([, value]) => value !== "");
  url.search = new URLSearchParams(fields.map(([name, value]) => [name, String(value)])).toString();
  return url;
}

/**
 * Turns every plain link and GET form of the page into client-side navigation. One listener instead of one component
 * per link: lists stay light, and without JavaScript everything is what it looks like. Inside
 * `[data-keep-scroll]` the page stays where it is (sorting, filtering), but for what is in `[data-scroll]` (paging).
 */
export function ClientNavigation() {
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  useEffect(() => {
    const go = (event: Event, url: URL | null) => {
      if (!url) return;
      event.preventDefault();
      const nearest = (event.target as Element).closest("[data-keep-scroll], [data-scroll]");
      const scroll = !nearest?.hasAttribute("data-keep-scroll");
      startTransition(() => router.push(url.pathname + url.search + url.hash, { scroll }));
    };
    const onClick = (event: MouseEvent) => go(event, linkTarget(event));
    const onSubmit = (event: SubmitEvent) => go(event, formTarget(event));
    document.addEventListener("click", onClick);
    document.addEventListener("submit", onSubmit);
    // Says that the page answers to clicks: browser tests wait for it.
    document.documentElement.setAttribute("data-ready", "");
    return () => {
      document.removeEventListener("click", onClick);
      document.removeEventListener("submit", onSubmit);
    };
  }, [router]);

  useEffect(() => {
    document.documentElement.toggleAttribute("data-navigating", pending);
  }, [pending]);

  return <div className="navigation-progress" />;
}
