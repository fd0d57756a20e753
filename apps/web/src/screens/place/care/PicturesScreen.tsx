import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { sayProblem } from "../../../app/say-problem.ts";
import { Lines } from "../../../design/components/Lines.tsx";
import type { DoorError } from "../../../door/door.ts";
import { ProtectedPictures } from "./ProtectedPictures.tsx";
import { SureAsk } from "./SureAsk.tsx";
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
