import {
  type Hours,
  openingAt,
  runsOfDays,
  showFact,
  type Weekday,
  weekdays,
} from "@holdfast/guide";
import type { AppWords } from "@holdfast/words";

import { useApp } from "../../app/app-context.ts";
import { isolated } from "../../app/isolated.ts";
import { TrustWords } from "./TrustWords.tsx";

type HoursFact = Parameters<typeof showFact<Hours>>[0];

/** When somebody is there; and whether now, where the hours were seen at their source. */
export const OpeningHours = ({ hours }: { readonly hours: HoursFact | undefined }) => {
  const { now, today, words } = useApp();
  if (hours === undefined) return <>{words.say("talk_hours_unknown")}</>;
  const fact = showFact(hours, today());
  const opening = fact.trust === "not-checked" ? "unknown" : openingAt(fact.value, now());
  return (
    <>
      {opening === "open" ? <strong>{words.say("talk_open_now")} </strong> : undefined}
      {opening === "closed" ? <strong>{words.say("talk_closed_now")} </strong> : undefined}
      {hoursInWords(fact.value, words).join(" ")}{" "}
      {fact.trust === "checked" ? undefined : <TrustWords fact={fact} />}
    </>
  );
};

/** Whole sentences. Times are by the clock there, which is named where it is not the clock here. */
const hoursInWords = (hours: Hours, words: AppWords): readonly string[] => {
  if (!("open" in hours)) {
    return [
      words.say("talk_hours_always"),
      ...(hours.except ?? []).map((off) => words.say(offTitles[off])),
    ];
  }
  const spans = hours.open.map(({ days, from, to }) =>
    words.say("talk_hours_span", {
      days: daysInWords(days, words),
      from: isolated(timeInWords(from, words.locale)),
      to: isolated(timeInWords(to, words.locale)),
    }),
  );
  const list = new Intl.ListFormat(words.locale, { type: "unit" }).format(spans);
  const isClockHere = new Intl.DateTimeFormat().resolvedOptions().timeZone === hours.zone;
  return [
    words.say("talk_hours", { hours: list }),
    ...(isClockHere ? [] : [words.say("talk_hours_clock", { place: placeOf(hours.zone) })]),
  ];
};

const offTitles = {
  eid: "talk_hours_not_eid",
  "public-holidays": "talk_hours_not_holidays",
} as const;

const daysInWords = (days: readonly Weekday[], words: AppWords): string => {
  if (days.length === 7) return words.say("talk_hours_every_day");
  const list = runsOfDays(days).map(({ first, last }) =>
    first === last
      ? isolated(dayInWords(first, words.locale))
      : words.say("talk_hours_days", {
          first: isolated(dayInWords(first, words.locale)),
          last: isolated(dayInWords(last, words.locale)),
        }),
  );
  return new Intl.ListFormat(words.locale, { type: "unit" }).format(list);
};

/** 2024 began on a Monday. */
const dayInWords = (day: Weekday, locale: string): string =>
  new Date(Date.UTC(2024, 0, 1 + weekdays.indexOf(day))).toLocaleDateString(locale, {
    weekday: "long",
    timeZone: "UTC",
  });

/** 24:00 is the midnight that ends the day. */
const timeInWords = (time: string, locale: string): string =>
  new Date(
    Date.UTC(2024, 0, 1, Number(time.slice(0, 2)), Number(time.slice(3))),
  ).toLocaleTimeString(locale, { hour: "numeric", minute: "2-digit", timeZone: "UTC" });

/** "Europe/London" is the time in London. */
const placeOf = (zone: string): string =>
  isolated((zone.split("/").at(-1) ?? zone).replaceAll("_", " "));
