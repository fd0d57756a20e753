import type { ReactNode } from "react";
import { Button as AriaButton } from "react-aria-components";

import "./Lines.css";

export interface LineChoice {
  readonly id: string;
  readonly title: ReactNode;
  readonly hint?: ReactNode;
  readonly onPress: () => void;
}

/** Big lines to choose from, one under the other with a hairline between: each goes somewhere at once. */
export const Lines = ({
  choices,
  label,
  size = "big",
}: {
  readonly choices: readonly LineChoice[];
  readonly label?: string;
  readonly size?: "big" | "small";
}) =>
  // A list of nothing would be two hairlines.
  choices.length === 0 ? undefined : (
    <ul className={`lines lines-${size}`} {...(label === undefined ? {} : { "aria-label": label })}>
      {choices.map((choice) => (
        <li key={choice.id}>
          <AriaButton className="line" onPress={choice.onPress}>
            <span className="line-words">
              <span className="line-title">{choice.title}</span>
              {choice.hint === undefined ? undefined : (
                <span className="line-hint">{choice.hint}</span>
              )}
            </span>
            <svg className="line-mark" viewBox="0 0 10 16" aria-hidden="true">
              <path d="M2 2l6 6-6 6" fill="none" stroke="currentColor" strokeWidth="1.6" />
            </svg>
          </AriaButton>
        </li>
      ))}
    </ul>
  );
