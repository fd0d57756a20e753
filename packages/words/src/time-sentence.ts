import {
  civilOfUtcMs,
  type EventTime,
  type TimePrecision,
  wallTimeToUtcMs,
  type ZoneOffsets,
} from "@holdfast/evidence";

import { createSentences } from "./catalogue.ts";
import { monthNames, timeMessages, weekdayNames } from "./messages/en/times.ts";

const say = createSentences("en", timeMessages);

/** A time in words: what clocks there showed, then UTC. `utc` is absent when it cannot be known, or is `local` already. */
export interface TimeWords {
  readonly local: string;
  readonly utc?: string;
  /** Of the local date; absent when the time is not known or is a range. */
  readonly weekday?: string;
}

/**
 * Says when something happened, local first with the weekday, and UTC second.
 *
 * `zone` is the case's zone (an IANA name), used for instants, and for wall times that carry no zone of their own.
 */
export const timeSentence = (
  deps: { readonly zones: ZoneOffsets },
  time: EventTime,
  zone?: string,
): TimeWords => {
  switch (time.kind) {
    case "unknown":
      return { local: say("unknown", {}) };
    case "instant":
      return instantWords(deps.zones, time, zone);
    case "wall":
      return wallWords(deps.zones, time, time.zone ?? zone);
    case "range": {
      const earliest = localOf(deps.zones, time.earliest, "second", zone);
      const latest = localOf(deps.zones, time.latest, "second", zone);
      return {
        local: say("between", { earliest: earliest.words, latest: latest.words }),
        utc: say("utcBetween", {
          earliest: isoLike(time.earliest, "second"),
          latest: isoLike(time.latest, "second"),
        }),
      };
    }
  }
};

/** An instant by the device's clock, in the case's zone when it is known: for "added at" and for log entries. */
export const instantSentence = (
  deps: { readonly zones: ZoneOffsets },
  atMs: number,
  zone?: string,
): TimeWords =>
  timeSentence(
    deps,
    { kind: "instant", at: atMs, precision: "second", basis: "file-metadata" },
    zone,
  );

/** "Thursday 5 March 2026" of a wall time given as if it were UTC. */
export const dateWords = (wallAsUtcMs: number): string => {
  const t = civilOfUtcMs(wallAsUtcMs);
  return say("day", {
    weekday: weekdayOf(wallAsUtcMs),
    day: String(t.day),
    month: monthNames[t.month - 1] ?? "",
    year: String(t.year),
  });
};

export const weekdayOf = (wallAsUtcMs: number): string =>
  weekdayNames[civilOfUtcMs(wallAsUtcMs).weekday] ?? "";

/**
 * Minutes east of UTC that clocks in a zone showed at an instant; `undefined` for a zone that is not known.
 * The zone table answers for wall times, so the offset is the one that leads back to itself.
 */
export const offsetAt = (zones: ZoneOffsets, zone: string, utcMs: number): number | undefined => {
  const aDay = 86_400_000;
  const candidates = [-aDay, 0, aDay].flatMap((shift) => zones.offsetsOf(zone, utcMs + shift));
  return candidates.find((offset) =>
    zones.offsetsOf(zone, utcMs + offset * 60_000).includes(offset),
  );
};

const instantWords = (
  zones: ZoneOffsets,
  time: Extract<EventTime, { kind: "instant" }>,
  zone: string | undefined,
): TimeWords => {
  const utc = utcWords(time.at, time.precision);
  if (time.offsetMinutes !== undefined && zone === undefined) {
    const wall = time.at + time.offsetMinutes * 60_000;
    return {
      local: say("withOffset", {
        when: wallText(wall, time.precision),
        offset: offsetText(time.offsetMinutes),
      }),
      utc,
      weekday: weekdayOf(wall),
    };
  }
  const local = localOf(zones, time.at, time.precision, zone);
  const weekday = weekdayOf(local.wall);
  return local.isUtc ? { local: local.words, weekday } : { local: local.words, utc, weekday };
};

const wallWords = (
  zones: ZoneOffsets,
  time: Extract<EventTime, { kind: "wall" }>,
  zone: string | undefined,
): TimeWords => {
  const wall = wallTimeToUtcMs(time.local);
  const when = wallText(wall, time.precision);
  const weekday = weekdayOf(wall);
  const offsets = zone === undefined ? [] : zones.offsetsOf(zone, wall);
  const smallest = offsets[0];
  const largest = offsets.at(-1);
  if (zone === undefined || smallest === undefined || largest === undefined) {
    return { local: say("zoneNotKnown", { when }), weekday };
  }
  const earliest = wall - largest * 60_000;
  const latest = wall - smallest * 60_000;
  const offset = [...new Set([largest, smallest])].map(offsetText).join("/");
  const local = say("inZone", { when, zone, offset });
  if (time.precision === "day") {
    const end = latest + 86_399_000;
    const span = { earliest: isoLike(earliest, "minute"), latest: isoLike(end, "minute") };
    return { local, utc: say("utcBetween", span), weekday };
  }
  const utc =
    earliest === latest
      ? utcWords(earliest, time.precision)
      : say("utcEither", {
          earliest: isoLike(earliest, time.precision),
          latest: isoLike(latest, time.precision),
        });
  return { local, utc, weekday };
};

const localOf = (
  zones: ZoneOffsets,
  atMs: number,
  precision: TimePrecision,
  zone: string | undefined,
): { readonly words: string; readonly wall: number; readonly isUtc: boolean } => {
  const offset = zone === undefined ? undefined : offsetAt(zones, zone, atMs);
  if (zone === undefined || offset === undefined) {
    return {
      words: say("utc", { when: wallText(atMs, precision) }),
      wall: atMs,
      isUtc: true,
    };
  }
  const wall = atMs + offset * 60_000;
  return {
    words: say("inZone", {
      when: wallText(wall, precision),
      zone,
      offset: offsetText(offset),
    }),
    wall,
    isUtc: false,
  };
};

const utcWords = (atMs: number, precision: TimePrecision): string =>
  say(precision === "day" ? "utcDay" : "utc", {
    when: isoLike(atMs, precision),
  });

/** "Thursday 5 March 2026, 21:14:00"; digits finer than the precision are not shown. */
const wallText = (wallAsUtcMs: number, precision: TimePrecision): string => {
  const date = dateWords(wallAsUtcMs);
  const clock = clockText(wallAsUtcMs, precision);
  return clock === "" ? date : say("dayAndClock", { date, clock });
};

const isoLike = (ms: number, precision: TimePrecision): string => {
  const t = civilOfUtcMs(ms);
  const clock = clockText(ms, precision);
  const date = `${String(t.year).padStart(4, "0")}-${two(t.month)}-${two(t.day)}`;
  return clock === "" ? date : `${date} ${clock}`;
};

const clockText = (ms: number, precision: TimePrecision): string => {
  const t = civilOfUtcMs(ms);
  const minutes = `${two(t.hour)}:${two(t.minute)}`;
  switch (precision) {
    case "day":
      return "";
    case "minute":
      return minutes;
    case "second":
      return `${minutes}:${two(t.second)}`;
    case "millisecond":
      return `${minutes}:${two(t.second)}.${String(((ms % 1000) + 1000) % 1000).padStart(3, "0")}`;
  }
};

/** "+5:00", "−3:30". */
const offsetText = (minutes: number): string =>
  `${minutes < 0 ? "−" : "+"}${Math.floor(Math.abs(minutes) / 60)}:${two(Math.abs(minutes) % 60)}`;

const two = (value: number): string => String(value).padStart(2, "0");
