import { z } from "zod";
import {
  attachmentSchema,
  canonicalJson,
  civilOfUtcMs,
  civilToWallTime,
  type EventTime,
  eventTimeSchema,
  type Handle,
  handleSchema,
  type Item,
  itemDetailsSchema,
  itemFlagSchema,
  type ItemKind,
  itemKindSchema,
  type TimeBasis,
  timeBasisSchema,
  type TimePrecision,
  timePrecisionSchema,
  wallTimeToUtcMs,
} from "@holdfast/evidence";

/**
 * How an item lies in its row: the columns that queries need, and `rest`, canonical JSON of whatever else it has.
 * Most messages have no rest at all: a million of them are a few dozen bytes each and their text.
 */
const restSchema = z.strictObject({
  member: z.array(z.string()).readonly().exactOptional(),
  to: z.array(handleSchema).readonly().exactOptional(),
  subject: z.string().exactOptional(),
  flags: z.array(itemFlagSchema).readonly().exactOptional(),
  attachments: z.array(attachmentSchema).readonly().exactOptional(),
  details: itemDetailsSchema.exactOptional(),
  offsetMinutes: z.int().exactOptional(),
  zone: z.string().exactOptional(),
  /** A time that the columns cannot hold without loss. */
  time: eventTimeSchema.exactOptional(),
});
type Rest = z.infer<typeof restSchema>;

/** Stored numbers: only ever added to. 0 is by far the most frequent kind, and an index leaves it out. */
const kindCodes: Readonly<Record<ItemKind, number>> = {
  message: 0,
  call: 1,
  email: 2,
  picture: 3,
  recording: 4,
  document: 5,
  "web-page": 6,
  "sign-in": 7,
  "app-grant": 8,
  payment: 9,
  note: 10,
};
const basisCodes: Readonly<Record<TimeBasis, number>> = {
  "message-header": 0,
  "export-text": 1,
  "container-metadata": 2,
  "shown-on-screen": 3,
  "file-metadata": 4,
  recollection: 5,
};
const precisionCodes: Readonly<Record<TimePrecision, number>> = {
  millisecond: 0,
  second: 1,
  minute: 2,
  day: 3,
};
const kindOfCode = new Map(itemKindSchema.options.map((kind) => [kindCodes[kind], kind]));
const basisOfCode = new Map(timeBasisSchema.options.map((basis) => [basisCodes[basis], basis]));
const precisionOfCode = new Map(
  timePrecisionSchema.options.map((precision) => [precisionCodes[precision], precision]),
);

/** In the tens of `time_code`: the source tells the day alone. */
export const dayPrecisionCode = precisionCodes.day;

export const kindToCode = (kind: ItemKind): number => kindCodes[kind];

/** `time_code` of a wall time: these are computed anew when the case's zone changes. */
export const wallCodes = { least: 100, most: 199 } as const;
const timeKind = { instant: 0, wall: 1, unknown: 3, other: 4 } as const;

export interface EncodedItem {
  readonly kind: number;
  readonly timeCode: number;
  readonly wallMs: number | null;
  readonly text: string | null;
  readonly rest: string | null;
}

export const encodeItem = (item: Item): EncodedItem => {
  const time = encodeTime(item.time);
  const rest: Rest = {
    ...(item.span.member === undefined ? {} : { member: item.span.member }),
    ...(item.to === undefined ? {} : { to: item.to }),
    ...(item.subject === undefined ? {} : { subject: item.subject }),
    ...(item.flags === undefined ? {} : { flags: item.flags }),
    ...(item.attachments === undefined ? {} : { attachments: item.attachments }),
    ...(item.details === undefined ? {} : { details: item.details }),
    ...time.rest,
  };
  let isEmpty = true;
  for (const _ in rest) {
    isEmpty = false;
    break;
  }
  return {
    kind: kindToCode(item.kind),
    timeCode: time.code,
    wallMs: time.wallMs,
    text: item.text ?? null,
    rest: isEmpty ? null : canonicalJson(rest),
  };
};

interface EncodedTime {
  readonly code: number;
  readonly wallMs: number | null;
  readonly rest: Pick<Rest, "offsetMinutes" | "zone" | "time">;
}

const encodeTime = (time: EventTime): EncodedTime => {
  switch (time.kind) {
    case "instant":
      return {
        code: codeOf(timeKind.instant, precisionCodes[time.precision], basisCodes[time.basis]),
        wallMs: null,
        rest: time.offsetMinutes === undefined ? {} : { offsetMinutes: time.offsetMinutes },
      };
    case "wall": {
      const wallMs = wallTimeToUtcMs(time.local);
      // A date that no calendar has ("2026-02-30") would come back as another one.
      const isKept = civilToWallTime(civilOfUtcMs(wallMs)) === time.local;
      return {
        code: codeOf(timeKind.wall, precisionCodes[time.precision], basisCodes[time.basis]),
        wallMs,
        rest: {
          ...(time.zone === undefined ? {} : { zone: time.zone }),
          ...(isKept ? {} : { time }),
        },
      };
    }
    case "range":
      return { code: codeOf(timeKind.other, 0, 0), wallMs: null, rest: { time } };
    case "unknown":
      return { code: codeOf(timeKind.unknown, 0, 0), wallMs: null, rest: {} };
  }
};

const codeOf = (kind: number, precision: number, basis: number): number =>
  kind * 100 + precision * 10 + basis;

export interface StoredColumns {
  readonly kind: number;
  readonly orderMs: number;
  readonly wallMs: number | null;
  readonly timeCode: number;
  readonly spanOffset: number;
  readonly spanLength: number;
  readonly from: Handle | undefined;
  readonly thread: string | undefined;
  readonly text: string | null;
  readonly rest: string | null;
}

/** `undefined`: the row does not hold what this code writes. */
export const decodeItem = (row: StoredColumns): Item | undefined => {
  const kind = kindOfCode.get(row.kind);
  const rest = row.rest === null ? {} : decodeRest(row.rest);
  if (kind === undefined || rest === undefined) return undefined;
  const time = decodeTime(row, rest);
  if (time === undefined) return undefined;
  return {
    kind,
    span: {
      offset: row.spanOffset,
      length: row.spanLength,
      ...(rest.member === undefined ? {} : { member: rest.member }),
    },
    time,
    ...(row.from === undefined ? {} : { from: row.from }),
    ...(rest.to === undefined ? {} : { to: rest.to }),
    ...(row.thread === undefined ? {} : { thread: row.thread }),
    ...(rest.subject === undefined ? {} : { subject: rest.subject }),
    ...(row.text === null ? {} : { text: row.text }),
    ...(rest.flags === undefined ? {} : { flags: rest.flags }),
    ...(rest.attachments === undefined ? {} : { attachments: rest.attachments }),
    ...(rest.details === undefined ? {} : { details: rest.details }),
  };
};

export const decodeRest = (text: string): Rest | undefined => {
  const parsed = restSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
};

const decodeTime = (row: StoredColumns, rest: Rest): EventTime | undefined => {
  if (rest.time !== undefined) return rest.time;
  const precision = precisionOfCode.get(Math.floor(row.timeCode / 10) % 10);
  const basis = basisOfCode.get(row.timeCode % 10);
  if (precision === undefined || basis === undefined) return undefined;
  switch (Math.floor(row.timeCode / 100)) {
    case timeKind.instant:
      return {
        kind: "instant",
        at: row.orderMs,
        precision,
        basis,
        ...(rest.offsetMinutes === undefined ? {} : { offsetMinutes: rest.offsetMinutes }),
      };
    case timeKind.wall:
      return {
        kind: "wall",
        local: civilToWallTime(civilOfUtcMs(row.wallMs ?? 0)),
        precision,
        basis,
        ...(rest.zone === undefined ? {} : { zone: rest.zone }),
      };
    case timeKind.unknown:
      return { kind: "unknown" };
    default:
      return undefined;
  }
};

/** All of an item that search looks at, unfolded. Names of people only where they are few: a chat repeats its two. */
export const searchTextOf = (item: Item): string => {
  if (item.subject === undefined && item.attachments === undefined && item.kind === "message") {
    return item.text ?? "";
  }
  const parts = [item.subject, item.text, ...(item.attachments ?? []).map((file) => file.name)];
  if (item.kind !== "message") {
    parts.push(item.from?.value, ...(item.to ?? []).map((handle) => handle.value));
  }
  return parts.filter((part) => part !== undefined).join("\n");
};
