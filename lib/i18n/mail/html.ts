import { PRODUCT_NAME } from "@/lib/kernel/product";
import type { Letter } from "./letter";
import { STRONG } from "./words";

/*
 * Styles stand on the elements, because many readers drop the rest; the sheet only adds darkness and small screens.
 * The colours are those of app/styles/tokens.css, by value: a mail knows no variables.
 */
const FONT =
  "font-family:Inter,-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,'Helvetica Neue',Arial,sans-serif";

const DARK: Record<string, string> = {
  "k-page": "background:#0e1013",
  "k-card": "background:#15181c;border-color:#262b31",
  "k-ink": "color:#eceff2",
  "k-muted": "color:#9ba5b2",
  "k-facts": "background:#1b1f24;border-color:#262b31",
  "k-button": "background:#4666d9;border-color:#4666d9;color:#ffffff",
  "k-link": "color:#9db2ff",
  "k-mark": "background:#4666d9;color:#ffffff",
};

const important = (declarations: string) => `${declarations.replaceAll(";", "!important;")}!important`;

const SHEET = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  "@media (max-width:600px){.k-card{padding:28px 20px!important}.k-page{padding:20px 12px!important}}",
  `@media (prefers-color-scheme:dark){${Object.entries(DARK)
    .map(([name, declarations]) => `.${name}{${important(declarations)}}`)
    .join("")}}`,
].join("\n");

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** A sentence with its emphasis. */
const rich = (text: string) =>
  escaped(text)
    .replaceAll(STRONG.open, '<strong style="font-weight:600">')
    .replaceAll(STRONG.close, "</strong>");

const paragraph = (text: string, style = "") =>
  text === ""
    ? ""
    : `<p class="k-ink" style="margin:0 0 16px;font-size:16px;line-height:25px;color:#131820;${style}">${rich(text)}</p>`;

/** The letter as an HTML page: one card, one button, no image, readable in light and dark. */
export function asHtml(letter: Letter): string {
  const plain = (text: string) => escaped(text.replaceAll(STRONG.open, "").replaceAll(STRONG.close, ""));
  return `<!doctype html>
<html lang="${escaped(letter.locale)}" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<meta name="format-detection" content="telephone=no,date=no,address=no,email=no,url=no">
<title>${plain(letter.subject)}</title>
<style>${SHEET}</style>
</head>
<body class="k-page" style="margin:0;padding:40px 16px;background:#f6f7f9;${FONT};-webkit-text-size-adjust:100%">
<div style="display:none;max-height:0;max-width:0;overflow:hidden;opacity:0;font-size:1px;line-height:1px">${plain(letter.body)}${"&#847;&zwnj;&nbsp;".repeat(40)}</div>
<!--[if mso]><table role="presentation" width="560" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->
<div role="article" aria-label="${plain(letter.subject)}" style="max-width:560px;margin:0 auto">
<p class="k-ink" style="margin:0 0 20px;font-size:16px;line-height:28px;font-weight:600;letter-spacing:-0.01em;color:#131820"><span class="k-mark" aria-hidden="true" style="display:inline-block;width:28px;height:28px;margin-right:10px;border-radius:7px;background:#2b4fc2;color:#ffffff;font-size:15px;line-height:28px;font-weight:700;text-align:center;letter-spacing:0">${PRODUCT_NAME.charAt(0)}</span>${PRODUCT_NAME}</p>
<div class="k-card" style="padding:36px 40px;background:#ffffff;border:1px solid #e3e6eb;border-radius:12px;overflow-wrap:break-word;word-break:break-word">
<h1 class="k-ink" style="margin:0 0 20px;font-size:22px;line-height:30px;font-weight:600;letter-spacing:-0.015em;color:#131820">${plain(letter.title)}</h1>
${paragraph(letter.greeting)}${paragraph(letter.body)}${facts(letter)}${button(letter)}${paragraph(letter.note, "margin-bottom:0")}${address(letter)}
</div>
<p class="k-muted" style="margin:20px 0 0;padding:0 4px;font-size:13px;line-height:20px;color:#586272">${rich(letter.reason)}</p>
</div>
<!--[if mso]></td></tr></table><![endif]-->
</body>
</html>
`;
}

function facts({ facts: all }: Letter): string {
  if (all.length === 0) return "";
  const rows = all.map(
    ({ term, value }, index) =>
      `<div style="${index === 0 ? "" : "margin-top:12px"}"><div class="k-muted" style="font-size:13px;line-height:18px;color:#586272">${rich(term)}</div><div class="k-ink" style="font-size:15px;line-height:22px;font-weight:500;color:#131820">${rich(value)}</div></div>`,
  );
  return `<div class="k-facts" style="margin:0 0 20px;padding:16px 20px;background:#f6f7f9;border:1px solid #e3e6eb;border-radius:8px">${rows.join("")}</div>`;
}

// The border makes the button in Outlook, which knows no padding on links.
const button = ({ button: target }: Letter) =>
  target
    ? `<p style="margin:28px 0"><a class="k-button" href="${escaped(target.url)}" target="_blank" rel="noopener noreferrer" style="display:inline-block;border:solid #2b4fc2;border-width:12px 22px;border-radius:8px;background:#2b4fc2;color:#ffffff;font-size:16px;line-height:20px;font-weight:600;text-decoration:none">${escaped(target.label)}</a></p>`
    : "";

const address = ({ button: target, linkHint }: Letter) =>
  target
    ? `<p class="k-muted" style="margin:24px 0 0;font-size:13px;line-height:20px;color:#586272">${escaped(linkHint)}<br><a class="k-link" href="${escaped(target.url)}" target="_blank" rel="noopener noreferrer" style="color:#2849b5;text-decoration:underline;word-break:break-all">${escaped(target.url)}</a></p>`
    : "";
