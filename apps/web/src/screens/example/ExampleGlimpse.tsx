import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import type { DayCount } from "../../door/seeing.ts";
import { readGlimpse, type Shown, type ShownLine } from "./read-glimpse.ts";
import { sayTime } from "./say-time.ts";
import type { Glimpse } from "./walk.ts";
import "./example.css";

/** What a page of the walk is about, read out of the case when the page appears. */
export const ExampleGlimpse = ({ glimpse }: { readonly glimpse: Glimpse }) => {
  const say = useSay();
  const shown = useShown(glimpse);
  if (shown === undefined) return <p role="status">{say("shell_loading")}</p>;
  switch (shown.kind) {
    case "lines":
      return shown.lines.length === 0 ? undefined : (
        <ol className="glimpse" aria-label={say("example_shown")}>
          {shown.lines.map((line) => (
            <GlimpseLine key={line.id} line={line} zone={shown.zone} />
          ))}
        </ol>
      );
    case "days":
      return <GlimpseDays days={shown.days} />;
    case "failed":
      return <p>{sayProblem(say, shown.error)}</p>;
  }
};

const useShown = (glimpse: Glimpse): Shown | undefined => {
  const { door } = useApp();
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const found = await readGlimpse(door.see, glimpse);
      if (isCurrent) setShown(found);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [door, glimpse]);
  return shown;
};

const GlimpseLine = ({
  line,
  zone,
}: {
  readonly line: ShownLine;
  readonly zone: string | undefined;
}) => {
  const { words } = useApp();
  const say = useSay();
  const time = line.time === undefined ? undefined : sayTime(line.time, zone, words.locale);
  return (
    <li className="glimpse-line">
      {line.from === undefined && time === undefined ? undefined : (
        <span className="soft small">
          {line.from === undefined ? undefined : <bdi>{line.from}</bdi>}
          {line.from === undefined || time === undefined ? undefined : " · "}
          {time}
        </span>
      )}
      <span className="glimpse-words">
        <bdi>{line.words}</bdi>
        {line.leftOut === true ? (
          <span className="soft small"> {say("example_left_out")}</span>
        ) : undefined}
      </span>
    </li>
  );
};

/** How many each day: the drawn line has its number beside it, for those who listen. */
const GlimpseDays = ({ days }: { readonly days: readonly DayCount[] }) => {
  const { words } = useApp();
  const say = useSay();
  const most = Math.max(1, ...days.map(({ total }) => total));
  return (
    <ol className="glimpse" aria-label={say("example_shown")}>
      {days.map(({ day, total }) => (
        <li key={day} className="glimpse-day">
          <span className="small">{sayDay(day, words.locale)}</span>
          <svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
            <rect className="glimpse-bar" width={(total / most) * 100} height="6" />
          </svg>
          <span className="small">{say("example_day_count", { count: total })}</span>
        </li>
      ))}
    </ol>
  );
};

const sayDay = (day: string, locale: string): string =>
  new Date(`${day}T00:00:00Z`).toLocaleDateString(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  });
