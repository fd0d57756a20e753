import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Button } from "../../../design/components/Button.tsx";
import { createBarWords } from "./bar-words.ts";
import { Beads } from "./Beads.tsx";
import type { DrawnRhythm, RhythmBar, RhythmRow } from "./rhythm.ts";
import { Shore } from "./Shore.tsx";

/**
 * The case over time, as a shore: what came by day stands above the water line, what came at night hangs below it. Under it
 * a string of beads for each person and each place that it came by, over the same days. Its table says the same.
 */
export const RhythmPicture = ({
  drawn,
  onDay,
}: {
  readonly drawn: DrawnRhythm;
  readonly onDay: (day: string) => void;
}) => {
  const { words } = useApp();
  const say = useSay();
  const { all, rows, unit } = drawn;
  const [at, setAt] = useState(() => indexOfMost(all));
  const barWords = createBarWords(words.locale, unit);
  const bar = all[at];
  const firstDay = bar?.firstDay;
  const caption =
    bar === undefined
      ? ""
      : say("days_caption", {
          unit,
          when: barWords(bar.start),
          total: bar.total,
          night: bar.atNight,
        });
  return (
    <div className="rhythm">
      {/* One day has no shape over time; its hours have. */}
      {all.length < 2 ? undefined : (
        <Shore drawn={drawn} at={at} caption={caption} onAt={setAt} onDay={onDay} />
      )}
      <div className="rhythm-caption">
        <p>{caption}</p>
        {firstDay === undefined ? undefined : (
          <Button kind="quiet" onPress={() => onDay(firstDay)}>
            {say("days_go_do")}
          </Button>
        )}
      </div>
      {(["person", "platform"] as const).map((of) => (
        <Strings key={of} of={of} rows={rows} at={at} />
      ))}
    </div>
  );
};

/** People beside each other, and ways beside each other; one alone would only repeat the whole. */
const Strings = ({
  of,
  rows,
  at,
}: {
  readonly of: RhythmRow["of"];
  readonly rows: readonly RhythmRow[];
  readonly at: number;
}) => {
  const say = useSay();
  const own = rows.filter((row) => row.of === of);
  if (own.length < 2) return undefined;
  return (
    <div className="rhythm-rows" aria-hidden="true">
      <p className="rhythm-heading">
        {say(of === "person" ? "days_from_whom" : "days_by_which_way")}
      </p>
      {own.map(({ name, bars }) => (
        <Beads key={name} name={name} bars={bars} most={mostOf(rows)} at={at} />
      ))}
    </div>
  );
};

const indexOfMost = (bars: readonly RhythmBar[]): number =>
  bars.reduce((most, { total }, index) => (total > (bars[most]?.total ?? 0) ? index : most), 0);

const mostOf = (rows: readonly RhythmRow[]): number =>
  Math.max(1, ...rows.flatMap(({ bars }) => bars.map(({ total }) => total)));
