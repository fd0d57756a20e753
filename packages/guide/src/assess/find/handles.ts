import { findPhoneNumbersInText, type CountryCode, isSupportedCountry } from "libphonenumber-js";

import type { Stretch } from "../undisguise/mapped-text.ts";

/** How the other side can be reached, as the text gives it. */
export interface FoundHandle extends Stretch {
  readonly kind: "email" | "phone" | "username" | "url";
  /** A phone number in E.164; everything else as it stands. Addresses are defanged where they are shown, not here. */
  readonly value: string;
}

const email =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}(?![\p{L}\p{N}-])/gu;
const url =
  /(?<![\p{L}\p{N}])(?:h(?:tt|xx)ps?(?::|\[:\])\/\/|www\.)[^\s<>"'“”]{3,2000}|(?<![\p{L}\p{N}@.])(?:t\.me|wa\.me|instagram\.com|facebook\.com|fb\.com|snapchat\.com\/add|tiktok\.com|twitter\.com|x\.com|onlyfans\.com|paypal\.me|cash\.app|discord\.gg)\/[^\s<>"'“”]{1,200}/giu;
const username = /(?<![\p{L}\p{N}@./])@[A-Za-z0-9_](?:[A-Za-z0-9_.]{1,29})(?![\p{L}\p{N}@])/gu;

/**
 * Addresses, names and numbers in a text, each once at its place.
 *
 * @param country where the person lives, for numbers written without a country; a number that could be anybody's is left out
 */
export const findHandles = (text: string, country?: string): readonly FoundHandle[] => {
  const found: FoundHandle[] = [];
  const add = (handle: FoundHandle): void => {
    if (!found.some((other) => other.start < handle.end && handle.start < other.end))
      found.push(handle);
  };
  for (const { 0: value, index } of text.matchAll(url)) {
    const bare = value.replace(/[).,;:!?\]]+$/u, "");
    add({ kind: "url", value: bare, start: index, end: index + bare.length });
  }
  for (const { 0: value, index } of text.matchAll(email)) {
    add({ kind: "email", value, start: index, end: index + value.length });
  }
  for (const { 0: value, index } of text.matchAll(username)) {
    const bare = value.replace(/\.+$/, "");
    add({ kind: "username", value: bare, start: index, end: index + bare.length });
  }
  for (const { number, startsAt, endsAt } of phoneNumbersIn(text, country)) {
    add({ kind: "phone", value: number.number, start: startsAt, end: endsAt });
  }
  return found.toSorted((a, b) => a.start - b.start);
};

const phoneNumbersIn = (text: string, country: string | undefined) =>
  findPhoneNumbersInText(
    text,
    country !== undefined && isSupported(country) ? { defaultCountry: country } : {},
  );

const isSupported = (country: string): country is CountryCode => isSupportedCountry(country);
