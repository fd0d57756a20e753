import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { sayProblem } from "../../../app/say-problem.ts";
import { Button } from "../../../design/components/Button.tsx";
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
      actions={
        <>
          <Button kind="primary" onPress={() => setIsSure(true)}>
            {say("care_pictures_late_do")}
          </Button>
          <Button kind="quiet" onPress={navigation.back}>
            {say("shell_not_now_do")}
          </Button>
        </>
      }
    >
      <div role="alert">{error === undefined ? undefined : <p>{sayProblem(say, error)}</p>}</div>
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
  return (
    <Page
      title={say("care_pictures_title")}
      lead={say("care_pictures_protected")}
      actions={
        <>
          <Button
            kind="primary"
            onPress={() => navigation.go({ screen: "talk", need: "under-18" })}
          >
            {say("care_pictures_ask_do")}
          </Button>
          {locked.length > 0 ? (
            <>
              <Button kind="plain" onPress={navigation.back}>
                {say("care_pictures_leave_do")}
              </Button>
              <Button kind="plain" onPress={() => ask(() => setSure("erase"))}>
                {say("care_pictures_erase_do")}
              </Button>
            </>
          ) : undefined}
          <Button kind="quiet" onPress={() => ask(() => setSure("mistake"))}>
            {say("care_pictures_mistake_do")}
          </Button>
        </>
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
