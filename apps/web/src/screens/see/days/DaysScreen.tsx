import { ok, type Result } from "@holdfast/evidence";
import { useCallback, useState } from "react";

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
import { groupFormats, type PlatformId } from "../platforms.ts";
import { everything } from "../see-memory.ts";
import { Select } from "../SeeFilters.tsx";
import { useCase } from "../use-see-words.ts";
import { drawRhythm } from "./rhythm.ts";
import { RhythmPicture } from "./RhythmPicture.tsx";
import { RhythmTable } from "./RhythmTable.tsx";
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

/** When contact came, how often, by which way, and at night: drawn, in words, and as a way to a day. */
export const DaysScreen = () => {
  const say = useSay();
  const theCase = useCase();
  const asked = useCaseDays();
  if (asked.kind === "asking") return <Page title={say("days_title")} lead={say("see_loading")} />;
  if (asked.kind === "failed") {
    return <Page title={say("days_title")} lead={sayProblem(say, asked.error)} />;
  }
  const { all, platforms } = asked.value;
  if (all.days.length === 0) return <Page title={say("days_title")} lead={say("see_empty")} />;
  const drawn = drawRhythm(all.days, platforms);
  const hasZone = theCase.kind === "there" && theCase.value.facts.zone !== undefined;
  return (
    <Page title={say("days_title")} lead={say("days_lead", { unit: drawn.unit })}>
      <DaysIn drawn={drawn} days={all.days} />
      {hasZone ? undefined : <p className="soft small">{say("days_zone_none")}</p>}
      {/* A day on which something lacks is looked up in the other app. */}
      <BackAndForth />
    </Page>
  );
};

const DaysIn = ({
  drawn,
  days,
}: {
  readonly drawn: ReturnType<typeof drawRhythm<PlatformId>>;
  readonly days: readonly DayCount[];
}) => {
  const goToDay = useGoToDay();
  const say = useSay();
  return (
    <>
      <RhythmPicture drawn={drawn} onDay={goToDay} />
      <p className="soft small">{say("days_night_note")}</p>
      <Fold title={say("days_table")}>
        <RhythmTable drawn={drawn} onDay={goToDay} />
      </Fold>
      <GoToDay days={days} onDay={goToDay} />
    </>
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
