import type { Progress as WorkProgress } from "@holdfast/evidence";
import type { ReactNode } from "react";

import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { Button } from "../../../design/components/Button.tsx";
import { Progress } from "../../../design/components/Progress.tsx";

/** The place gets new keys: how far, and a way to stop. */
export const RenewalRunning = ({
  progress,
  onStop,
}: {
  readonly progress: WorkProgress | undefined;
  readonly onStop: () => void;
}) => {
  const say = useSay();
  return (
    <Page title={say("care_words_running")} lead={say("care_words_running_note")}>
      <Progress
        label={say("care_words_running")}
        done={progress?.done ?? 0}
        total={progress?.total ?? 0}
        cancelLabel={say("shell_cancel_do")}
        onCancel={onStop}
      />
    </Page>
  );
};

/** What holds now, and what no one can change. */
export const RenewalDone = ({
  how,
  onDone,
  next,
}: {
  readonly how: "renew" | "replace";
  readonly onDone: () => void;
  /** What may be made anew, since the old one opens nothing any more. */
  readonly next?: ReactNode;
}) => {
  const say = useSay();
  return (
    <Page
      title={say(how === "renew" ? "care_words_done_title" : "care_words_title")}
      lead={say(how === "renew" ? "care_words_done" : "care_words_done_quick")}
      actions={
        <>
          <Button kind="primary" onPress={onDone}>
            {say("shell_done_do")}
          </Button>
          {next}
        </>
      }
    >
      <p>{say("care_words_copies")}</p>
    </Page>
  );
};
