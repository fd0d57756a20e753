import { createHash } from "node:crypto";

import {
  type ByteSource,
  bytesToHex,
  bytesToSource,
  canonicalJson,
  type Case,
  caseSchema,
  type Clock,
  type CustodyEntry,
  custodyEntrySchema,
  err,
  type Exhibit,
  type ExhibitId,
  exhibitIdSchema,
  exhibitSchema,
  type Facts,
  type Hasher,
  type Item,
  type Note,
  ok,
  type PicturesPolicy,
  type Random,
  sha256HexSchema,
  tellAgain,
  timeBounds,
  utcMsOf,
} from "@holdfast/evidence";
import { createIntlZoneOffsets } from "@holdfast/evidence";

import type { BagDeps } from "../bag/bag-work.ts";
import type { BagPlan } from "../bag/plan-bag.ts";
import type { CaseReader, ReadItem } from "../case-reader.ts";

export const nodeHasher: Hasher = {
  sha256: () => digestOf("sha256"),
  sha512: () => digestOf("sha512"),
};

const digestOf = (algorithm: string) => {
  const hash = createHash(algorithm);
  return {
    update: (bytes: Uint8Array) => void hash.update(bytes),
    digest: () => new Uint8Array(hash.digest()),
  };
};

export const hashText = (text: string | Uint8Array): string =>
  createHash("sha256").update(text).digest("hex");

/** A stream of random-looking bytes that is the same for the same seed. */
export const seededRandom = (seed: string): Random => {
  let count = 0;
  return {
    bytes: (length) => {
      const bytes = new Uint8Array(length);
      for (let at = 0; at < length; at += 32) {
        const block = createHash("sha256")
          .update(`${seed}:${(count += 1)}`)
          .digest();
        bytes.set(block.subarray(0, Math.min(32, length - at)), at);
      }
      return bytes;
    },
  };
};

type Unsalted = CustodyEntry extends infer E
  ? E extends CustodyEntry
    ? Omit<E, "salt" | "at">
    : never
  : never;

export interface MemoryExhibit {
  readonly id: string;
  readonly bytes: Uint8Array;
  readonly kind?: Exhibit["kind"];
  readonly origin?: Exhibit["origin"];
  readonly originalName?: string;
  readonly mediaType?: string;
  readonly formatId?: string;
  readonly eventTime?: Exhibit["eventTime"];
  readonly derivedFrom?: Exhibit["derivedFrom"];
  readonly withdrawn?: boolean;
  /** As a vault found when it sealed the bytes; without it, texts and what was taken out of a file are words. */
  readonly textOnly?: boolean;
  readonly items?: readonly Item[];
  readonly notes?: readonly Note[];
}

/** A case in memory with a true custody log: what a vault shows to output, and the hands to change it. */
export interface MemoryCase {
  readonly reader: CaseReader;
  readonly deps: BagDeps;
  readonly record: (entry: Unsalted) => void;
  /** As a vault does it, but filled to the next 64 lines only: how much is drawn is the vault's to decide. */
  readonly recordExport: (plan: BagPlan) => void;
  readonly lines: readonly string[];
  readonly openings: Map<number, string>;
  /** What comes back instead of the original. */
  readonly damaged: Map<ExhibitId, ByteSource>;
}

const startOfTests = utcMsOf(2026, 11, 22, 18, 0, 0);

const zones = createIntlZoneOffsets();

const createLog = (random: Random, clock: Clock) => {
  const lines: string[] = [];
  const openings = new Map<number, string>();
  const record = (entry: Unsalted): void => {
    const salt = bytesToHex(random.bytes(32));
    const opening = canonicalJson({ ...entry, salt, at: clock.now() });
    const seq = lines.length + 1;
    const prev = seq === 1 ? "0".repeat(64) : hashText(lines.at(-1) ?? "");
    lines.push(canonicalJson({ v: 1, seq, prev, commit: hashText(opening) }));
    openings.set(seq, opening);
  };
  const recordExport = ({ kind, bag, exhibits }: BagPlan): void => {
    const inBag = new Set(exhibits);
    const own = (id: ExhibitId): readonly Unsalted[] =>
      [...openings.values()]
        .map((opening) => custodyEntrySchema.parse(JSON.parse(opening)))
        .filter((entry) => "exhibit" in entry && entry.exhibit === id)
        .map((entry) => tellAgain(entry, inBag))
        .filter((said) => said !== undefined)
        .map((said) => ({ action: "item.show", bag, exhibit: id, said }));
    const shown = kind === "full" ? [] : exhibits.flatMap(own);
    const free = kind === "full" ? 0 : 64 - ((lines.length + shown.length + 1) % 64);
    for (let at = 0; at < free; at += 1) record({ action: "log.fill" });
    for (const entry of shown) record(entry);
    record({ action: "export", bag, exhibits });
  };
  return { lines, openings, record, recordExport };
};

const readItems = (
  rows: readonly ReadItem[],
  zone: string | undefined,
): Pick<CaseReader, "itemsOf" | "timeline"> => {
  const orderOf = ({ item }: ReadItem): number =>
    timeBounds({ zones }, item.time, zone)?.earliest ?? Number.MAX_SAFE_INTEGER;
  const ordered = rows.toSorted((a, b) => orderOf(a) - orderOf(b) || a.rowId - b.rowId);
  return {
    itemsOf: (id, page) =>
      rows
        .filter((row) => row.exhibits.includes(id) && row.rowId > (page?.afterRowId ?? 0))
        .slice(0, page?.limit),
    timeline: ({ limit = 500, after }) => {
      const start = after === undefined ? 0 : ordered.findIndex((r) => r.rowId === after.rowId) + 1;
      const entries = ordered.slice(start, start + limit);
      const last = entries.at(-1);
      return last === undefined || start + limit >= ordered.length
        ? { entries }
        : { entries, next: { orderMs: orderOf(last), rowId: last.rowId } };
    },
  };
};

const exhibitOf = (given: MemoryExhibit, sha256: string, addedAt: number): Exhibit =>
  exhibitSchema.parse({
    id: given.id,
    kind: given.kind ?? "file",
    origin: given.origin ?? "imported",
    originalName: given.originalName ?? `${given.id}.bin`,
    mediaType: given.mediaType ?? "application/octet-stream",
    formatId: given.formatId ?? "unknown",
    sizeInBytes: given.bytes.length,
    sha256,
    addedAt,
    eventTime: given.eventTime ?? { kind: "unknown" },
    ...(given.derivedFrom === undefined ? {} : { derivedFrom: given.derivedFrom }),
    withdrawn: given.withdrawn ?? false,
  });

const isWords = (given: MemoryExhibit | undefined): boolean =>
  given?.textOnly ?? (given?.mediaType === "text/plain" || given?.origin === "words-only");

export const memoryCase = (
  exhibits: readonly MemoryExhibit[],
  options: {
    readonly pictures?: PicturesPolicy;
    readonly facts?: Facts;
    readonly seed?: string;
  } = {},
): MemoryCase => {
  const random = seededRandom(options.seed ?? "seed");
  let now = startOfTests;
  const clock = { now: () => (now += 1_000) };
  const theCase: Case = caseSchema.parse({
    id: bytesToHex(random.bytes(16)),
    instance: bytesToHex(random.bytes(16)),
    createdAt: startOfTests,
    pictures: options.pictures ?? "all-adult",
    facts: options.facts ?? {},
  });
  const { lines, openings, record, recordExport } = createLog(random, clock);
  record({
    action: "case.create",
    case: theCase.id,
    instance: theCase.instance,
    software: "Holdfast 0.1.0",
  });
  const stored: Exhibit[] = [];
  const blobs = new Map<ExhibitId, Uint8Array>();
  const rows: ReadItem[] = [];
  for (const given of exhibits) {
    const id = exhibitIdSchema.parse(given.id);
    const sha256 = sha256HexSchema.parse(hashText(given.bytes));
    const items = given.items ?? [];
    stored.push(exhibitOf(given, sha256, clock.now()));
    blobs.set(id, given.bytes);
    for (const item of items) rows.push({ rowId: rows.length + 1, exhibits: [id], item });
    record({
      action: "item.add",
      exhibit: id,
      kind: given.kind ?? "file",
      origin: given.origin ?? "imported",
      sha256,
      sizeInBytes: given.bytes.length,
      items: items.length,
      itemsRoot: sha256HexSchema.parse(
        hashText(items.map((it) => `${JSON.stringify(it)}\n`).join("")),
      ),
      notes: given.notes?.length ?? 0,
    });
  }
  const damaged = new Map<ExhibitId, ByteSource>();
  const notes = new Map(exhibits.map((it) => [it.id, it.notes ?? []]));
  const reader: CaseReader = {
    ...readItems(rows, theCase.facts.zone),
    readCase: () => theCase,
    exhibits: () => stored,
    lockedExhibits: () =>
      theCase.pictures === "all-adult"
        ? []
        : stored.filter((_, at) => !isWords(exhibits[at])).map(({ id }) => id),
    openBlob: (id) => {
      const bytes = blobs.get(id);
      if (bytes === undefined) return err({ code: "no_such_exhibit" });
      return ok(damaged.get(id) ?? bytesToSource(bytes));
    },
    notesOf: (id) => notes.get(id) ?? [],
    custodyLines: () => lines,
    custodyOpening: (seq) => openings.get(seq),
  };
  const deps: BagDeps = {
    hasher: nodeHasher,
    random,
    clock,
    reader,
    zones,
    timeZoneData: "2026a",
    software: { version: "0.1.0", userAgent: "holdfast tests" },
  };
  return { reader, deps, record, recordExport, lines, openings, damaged };
};
