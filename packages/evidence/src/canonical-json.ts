import { assert } from "./assert.ts";

/** What JSON can hold; `undefined` members are left out, as `JSON.stringify` does. */
export type Json =
  null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

const loneSurrogate = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Serialises a value so that equal values give equal bytes on every machine.
 *
 * Errors: throws on NaN, infinities and lone surrogates, which RFC 8785 refuses; a parser must not have let them in.
 * Source: RFC 8785 (keys by UTF-16 code units, ECMAScript numbers, shortest string escapes).
 */
export const canonicalJson = (value: Json): string => {
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") {
    assert(Number.isFinite(value), "canonical JSON holds finite numbers only");
    return JSON.stringify(value);
  }
  if (value === null || typeof value === "boolean") return String(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  let members = "";
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member === undefined) continue;
    members += (members === "" ? "" : ",") + canonicalKey(key) + canonicalJson(member);
  }
  return `{${members}}`;
};

/** The same few keys stand in millions of items; a hostile file's own keys must not fill the memory. */
const knownKeys = new Map<string, string>();
const maximumKnownKeys = 1_000;

const canonicalKey = (key: string): string => {
  const known = knownKeys.get(key);
  if (known !== undefined) return known;
  const written = `${canonicalString(key)}:`;
  if (knownKeys.size < maximumKnownKeys) knownKeys.set(key, written);
  return written;
};

/** The UTF-8 bytes of the canonical JSON: what is hashed and signed. */
export const canonicalBytes = (value: Json): Uint8Array<ArrayBuffer> =>
  new TextEncoder().encode(canonicalJson(value));

/** Nearly all text has none at all, and asking only that is many times as fast. */
const anySurrogate = /[\uD800-\uDFFF]/;

const canonicalString = (text: string): string => {
  assert(
    !anySurrogate.test(text) || !loneSurrogate.test(text),
    "canonical JSON holds well-formed text only",
  );
  return JSON.stringify(text);
};

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);
