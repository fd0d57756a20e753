import { Secret } from "@holdfast/evidence";
import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { sayProblem } from "../../../app/say-problem.ts";
import { Ask } from "../../../design/components/Ask.tsx";
import { Button } from "../../../design/components/Button.tsx";
import { Field } from "../../../design/components/Field.tsx";
import { useSecondsUntil } from "../use-seconds-until.ts";

/** Whether the words are still known, while the place is open and nothing depends on it. */
export const RehearseAsk = ({ onClose }: { readonly onClose: () => void }) => {
  const { door, slowTries } = useApp();
  const say = useSay();
  const [words, setWords] = useState("");
  const [said, setSaid] = useState<string>();
  const [isWorking, setIsWorking] = useState(false);
  const seconds = useSecondsUntil(slowTries.nextTryAt());
  const check = async (): Promise<void> => {
    if (words.trim() === "" || isWorking || seconds > 0) return;
    setIsWorking(true);
    const checked = await door.keys.check({ kind: "passphrase", passphrase: new Secret(words) });
    setIsWorking(false);
    if (!checked.ok) {
      setSaid(sayProblem(say, checked.error));
      return;
    }
    if (checked.value) slowTries.right();
    else slowTries.wrong();
    setWords("");
    setSaid(say(checked.value ? "care_rehearse_right" : "care_rehearse_wrong"));
  };
  return (
    <Ask title={say("care_rehearse_title")} onClose={onClose}>
      <Field
        kind="secret"
        label={say("open_words_label")}
        value={words}
        onChange={setWords}
        onEnter={() => void check()}
        autoFocus
      />
      <div role="status">
        {said === undefined ? undefined : <p>{said}</p>}
        {seconds > 0 ? <p>{say("open_wait", { seconds })}</p> : undefined}
      </div>
      <div className="stack-tight ask-actions">
        <Button
          kind="primary"
          isPending={isWorking || seconds > 0}
          isDisabled={words.trim() === ""}
          onPress={() => void check()}
        >
          {say("care_rehearse_do")}
        </Button>
        <Button kind="quiet" onPress={onClose}>
          {say("shell_close_do")}
        </Button>
      </div>
    </Ask>
  );
};
