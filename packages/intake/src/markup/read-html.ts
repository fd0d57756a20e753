import { cutText } from "../text/well-formed.ts";
import { decodeEntities } from "./decode-entities.ts";

/** The words of a web page or an HTML mail. Nothing is loaded, run or kept as markup. */
export interface HtmlWords {
  readonly text: string;
  readonly truncated: boolean;
  readonly title: string | undefined;
  /** "saved from url=" as browsers write it into a saved page: what the file says, not proof. */
  readonly savedFrom: string | undefined;
  /** Addresses that a program showing the page would have fetched by itself. */
  readonly remoteContentCount: number;
  /** Pictures that stand in the page itself, as data addresses or drawings. */
  readonly embeddedPictureCount: number;
}

const rawText = new Set(["script", "style", "noframes", "xmp", "template"]);
const blocks = new Set(
  "address article aside blockquote body br caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol option p pre section summary table tbody tfoot thead tr ul".split(
    " ",
  ),
);
const loading = new Set(
  "img source input video audio track embed object iframe frame script link body table td th tr image use svg bgsound".split(
    " ",
  ),
);
const remoteAttribute =
  /\s(?:src|srcset|background|poster|data|href|xlink:href)\s*=\s*["']?\s*(?:https?:)?\/\//gi;
const dataAddress = /\bdata:/gi;
const remoteStyle = /(?:url\(\s*["']?\s*|@import\s+["'])(?:https?:)?\/\//gi;

interface Reading {
  readonly pieces: string[];
  remote: number;
  embedded: number;
  title: string | undefined;
  savedFrom: string | undefined;
  preformatted: number;
}

/**
 * Reads a page in one pass, as a browser's tokenizer would, into plain text.
 *
 * Units: `maximumLength` in UTF-16 units of the text. Shape: LF between blocks, a tab between cells, no blank lines
 * in a row. Source: HTML Standard §13.2.5, the parts that decide where text begins and ends.
 */
export const readHtml = (html: string, maximumLength: number): HtmlWords => {
  const reading: Reading = {
    pieces: [],
    remote: 0,
    embedded: 0,
    title: undefined,
    savedFrom: undefined,
    preformatted: 0,
  };
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    if (open < 0) {
      addText(reading, html.slice(at));
      break;
    }
    if (open > at) addText(reading, html.slice(at, open));
    at = readMarkup(reading, html, open);
  }
  const text = tidy(reading.pieces.join(""));
  return {
    text: cutText(text, maximumLength),
    truncated: text.length > maximumLength,
    title: reading.title,
    savedFrom: reading.savedFrom,
    remoteContentCount: reading.remote,
    embeddedPictureCount: reading.embedded,
  };
};

/** Returns where reading goes on. */
const readMarkup = (reading: Reading, html: string, open: number): number => {
  const next = html.charCodeAt(open + 1);
  if (next === 0x21 || next === 0x3f) return skipDeclaration(reading, html, open);
  const name = /^<(\/?)([a-zA-Z][^\s/>]*)/.exec(html.slice(open, open + 64));
  if (name === null) {
    addText(reading, "<");
    return open + 1;
  }
  const end = findTagEnd(html, open);
  if (end === undefined) {
    addText(reading, html.slice(open));
    return html.length;
  }
  const tag = (name[2] ?? "").toLowerCase();
  if (name[1] === "/") {
    closeTag(reading, tag);
    return end;
  }
  openTag(reading, tag, html.slice(open, end));
  if (tag === "title" || tag === "textarea") return readUntilClose(reading, html, end, tag);
  return rawText.has(tag) ? skipRawText(reading, html, end, tag) : end;
};

const skipDeclaration = (reading: Reading, html: string, open: number): number => {
  const isComment = html.startsWith("<!--", open);
  const end = html.indexOf(isComment ? "-->" : ">", open + 2);
  if (isComment) {
    const saved = /^<!-- saved from url=\(\d{4}\)(\S{1,2000})/.exec(html.slice(open, open + 2_100));
    reading.savedFrom ??= saved?.[1];
  }
  // What is never closed is a comment to its end.
  return end < 0 ? html.length : end + (isComment ? 3 : 1);
};

/** Behind the ">" that ends a tag; one inside quotes does not, unless the quotes never close. */
const findTagEnd = (html: string, open: number): number | undefined => {
  let quote = 0;
  for (let i = open + 1; i < html.length; i += 1) {
    const char = html.charCodeAt(i);
    if (quote !== 0) {
      if (char === quote) quote = 0;
    } else if (char === 0x3e) return i + 1;
    else if ((char === 0x22 || char === 0x27) && isAfterEquals(html, i)) quote = char;
  }
  const any = html.indexOf(">", open);
  return any < 0 ? undefined : any + 1;
};

const isAfterEquals = (html: string, at: number): boolean => {
  let before = at - 1;
  while (before > 0 && at - before < 16 && html.charCodeAt(before) <= 0x20) before -= 1;
  return html.charCodeAt(before) === 0x3d;
};

const openTag = (reading: Reading, tag: string, source: string): void => {
  if (loading.has(tag)) {
    reading.remote += countMatches(source, remoteAttribute);
    if (tag === "link" && /\brel\s*=\s*["']?\s*(?:canonical|alternate)/i.test(source)) {
      reading.remote -= countMatches(source, remoteAttribute);
    }
  }
  if (source.includes("url(")) reading.remote += countMatches(source, remoteStyle);
  reading.embedded += tag === "svg" ? 1 : countMatches(source, dataAddress);
  if (tag === "pre") reading.preformatted += 1;
  if (tag === "img") {
    // Mail programs write the emoji that somebody typed as a picture with this text.
    const words = /\salt\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(source);
    addText(reading, words?.[1] ?? words?.[2] ?? "");
  }
  if (tag === "td" || tag === "th") reading.pieces.push("\t");
  addBreak(reading, tag);
};

const closeTag = (reading: Reading, tag: string): void => {
  if (tag === "pre" && reading.preformatted > 0) reading.preformatted -= 1;
  addBreak(reading, tag);
};

const addBreak = (reading: Reading, tag: string): void => {
  if (blocks.has(tag)) reading.pieces.push("\n");
};

/** Title and textarea: text in which tags are no tags. */
const readUntilClose = (reading: Reading, html: string, from: number, tag: string): number => {
  const close = findClose(html, from, tag);
  const text = html.slice(from, close);
  if (tag === "title") {
    reading.title ??= cutText(decodeEntities(text).replace(/\s+/g, " ").trim(), 1_000);
  } else addText(reading, text);
  return close;
};

const skipRawText = (reading: Reading, html: string, from: number, tag: string): number => {
  const close = findClose(html, from, tag);
  if (tag === "style") {
    const style = html.slice(from, close);
    reading.remote += countMatches(style, remoteStyle);
    reading.embedded += countMatches(style, dataAddress);
  }
  return close;
};

const findClose = (html: string, from: number, tag: string): number => {
  const pattern = new RegExp(`</${tag}`, "gi");
  pattern.lastIndex = from;
  return pattern.exec(html)?.index ?? html.length;
};

const countMatches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

const addText = (reading: Reading, raw: string): void => {
  if (raw === "") return;
  const text = decodeEntities(raw);
  reading.pieces.push(reading.preformatted > 0 ? text : text.replace(/[ \t\r\n\f]+/g, " "));
};

/** Blanks at line ends and empty lines in a row go; they are layout. */
const tidy = (text: string): string =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line, i, lines) => line !== "" || (i > 0 && lines[i - 1] !== ""))
    .join("\n")
    .trim();
