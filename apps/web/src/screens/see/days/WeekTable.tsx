import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { partsOfDay, rowsOfWeek } from "./week.ts";
import { createWeekWords } from "./week-words.ts";

/** The hours of the week for those who listen: each day in four parts. */
export const WeekTable = ({ week }: { readonly week: readonly number[] }) => {
  const { words } = useApp();
  const say = useSay();
  const { weekday, hour } = createWeekWords(words.locale);
  const number = new Intl.NumberFormat(words.locale);
  return (
    <div className="rhythm-table" tabIndex={0} role="region" aria-label={say("days_week_title")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("days_column_weekday")}</th>
            {[0, 6, 12, 18].map((from) => (
              <th key={from} scope="col">
                {say("days_column_hours", { from: hour(from), to: hour(from + 6) })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOfWeek(week).map(({ day, hours }) => (
            <tr key={day}>
              <th scope="row">{weekday(day, "long")}</th>
              {partsOfDay(hours).map((count, part) => (
                // Four parts of a day, which never change their order.
                // oxlint-disable-next-line react/no-array-index-key -- a part is its place
                <td key={part}>{number.format(count)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
