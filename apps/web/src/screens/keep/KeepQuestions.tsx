import { Secret } from "@holdfast/evidence";
import { useEffect, useRef, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { useSession } from "../../app/use-session.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { mayBePrivateWindow } from "../../app/surroundings.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import type { NewSecret } from "../../door/places.ts";
import { NewWordsAsk } from "../place/NewWordsAsk.tsx";
import { useKeeping } from "./use-keeping.ts";

/** What has to be asked before something can be kept, one question at a time, whichever screen one is on. */
export const KeepQuestions = () => {
  const state = useKeeping();
  switch (state.kind) {
    case "needs-place":
      return <WhereToKeep />;
    case "place-failed":
      return <PlaceFailed />;
    case "running":
      if (state.question === undefined) return undefined;
      return state.question === "pictures" ? <AgeQuestion /> : <StrangersQuestion />;
    case "idle":
    case "needs-opening":
    case "making-place":
    case "cut-short":
    case "done":
      return undefined;
  }
};

/** Care rule 1: asked once, kindly. "Not sure" keeps words only, and so does "No". */
const AgeQuestion = () => {
  const { keeping } = useApp();
  const say = useSay();
  return (
    <Ask title={say("age_title")} onClose={() => keeping.answer(undefined)}>
      <p>{say("age_why")}</p>
      <div className="stack-tight ask-actions">
        <Button kind="plain" onPress={() => keeping.answer("all-adult")}>
          {say("age_yes_do")}
        </Button>
        <Button kind="plain" onPress={() => keeping.answer("protected")}>
          {say("age_no_do")}
        </Button>
        <Button kind="plain" onPress={() => keeping.answer("protected")}>
          {say("age_unsure_do")}
        </Button>
        <Button kind="quiet" onPress={() => keeping.answer(undefined)}>
          {say("shell_not_now_do")}
        </Button>
      </div>
    </Ask>
  );
};

/** Care rule 4: what a stranger sent stays out of a chat, unless each picture is chosen by itself. */
const StrangersQuestion = () => {
  const { keeping } = useApp();
  const say = useSay();
  return (
    <Ask title={say("strangers_title")} onClose={() => keeping.answerStrangers(undefined)}>
      <p className="soft">{say("strangers_why")}</p>
      <div className="stack-tight ask-actions">
        <Button kind="plain" onPress={() => keeping.answerStrangers(false)}>
          {say("strangers_met_do")}
        </Button>
        <Button kind="plain" onPress={() => keeping.answerStrangers(true)}>
          {say("strangers_never_do")}
        </Button>
        <Button kind="quiet" onPress={() => keeping.answerStrangers(undefined)}>
          {say("shell_not_now_do")}
        </Button>
      </div>
    </Ask>
  );
};

const WhereToKeep = () => {
  const { door, keeping, session, surroundings } = useApp();
  const isPrivate = useMayBePrivate();
  const { watched, young, keeping: chosen } = useSession();
  const say = useSay();
  const [wantsWords, setWantsWords] = useState(watched && chosen === "device");
  const pictures = young ? "protected" : "unasked";
  const make = async (keeps: "on-device" | "nothing", secrets: readonly NewSecret[]) => {
    session.change({ keeping: keeps === "nothing" ? "nothing" : "device" });
    // Asked from the tap, as browsers want it; what they answered stands under "Look after this place".
    if (keeps === "on-device") void door.storage.persist();
    await keeping.makePlace({ keeps, secrets, pictures });
  };
  // Chosen before: it is not asked a second time.
  if (chosen === "nothing") return <InMemory onStart={() => make("nothing", [])} />;
  if (wantsWords) {
    return (
      <NewWordsAsk
        onChosen={(words) =>
          make("on-device", [{ kind: "passphrase", passphrase: new Secret(words) }])
        }
        onClose={keeping.clear}
      />
    );
  }
  return (
    <Ask title={say("keep_here_title")} onClose={keeping.clear}>
      {/* Where somebody may pick up the phone, its own key would open the place to them (care.md 12). */}
      <p>{say(watched ? "keep_here_watched" : "keep_here_lead")}</p>
      {watched ? undefined : <p className="soft">{say("keep_here_honest")}</p>}
      {surroundings.isIphone && !surroundings.isInstalled ? <p>{say("save_iphone")}</p> : undefined}
      {isPrivate ? <p>{say("save_private_window")}</p> : undefined}
      <div className="stack-tight ask-actions">
        {watched ? undefined : (
          <Button kind="primary" onPress={() => void make("on-device", [{ kind: "device-key" }])}>
            {say("keep_here_do")}
          </Button>
        )}
        <Button kind={watched ? "primary" : "plain"} onPress={() => setWantsWords(true)}>
          {say("keep_here_words_do")}
        </Button>
        <Button kind="quiet" onPress={() => void make("nothing", [])}>
          {say("keep_here_nothing_do")}
        </Button>
      </div>
    </Ask>
  );
};

const InMemory = ({ onStart }: { readonly onStart: () => Promise<void> }) => {
  const start = useRef(onStart);
  useEffect(() => void start.current(), []);
  return undefined;
};

const useMayBePrivate = (): boolean => {
  const { door } = useApp();
  const [isPrivate, setIsPrivate] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const estimate = await door.storage.estimate();
      if (isCurrent) setIsPrivate(mayBePrivateWindow(estimate?.availableInBytes));
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [door]);
  return isPrivate;
};

const PlaceFailed = () => {
  const { keeping } = useApp();
  const say = useSay();
  const state = useKeeping();
  if (state.kind !== "place-failed") return undefined;
  return (
    <Ask title={say("keep_make_failed")} onClose={keeping.clear}>
      <p>{sayProblem(say, state.error)}</p>
      <div className="stack-tight ask-actions">
        <Button kind="primary" onPress={() => void keeping.begin(state.pending)}>
          {say("shell_try_again_do")}
        </Button>
        <Button kind="quiet" onPress={keeping.clear}>
          {say("shell_not_now_do")}
        </Button>
      </div>
    </Ask>
  );
};
