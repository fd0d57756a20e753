import type { ReactNode } from "react";
import { Checkbox } from "react-aria-components";

import "./Check.css";

/** One line that can be ticked, as wide as the page. */
export const Check = ({
  isSelected,
  onChange,
  children,
  hint,
  isDisabled = false,
}: {
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly children: ReactNode;
  readonly hint?: ReactNode;
  readonly isDisabled?: boolean;
}) => (
  <Checkbox className="check" isSelected={isSelected} onChange={onChange} isDisabled={isDisabled}>
    <span className="check-box" aria-hidden="true">
      <svg viewBox="0 0 16 16">
        <path d="M3 8.5l3.4 3.4L13 4.6" fill="none" stroke="currentColor" strokeWidth="2.2" />
      </svg>
    </span>
    <span className="check-words">
      <span>{children}</span>
      {hint === undefined ? undefined : <span className="check-hint">{hint}</span>}
    </span>
  </Checkbox>
);
