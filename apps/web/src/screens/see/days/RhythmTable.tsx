import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Button } from "../../../design/components/Button.tsx";
import { createBarWords } from "./bar-words.ts";
import type { DrawnRhythm } from "./rhythm.ts";

/** The picture for those who listen, and for the keyboard: every bar that is not empty, with the way to it. */
export const RhythmTable = ({
  drawn: { unit, all, rows },
  onDay,
}: {
  readonly drawn: DrawnRhythm;
  readonly onDay: (day: string) => void;
}) => {
  const { words } = useApp();
  const say = useSay();
  const barWords = createBarWords(words.locale, unit);
  const number = new Intl.NumberFormat(words.locale);
  return (
    <div className="rhythm-table" tabIndex={0} role="region" aria-label={say("days_table")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("days_column_when")}</th>
            <th scope="col">{say("days_column_all")}</th>
            <th scope="col">{say("days_column_night")}</th>
            {rows.map(({ name }) => (
              <th key={name} scope="col">
                <bdi>{name}</bdi>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {all.map(({ start, total, atNight, firstDay }, index) =>
            firstDay === undefined ? undefined : (
              <tr key={start}>
                <th scope="row">
                  <Button kind="quiet" onPress={() => onDay(firstDay)}>
                    {barWords(start)}
                  </Button>
                </th>
                <td>{number.format(total)}</td>
                <td>{number.format(atNight)}</td>
                {rows.map(({ name, bars }) => (
                  <td key={name}>{number.format(bars[index]?.total ?? 0)}</td>
                ))}
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  );
};
