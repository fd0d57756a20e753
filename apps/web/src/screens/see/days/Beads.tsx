import { useSay } from "../../../app/frame.ts";
import { columnsOf } from "./columns.ts";
import type { RhythmBar } from "./rhythm.ts";

/** The smallest bead, and how much larger the largest is. */
const smallestRem = 0.25;
const largerRem = 0.9;

/** One string: a bead for each day, or week, with something on it; the larger, the more. */
export const Beads = ({
  name,
  bars,
  most,
  at,
}: {
  readonly name: string;
  readonly bars: readonly RhythmBar[];
  readonly most: number;
  readonly at: number;
}) => {
  const say = useSay();
  const count = bars.reduce((sum, { total }) => sum + total, 0);
  return (
    <div className="beads">
      <p className="beads-name small">
        <bdi>{name}</bdi> <span className="soft">{say("see_day_count", { count })}</span>
      </p>
      <div className="beads-string" style={{ gridTemplateColumns: columnsOf(bars.length) }}>
        {bars.map(({ start, total }, index) =>
          total === 0 ? undefined : (
            <i
              key={start}
              className={index === at ? "bead bead-at" : "bead"}
              style={{
                gridColumn: index + 1,
                inlineSize: `${smallestRem + largerRem * Math.sqrt(total / most)}rem`,
              }}
            />
          ),
        )}
      </div>
    </div>
  );
};
