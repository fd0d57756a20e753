import { Secret } from "@holdfast/evidence";
import { useEffect, useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { sayProblem } from "../../../app/say-problem.ts";
import { Button } from "../../../design/components/Button.tsx";
import type { DoorError } from "../../../door/door.ts";
import { PaperCheck } from "./PaperCheck.tsx";
import { PaperWords } from "./PaperWords.tsx";
import { useWays } from "./use-ways.ts";

type Step = "shown" | "asked" | "done";

/** Twelve words for paper: shown once, asked for in part, and only then a way in. */
export const TwelveScreen = () => {
  const { door, navigation } = useApp();
  const say = useSay();
  const [words, error] = useTwelveWords();
  const [step, setStep] = useState<Step>("shown");
  const [failed, setFailed] = useState<DoorError>();
  const add = async (): Promise<void> => {
    const added = await door.keys.add({
      kind: "recovery-words",
      words: new Secret(words.join(" ")),
    });
    if (added.ok) setStep("done");
    else setFailed(added.error);
  };
  const problem = error ?? failed;
  switch (step) {
    case "done":
      return <TwelveDone />;
    case "asked":
      return (
        <PaperCheck
          key="asked"
          title={say("care_twelve_check_title")}
          lead={say("care_twelve_check_lead")}
          words={words}
          asks={3}
          problem={problem === undefined ? undefined : sayProblem(say, problem)}
          onRight={add}
          onAgain={() => setStep("shown")}
        />
      );
    case "shown":
      return (
        <Page
          key="shown"
          title={say("care_twelve_title")}
          lead={say("care_twelve_lead")}
          actions={
            <>
              <Button
                kind="primary"
                isDisabled={words.length === 0}
                onPress={() => setStep("asked")}
              >
                {say("care_twelve_written_do")}
              </Button>
              <Button kind="quiet" onPress={navigation.back}>
                {say("shell_not_now_do")}
              </Button>
            </>
          }
        >
          <div role="alert">
            {problem === undefined ? undefined : <p>{sayProblem(say, problem)}</p>}
          </div>
          <PaperWords label={say("care_twelve_list")} words={words} />
          <p>{say("care_twelve_where")}</p>
        </Page>
      );
  }
};

const TwelveDone = () => {
  const { navigation } = useApp();
  const say = useSay();
  const { ways } = useWays();
  const papers = ways?.filter(({ kind }) => kind === "recovery-words").length ?? 1;
  return (
    <Page
      key="done"
      title={say("care_twelve_done_title")}
      lead={say("care_twelve_done")}
      actions={
        <Button kind="primary" onPress={navigation.back}>
          {say("shell_done_do")}
        </Button>
      }
    >
      {papers > 1 ? <p>{say("care_twelve_old")}</p> : undefined}
    </Page>
  );
};

const useTwelveWords = (): readonly [readonly string[], DoorError | undefined] => {
  const { door } = useApp();
  const [words, setWords] = useState<readonly string[]>([]);
  const [error, setError] = useState<DoorError>();
  useEffect(() => {
    let isCurrent = true;
    const draw = async (): Promise<void> => {
      const drawn = await door.keys.createRecoveryWords();
      if (!isCurrent) return;
      if (drawn.ok) setWords(drawn.value.reveal().split(" "));
      else setError(drawn.error);
    };
    void draw();
    return () => {
      isCurrent = false;
    };
  }, [door]);
  return [words, error];
};
