import type { ReactNode } from "react";

import { useSay } from "../../../app/frame.ts";
import { Ask } from "../../../design/components/Ask.tsx";
import { Button } from "../../../design/components/Button.tsx";

/** "Is that what you want?", where the answer changes something. Both answers weigh the same. */
export const SureAsk = ({
  title,
  children,
  doLabel,
  onSure,
  onClose,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly doLabel: string;
  readonly onSure: () => void;
  readonly onClose: () => void;
}) => {
  const say = useSay();
  return (
    <Ask title={title} onClose={onClose}>
      {children}
      <div className="stack-tight ask-actions">
        <Button kind="plain" onPress={onSure}>
          {doLabel}
        </Button>
        <Button kind="plain" onPress={onClose}>
          {say("shell_not_now_do")}
        </Button>
      </div>
    </Ask>
  );
};
