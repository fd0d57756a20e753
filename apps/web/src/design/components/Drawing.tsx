import "./Drawing.css";

/** A holdfast on its rock, in line. It tells a passer-by nothing. */
export const Drawing = () => (
  <svg className="drawing" viewBox="0 0 120 72" aria-hidden="true">
    <g
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M8 64c8-7 15-9 25-9 7-7 20-8 29-5 9-2 17 0 22 5 11-1 19 3 27 9" />
      <path d="M30 60c5-2 8-2 12 0M66 57c5-2 10-1 14 2" opacity="0.55" />
      <path d="M60 42c-5 4-9 6-13 11M60 42c-2 4-3 6-4 9M61 42c1 4 2 6 4 9M61 42c5 4 8 6 12 11" />
      <path d="M60 42C58 30 64 24 60 8" />
      <path
        d="M61 33c8-2 11-9 19-11-2 8-9 13-19 14M60 26c-8-2-10-9-18-12 2 9 8 14 18 15M61 18c6-2 8-7 14-9-1 7-6 11-14 12"
        opacity="0.85"
      />
    </g>
  </svg>
);
