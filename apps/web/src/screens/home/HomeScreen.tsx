import type { AppWords } from "@holdfast/words";
import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useDraftKeys } from "../../app/use-draft.ts";
import { useDoorState } from "../../app/use-door.ts";
import { Button } from "../../design/components/Button.tsx";
import { Drawing } from "../../design/components/Drawing.tsx";
import { type LineChoice, Lines } from "../../design/components/Lines.tsx";
import { useGuideLines } from "../guide/use-guide-lines.ts";
import { isOfNote } from "../keep/EditNote.tsx";
import { useKeeping } from "../keep/use-keeping.ts";
import { KeepingNow, useKeepingLine } from "./KeepingNow.tsx";

/** What is kept, said in what is safe now, and the ways from here. Without a place it can be looked around. */
export const HomeScreen = () => {
  const door = useDoorState();
  return door.kind === "open" ? <OpenHome /> : <LookAround />;
};

const OpenHome = () => {
  const { door, navigation } = useApp();
  const say = useSay();
  const count = useKeptCount();
  const goOn = useGoOnWriting();
  const keepingLine = useKeepingLine();
  const guideLines = useGuideLines();
  const isKeeping = useKeeping().kind === "running";
  const close = (): void => {
    void door.places.lock().then(() => navigation.reset({ screen: "first" }));
  };
  return (
    <Page
      title={say("home_title")}
      lead={leadOf(say, count, isKeeping)}
      actions={
        <>
          <Button kind="primary" onPress={() => navigation.go({ screen: "keep" })}>
            {say("home_keep_do")}
          </Button>
          <Button kind="quiet" onPress={close}>
            {say("home_lock_do")}
          </Button>
        </>
      }
    >
      <KeepingNow />
      <Lines
        choices={[
          ...keepingLine,
          ...goOn,
          ...guideLines,
          {
            id: "see",
            title: say("home_see_do"),
            hint: say("home_see_hint"),
            onPress: () => navigation.go({ screen: "see" }),
          },
          {
            id: "give",
            title: say("home_give_do"),
            hint: say("home_give_hint"),
            onPress: () => navigation.go({ screen: "give" }),
          },
          {
            id: "talk",
            title: say("home_talk_do"),
            onPress: () => navigation.go({ screen: "talk" }),
          },
          {
            id: "care",
            title: say("home_care_do"),
            hint: say("home_care_hint"),
            onPress: () => navigation.go({ screen: "care" }),
          },
        ]}
      />
      <Drawing />
    </Page>
  );
};

/** The first thing in hand is not nothing. */
const leadOf = (say: AppWords["say"], count: number | undefined, isKeeping: boolean): string => {
  if (count === undefined) return say("shell_loading");
  return count === 0 && isKeeping ? say("home_keeping_first") : say("home_kept", { count });
};

/** Half-written words wait first in line. See [Note: half-written words]. */
const useGoOnWriting = (): readonly LineChoice[] => {
  const { navigation } = useApp();
  const say = useSay();
  const begun = useDraftKeys();
  const words: LineChoice = {
    id: "words-begun",
    title: say("home_words_begun_do"),
    hint: say("home_begun_hint"),
    onPress: () => navigation.go({ screen: "write" }),
  };
  const note: LineChoice = {
    id: "note-begun",
    title: say("home_note_begun_do"),
    hint: say("home_begun_hint"),
    onPress: () => navigation.go({ screen: "notes" }),
  };
  const reply: LineChoice = {
    id: "reply-begun",
    title: say("home_reply_begun_do"),
    hint: say("home_begun_hint"),
    onPress: () => navigation.go({ screen: "reply" }),
  };
  return [
    ...(begun.includes("words") ? [words] : []),
    ...(begun.some(isOfNote) ? [note] : []),
    ...(begun.includes("reply") ? [reply] : []),
  ];
};

const useKeptCount = (): number | undefined => {
  const { door } = useApp();
  const state = useDoorState();
  const revision = state.kind === "open" ? state.revision : 0;
  const [count, setCount] = useState<number>();
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const counted = await door.see.count();
      if (isCurrent && counted.ok) setCount(counted.value.exhibits);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [door, revision]);
  return count;
};

/** A place that closed meanwhile, and something that waits for one: both have their way on. */
const useWayIn = (): readonly LineChoice[] => {
  const { navigation } = useApp();
  const say = useSay();
  const door = useDoorState();
  const keeping = useKeeping();
  const wasOpen = door.kind === "locked" && door.why !== "start" && door.why !== "place-gone";
  if (!wasOpen && keeping.kind !== "needs-opening") return [];
  return [
    {
      id: "open",
      title: say("arrive_open_do"),
      ...(keeping.kind === "needs-opening"
        ? {
            hint: say("open_waiting", {
              count: keeping.pending.files.length + keeping.pending.texts.length,
            }),
          }
        : {}),
      onPress: () => navigation.go({ screen: "open" }),
    },
  ];
};

const LookAround = () => {
  const { navigation } = useApp();
  const say = useSay();
  const wayIn = useWayIn();
  const guideLines = useGuideLines();
  return (
    <Page
      title={say("home_nothing_title")}
      lead={say("home_nothing_lead")}
      actions={
        <Button kind="primary" onPress={() => navigation.go({ screen: "exit-explained" })}>
          {say("home_start_do")}
        </Button>
      }
    >
      <Lines
        choices={[
          ...wayIn,
          ...guideLines,
          {
            id: "talk",
            title: say("home_talk_do"),
            onPress: () => navigation.go({ screen: "talk" }),
          },
          {
            id: "example",
            title: say("home_example_do"),
            onPress: () => navigation.go({ screen: "example" }),
          },
          {
            id: "keep",
            title: say("home_keep_do"),
            hint: say("home_keep_hint"),
            onPress: () => navigation.go({ screen: "keep" }),
          },
          {
            id: "care",
            title: say("home_care_do"),
            hint: say("home_care_hint_closed"),
            onPress: () => navigation.go({ screen: "care" }),
          },
          {
            id: "check",
            title: say("home_check_do"),
            onPress: () => navigation.go({ screen: "check" }),
          },
        ]}
      />
      <h2>{say("home_helper_title")}</h2>
      <p>{say("home_helper")}</p>
    </Page>
  );
};
