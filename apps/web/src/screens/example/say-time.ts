import type { EventTime } from "@holdfast/evidence";

/** The day of the week, the day and the hour, by the clock that the case goes by; `undefined` when nobody knows. */
export const sayTime = (
  time: EventTime,
  zone: string | undefined,
  locale: string,
): string | undefined => {
  switch (time.kind) {
    case "wall":
      return write(Date.parse(`${time.local}Z`), "UTC", locale);
    case "instant":
      return write(time.at, zone ?? "UTC", locale);
    case "range":
    case "unknown":
      return undefined;
  }
};

const write = (ms: number, timeZone: string, locale: string): string =>
  new Date(ms).toLocaleString(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "numeric",
    minute: "2-digit",
    timeZone,
  });
