import { type MouseEvent, useRef } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { createBarWords, marksOf } from "./bar-words.ts";
import { columnsOf } from "./columns.ts";
import { type DrawnRhythm, nearestFilled, type RhythmBar } from "./rhythm.ts";
import { indexUnder, keyTo } from "./shore-input.ts";

/** Pointed at, a bar is said below the picture; pressed once more, it leads there. The arrow keys walk from bar to bar. */
export const Shore = ({
  drawn,
  at,
  caption,
  onAt,
  onDay,
}: {
  readonly drawn: DrawnRhythm;
  readonly at: number;
  readonly caption: string;
  readonly onAt: (at: number) => void;
  readonly onDay: (day: string) => void;
}) => {
  const { all, unit } = drawn;
  const { words } = useApp();
  const say = useSay();
  const columns = useRef<HTMLDivElement>(null);
  const barWords = createBarWords(words.locale, unit);
  const label = say("days_picture_label", {
    total: sumOf(all, "total"),
    night: sumOf(all, "atNight"),
    first: barWords(all[0]?.start ?? ""),
    last: barWords(all.at(-1)?.start ?? ""),
  });
  const go = (to: number): void => {
    const day = all[to]?.firstDay;
    if (day !== undefined) onDay(day);
  };
  const under = ({ clientX }: MouseEvent): number =>
    nearestFilled(all, indexUnder(columns.current, clientX, all.length));
  const press = (to: number): void => (to === at ? go(to) : onAt(to));
  return (
    <div
      className="shore"
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={all.length - 1}
      aria-valuenow={at}
      aria-valuetext={caption}
      onClick={(event) => press(under(event))}
      onPointerMove={(event) => {
        if (event.pointerType === "mouse") onAt(under(event));
      }}
      onKeyDown={(event) => {
        const to = keyTo(event, all, at);
        if (to === undefined) return;
        event.preventDefault();
        if (to === "go") go(at);
        else onAt(to);
      }}
    >
      <span className="shore-side small soft">{say("days_side_day")}</span>
      <div
        ref={columns}
        className="shore-columns"
        style={{ gridTemplateColumns: columnsOf(all.length), gridTemplateRows: rowsOf(all) }}
      >
        {all.map((bar, index) => (
          <Stem key={bar.start} bar={bar} index={index} isAt={index === at} most={mostOf(all)} />
        ))}
      </div>
      {all.some(({ atNight }) => atNight > 0) ? (
        <span className="shore-side small soft">{say("days_side_night")}</span>
      ) : undefined}
      <Marks drawn={drawn} />
    </div>
  );
};

/** Months, years, or days, under the bars where they begin. */
const Marks = ({ drawn: { all, unit } }: { readonly drawn: DrawnRhythm }) => {
  const { words } = useApp();
  return (
    <div
      className="shore-marks small soft"
      aria-hidden="true"
      style={{ gridTemplateColumns: columnsOf(all.length) }}
    >
      {marksOf(all, unit, words.locale).map((mark) => (
        <span key={mark.at} style={{ gridColumn: mark.at + 1 }}>
          {mark.words}
        </span>
      ))}
    </div>
  );
};

interface Most {
  readonly byDay: number;
  readonly byNight: number;
}

const mostOf = (bars: readonly RhythmBar[]): Most => ({
  byDay: Math.max(1, ...bars.map(({ total, atNight }) => total - atNight)),
  byNight: Math.max(0, ...bars.map(({ atNight }) => atNight)),
});

/** Both sides in one measure: a thing at night is as long as a thing by day. */
const rowsOf = (bars: readonly RhythmBar[]): string => {
  const { byDay, byNight } = mostOf(bars);
  return `${Math.sqrt(byDay)}fr ${Math.sqrt(byNight)}fr`;
};

/**
 * A single thing must be seen beside a day of hundreds: roots keep the order and lift the small ones. Each stands a little
 * askew, as what grows does; by its place, so that it never moves.
 */
const Stem = ({
  bar: { total, atNight },
  index,
  isAt,
  most,
}: {
  readonly bar: RhythmBar;
  readonly index: number;
  readonly isAt: boolean;
  readonly most: Most;
}) => {
  const lean = { rotate: `${((index * 7) % 5) - 2}deg` };
  const tall = (count: number, of: number) => ({
    ...lean,
    blockSize: `${100 * Math.sqrt(count / Math.max(1, of))}%`,
  });
  const column = { gridColumn: index + 1 };
  return (
    <>
      <div className={isAt ? "shore-above shore-at" : "shore-above"} style={column}>
        {total - atNight > 0 ? <i style={tall(total - atNight, most.byDay)} /> : undefined}
      </div>
      <div className={isAt ? "shore-below shore-at" : "shore-below"} style={column}>
        {atNight > 0 ? <i style={tall(atNight, most.byNight)} /> : undefined}
      </div>
    </>
  );
};

const sumOf = (bars: readonly RhythmBar[], of: "total" | "atNight"): number =>
  bars.reduce((sum, bar) => sum + bar[of], 0);
