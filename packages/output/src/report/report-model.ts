import type {
  CustodyEntry,
  Exhibit,
  Facts,
  Note,
  Sha256Hex,
  TimeBounds,
  EventTime,
  ZoneOffsets,
} from "@holdfast/evidence";
import type { Purpose } from "@holdfast/bundle";

/** Everything that the report says, free of any form: the PDF will be made of the same. */
export interface ReportModel {
  readonly zones: ZoneOffsets;
  readonly zone: string | undefined;
  readonly purpose: Purpose;
  readonly bag: string;
  readonly group: string;
  readonly madeAt: number;
  readonly software: string;
  readonly timeZoneData: string;
  readonly keepsWordsOnly: boolean;
  readonly facts: Facts;
  readonly exhibits: readonly ReportExhibit[];
  readonly threads: readonly ReportThread[];
  readonly threadsCut: boolean;
  readonly events: number;
  readonly first: EventTime | undefined;
  readonly last: EventTime | undefined;
  readonly custodyEntries: number;
  /** The entries that are opened in this bag, in order; read while the report is written. */
  readonly opened: () => Iterable<{ readonly seq: number; readonly entry: CustodyEntry }>;
  readonly openedCount: number;
  /** Whether some of them tell older entries again, as in a bag for somebody else. */
  readonly toldAgain: boolean;
}

export interface ReportExhibit {
  readonly label: string;
  readonly folder: string;
  readonly file: string;
  readonly exhibit: Exhibit;
  readonly events: number;
  /** Who wrote in it, most often first. */
  readonly accounts: readonly string[];
  readonly hasView: boolean;
  readonly itemSha256: Sha256Hex;
  readonly readingNotes: readonly Note[];
  readonly ownNotes: readonly { readonly at: number; readonly text: string }[];
}

export interface ReportThread {
  readonly title: string | undefined;
  readonly exhibit: string;
  readonly folder: string;
  readonly hasView: boolean;
  readonly handles: readonly string[];
  readonly count: number;
  readonly first: EventTime;
  readonly last: EventTime;
  readonly bounds: TimeBounds | undefined;
}
