import {
  assert,
  canonicalBytes,
  type EventTime,
  type Exhibit,
  type ExhibitId,
  type Handle,
  type HasherDep,
  type Item,
  type Sha512Hex,
  toWholeMinute,
  utcMsToIso,
} from "@holdfast/evidence";
import { type ItemBasis, type ItemEventTime, type KeptItemJson } from "@holdfast/bundle";

import { type CaseReader } from "../case-reader.ts";
import { exhibitKeys } from "../custody/exhibit-keys.ts";
import type { CustodySummary } from "../custody/read-custody.ts";
import { utf8 } from "../hash.ts";
import { originalName } from "./original-name.ts";

/**
 * The bytes of an exhibit's item.json.
 *
 * They depend on the exhibit, its own entries in the log, and `basis`, and on nothing else that can change: the same
 * bytes come out when a disclosure bag is made a year after the full one.
 */
export const buildItemJson = (
  deps: HasherDep & { readonly reader: CaseReader },
  exhibit: Exhibit,
  custody: CustodySummary,
  basis: ItemBasis,
  sha512: Sha512Hex,
): Uint8Array<ArrayBuffer> => {
  const add = custody.adds.get(exhibit.id);
  assert(add !== undefined, "an exhibit has its entry in the custody log");
  const keys = exhibitKeys(deps, add.entry.salt, basis.nonce);
  // The words of a locked exhibit name it in no bag; and these bytes must stay the same when it is erased later.
  const from = exhibit.derivedFrom?.by === "words-only" ? undefined : exhibit.derivedFrom?.exhibit;
  const fromFolder = from === undefined ? undefined : folderOf(deps, custody, basis, from);
  const json: KeptItemJson = {
    v: 1,
    id: keys.folder,
    kind: exhibit.kind,
    origin: exhibit.origin,
    file: originalName(exhibit.mediaType),
    originalName: exhibit.originalName,
    mediaType: exhibit.mediaType,
    sizeInBytes: exhibit.sizeInBytes,
    sha256: exhibit.sha256,
    sha512,
    salt: keys.salt,
    addedAt: {
      deviceUtc: utcMsToIso(exhibit.addedAt),
      ...(basis.zone === undefined ? {} : { zone: basis.zone }),
      clock: "unverified",
    },
    eventTime: eventTimeOf(exhibit.eventTime),
    source: sourceOf(deps.reader, exhibit),
    shown: {},
    ...(exhibit.derivedFrom === undefined
      ? {}
      : {
          derivedFrom: {
            by: exhibit.derivedFrom.by,
            ...(fromFolder === undefined ? {} : { from: fromFolder }),
          },
        }),
    redactions: [],
    notes: (custody.notes.get(exhibit.id) ?? [])
      .filter((note) => note.seq <= basis.notesUpToSeq)
      .map((note) => ({ at: utcMsToIso(toWholeMinute(note.at)), text: note.text })),
    capturedWith: { version: basis.version, userAgent: basis.userAgent },
    items: { count: add.entry.items, root: add.entry.itemsRoot },
  };
  return canonicalBytes(wellFormed(json));
};

/** The folder of an exhibit in every bag; `undefined` when its entry was erased. */
const folderOf = (
  deps: HasherDep,
  custody: CustodySummary,
  basis: ItemBasis,
  id: ExhibitId,
): string | undefined => {
  const add = custody.adds.get(id);
  return add === undefined ? undefined : exhibitKeys(deps, add.entry.salt, basis.nonce).folder;
};

const eventTimeOf = (time: EventTime): ItemEventTime => {
  switch (time.kind) {
    case "instant": {
      const { precision, basis, offsetMinutes } = time;
      return { kind: "instant", value: instantText(time.at, offsetMinutes), precision, basis };
    }
    case "wall": {
      const { precision, basis, zone } = time;
      const where = zone === undefined ? {} : { zone };
      return { kind: "wall", value: time.local, precision, basis, ...where };
    }
    case "range":
      return {
        kind: "range",
        value: `${utcMsToIso(time.earliest)}/${utcMsToIso(time.latest)}`,
        basis: time.basis,
      };
    case "unknown":
      return { kind: "unknown" };
  }
};

/** ISO 8601 with the offset that the source wrote, or `Z`. */
const instantText = (atMs: number, offsetMinutes: number | undefined): string => {
  if (offsetMinutes === undefined) return utcMsToIso(atMs);
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, "0");
  const sign = offsetMinutes < 0 ? "-" : "+";
  return `${utcMsToIso(atMs + offsetMinutes * 60_000).slice(0, -1)}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

const platforms: readonly (readonly [prefix: string, platform: string])[] = [
  ["whatsapp", "whatsapp"],
  ["eml", "e-mail"],
  ["mbox", "e-mail"],
];

/** Enough to know what an exhibit is about; a chat of a million messages is not read twice for it. */
const itemsLookedAt = 200;

const sourceOf = (reader: CaseReader, exhibit: Exhibit): KeptItemJson["source"] => {
  const items = reader.itemsOf(exhibit.id, { limit: itemsLookedAt }).map(({ item }) => item);
  const platform = platforms.find(([prefix]) => exhibit.formatId.startsWith(prefix))?.[1];
  const handle = onlyOne(items.map((item) => handleText(item.from)));
  const thread = onlyOne(items.map((item: Item) => item.thread));
  return {
    ...(platform === undefined ? {} : { platform }),
    ...(handle === undefined ? {} : { handle }),
    ...(thread === undefined ? {} : { thread }),
  };
};

const handleText = (handle: Handle | undefined): string | undefined => handle?.value;

const onlyOne = (values: readonly (string | undefined)[]): string | undefined => {
  const said = new Set(values.filter((value) => value !== undefined));
  return said.size === 1 ? [...said][0] : undefined;
};

/** Canonical JSON refuses halves of surrogate pairs; a name from a damaged file may hold one. */
const wellFormed = (json: KeptItemJson): KeptItemJson => ({
  ...json,
  originalName: wellFormedText(json.originalName),
  source: Object.fromEntries(
    Object.entries(json.source).map(([key, value]) => [key, wellFormedText(value)]),
  ),
});

const wellFormedText = (text: string): string =>
  new TextDecoder("utf-8", { ignoreBOM: true }).decode(utf8(text));
