import { decodeWords } from "postal-mime";

import { decodeByLabel, decodeUtf8OrWestern, repairWestern } from "../text/decode-text.ts";

/** "text/plain; charset=utf-8": the value in lower case, and its parameters by lower-case name. */
export interface StructuredHeader {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

const maximumParameters = 200;
const parameter = /;\s*([^=;\s"]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"?|([^;]*))/gs;

/**
 * Reads Content-Type and Content-Disposition. The first of two equal parameters counts, as in postal-mime.
 *
 * Source: RFC 2045 §5.1, RFC 2183, RFC 2231 §3–4 (continuations and charsets), RFC 2047 in names although forbidden.
 */
export const parseStructuredHeader = (text: string): StructuredHeader => {
  const clean = text.includes("(") ? withoutComments(text) : text;
  const semicolon = clean.indexOf(";");
  const value = (semicolon < 0 ? clean : clean.slice(0, semicolon)).trim().toLowerCase();
  const parameters = new Map<string, string>();
  if (semicolon < 0) return { value, parameters };
  for (const match of clean.slice(semicolon).matchAll(parameter)) {
    if (parameters.size >= maximumParameters) break;
    const name = (match[1] ?? "").toLowerCase();
    const quoted = match[2]?.replace(/\\(.)/gs, "$1");
    if (!parameters.has(name)) parameters.set(name, quoted ?? (match[3] ?? "").trim());
  }
  return { value, parameters: joinContinuations(parameters) };
};

/**
 * Parenthesised comments go, outside quotes and never inside a value: `name=Invoice(1).pdf` is a name. What was
 * written last is remembered beside the result: looking into a growing string flattens it again each time.
 */
const withoutComments = (text: string): string => {
  const kept: string[] = [];
  let last = "";
  let depth = 0;
  let quoted = false;
  let inValue = false;
  for (let i = 0; i < text.length; i += 1) {
    const char = text.charAt(i);
    if (char === '"' && depth === 0 && last !== "\\") quoted = !quoted;
    const isPlace = !inValue || last === "" || last === " " || last === "\t";
    if (!quoted && char === "(" && (depth > 0 || isPlace)) {
      depth += 1;
      continue;
    }
    if (!quoted && char === ")" && depth > 0) {
      depth -= 1;
      continue;
    }
    if (depth > 0) continue;
    if (!quoted && char === "=") inValue = true;
    else if (!quoted && char === ";") inValue = false;
    kept.push(char);
    last = char;
  }
  // An open end would swallow the boundary that holds the mail together.
  return depth === 0 ? kept.join("") : text;
};

const continuation = /^([^*]+)\*(?:(\d{1,4})(\*)?)?$/;

const joinContinuations = (raw: ReadonlyMap<string, string>): ReadonlyMap<string, string> => {
  let plain = true;
  for (const name of raw.keys()) plain &&= !name.includes("*");
  if (plain) return raw;
  const joined = new Map<string, string>();
  const sections = new Map<string, { order: number; text: string; encoded: boolean }[]>();
  for (const [name, text] of raw) {
    const match = continuation.exec(name);
    const base = match?.[1];
    if (match === null || base === undefined) {
      joined.set(name, text);
      continue;
    }
    const list = sections.get(base) ?? [];
    list.push({
      order: Number(match[2] ?? 0),
      text,
      encoded: match[2] === undefined || match[3] === "*",
    });
    sections.set(base, list);
  }
  for (const [base, list] of sections) {
    joined.set(base, joinSections(list.sort((a, b) => a.order - b.order)));
  }
  return joined;
};

const joinSections = (
  sections: readonly { readonly text: string; readonly encoded: boolean }[],
): string => {
  let charset = "utf-8";
  let result = "";
  let pending = "";
  const flush = (): void => {
    if (pending !== "") result += decodePercent(pending, charset);
    pending = "";
  };
  for (const [i, section] of sections.entries()) {
    if (!section.encoded) {
      flush();
      result += section.text;
      continue;
    }
    const match = i === 0 ? /^([^']*)'[^']*'(.*)$/s.exec(section.text) : null;
    if (match !== null && match[1] !== "") charset = match[1] ?? charset;
    pending += match?.[2] ?? section.text;
  }
  flush();
  return result;
};

const decodePercent = (text: string, charset: string): string => {
  const bytes: number[] = [];
  for (const byte of new TextEncoder().encode(text)) bytes.push(byte);
  const decoded: number[] = [];
  for (let i = 0; i < bytes.length; i += 1) {
    const hex = bytes[i] === 0x25 ? String.fromCharCode(bytes[i + 1] ?? 0, bytes[i + 2] ?? 0) : "";
    if (/^[0-9a-fA-F]{2}$/.test(hex)) {
      decoded.push(Number.parseInt(hex, 16));
      i += 2;
    } else decoded.push(bytes[i] ?? 0);
  }
  const whole = Uint8Array.from(decoded);
  return (decodeByLabel(whole, charset) ?? decodeUtf8OrWestern(whole)).text;
};

const westernWord = /=\?(?:windows-1252|cp1252|iso-8859-1|latin1|us-ascii)[?*]/i;

/** RFC 2047 words decoded; text without any passes untouched. */
export const decodeHeaderText = (text: string): string => {
  if (!text.includes("=?")) return text;
  const decoded = decodeWords(text);
  return westernWord.test(text) ? repairWestern(decoded) : decoded;
};
