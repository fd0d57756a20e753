import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { Button } from "../../../design/components/Button.tsx";
import type { RecoveryCard } from "../../../door/opening.ts";
import { holdUntilBack, saveFile } from "../../give/hand-over.ts";
import { PaperCheck } from "../care/PaperCheck.tsx";
import { PaperWords } from "../care/PaperWords.tsx";

/** One card after the other: written by hand and asked for again, or saved as a page, which makes no slip of the pen. */
export const EachCard = ({
  cards,
  problem,
  onAll,
}: {
  readonly cards: readonly RecoveryCard[];
  readonly problem: string | undefined;
  readonly onAll: () => Promise<void>;
}) => {
  const say = useSay();
  const [at, setAt] = useState(0);
  const [isAsked, setIsAsked] = useState(false);
  const card = cards[at];
  if (card === undefined) return undefined;
  const number = at + 1;
  const next = async (): Promise<void> => {
    if (number === cards.length) return onAll();
    setIsAsked(false);
    setAt(number);
  };
  const words = card.words.reveal().split(" ");
  return isAsked ? (
    <PaperCheck
      key={`asked-${number}`}
      title={say("care_cards_check_title", { number })}
      lead={say("care_cards_check_lead")}
      words={words}
      asks={2}
      problem={problem}
      onRight={next}
      onAgain={() => setIsAsked(false)}
    />
  ) : (
    <ShownCard
      key={`shown-${number}`}
      number={number}
      count={cards.length}
      words={words}
      page={card.page}
      problem={problem}
      onWritten={() => setIsAsked(true)}
      onNext={next}
    />
  );
};

const ShownCard = ({
  number,
  count,
  words,
  page,
  problem,
  onWritten,
  onNext,
}: {
  readonly number: number;
  readonly count: number;
  readonly words: readonly string[];
  readonly page: string;
  readonly problem: string | undefined;
  readonly onWritten: () => void;
  readonly onNext: () => Promise<void>;
}) => {
  const { lockTimer, navigation } = useApp();
  const say = useSay();
  const [isSaved, setIsSaved] = useState(false);
  const [isWorking, setIsWorking] = useState(false);
  const save = (): void => {
    holdUntilBack(lockTimer);
    saveFile(new File([page], `card-${number}.html`, { type: "text/html" }));
    setIsSaved(true);
  };
  const goOn = async (): Promise<void> => {
    setIsWorking(true);
    await onNext();
    setIsWorking(false);
  };
  return (
    <Page
      title={say("care_cards_card_title", { number, count })}
      lead={say("care_cards_card_lead")}
      actions={
        <>
          {isSaved ? (
            <Button kind="primary" isPending={isWorking} onPress={() => void goOn()}>
              {say(number === count ? "care_cards_saved_last_do" : "care_cards_saved_do")}
            </Button>
          ) : undefined}
          <Button kind={isSaved ? "plain" : "primary"} onPress={onWritten}>
            {say("care_cards_written_do")}
          </Button>
          <Button kind={isSaved ? "quiet" : "plain"} onPress={save}>
            {say("care_cards_save_do")}
          </Button>
          {isSaved ? undefined : (
            <Button kind="quiet" onPress={navigation.back}>
              {say("shell_not_now_do")}
            </Button>
          )}
        </>
      }
    >
      <div role="alert">{problem === undefined ? undefined : <p>{problem}</p>}</div>
      <PaperWords label={say("care_cards_list")} words={words} />
      <p role="status">{isSaved ? say("care_cards_saved") : ""}</p>
      <p>{say("care_cards_save_note")}</p>
    </Page>
  );
};
