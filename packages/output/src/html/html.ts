/** Markup that is safe to put into a page: made only by the template below. */
export interface Html {
  readonly markup: string;
}

type Part = Html | string | number | readonly Html[];

/** Builds markup; every text that is put in is escaped. Not called `html`: formatters would close what is left open. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Html => ({
  markup: strings.reduce((whole, text, at) => {
    const part = at === 0 ? undefined : parts[at - 1];
    return whole + (part === undefined ? "" : markupOf(part)) + text;
  }, ""),
});

/**
 * A stranger's text, isolated so that its direction cannot reorder what stands beside it. The two characters that turn
 * plain letters around are shown instead of obeyed: with them "gpj.exe" reads as "exe.jpg".
 */
export const bdi = (text: string): Html => {
  const shown = text.replaceAll("\u202d", "[U+202D]").replaceAll("\u202e", "[U+202E]");
  return markup`<bdi>${shown}</bdi>`;
};

/** Our own markup, never a text that came from anywhere: elements that begin in one piece and end in another. */
export const verbatim = (markup: string): Html => ({ markup });

export const none: Html = { markup: "" };

const markupOf = (part: Part): string => {
  if (typeof part === "string") return escapeText(part);
  if (typeof part === "number") return String(part);
  return "markup" in part ? part.markup : part.map(({ markup }) => markup).join("");
};

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters other than tab and line feed are shown as replacement characters; HTML forbids them. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const forbidden = /[\0-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;

const escapeText = (text: string): string =>
  text
    .replaceAll("\r\n", "\n")
    .replace(forbidden, "\ufffd")
    .replace(/[&<>"']/g, (character) => escapes[character] ?? "");
