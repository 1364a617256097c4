/**
 * A mail as its reader sees it, in a frame that runs no script and is nobody's origin; its links open in a tab of their
 * own. The frame keeps this page's rules about styles, so the sheet (darkness, small screens) stays out.
 */
export function MailPreview({ html, title }: { html: string; title: string }) {
  return (
    <iframe
      className="block w-full h-[760px] border border-line rounded-md"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
      srcDoc={html.replace(/<style>[\s\S]*?<\/style>/, "").replaceAll("light dark", "light")}
      title={title}
    />
  );
}
