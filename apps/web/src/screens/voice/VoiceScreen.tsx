import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { useDoorState } from "../../app/use-door.ts";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Check } from "../../design/components/Check.tsx";
import { Player } from "./Player.tsx";
import { sayLength } from "./say-length.ts";
import { useKeepsOnLeave, useVoice } from "./use-voice.ts";
import { VoiceList } from "./VoiceList.tsx";
import "./voice.css";

/** Telling what happened in one's own voice. See `VoiceRun` for what becomes of it. */
export const VoiceScreen = () => {
  const { voice } = useApp();
  const say = useSay();
  const state = useVoice();
  // Nobody is recorded who does not see it.
  useEffect(() => () => void voice.leave(), [voice]);
  if (!voice.canRecord) return <CannotRecord why={say("voice_none_here")} />;
  switch (state.kind) {
    case "failed":
      return <CannotRecord why={say(`voice_failed_${state.why}`)} mayTryAgain />;
    case "idle":
    case "asking":
    case "kept":
      return <Before isAsking={state.kind === "asking"} isKept={state.kind === "kept"} />;
    case "recording":
      return <Recording startedAt={state.startedAt} />;
    case "held":
    case "keeping":
      return <Said />;
  }
};

const Before = ({ isAsking, isKept }: { readonly isAsking: boolean; readonly isKept: boolean }) => {
  const { voice } = useApp();
  const say = useSay();
  return (
    <Page
      title={say("voice_title")}
      lead={isKept ? undefined : say("voice_lead")}
      actions={
        <Button kind="primary" onPress={() => void voice.start()} isPending={isAsking}>
          {say(isKept ? "voice_again_do" : "voice_start_do")}
        </Button>
      }
    >
      {isKept ? <p role="status">{say("voice_kept")}</p> : undefined}
      {isAsking ? <p role="status">{say("voice_asking")}</p> : undefined}
      {isKept ? undefined : (
        <>
          <p>{say("voice_private")}</p>
          <p className="soft">{say("voice_near")}</p>
        </>
      )}
      <VoiceList />
    </Page>
  );
};

const Recording = ({ startedAt }: { readonly startedAt: number }) => {
  const { voice } = useApp();
  const say = useSay();
  const passedMs = usePassedMs(startedAt);
  return (
    <Page
      title={say("voice_recording")}
      actions={
        <Button kind="primary" onPress={() => void voice.stop()}>
          {say("voice_stop_do")}
        </Button>
      }
    >
      <p className="voice-time" role="timer">
        {sayLength(passedMs)}
      </p>
      <p className="soft">{say("voice_leaving")}</p>
      <WhenLeaving />
    </Page>
  );
};

/** What becomes of it is the person's choice, and said before it counts. */
const WhenLeaving = () => {
  const { voice } = useApp();
  const say = useSay();
  const door = useDoorState();
  const keeps = useKeepsOnLeave();
  if (door.kind !== "open") return <p className="soft">{say("voice_leaving_no_place")}</p>;
  return (
    <Check
      isSelected={keeps}
      onChange={voice.setKeepsOnLeave}
      hint={say(keeps ? "voice_leaving_keep_hint" : "voice_leaving_drop_hint")}
    >
      {say("voice_leaving_keep")}
    </Check>
  );
};

const Said = () => {
  const { voice } = useApp();
  const say = useSay();
  const state = useVoice();
  const [asks, setAsks] = useState(false);
  if (state.kind !== "held" && state.kind !== "keeping") return undefined;
  const error = state.kind === "held" ? state.error : undefined;
  return (
    <Page
      title={say("voice_said", { length: sayLength(state.voice.durationMs) })}
      actions={
        <>
          <Button
            kind="primary"
            onPress={() => void voice.keep()}
            isPending={state.kind === "keeping"}
          >
            {say("voice_keep_do")}
          </Button>
          <Button kind="quiet" onPress={() => setAsks(true)}>
            {say("voice_discard_do")}
          </Button>
        </>
      }
    >
      <p role="status">{say("voice_said_not_kept")}</p>
      <Player sound={state.voice.sound} label={say("voice_player")} />
      {error === undefined ? undefined : <p role="alert">{sayProblem(say, error)}</p>}
      <p className="soft">{say("voice_private")}</p>
      {asks ? (
        <Ask title={say("voice_discard_title")} onClose={() => setAsks(false)}>
          <p>{say("voice_discard_why")}</p>
          <div className="stack-tight ask-actions">
            <Button kind="plain" onPress={voice.discard}>
              {say("voice_discard_do")}
            </Button>
            <Button kind="quiet" onPress={() => setAsks(false)}>
              {say("shell_not_now_do")}
            </Button>
          </div>
        </Ask>
      ) : undefined}
    </Page>
  );
};

/** No dead end: the same can be said in writing. */
const CannotRecord = ({
  why,
  mayTryAgain = false,
}: {
  readonly why: string;
  readonly mayTryAgain?: boolean;
}) => {
  const { navigation, voice } = useApp();
  const say = useSay();
  return (
    <Page
      title={say("voice_title")}
      actions={
        <>
          <Button kind="primary" onPress={() => navigation.replace({ screen: "write" })}>
            {say("save_words_do")}
          </Button>
          {mayTryAgain ? (
            <Button kind="quiet" onPress={() => void voice.start()}>
              {say("shell_try_again_do")}
            </Button>
          ) : undefined}
        </>
      }
    >
      <p role="status">{why}</p>
      <VoiceList />
    </Page>
  );
};

const usePassedMs = (startedAt: number): number => {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return now - startedAt;
};
