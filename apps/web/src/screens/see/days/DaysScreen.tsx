import { ok, type Party, type Result } from "@holdfast/evidence";
import { useCallback, useMemo, useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { BackAndForth } from "../../../app/BackAndForth.tsx";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { sayProblem } from "../../../app/say-problem.ts";
import { useAnswer } from "../../../app/use-answer.ts";
import { Fold } from "../../../design/components/Fold.tsx";
import { Lines } from "../../../design/components/Lines.tsx";
import type { DoorError } from "../../../door/door.ts";
import type { DayCount, Days } from "../../../door/seeing.ts";
import { createDayWords } from "../local-time.ts";
import { groupFormats, platformMessage, type PlatformId } from "../platforms.ts";
import { everything } from "../see-memory.ts";
import { Select } from "../SeeFilters.tsx";
import { useCase } from "../use-see-words.ts";
import { drawRhythm, longestQuiet } from "./rhythm.ts";
import { RhythmPicture } from "./RhythmPicture.tsx";
import { RhythmTable } from "./RhythmTable.tsx";
import { WeekPicture } from "./WeekPicture.tsx";
import { WeekTable } from "./WeekTable.tsx";
import "./days.css";

export interface CaseDays {
  readonly all: Days;
  readonly platforms: readonly { readonly id: PlatformId; readonly days: readonly DayCount[] }[];
}

/** Days of all of it, and of each platform by itself. */
export const useCaseDays = () => {
  const { door } = useApp();
  return useAnswer(
    useCallback(
      async (signal: AbortSignal): Promise<Result<CaseDays, DoorError>> => {
        const [all, exhibits] = [await door.see.days({}, { signal }), await door.see.exhibits()];
        if (!all.ok) return all;
        if (!exhibits.ok) return exhibits;
        const present = exhibits.value.filter(({ exhibit }) => !exhibit.withdrawn);
        const platforms = [];
        for (const { id, formats } of groupFormats(present.map((one) => one.exhibit.formatId))) {
          const days = await door.see.days({ formats }, { signal });
          if (!days.ok) return days;
          if (days.value.days.length > 0) platforms.push({ id, days: days.value.days });
        }
        return ok({ all: all.value, platforms });
      },
      [door],
    ),
  );
};

/** When contact came, how often, from whom, by which way, and at what hour: drawn, in words, and as a way to a day. */
export const DaysScreen = () => {
  const say = useSay();
  const theCase = useCase();
  const asked = useCaseDays();
  if (asked.kind === "asking" || theCase.kind === "asking") {
    return <Page title={say("days_title")} lead={say("see_loading")} />;
  }
  if (asked.kind === "failed") {
    return <Page title={say("days_title")} lead={sayProblem(say, asked.error)} />;
  }
  if (asked.value.all.days.length === 0) {
    const { withoutTime } = asked.value.all;
    return (
      <Page
        title={say("days_title")}
        lead={withoutTime === 0 ? say("see_empty") : say("days_none_dated", { count: withoutTime })}
      />
    );
  }
  const facts = theCase.kind === "there" ? theCase.value.facts : {};
  return (
    <DaysOf asked={asked.value} parties={facts.parties ?? []} hasZone={facts.zone !== undefined} />
  );
};

const DaysOf = ({
  asked: { all, platforms },
  parties,
  hasZone,
}: {
  readonly asked: CaseDays;
  readonly parties: readonly Party[];
  readonly hasZone: boolean;
}) => {
  const say = useSay();
  const goToDay = useGoToDay();
  const drawn = useMemo(
    () =>
      drawRhythm(
        all.days,
        [
          ...parties.map((party) => ({
            of: "person" as const,
            name:
              party.role === "self"
                ? say("see_me")
                : (party.label ?? say(`people_role_${party.role}`)),
            days: daysFrom(all.days, party),
          })),
          ...platforms.map(({ id, days }) => ({
            of: "platform" as const,
            name: say(platformMessage(id)),
            days,
          })),
        ].filter(({ days }) => days.length > 0),
      ),
    [all, parties, platforms, say],
  );
  return (
    <Page
      title={say("days_title")}
      lead={drawn.all.length < 2 ? say("days_lead_one") : say("days_lead", { unit: drawn.unit })}
    >
      <RhythmPicture drawn={drawn} onDay={goToDay} />
      {all.week.some((count) => count > 0) ? (
        <>
          <h2>{say("days_week_title")}</h2>
          <WeekPicture week={all.week} />
        </>
      ) : undefined}
      <DaysInWords all={all} />
      {hasZone ? undefined : <p className="soft small">{say("days_zone_none")}</p>}
      <Fold title={say("days_table")}>
        <RhythmTable drawn={drawn} onDay={goToDay} />
        <WeekTable week={all.week} />
      </Fold>
      <GoToDay days={all.days} onDay={goToDay} />
      {/* A day on which something lacks is looked up in the other app. */}
      <BackAndForth />
    </Page>
  );
};

/** What a party sent, by day. Handles are told apart by what stands in the source. */
const daysFrom = (days: readonly DayCount[], { handles }: Party) =>
  days.flatMap(({ day, bySender }) => {
    const own = new Set(handles.map(({ value }) => value));
    const total = [...own].reduce((sum, value) => sum + (bySender[value] ?? 0), 0);
    return total === 0 ? [] : [{ day, total, atNight: 0 }];
  });

/** What the drawing shows, said once more: for whoever would rather read. */
const DaysInWords = ({ all: { days } }: { readonly all: Days }) => {
  const { words } = useApp();
  const say = useSay();
  const dayWords = createDayWords(words.locale);
  const sum = (of: "total" | "atNight"): number => days.reduce((all, day) => all + day[of], 0);
  const quiet = longestQuiet(days);
  return (
    <ul className="days-words">
      <li>{say("days_words_all", { total: sum("total"), days: days.length })}</li>
      {sum("atNight") === 0 ? undefined : (
        <li>{say("days_words_night", { count: sum("atNight") })}</li>
      )}
      {quiet === undefined ? undefined : (
        <li>{say("days_words_quiet", { count: quiet.days, day: dayWords(quiet.after) })}</li>
      )}
    </ul>
  );
};

const useGoToDay = (): ((day: string) => void) => {
  const { navigation, see } = useApp();
  return useCallback(
    (day) => {
      see.change({ ...everything, place: { day, row: 0, withinPx: 0 } });
      navigation.go({ screen: "see" });
    },
    [navigation, see],
  );
};

const GoToDay = ({
  days,
  onDay,
}: {
  readonly days: readonly DayCount[];
  readonly onDay: (day: string) => void;
}) => {
  const { words } = useApp();
  const say = useSay();
  const months = [...new Set(days.map(({ day }) => day.slice(0, 7)))];
  const [chosen, setChosen] = useState(months.at(-1));
  const dayWords = createDayWords(words.locale);
  const format = new Intl.DateTimeFormat(words.locale, {
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  return (
    <section className="stack days-jump">
      <h2>{say("days_jump_title")}</h2>
      <Select
        label={say("days_month")}
        choices={months.map((month) => ({
          value: month,
          title: format.format(Date.parse(`${month}-01T00:00:00Z`)),
        }))}
        value={chosen}
        onChange={setChosen}
      />
      <Lines
        size="small"
        label={say("days_jump_title")}
        choices={days
          .filter(({ day }) => day.slice(0, 7) === chosen)
          .map(({ day, total, atNight }) => ({
            id: day,
            title: dayWords(day),
            hint: [
              say("see_day_count", { count: total }),
              ...(atNight > 0 ? [say("days_at_night", { count: atNight })] : []),
            ].join(" · "),
            onPress: () => onDay(day),
          }))}
      />
    </section>
  );
};
