import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { Button } from "../../../design/components/Button.tsx";
import { Field } from "../../../design/components/Field.tsx";
import { choosePlacesToAsk, countWrong } from "./paper-words.ts";

/** Some of the words again, from the paper: a slip of the pen is found while they can still be shown. */
export const PaperCheck = ({
  title,
  lead,
  words,
  asks,
  problem,
  onRight,
  onAgain,
}: {
  readonly title: string;
  readonly lead: string;
  readonly words: readonly string[];
  /** How many of them are asked for. */
  readonly asks: number;
  readonly problem: string | undefined;
  readonly onRight: () => Promise<void>;
  readonly onAgain: () => void;
}) => {
  const { random } = useApp();
  const say = useSay();
  const [places] = useState(() => choosePlacesToAsk(words.length, asks, random));
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
      title={title}
      lead={lead}
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
