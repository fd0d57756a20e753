import { type EventTime, ok, timeBounds, toExhibitId } from "@holdfast/evidence";
import type { TimelineEntry } from "@holdfast/vault";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { DayCount, TimelineRequest } from "../../../door/seeing.ts";
import { dayOf, createLocalTimes } from "../local-time.ts";
import { createBlockLoader } from "./block-loader.ts";
import { createBlocks } from "./blocks.ts";

const zones = { offsetsOf: () => [] };
const localOf = createLocalTimes(zones, undefined);
const exhibits = [toExhibitId(1)];
const start = Date.UTC(2026, 2, 1);
const hourMs = 3_600_000;

const time = fc.oneof(
  fc.nat(24 * 6).map((hours): EventTime => ({
    kind: "instant",
    at: start + hours * hourMs,
    precision: "second",
    basis: "message-header",
  })),
  fc.nat(24 * 6).map((hours): EventTime => ({
    kind: "wall",
    local: new Date(start + hours * hourMs).toISOString().slice(0, 19),
    precision: "minute",
    basis: "export-text",
  })),
  fc.constant<EventTime>({ kind: "unknown" }),
);

/** The timeline as the door has it: by the earliest possible moment, in pages after a place. */
const createTimeline = (times: readonly EventTime[]) => {
  const entries = times
    .map((one, index): TimelineEntry => {
      const bounds = timeBounds({ zones }, one, undefined);
      return {
        rowId: index + 1,
        exhibits,
        item: { kind: "message", span: { offset: index, length: 1 }, time: one },
        orderCertain: true,
        ...(bounds === undefined ? {} : { earliestMs: bounds.earliest, latestMs: bounds.latest }),
      };
    })
    .toSorted((a, b) => orderOf(a) - orderOf(b) || a.rowId - b.rowId);
  const timeline = async ({ after, limit = 100 }: TimelineRequest) => {
    const rest = entries.filter(
      (entry) =>
        after === undefined
        || orderOf(entry) > after.orderMs
        || (orderOf(entry) === after.orderMs && entry.rowId > after.rowId),
    );
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    return ok({
      entries: page,
      ...(last === undefined || rest.length <= limit
        ? {}
        : { next: { orderMs: orderOf(last), rowId: last.rowId } }),
    });
  };
  return { entries, timeline };
};
const orderOf = ({ earliestMs }: TimelineEntry): number => earliestMs ?? Number.MAX_SAFE_INTEGER;
const dayOfEntry = ({ item }: TimelineEntry) => dayOf(localOf(item.time));

const countDays = (entries: readonly TimelineEntry[]) => {
  const days = new Map<string, DayCount>();
  for (const entry of entries) {
    const day = dayOfEntry(entry);
    if (day === undefined) continue;
    const before = days.get(day);
    days.set(day, {
      day,
      weekday: 0,
      startMs: Math.min(before?.startMs ?? Infinity, orderOf(entry)),
      total: (before?.total ?? 0) + 1,
      atNight: 0,
      bySender: {},
    });
  }
  return {
    days: [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1)),
    withoutTime: entries.filter((entry) => dayOfEntry(entry) === undefined).length,
  };
};

describe("createBlockLoader", () => {
  it("gives each block the rows of its days, loaded in whatever order, though days mix on the timeline", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(time, { maxLength: 300 }),
        fc.infiniteStream(fc.nat()),
        async (times, dice) => {
          const { entries, timeline } = createTimeline(times);
          const blocks = createBlocks(countDays(entries));
          const loader = createBlockLoader({ timeline, dayOf: dayOfEntry, filter: {} });
          const order = blocks
            .map((_, index) => index)
            .toSorted(() => ((dice.next().value ?? 0) % 3) - 1);
          for (const index of order) {
            const block = blocks[index];
            if (block === undefined) continue;
            const loaded = await loader.load(block, new AbortController().signal);
            expect(loaded.ok).toBe(true);
            if (!loaded.ok) continue;
            expect(loaded.value.map((slice) => slice.entries.map(({ rowId }) => rowId))).toEqual(
              block.slices.map(({ day, from, to }) =>
                entries
                  .filter((entry) => dayOfEntry(entry) === day)
                  .slice(from, to)
                  .map(({ rowId }) => rowId),
              ),
            );
          }
        },
      ),
      { numRuns: process.env["SLOW"] === "1" ? 1000 : 20 },
    );
  });

  it("gives the door's error on", async () => {
    const loader = createBlockLoader({
      timeline: async () => ({ ok: false, error: { code: "place_locked" } }),
      dayOf: dayOfEntry,
      filter: {},
    });
    const [block] = createBlocks({ days: [], withoutTime: 1 });
    if (block === undefined) throw new Error("one block");
    expect(await loader.load(block, new AbortController().signal)).toEqual({
      ok: false,
      error: { code: "place_locked" },
    });
  });
});
