import "./cards.css";

/** Cards in a row, the first of them full: how many of them open it, or how many are there already. */
export const CardsDrawing = ({
  count,
  full,
}: {
  readonly count: number;
  readonly full: number;
}) => (
  <svg
    className="cards-drawing"
    viewBox={`0 0 ${count * step} ${height}`}
    style={{ inlineSize: `${(count * step) / 16}rem` }}
    aria-hidden="true"
  >
    {Array.from({ length: count }, (_, at) => (
      <g key={at} transform={`translate(${at * step} 0)`}>
        <rect
          x="2"
          y="2"
          width={step - 10}
          height={height - 4}
          rx="4"
          className={at < full ? "card-full" : "card-empty"}
        />
        <path
          d={`M9 15h${step - 24}M9 23h${step - 24}M9 31h${step - 34}`}
          className={at < full ? "card-lines-full" : "card-lines"}
        />
      </g>
    ))}
  </svg>
);

const step = 44;
const height = 46;
