import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { sayProblem } from "../../../app/say-problem.ts";
import { Button } from "../../../design/components/Button.tsx";
import { type LineChoice, Lines } from "../../../design/components/Lines.tsx";
import type { DoorError } from "../../../door/door.ts";
import { HelpLines } from "../../talk/HelpLines.tsx";
import { TakeDown } from "../../talk/TakeDown.tsx";
import { SureAsk } from "./SureAsk.tsx";
import { useAsked } from "./use-asked.tsx";
import { useOwnPlace } from "./use-own-place.ts";

/** What was said about age, and what can be done when it turns out otherwise (care.md 3). Nothing happens by itself. */
export const PicturesScreen = () => {
  const say = useSay();
  const place = useOwnPlace();
  if (place === undefined) {
    return <Page title={say("care_pictures_title")} lead={say("problem_place_locked")} />;
  }
  return place.pictures === "protected" ? (
    <ProtectedPictures key="protected" locked={place.lockedExhibits} />
  ) : (
    <OpenPictures key="open" isAsked={place.pictures === "all-adult"} />
  );
};

const OpenPictures = ({ isAsked }: { readonly isAsked: boolean }) => {
  const { door, navigation } = useApp();
  const say = useSay();
  const [isSure, setIsSure] = useState(false);
  const [error, setError] = useState<DoorError>();
  const protect = async (): Promise<void> => {
    setIsSure(false);
    const answered = await door.keep.answerPictures("protected");
    if (!answered.ok) setError(answered.error);
  };
  return (
    <Page
      title={say("care_pictures_title")}
      lead={say(isAsked ? "care_pictures_adult" : "care_pictures_unasked")}
    >
      <div role="alert">{error === undefined ? undefined : <p>{sayProblem(say, error)}</p>}</div>
      <p>{say("care_pictures_late_before")}</p>
      <ul>
        <li>{say("care_pictures_late_locked")}</li>
        <li>{say("care_pictures_late_words")}</li>
        <li>{say("care_pictures_late_kept")}</li>
      </ul>
      {/* Three ways of the same weight: none of them is what we want to hear. */}
      <Lines
        choices={[
          {
            id: "as-it-is",
            title: say(isAsked ? "care_pictures_as_it_is_do" : "shell_not_now_do"),
            onPress: navigation.back,
          },
          {
            id: "late",
            title: say("care_pictures_late_do"),
            hint: say("care_pictures_late_hint"),
            onPress: () => setIsSure(true),
          },
          {
            id: "ask",
            title: say("care_pictures_late_ask_do"),
            onPress: () => navigation.go({ screen: "talk", need: "under-18" }),
          },
        ]}
      />
      {isSure ? (
        <SureAsk
          title={say("care_pictures_late_title")}
          doLabel={say("care_pictures_late_sure_do")}
          onSure={() => void protect()}
          onClose={() => setIsSure(false)}
        >
          <p>{say("care_pictures_late")}</p>
        </SureAsk>
      ) : undefined}
    </Page>
  );
};

const ProtectedPictures = ({ locked }: { readonly locked: readonly string[] }) => {
  const { navigation } = useApp();
  const say = useSay();
  const { error, said, erase, lift } = useDecision(locked);
  const { ask, question } = useAsked();
  const [sure, setSure] = useState<"erase" | "mistake">();
  const close = (): void => setSure(undefined);
  const leave: LineChoice = {
    id: "leave",
    title: say("care_pictures_leave_do"),
    onPress: navigation.back,
  };
  const eraseLine: LineChoice = {
    id: "erase",
    title: say("care_pictures_erase_do"),
    hint: say("care_pictures_erase_hint"),
    onPress: () => ask(() => setSure("erase")),
  };
  const mistake: LineChoice = {
    id: "mistake",
    title: say("care_pictures_mistake_do"),
    hint: say("care_pictures_mistake_hint"),
    onPress: () => ask(() => setSure("mistake")),
  };
  return (
    <Page
      title={say("care_pictures_title")}
      lead={say("care_pictures_protected")}
      actions={
        <Button kind="primary" onPress={() => navigation.go({ screen: "talk", need: "under-18" })}>
          {say("care_pictures_ask_do")}
        </Button>
      }
    >
      <p role="status">{said ?? ""}</p>
      <div role="alert">{error === undefined ? undefined : <p>{sayProblem(say, error)}</p>}</div>
      {locked.length > 0 ? (
        <>
          <p>{say("care_pictures_locked", { count: locked.length })}</p>
          <p>{say("care_pictures_choose")}</p>
        </>
      ) : undefined}
      <Lines choices={locked.length > 0 ? [leave, eraseLine, mistake] : [mistake]} />
      <TakeDown />
      <h2>{say("talk_need_young")}</h2>
      <HelpLines need="under-18" most={2} />
      {question}
      {sure === undefined ? undefined : (
        <SureAsk
          title={say(
            sure === "erase" ? "care_pictures_erase_title" : "care_pictures_mistake_title",
          )}
          doLabel={say(
            sure === "erase" ? "care_pictures_erase_sure_do" : "care_pictures_mistake_sure_do",
          )}
          onClose={close}
          onSure={() => {
            close();
            void (sure === "erase" ? erase() : lift());
          }}
        >
          <p>{say(sure === "erase" ? "care_pictures_erase" : "care_pictures_mistake")}</p>
        </SureAsk>
      )}
    </Page>
  );
};

const useDecision = (locked: readonly string[]) => {
  const { door } = useApp();
  const say = useSay();
  const [error, setError] = useState<DoorError>();
  const [said, setSaid] = useState<string>();
  const erase = async (): Promise<void> => {
    const exhibits = await door.see.exhibits();
    if (!exhibits.ok) return setError(exhibits.error);
    for (const { exhibit } of exhibits.value) {
      if (!locked.includes(exhibit.id)) continue;
      const erased = await door.keep.erase(exhibit.id);
      if (!erased.ok) return setError(erased.error);
    }
    setSaid(say("care_pictures_erased"));
  };
  const lift = async (): Promise<void> => {
    const lifted = await door.keep.liftPictureProtection();
    if (!lifted.ok) setError(lifted.error);
  };
  return { error, said, erase, lift };
};
