import { answerIn, type QuestionId, questionOf, type QuestionStage } from "@holdfast/guide";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { CountryChoice } from "../../app/CountryChoice.tsx";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useSession } from "../../app/use-session.ts";
import { Button } from "../../design/components/Button.tsx";
import { Check } from "../../design/components/Check.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import { answerSentence } from "./answer-words.ts";
import { GuideAfter } from "./GuideAfter.tsx";
import { tellCase } from "./tell-case.ts";
import { nextOf, useGuide } from "./use-guide.ts";
import "./guide.css";

/** One question. Whatever is pressed goes on: an answer, "I don't know", or "Skip". */
export const GuideAskScreen = ({
  question: id,
  stage,
}: {
  readonly question: QuestionId;
  readonly stage: QuestionStage | "change";
}) => {
  const { door, guide, navigation } = useApp();
  const { isReading } = useGuide();
  const session = useSession();
  const say = useSay();
  const question = questionOf(id);
  if (question === undefined || isReading) {
    return <Page title={say(`guide_q_${id}`)} lead={say("shell_loading")} />;
  }
  const answer = (values: readonly string[]): void => {
    guide.answer(id, values);
    if (id === "ageInPictures") void tellCase(door, guide.state().facts.ageInPictures);
    if (stage === "change") navigation.back();
    else navigation.go(nextOf(guide.state(), session, stage));
  };
  const doNotKnow = (): void => answer(question.unknown === undefined ? [] : [question.unknown]);
  return (
    <Page
      title={say(`guide_q_${id}`)}
      {...(question.kind === "many" ? { lead: say("guide_ask_many") } : {})}
      actions={
        question.kind === "one" ? (
          <>
            <Button kind="plain" onPress={doNotKnow}>
              {say("guide_ask_unknown_do")}
            </Button>
            <Button kind="quiet" onPress={() => answer([])}>
              {say("guide_ask_skip_do")}
            </Button>
          </>
        ) : undefined
      }
      after={
        <>
          <Fold title={say("guide_ask_why")}>
            <p>{say(`guide_why_${id}`)}</p>
          </Fold>
          {stage === "change" ? undefined : (
            <Button kind="quiet" onPress={() => navigation.go({ screen: "guide-letter" })}>
              {say("guide_ask_letter_do")}
            </Button>
          )}
          <GuideAfter />
        </>
      }
    >
      {question.kind === "one" ? (
        <Lines
          label={say(`guide_q_${id}`)}
          choices={question.options.map((value) => ({
            id: value,
            title: answerSentence(say, id, value) ?? value,
            onPress: () => answer([value]),
          }))}
        />
      ) : question.kind === "many" ? (
        <Several id={id} options={question.options} onDone={answer} />
      ) : (
        <Country onDone={answer} />
      )}
    </Page>
  );
};

const Several = ({
  id,
  options,
  onDone,
}: {
  readonly id: QuestionId;
  readonly options: readonly string[];
  readonly onDone: (values: readonly string[]) => void;
}) => {
  const say = useSay();
  const { facts } = useGuide();
  const [ticked, setTicked] = useState<ReadonlySet<string>>(() => new Set(answerIn(facts, id)));
  const tick = (value: string, isOn: boolean): void =>
    setTicked(
      (before) => new Set([...before].filter((one) => one !== value).concat(isOn ? value : [])),
    );
  return (
    <div className="stack">
      <div>
        {options.map((value) => (
          <Check key={value} isSelected={ticked.has(value)} onChange={(isOn) => tick(value, isOn)}>
            {answerSentence(say, id, value) ?? value}
          </Check>
        ))}
      </div>
      <div className="guide-several">
        <Button kind="primary" onPress={() => onDone(options.filter((value) => ticked.has(value)))}>
          {say(ticked.size === 0 ? "guide_ask_none_do" : "guide_ask_go_do")}
        </Button>
        <Button kind="quiet" onPress={() => onDone([])}>
          {say("guide_ask_skip_do")}
        </Button>
      </div>
    </div>
  );
};

const Country = ({ onDone }: { readonly onDone: (values: readonly string[]) => void }) => {
  const say = useSay();
  const { country } = useSession();
  return (
    <div className="stack">
      <CountryChoice
        label={say("guide_ask_country_label")}
        anyLabel={say("guide_ask_country_none")}
      />
      <div className="guide-several">
        <Button kind="primary" onPress={() => onDone(country === undefined ? [] : [country])}>
          {say("guide_ask_go_do")}
        </Button>
        <Button kind="quiet" onPress={() => onDone([])}>
          {say("guide_ask_skip_do")}
        </Button>
      </div>
    </div>
  );
};
