import { Label, ProgressBar } from "react-aria-components";

import { Button } from "./Button.tsx";
import "./Progress.css";

/** Work that takes a while: what is being done, how far, and a way to stop it. */
export const Progress = ({
  label,
  done,
  total,
  cancelLabel,
  onCancel,
}: {
  readonly label: string;
  readonly done: number;
  /** 0: not known yet. */
  readonly total: number;
  readonly cancelLabel?: string;
  readonly onCancel?: () => void;
}) => {
  const part = total > 0 ? Math.min(1, done / total) : 0;
  return (
    <div className="progress">
      <ProgressBar value={part * 100} isIndeterminate={total <= 0} className="progress-bar">
        <Label>{label}</Label>
        <svg
          className="progress-line"
          viewBox="0 0 100 2"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <rect width="100" height="2" className="progress-ground" />
          <rect width={total > 0 ? part * 100 : 28} height="2" className="progress-done" />
        </svg>
      </ProgressBar>
      {onCancel === undefined || cancelLabel === undefined ? undefined : (
        <Button kind="quiet" onPress={onCancel}>
          {cancelLabel}
        </Button>
      )}
    </div>
  );
};
