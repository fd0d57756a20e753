import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { Button } from "../../../design/components/Button.tsx";
import { Field } from "../../../design/components/Field.tsx";
import { choosePlacesToAsk, countWrong } from "./twelve-words.ts";

/** Three of the words again, from the paper. */
export const TwelveCheck = ({
  words,
  problem,
  onRight,
  onAgain,
}: {
  readonly words: readonly string[];
  readonly problem: string | undefined;
  readonly onRight: () => Promise<void>;
  readonly onAgain: () => void;
}) => {
  const { random } = useApp();
  const say = useSay();
  const [places] = useState(() => choosePlacesToAsk(words.length, 3, random));
  const [answers, setAnswers] = useState<ReadonlyMap<number, string>>(new Map());
  const [wrong, setWrong] = useState(0);
  const [isWorking, setIsWorking] = useState(false);
  const asked = places.map((place) => ({ place, answer: answers.get(place) ?? "" }));
  const check = async (): Promise<void> => {
    const count = countWrong(words, asked);
    setWrong(count);
    if (count > 0) return;
    setIsWorking(true);
    await onRight();
    setIsWorking(false);
  };
  return (
    <Page
      title={say("care_twelve_check_title")}
      lead={say("care_twelve_check_lead")}
      actions={
        <>
          <Button
            kind="primary"
            isPending={isWorking}
            isDisabled={asked.some(({ answer }) => answer.trim() === "")}
            onPress={() => void check()}
          >
            {say("care_twelve_check_do")}
          </Button>
          <Button kind="quiet" onPress={onAgain}>
            {say("care_twelve_again")}
          </Button>
        </>
      }
    >
      {asked.map(({ place, answer }) => (
        <Field
          key={place}
          label={say("care_twelve_check_label", { number: place })}
          value={answer}
          onChange={(next) => setAnswers(new Map(answers).set(place, next))}
        />
      ))}
      <div role="alert">
        {wrong > 0 ? <p>{say("care_twelve_check_wrong", { count: wrong })}</p> : undefined}
        {problem === undefined ? undefined : <p>{problem}</p>}
      </div>
    </Page>
  );
};
