import { useState } from "react";

import { focusTitle } from "../../app/focus-title.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import type { Draft } from "../../app/use-draft.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import type { DoorError } from "../../door/door.ts";

/** Said above a field whose words came back, or whose words cannot be written down; and the way to be rid of them. */
export const DraftLines = ({
  draft,
  isSaidPrivate = false,
}: {
  readonly draft: Draft;
  /** Whether it stands beside them already whose these words are. */
  readonly isSaidPrivate?: boolean;
}) => {
  const say = useSay();
  const [error, setError] = useState<DoorError>();
  return (
    <>
      {draft.isFailing ? <p role="status">{say("draft_failing")}</p> : undefined}
      {error === undefined ? undefined : <p role="alert">{sayProblem(say, error)}</p>}
      {draft.isRestored ? (
        <div className="draft stack-tight">
          <p role="status">{say("draft_kept")}</p>
          {isSaidPrivate ? undefined : <p className="soft small">{say("notes_honest")}</p>}
          <ThrowAway onThrowAway={() => void draft.throwAway().then(setError)} />
        </div>
      ) : undefined}
    </>
  );
};

/** Asked once more: nobody can bring them back. */
export const ThrowAway = ({ onThrowAway }: { readonly onThrowAway: () => void }) => {
  const say = useSay();
  const [asks, setAsks] = useState(false);
  const throwAway = (): void => {
    setAsks(false);
    onThrowAway();
    focusTitle();
  };
  return (
    <>
      <Button kind="quiet" onPress={() => setAsks(true)}>
        {say("draft_throw_do")}
      </Button>
      {asks ? (
        <Ask title={say("draft_throw_title")} onClose={() => setAsks(false)}>
          <p>{say("draft_throw_why")}</p>
          <div className="stack-tight ask-actions">
            <Button kind="primary" onPress={() => setAsks(false)}>
              {say("draft_keep_do")}
            </Button>
            <Button kind="plain" onPress={throwAway}>
              {say("draft_throw_do")}
            </Button>
          </div>
        </Ask>
      ) : undefined}
    </>
  );
};
