import type { AppMessageCode } from "@holdfast/words";

/** What a person would call the place a file came from; several formats belong to one. */
const platformByFormat: Readonly<Record<string, PlatformId>> = {
  "whatsapp-txt": "whatsapp",
  "whatsapp-zip": "whatsapp",
  eml: "mail",
  mbox: "mail",
  html: "pages",
  picture: "pictures",
  media: "recordings",
  pdf: "papers",
  "plain-text": "words",
};

export const platformIds = [
  "whatsapp",
  "mail",
  "pages",
  "pictures",
  "recordings",
  "papers",
  "words",
  "other",
] as const;
export type PlatformId = (typeof platformIds)[number];

export const platformOf = (formatId: string): PlatformId => platformByFormat[formatId] ?? "other";

export const platformMessage = (id: PlatformId): AppMessageCode => `see_platform_${id}`;

/** The platforms that are there, each with its formats, in the order of the list. */
export const groupFormats = (
  formats: Iterable<string>,
): readonly { readonly id: PlatformId; readonly formats: readonly string[] }[] => {
  const present = [...new Set(formats)];
  return platformIds.flatMap((id) => {
    const own = present.filter((format) => platformOf(format) === id);
    return own.length === 0 ? [] : [{ id, formats: own }];
  });
};
