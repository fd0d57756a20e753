import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useDraft } from "../../app/use-draft.ts";
import { useSession } from "../../app/use-session.ts";
import { Button } from "../../design/components/Button.tsx";
import { Choose } from "../../design/components/Choose.tsx";
import { Field } from "../../design/components/Field.tsx";
import type { TextToKeep } from "../../door/keeping.ts";
import { DraftLines } from "./DraftLines.tsx";
import { KeepingDone, KeepingList } from "./KeepingList.tsx";
import { titleOfWords } from "./title-of-words.ts";
import { useKeeping } from "./use-keeping.ts";

type What = TextToKeep["what"];

/** Words: pasted, typed off, said in a call, or seen by somebody else. What they are is asked in one tap. */
export const WriteScreen = () => {
  const { drafts, keeping, navigation } = useApp();
  const say = useSay();
  const state = useKeeping();
  const draft = useDraft("words");
  const [what, setWhat] = useState<What>();
  // Something else may be kept meanwhile: only these words' own end counts.
  const [handed, setHanded] = useState<"no" | "waiting" | "kept">("no");
  const { text } = draft;
  const keep = (): void => {
    setHanded("waiting");
    const onKept = (): void => {
      setHanded("kept");
      void drafts.drop("words");
    };
    void keeping.begin({
      texts: [{ text, what: what ?? "written", title: titleOfWords(text), onKept }],
    });
  };
  const isBusy = state.kind === "running" || state.kind === "making-place";
  const isKept = handed === "kept";
  useHeldWhileWriting(text.trim() !== "" && !isKept);
  const writeMore = (): void => {
    setHanded("no");
    void draft.throwAway();
  };
  return (
    <Page
      title={say("write_title")}
      actions={
        isKept && !isBusy ? (
          <KeepingDone onDone={navigation.back} onMore={writeMore} />
        ) : (
          <Button
            kind="primary"
            onPress={keep}
            isDisabled={text.trim() === ""}
            isPending={isBusy && handed !== "no"}
          >
            {say(
              state.kind === "done" && handed === "waiting"
                ? "shell_try_again_do"
                : "write_keep_do",
            )}
          </Button>
        )
      }
    >
      <KeepingList />
      {isKept || (isBusy && handed === "waiting") ? undefined : (
        <>
          <DraftLines draft={draft} />
          <Field
            label={say("write_label")}
            hint={say("write_hint")}
            value={text}
            onChange={draft.change}
            rows={7}
          />
          <Choose
            label={say("write_what")}
            choices={whats.map((value) => ({ value, title: say(`write_what_${value}`) }))}
            value={what}
            onChange={setWhat}
          />
        </>
      )}
    </Page>
  );
};

/**
 * Copying out of another app is the work (care.md 13): what is half written is not closed away after two minutes. Where
 * somebody may pick up the phone, the place still closes at once.
 */
const useHeldWhileWriting = (isWriting: boolean): void => {
  const { lockTimer } = useApp();
  const { watched } = useSession();
  const isHeld = isWriting && !watched;
  useEffect(() => (isHeld ? lockTimer.hold() : undefined), [isHeld, lockTimer]);
};

const whats = ["pasted", "written", "call", "witness"] as const satisfies readonly What[];
