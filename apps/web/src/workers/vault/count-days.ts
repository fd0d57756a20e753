import { civilOfUtcMs, type ZoneOffsets } from "@holdfast/evidence";
import type { SlotCount } from "@holdfast/vault";

import type { DayCount, Days } from "../../door/seeing.ts";

const dayMs = 86_400_000;

/**
 * Days on the clock of the case's zone (UTC while none is known); what a clock on a wall showed is its own day. `startMs`
 * is where the day's first item stands on the timeline: what was shown without a zone may stand up to 14 hours earlier.
 */
export const countDays = (
  counts: readonly SlotCount[],
  localOf: (instantMs: number) => number,
): Days => {
  const days = new Map<number, DayInMaking>();
  let withoutTime = 0;
  const week = Array.from({ length: 168 }, () => 0);
  for (const { slot, sender, items, firstOrderMs } of counts) {
    if (slot === undefined) {
      withoutTime += items;
      continue;
    }
    const local = slot.isWall ? slot.startMs : localOf(slot.startMs);
    const key = Math.floor(local / dayMs);
    const day = days.get(key) ?? {
      startMs: firstOrderMs,
      total: 0,
      atNight: 0,
      bySender: new Map(),
    };
    days.set(key, day);
    const { hour, weekday } = civilOfUtcMs(local);
    day.total += items;
    // Of a day alone nobody knows at what hour it was.
    if (slot.isDay !== true) {
      if (hour >= 22 || hour < 6) day.atNight += items;
      const hourOfWeek = ((weekday + 6) % 7) * 24 + hour;
      week[hourOfWeek] = (week[hourOfWeek] ?? 0) + items;
    }
    day.startMs = Math.min(day.startMs, firstOrderMs);
    if (sender !== undefined) day.bySender.set(sender, (day.bySender.get(sender) ?? 0) + items);
  }
  return {
    days: [...days.entries()].toSorted(([a], [b]) => a - b).map(([key, day]) => toDay(key, day)),
    withoutTime,
    week,
  };
};

interface DayInMaking {
  startMs: number;
  total: number;
  atNight: number;
  readonly bySender: Map<string, number>;
}

const toDay = (key: number, { startMs, total, atNight, bySender }: DayInMaking): DayCount => {
  const { year, month, day, weekday } = civilOfUtcMs(key * dayMs);
  return {
    day: `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`,
    weekday,
    startMs,
    total,
    atNight,
    bySender: Object.fromEntries(bySender),
  };
};

const pad = (value: number, width: number): string => String(value).padStart(width, "0");

/** What a clock in the zone shows at an instant, as if it were UTC. */
export const createLocalClock = (
  zones: ZoneOffsets,
  zone: string | undefined,
): ((instantMs: number) => number) => {
  if (zone === undefined) return (instantMs) => instantMs;
  return (instantMs) => {
    // The offsets are asked for by wall time, so the one in force is the one that leads back to the instant.
    for (const guess of zones.offsetsOf(zone, instantMs)) {
      const wall = instantMs + guess * 60_000;
      if (zones.offsetsOf(zone, wall).includes(guess)) return wall;
    }
    return instantMs;
  };
};
