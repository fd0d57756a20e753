import {
  type MappedText,
  type Replacement,
  replaceMatches,
  replaceStretches,
} from "./mapped-text.ts";

const looksLikeHtml =
  /<(?:html|head|body|div|p|br|span|table|td|style|font|center|meta|a|b|i)(?:\s[^<>]*)?\/?>/i;

/** Reads pasted HTML as a person would see it: tags gone, hidden padding gone, entities as their characters. */
export const readHtmlAsText = (mapped: MappedText): MappedText => {
  const seen = looksLikeHtml.test(mapped.text) ? dropMarkup(mapped) : mapped;
  return replaceMatches(
    seen,
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z]{2,8}));/g,
    (match) => characterOf(match),
  );
};

const unseenElements = new Set(["style", "script", "title", "head", "template", "noscript"]);
const emptyElements = new Set(["br", "img", "hr", "meta", "link", "input", "wbr", "col", "area"]);
const inlineElements = new Set([
  "a",
  "b",
  "i",
  "u",
  "s",
  "em",
  "strong",
  "span",
  "font",
  "small",
  "big",
  "code",
  "sub",
  "sup",
  "wbr",
]);

/** Ways to write what nobody is to see: filters read it, people do not. */
const hiding =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![\d.])|font-size\s*:\s*0?\.\d|opacity\s*:\s*0(?![\d.])|max-height\s*:\s*0(?![\d.])|(?:^|[\s;"'])(?:color|colour)\s*:\s*(?:#fff(?:fff)?\b|white\b|transparent\b)|\bhidden\b|\bsize\s*=\s*["']?0\b/i;

/**
 * Tag by tag. What a hidden element holds is dropped up to its end; an element that never ends hides nothing, since a
 * browser's repair would be a guess and a dropped threat is worse than a word too many.
 */
const dropMarkup = (mapped: MappedText): MappedText => {
  const replacements: Replacement[] = [];
  const tags = [
    ...mapped.text.matchAll(/<!--[\s\S]*?-->|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s|\/)[^<>]*)?>/g),
  ];
  let skipTo = 0;
  for (const [index, tag] of tags.entries()) {
    if (tag.index < skipTo) continue;
    const end = tag.index + tag[0].length;
    const [, slash, rawName = "", attributes = ""] = tag;
    const name = rawName.toLowerCase();
    const opens = slash === "" && name !== "" && !emptyElements.has(name);
    const isUnseen = opens && (unseenElements.has(name) || hiding.test(attributes));
    const closing = isUnseen ? endOfElement(tags, index, name) : undefined;
    skipTo = closing ?? end;
    const text = name === "" || inlineElements.has(name) ? "" : name === "td" ? " " : "\n";
    replacements.push({ start: tag.index, end: skipTo, text });
  }
  return replaceStretches(mapped, replacements);
};

/** Where the element that begins with this tag ends; `undefined` when it does not. */
const endOfElement = (
  tags: readonly RegExpExecArray[],
  begin: number,
  name: string,
): number | undefined => {
  let depth = 0;
  for (const tag of tags.slice(begin)) {
    if (tag[2]?.toLowerCase() !== name || (tag[3] ?? "").endsWith("/")) continue;
    depth += tag[1] === "/" ? -1 : 1;
    if (depth === 0) return tag.index + tag[0].length;
  }
  return undefined;
};

/** The named characters that letters and prices are written with; any other name stays as it stands. */
const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  shy: "",
  zwj: "",
  zwnj: "",
  ensp: " ",
  emsp: " ",
  thinsp: " ",
  euro: "€",
  pound: "£",
  yen: "¥",
  cent: "¢",
  copy: "©",
  reg: "®",
  hellip: "…",
  ndash: "–",
  mdash: "—",
  middot: "·",
  bull: "•",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  laquo: "«",
  raquo: "»",
  iexcl: "¡",
  iquest: "¿",
  aacute: "á",
  agrave: "à",
  acirc: "â",
  atilde: "ã",
  auml: "ä",
  aring: "å",
  aelig: "æ",
  ccedil: "ç",
  eacute: "é",
  egrave: "è",
  ecirc: "ê",
  euml: "ë",
  iacute: "í",
  igrave: "ì",
  icirc: "î",
  iuml: "ï",
  ntilde: "ñ",
  oacute: "ó",
  ograve: "ò",
  ocirc: "ô",
  otilde: "õ",
  ouml: "ö",
  oslash: "ø",
  oelig: "œ",
  szlig: "ß",
  uacute: "ú",
  ugrave: "ù",
  ucirc: "û",
  uuml: "ü",
  yacute: "ý",
  yuml: "ÿ",
};

const characterOf = ([whole, decimal, hex, name]: RegExpExecArray): string | undefined => {
  if (name !== undefined) {
    const plain = named[name] ?? named[name.toLowerCase()];
    return plain !== undefined && /^[A-Z]/.test(name) ? plain.toUpperCase() : plain;
  }
  const code = decimal === undefined ? Number.parseInt(hex ?? "", 16) : Number(decimal);
  const isCharacter = code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : code === 10 || code === 13 ? "\n" : whole;
};
