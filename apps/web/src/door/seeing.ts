import type {
  Case,
  CustodyEntry,
  Exhibit,
  ExhibitId,
  Facts,
  ItemKind,
  Note,
} from "@holdfast/evidence";
import type { SearchPage, StoredItem, TimelineCursor, TimelinePage } from "@holdfast/vault";

import type { Answer, Work } from "./work.ts";

export interface TimelineFilter {
  readonly kinds?: readonly ItemKind[];
  /** Handles as they stand in the source; a person is all of their handles. */
  readonly handles?: readonly string[];
  /** The platform: formats that belong to it, as `KeptFile.format` has them. */
  readonly formats?: readonly string[];
}

/** Words within what is chosen; each word must be found, whole or in part. */
export interface SearchRequest extends TimelineFilter {
  readonly text: string;
  /** "2026-03-05", as `DayCount.day`; both days included. What has no known time is in every span. */
  readonly firstDay?: string;
  readonly lastDay?: string;
}

/** Counted up to a thousand: `more` says that there are others. */
export interface HitCount {
  readonly items: number;
  readonly more: boolean;
}

/** Where to look when nothing was found; every one of these finds something. */
export interface WaysOn {
  /** The same words without what was chosen. */
  readonly everywhere?: HitCount;
  /** Other spellings first, then the same with a word less. */
  readonly others: readonly { readonly text: string; readonly hits: HitCount }[];
}

export interface TimelineRequest extends TimelineFilter {
  /** Milliseconds since 1970 UTC; items whose possible time overlaps are included, and those of no known time. */
  readonly from?: number;
  readonly to?: number;
  /** At most 1,000; default 100. */
  readonly limit?: number;
  /**
   * Where the page begins: `next` of the page before, or the start of a day: `{ orderMs: day.startMs - 1,
   * rowId: Number.MAX_SAFE_INTEGER }`. A day that is not the first thing shown is loaded this way, without those before.
   */
  readonly after?: TimelineCursor;
}

/** What a day holds: for the drawn rhythm, for the height of a list that is not loaded, and to jump to. */
export interface DayCount {
  /** "2026-03-05", in the zone of the case; in UTC while none is known. */
  readonly day: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** Milliseconds since 1970 UTC; the earliest possible times of its items lie from here on. */
  readonly startMs: number;
  readonly total: number;
  /** Between 22:00 and 06:00. */
  readonly atNight: number;
  /** By handle as it stands in the source; items without a sender are in `total` alone. */
  readonly bySender: Readonly<Record<string, number>>;
}

export interface Days {
  readonly days: readonly DayCount[];
  /** Items of no known time: they stand at the end of the timeline. */
  readonly withoutTime: number;
  /** How many came in each hour of the week, on the same clock; 168 of them from Monday 00:00. Days alone are left out. */
  readonly week: readonly number[];
}

export interface ExhibitSummary {
  readonly exhibit: Exhibit;
  /** A picture in a protected case: no bytes, no hash on any screen (care rule 3). */
  readonly locked: boolean;
}

export interface ExhibitView extends ExhibitSummary {
  /** What the parser remarked. */
  readonly notes: readonly Note[];
  /** The log's entries about it, oldest first; notes added to the record are among them. */
  readonly custody: readonly { readonly seq: number; readonly entry: CustodyEntry }[];
}

/** Bytes for a screen: never a type that a browser would run or follow. */
export interface ShownBytes {
  /** Its type is one of a short list of pictures, recordings and plain text; all else is application/octet-stream. */
  readonly blob: Blob;
  readonly shownAs: "picture" | "recording" | "film" | "text" | "pdf" | "download";
}

export interface ShownWords {
  readonly before: string;
  readonly words: string;
  readonly after: string;
  readonly isAtBeginning: boolean;
  readonly isAtEnd: boolean;
  /** The words themselves go on: these are their beginning. */
  readonly isCut: boolean;
}

export interface See {
  readonly timeline: (request: TimelineRequest, work?: Work) => Answer<TimelinePage>;
  readonly days: (filter?: TimelineFilter, work?: Work) => Answer<Days>;
  readonly count: () => Answer<{ readonly items: number; readonly exhibits: number }>;
  /** Every handle that sends or receives, most items first, at most 1,000: to choose people from. */
  readonly handles: () => Answer<
    readonly { readonly scheme: string; readonly value: string; readonly items: number }[]
  >;
  readonly search: (
    query: SearchRequest & { readonly limit?: number; readonly offset?: number },
    work?: Work,
  ) => Answer<SearchPage>;
  readonly countHits: (query: SearchRequest, work?: Work) => Answer<HitCount>;
  readonly waysOn: (query: SearchRequest, work?: Work) => Answer<WaysOn>;
  /** How many rows of this day (of those without one, when it is left out) stand before the item on the timeline. */
  readonly rowOnDay: (of: { readonly rowId: number; readonly day?: string }) => Answer<number>;
  readonly exhibits: () => Answer<readonly ExhibitSummary[]>;
  readonly exhibit: (id: ExhibitId) => Answer<ExhibitView>;
  /** In the order of the source; give the last `rowId` to go on. */
  readonly itemsOf: (
    id: ExhibitId,
    page?: { readonly afterRowId?: number; readonly limit?: number },
  ) => Answer<readonly StoredItem[]>;
  /**
   * The original, or what lies in it: `member` as an attachment names it (a file in a chat's zip, a part of a mail).
   * It is opened by the worker without keys. Errors: `too_large_to_show`, `picture_locked`, `no_such_member` …
   */
  readonly bytes: (
    of: { readonly exhibit: ExhibitId; readonly member?: readonly string[] },
    options?: Work & { readonly maximumSizeInBytes?: number },
  ) => Answer<ShownBytes>;
  /** The words of a span as they stand in the original, with a little around them; never more of a large file is read. */
  readonly words: (
    of: {
      readonly exhibit: ExhibitId;
      readonly member?: readonly string[];
      readonly offset: number;
      readonly length: number;
    },
    work?: Work,
  ) => Answer<ShownWords>;
  readonly readCase: () => Answer<Case>;
  /** All facts at once. Changing the zone orders the timeline anew. Errors: `zone_unknown`. */
  readonly setFacts: (facts: Facts) => Answer<void>;
  /** Reads every original again and compares its hash. */
  readonly checkOriginals: (
    work?: Work,
  ) => Answer<readonly { readonly exhibit: ExhibitId; readonly same: boolean }[]>;
}
