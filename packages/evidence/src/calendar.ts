/** Reads "2026-03-05T21:14:00" as if it were UTC: a number to order and to offset, not an instant. */
export const wallTimeToUtcMs = (local: string): number =>
  utcMsOf(
    Number(local.slice(0, 4)),
    Number(local.slice(5, 7)),
    Number(local.slice(8, 10)),
    Number(local.slice(11, 13)),
    Number(local.slice(14, 16)),
    Number(local.slice(17, 19)),
  );

/** Days from 1970-01-01 in the proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
export const daysFromCivil = (year: number, month: number, day: number): number => {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

/** Milliseconds since 1970 UTC of a UTC date and time; `month` counts from 1. */
export const utcMsOf = (
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number =>
  daysFromCivil(year, month, day) * 86_400_000
  + hour * 3_600_000
  + minute * 60_000
  + second * 1_000;

/** True for a date that the Gregorian calendar has; `month` and `day` count from 1. */
export const isCalendarDate = (year: number, month: number, day: number): boolean => {
  if (month < 1 || month > 12 || day < 1) return false;
  const next = month === 12 ? daysFromCivil(year + 1, 1, 1) : daysFromCivil(year, month + 1, 1);
  return day <= next - daysFromCivil(year, month, 1);
};

export interface CivilTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  /** 0 is Sunday. */
  readonly weekday: number;
}

/** The UTC date and time of an instant. */
export const civilOfUtcMs = (ms: number): CivilTime => {
  const days = Math.floor(ms / 86_400_000);
  const rest = ms - days * 86_400_000;
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra
      - Math.floor(dayOfEra / 1_460)
      + Math.floor(dayOfEra / 36_524)
      - Math.floor(dayOfEra / 146_096))
      / 365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
    hour: Math.floor(rest / 3_600_000),
    minute: Math.floor(rest / 60_000) % 60,
    second: Math.floor(rest / 1_000) % 60,
    weekday: (((days + 4) % 7) + 7) % 7,
  };
};

const pad = (value: number, width = 2): string => String(value).padStart(width, "0");

/** "2026-03-05T21:14:00" of a date and time. */
export const civilToWallTime = (t: Omit<CivilTime, "weekday">): string =>
  `${pad(t.year, 4)}-${pad(t.month)}-${pad(t.day)}T${pad(t.hour)}:${pad(t.minute)}:${pad(t.second)}`;

/** "2026-03-05T21:14:00Z"; milliseconds are kept when they are not zero. */
export const utcMsToIso = (ms: number): string => {
  const fraction = ((ms % 1_000) + 1_000) % 1_000;
  return `${civilToWallTime(civilOfUtcMs(ms))}${fraction === 0 ? "" : `.${pad(fraction, 3)}`}Z`;
};
