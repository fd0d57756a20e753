import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { sayProblem } from "../../../app/say-problem.ts";
import { Button } from "../../../design/components/Button.tsx";
import { type LineChoice, Lines } from "../../../design/components/Lines.tsx";
import { HelpLines } from "../../talk/HelpLines.tsx";
import { TakeDown } from "../../talk/TakeDown.tsx";
import { KeptWords } from "./KeptWords.tsx";
import { SureAsk } from "./SureAsk.tsx";
import { useAsked } from "./use-asked.tsx";
import { type LockedDecision, useLockedDecision } from "./use-locked-decision.ts";

type Sure = "erase" | "words_gone" | "mistake";

/** The case keeps words only: what is locked, what is kept of it, and the choice that waits for the person. */
export const ProtectedPictures = ({ locked }: { readonly locked: readonly string[] }) => {
  const { navigation } = useApp();
  const say = useSay();
  const decision = useLockedDecision(locked);
  const { error, said, left } = decision;
  const { ask, question } = useAsked();
  const [sure, setSure] = useState<Sure>();
  const lineOf = (id: Sure): LineChoice => ({
    id,
    title: say(`care_pictures_${id}_do`),
    ...(id === "words_gone" ? {} : { hint: say(`care_pictures_${id}_hint`) }),
    onPress: () => ask(() => setSure(id)),
  });
  const leave: LineChoice = {
    id: "leave",
    title: say("care_pictures_leave_do"),
    onPress: navigation.back,
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
      <div role="alert">
        {error === undefined ? undefined : <p>{sayProblem(say, error)}</p>}
        {left.length === 0 ? undefined : (
          <p>{say("care_pictures_words_left", { count: left.length })}</p>
        )}
      </div>
      {locked.length > 0 ? (
        <>
          <KeptWords />
          <p>{say("care_pictures_locked", { count: locked.length })}</p>
          <p>{say("care_pictures_choose")}</p>
        </>
      ) : undefined}
      <Lines
        choices={[
          ...(locked.length > 0 ? [leave, lineOf("erase")] : []),
          ...(left.length > 0 ? [lineOf("words_gone")] : []),
          lineOf("mistake"),
        ]}
      />
      <TakeDown />
      <h2>{say("talk_need_young")}</h2>
      <HelpLines need="under-18" most={2} />
      {question}
      {sure === undefined ? undefined : (
        <SureQuestion sure={sure} decision={decision} onClose={() => setSure(undefined)} />
      )}
    </Page>
  );
};

const SureQuestion = ({
  sure,
  decision,
  onClose,
}: {
  readonly sure: Sure;
  readonly decision: LockedDecision;
  readonly onClose: () => void;
}) => {
  const say = useSay();
  const act: Readonly<Record<Sure, () => Promise<void>>> = {
    erase: decision.erase,
    words_gone: decision.eraseEvenWords,
    mistake: decision.lift,
  };
  return (
    <SureAsk
      title={say(`care_pictures_${sure}_title`)}
      doLabel={say(
        sure === "words_gone" ? "care_pictures_words_gone_do" : `care_pictures_${sure}_sure_do`,
      )}
      onClose={onClose}
      onSure={() => {
        onClose();
        void act[sure]();
      }}
    >
      <p>{say(`care_pictures_${sure}`)}</p>
    </SureAsk>
  );
};
