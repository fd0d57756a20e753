import {
  type EventTime,
  type ExhibitId,
  type Item,
  timeBounds,
  type TimeBounds,
  type ZoneOffsets,
} from "@holdfast/evidence";

import { type CaseReader, wholeTimeline } from "../case-reader.ts";

/** Something on the timeline of a bag, with only those exhibits named that are in it. */
export interface BagEvent {
  readonly exhibits: readonly ExhibitId[];
  readonly item: Item;
  /** The first of them: where the order of last resort comes from. */
  readonly source: ExhibitId;
  readonly time: EventTime;
  readonly bounds: TimeBounds | undefined;
}

/** The timeline of what is in the bag, in order. */
export function* bagEvents(
  deps: { readonly reader: CaseReader; readonly zones: ZoneOffsets },
  included: ReadonlySet<ExhibitId>,
  zone: string | undefined,
): Generator<BagEvent> {
  for (const { exhibits, item } of wholeTimeline(deps.reader)) {
    const own = exhibits.filter((id) => included.has(id));
    const first = own[0];
    if (first === undefined) continue;
    const bounds = timeBounds(deps, item.time, zone);
    yield { exhibits: own, item, source: first, time: item.time, bounds };
  }
}
