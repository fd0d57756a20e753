import { useCallback, useEffect, useState } from "react";

import { BackAndForth } from "../../app/BackAndForth.tsx";
import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import { BeforeKeeping } from "./BeforeKeeping.tsx";
import { BeforeKeepingWords } from "./BeforeKeepingWords.tsx";
import { type Brought, joinBrought, nothingBrought } from "./brought.ts";
import { KeepingDone, KeepingList } from "./KeepingList.tsx";
import { NotBrought } from "./NotBrought.tsx";
import { PickFiles } from "./PickFiles.tsx";
import { useDropAndPaste } from "./use-drop-and-paste.ts";
import { useKeeping } from "./use-keeping.ts";
import { useWordsOnly } from "./use-words-only.ts";

/** Everything that can be brought in, from one page. Where pictures are not kept, none can be chosen. */
export const KeepScreen = () => {
  const { navigation } = useApp();
  const say = useSay();
  const state = useKeeping();
  const wordsOnly = useWordsOnly();
  const [brought, setBrought] = useState(nothingBrought);
  const isLost = useLostArrival();
  const bring = useCallback(
    (more: Brought) => setBrought((before) => joinBrought(before, more)),
    [],
  );
  const pick = (files: readonly File[]): void => bring({ ...nothingBrought, files });
  useDropAndPaste(bring);
  const isIdle = state.kind === "idle" || state.kind === "needs-place";
  return (
    <Page
      title={say("home_keep_do")}
      actions={
        state.kind === "done" ? (
          <KeepingDone onDone={() => navigation.reset({ screen: "home" })} />
        ) : state.kind === "running" ? undefined : (
          <PickFiles onPick={pick} {...(wordsOnly ? { accept: wordTypes } : {})}>
            {say(wordsOnly ? "keep_choose_words_do" : "keep_choose_do")}
          </PickFiles>
        )
      }
    >
      <KeepingList />
      <NotBrought unreadable={brought.unreadable} setAside={brought.setAside} />
      {isLost && isIdle ? <p role="status">{say("keep_arrived_lost")}</p> : undefined}
      {isIdle ? (
        <>
          <OtherWays wordsOnly={wordsOnly} onPick={pick} />
          <BackAndForth />
        </>
      ) : undefined}
      {brought.files.length === 0 ? undefined : (
        <BeforeKeeping
          files={brought.files}
          onEnd={() => setBrought((before) => ({ ...before, files: [] }))}
        />
      )}
      {brought.text === "" ? undefined : (
        <BeforeKeepingWords
          text={brought.text}
          onEnd={() => setBrought((before) => ({ ...before, text: "" }))}
        />
      )}
    </Page>
  );
};

const useLostArrival = (): boolean => {
  const { arrival } = useApp();
  const [isLost, setIsLost] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    const hear = async (): Promise<void> => {
      const came = await arrival;
      if (isCurrent) setIsLost(came === "lost");
    };
    void hear();
    return () => {
      isCurrent = false;
    };
  }, [arrival]);
  return isLost;
};

/** A text, a mail, a chat's export without its pictures. What is in it is looked at again before anything is kept. */
const wordTypes = ".txt,.eml,.mbox,.zip,text/plain,message/rfc822";

const OtherWays = ({
  wordsOnly,
  onPick,
}: {
  readonly wordsOnly: boolean;
  readonly onPick: (files: readonly File[]) => void;
}) => {
  const { navigation } = useApp();
  const say = useSay();
  return (
    <>
      {wordsOnly ? <p>{say("save_protected")}</p> : <p className="soft">{say("keep_drop_hint")}</p>}
      <Lines
        choices={[
          {
            id: "coach",
            title: say("keep_coach_do"),
            hint: say("keep_coach_hint"),
            onPress: () => navigation.go({ screen: "coach" }),
          },
          {
            id: "write",
            title: say("save_words_do"),
            hint: say("keep_write_hint"),
            onPress: () => navigation.go({ screen: "write" }),
          },
          {
            id: "voice",
            title: say("voice_do"),
            hint: say("voice_hint"),
            onPress: () => navigation.go({ screen: "voice" }),
          },
          {
            id: "notes",
            title: say("keep_notes_do"),
            hint: say("keep_notes_hint"),
            onPress: () => navigation.go({ screen: "notes" }),
          },
        ]}
      />
      {wordsOnly || !hasTouch() ? undefined : (
        <PickFiles kind="plain" accept="image/*" takesPhoto onPick={onPick}>
          {say("keep_photo_do")}
        </PickFiles>
      )}
    </>
  );
};

/** A camera that is worth offering is one that can be pointed at another screen. */
const hasTouch = (): boolean => matchMedia("(pointer: coarse)").matches;
