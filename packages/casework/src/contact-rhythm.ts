import { civilOfUtcMs } from "@holdfast/evidence";

/** One contact: when it began at the earliest (milliseconds since 1970 UTC) and from whom. */
export interface Contact {
  readonly at: number;
  readonly from: string;
}

export interface DayOfContact {
  /** "2026-03-05" on the clock whose offset was given. */
  readonly day: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly total: number;
  readonly bySender: Readonly<Record<string, number>>;
  /** How many of them came between 22:00 and 06:00: nights are where pressure shows. */
  readonly atNight: number;
}

/**
 * Pressure has a rhythm, and seeing it helps: contacts a day, by whom, and how many at night.
 *
 * Units: `offsetMinutes` east of UTC for the whole stretch; days without contact are left out.
 */
export const contactRhythm = (
  contacts: Iterable<Contact>,
  offsetMinutes: number,
): readonly DayOfContact[] => {
  const days = new Map<
    string,
    { weekday: number; total: number; night: number; by: Map<string, number> }
  >();
  for (const contact of contacts) {
    const local = civilOfUtcMs(contact.at + offsetMinutes * 60_000);
    const day = `${pad(local.year, 4)}-${pad(local.month, 2)}-${pad(local.day, 2)}`;
    const entry = days.get(day) ?? {
      weekday: local.weekday,
      total: 0,
      night: 0,
      by: new Map<string, number>(),
    };
    entry.total += 1;
    if (local.hour >= 22 || local.hour < 6) entry.night += 1;
    entry.by.set(contact.from, (entry.by.get(contact.from) ?? 0) + 1);
    days.set(day, entry);
  }
  return [...days.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([day, { weekday, total, night, by }]) => ({
      day,
      weekday,
      total,
      atNight: night,
      bySender: Object.fromEntries(by),
    }));
};

const pad = (value: number, width: number): string => String(value).padStart(width, "0");
