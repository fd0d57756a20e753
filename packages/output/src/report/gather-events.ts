import type { EventTime, ExhibitId, Item, TimeBounds } from "@holdfast/evidence";

import type { BagEvent } from "../timeline/bag-events.ts";

/** What the report says of the timeline, counted while it is written out. */
export interface EventSummary {
  readonly watch: <T extends { readonly entry: BagEvent }>(events: Iterable<T>) => Generator<T>;
  readonly events: () => number;
  readonly first: () => EventTime | undefined;
  readonly last: () => EventTime | undefined;
  readonly ofExhibit: (id: ExhibitId) => ExhibitSummary;
  readonly threads: () => readonly ThreadSummary[];
  readonly threadsCut: () => boolean;
}

export interface ExhibitSummary {
  readonly events: number;
  readonly accounts: readonly string[];
}

export interface ThreadSummary {
  readonly title: string | undefined;
  readonly exhibit: ExhibitId;
  readonly handles: readonly string[];
  readonly count: number;
  readonly first: EventTime;
  readonly last: EventTime;
  readonly bounds: TimeBounds | undefined;
}

interface Gathered {
  title: string | undefined;
  exhibit: ExhibitId;
  handles: Map<string, number>;
  count: number;
  first: EventTime;
  last: EventTime;
  bounds: TimeBounds | undefined;
}

/** A mailbox of a million senders must not fill the memory or the report; timeline.csv has them all. */
const threadsAtMost = 500;
const handlesAtMost = 40;

export const createEventSummary = (): EventSummary => {
  const exhibits = new Map<ExhibitId, { events: number; accounts: Map<string, number> }>();
  const threads = new Map<string, Gathered>();
  let events = 0;
  let isCut = false;
  let first: EventTime | undefined;
  let last: EventTime | undefined;

  const add = (event: BagEvent): void => {
    events += 1;
    if (event.bounds !== undefined) {
      first ??= event.time;
      last = event.time;
    }
    const accounts = accountsOf(event.item).slice(0, 1);
    for (const id of event.exhibits) {
      const summary = exhibits.get(id) ?? { events: 0, accounts: new Map<string, number>() };
      summary.events += 1;
      count(summary.accounts, accounts);
      exhibits.set(id, summary);
    }
    if (
      event.item.kind === "message"
      || event.item.kind === "email"
      || event.item.kind === "call"
    ) {
      addToThread(event);
    }
  };

  const addToThread = (event: BagEvent): void => {
    const key = `${event.source}\n${event.item.thread ?? ""}`;
    const known = threads.get(key);
    if (known === undefined && threads.size >= threadsAtMost) {
      isCut = true;
      return;
    }
    const thread: Gathered = known ?? {
      title: event.item.thread,
      exhibit: event.source,
      handles: new Map(),
      count: 0,
      first: event.time,
      last: event.time,
      bounds: event.bounds,
    };
    thread.count += 1;
    if (event.bounds !== undefined) thread.last = event.time;
    count(thread.handles, accountsOf(event.item));
    threads.set(key, thread);
  };

  return {
    *watch(list) {
      for (const event of list) {
        add(event.entry);
        yield event;
      }
    },
    events: () => events,
    first: () => first,
    last: () => last,
    ofExhibit: (id) => {
      const summary = exhibits.get(id);
      return {
        events: summary?.events ?? 0,
        accounts: summary === undefined ? [] : mostOften(summary.accounts),
      };
    },
    threads: () =>
      [...threads.values()].map((thread) => ({ ...thread, handles: mostOften(thread.handles) })),
    threadsCut: () => isCut,
  };
};

const accountsOf = (item: Item): readonly string[] =>
  [...(item.from === undefined ? [] : [item.from]), ...(item.to ?? [])].map(({ value }) => value);

const count = (counts: Map<string, number>, values: readonly string[]): void => {
  for (const value of values) {
    const known = counts.get(value);
    if (known === undefined && counts.size >= handlesAtMost) continue;
    counts.set(value, (known ?? 0) + 1);
  }
};

const mostOften = (counts: ReadonlyMap<string, number>): readonly string[] =>
  [...counts].toSorted((a, b) => b[1] - a[1]).map(([value]) => value);
