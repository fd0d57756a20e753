import type { EventTime } from "@holdfast/evidence";

/** How long nothing came, when it is long enough to matter: pressure has a rhythm. */
export interface Gap {
  readonly unit: "minutes" | "hours" | "days";
  readonly count: number;
}

const minuteMs = 60_000;
const shortestMs = 30 * minuteMs;

/**
 * Between two neighbours whose times are of one kind: a wall clock's and a mail's exact time say nothing of each other.
 *
 * Units: `beforeMs` and `afterMs` on the clock that both were read from.
 */
export const gapBetween = (
  before: { readonly time: EventTime; readonly wallMs: number },
  after: { readonly time: EventTime; readonly wallMs: number },
): Gap | undefined => {
  if (before.time.kind !== after.time.kind || before.time.kind === "range") return undefined;
  if (isDayOnly(before.time) || isDayOnly(after.time)) return undefined;
  const ms = after.wallMs - before.wallMs;
  if (ms < shortestMs) return undefined;
  const minutes = Math.floor(ms / minuteMs);
  if (minutes < 90) return { unit: "minutes", count: minutes };
  const hours = Math.round(minutes / 60);
  return hours < 48
    ? { unit: "hours", count: hours }
    : { unit: "days", count: Math.round(hours / 24) };
};

const isDayOnly = (time: EventTime): boolean => "precision" in time && time.precision === "day";
