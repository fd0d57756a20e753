import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { createWeekWords } from "./week-words.ts";
import { busiestHour, rowsOfWeek } from "./week.ts";

const marked = [0, 6, 12, 18];

/** The hours of the week in which it came, as pebbles in seven lines; the night lies in the shade. Its table says the same. */
export const WeekPicture = ({ week }: { readonly week: readonly number[] }) => {
  const { words } = useApp();
  const say = useSay();
  const { weekday, hour } = createWeekWords(words.locale);
  const rows = rowsOfWeek(week);
  const busiest = busiestHour(week);
  const most = Math.max(1, ...week);
  const sentence =
    busiest === undefined
      ? say("days_week_even")
      : say("days_week_most", {
          weekday: weekday(busiest.day, "long"),
          from: hour(busiest.hour),
          to: hour(busiest.hour + 1),
          count: busiest.count,
        });
  return (
    <figure className="week">
      <div className="week-grid" role="img" aria-label={sentence}>
        <span />
        {marked.map((of) => (
          <span
            key={of}
            className="week-mark small soft"
            style={{ gridColumn: `${of + 2} / span 6` }}
          >
            {hour(of)}
          </span>
        ))}
        {rows.map(({ day, hours }, row) => (
          <WeekLine
            key={day}
            name={weekday(day, "short")}
            hours={hours}
            most={most}
            gridRow={row + 2}
          />
        ))}
      </div>
      <figcaption className="soft small">{sentence}</figcaption>
    </figure>
  );
};

const smallestRem = 0.22;
const largerRem = 0.68;

const WeekLine = ({
  name,
  hours,
  most,
  gridRow,
}: {
  readonly name: string;
  readonly hours: readonly number[];
  readonly most: number;
  readonly gridRow: number;
}) => (
  <>
    <span className="week-day small" style={{ gridRow }}>
      {name}
    </span>
    <span className="week-night" style={{ gridRow, gridColumn: "2 / span 6" }} />
    <span className="week-night" style={{ gridRow, gridColumn: "24 / span 2" }} />
    <span className="week-string" style={{ gridRow }} />
    {hours.map((count, hour) =>
      count === 0 ? undefined : (
        <i
          // The hours of a day, which never change their order.
          // oxlint-disable-next-line react/no-array-index-key -- an hour is its place
          key={hour}
          className="week-pebble"
          style={{
            gridRow,
            gridColumn: hour + 2,
            inlineSize: `${smallestRem + largerRem * Math.sqrt(count / most)}rem`,
          }}
        />
      ),
    )}
  </>
);
