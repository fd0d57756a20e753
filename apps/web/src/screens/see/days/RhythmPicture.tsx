import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { platformMessage, type PlatformId } from "../platforms.ts";
import { createBarWords } from "./bar-words.ts";
import type { drawRhythm, RhythmBar } from "./rhythm.ts";

const widthInUnits = 640;
const heightOfAll = 150;
const heightOfPart = 56;

/** The case over time: one row for all of it, one for each platform, over the same days. Its table says the same. */
export const RhythmPicture = ({
  drawn,
  onDay,
}: {
  readonly drawn: ReturnType<typeof drawRhythm<PlatformId>>;
  readonly onDay: (day: string) => void;
}) => {
  const { words } = useApp();
  const say = useSay();
  const barWords = createBarWords(words.locale, drawn.unit);
  const most = mostOf(drawn.all);
  const label = say("days_picture_label", {
    total: sum(drawn.all, "total"),
    night: sum(drawn.all, "atNight"),
    first: barWords(drawn.all[0]?.start ?? ""),
    last: barWords(drawn.all.at(-1)?.start ?? ""),
    unit: drawn.unit,
    most,
  });
  return (
    <div className="rhythm" role="img" aria-label={label}>
      <Row name={say("days_all")} bars={drawn.all} most={most} height={heightOfAll} onDay={onDay} />
      {drawn.parts.length < 2
        ? undefined
        : drawn.parts.map(({ id, bars }) => (
            <Row
              key={id}
              name={say(platformMessage(id))}
              bars={bars}
              most={most}
              height={heightOfPart}
              onDay={onDay}
            />
          ))}
      <p className="rhythm-ends small soft">
        <span>{barWords(drawn.all[0]?.start ?? "")}</span>
        <span>{barWords(drawn.all.at(-1)?.start ?? "")}</span>
      </p>
    </div>
  );
};

const mostOf = (bars: readonly RhythmBar[]): number =>
  bars.reduce((most, { total }) => Math.max(most, total), 1);

const sum = (bars: readonly RhythmBar[], of: "total" | "atNight"): number =>
  bars.reduce((total, bar) => total + bar[of], 0);

const Row = ({
  name,
  bars,
  most,
  height,
  onDay,
}: {
  readonly name: string;
  readonly bars: readonly RhythmBar[];
  readonly most: number;
  readonly height: number;
  readonly onDay: (day: string) => void;
}) => {
  const step = widthInUnits / Math.max(1, bars.length);
  const width = Math.max(1, Math.min(step * 0.78, 28));
  // A single thing must be seen beside a day of hundreds: roots keep the order and lift the small ones.
  const tall = (count: number): number =>
    count === 0 ? 0 : Math.max(3, (height - 4) * Math.sqrt(count / most));
  return (
    <div className="rhythm-row">
      <span className="small">{name}</span>
      <svg viewBox={`0 0 ${widthInUnits} ${height}`} preserveAspectRatio="none" aria-hidden="true">
        <line
          x1="0"
          x2={widthInUnits}
          y1={height - 0.5}
          y2={height - 0.5}
          className="rhythm-base"
        />
        {bars.map(({ start, total, atNight, firstDay }, index) => {
          const x = index * step + (step - width) / 2;
          const top = tall(total);
          const night = total === 0 ? 0 : (top * atNight) / total;
          return firstDay === undefined ? undefined : (
            <g key={start} onClick={() => onDay(firstDay)} className="rhythm-bar">
              <rect x={index * step} width={step} y="0" height={height} className="rhythm-touch" />
              <rect
                x={x}
                width={width}
                y={height - top}
                // All of them at night: what is left may be a hair below nothing.
                height={Math.max(0, top - night)}
                className="rhythm-light"
              />
              <rect x={x} width={width} y={height - night} height={night} className="rhythm-dark" />
            </g>
          );
        })}
      </svg>
    </div>
  );
};
