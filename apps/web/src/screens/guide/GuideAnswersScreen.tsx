import { type QuestionId, questionIds } from "@holdfast/guide";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useFrame, useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { Ask } from "../../design/components/Ask.tsx";
import { Button } from "../../design/components/Button.tsx";
import { Lines, type LineChoice } from "../../design/components/Lines.tsx";
import { useSession } from "../../app/use-session.ts";
import { answerWords } from "./answer-words.ts";
import { hasBegun, nextOf, useGuide } from "./use-guide.ts";

/** Everything that was told, to be changed or thrown away. */
export const GuideAnswersScreen = () => {
  const { navigation } = useApp();
  const { words } = useFrame();
  const say = useSay();
  const state = useGuide();
  const session = useSession();
  const [isAsking, setIsAsking] = useState(false);
  const more = nextOf(state, session, "understand");
  const next = more.screen === "guide-letter" ? nextOf(state, session, "plan") : more;
  const lines = questionIds.flatMap((id) => lineOf(id));
  function lineOf(id: QuestionId): readonly LineChoice[] {
    const answered = answerWords(words, state.facts, id);
    const isPassed = state.answers.passed.includes(id);
    if (answered === undefined && !isPassed) return [];
    return [
      {
        id,
        title: say(`guide_q_${id}`),
        hint: answered ?? say("guide_answers_passed"),
        onPress: () => navigation.go({ screen: "guide-ask", question: id, stage: "change" }),
      },
    ];
  }
  return (
    <Page
      title={say("guide_answers_title")}
      lead={say(lines.length === 0 ? "guide_answers_none" : "guide_answers_lead")}
      actions={
        <>
          <Button kind="primary" onPress={() => navigation.go({ screen: "guide-letter" })}>
            {say("guide_line_again_do")}
          </Button>
          {next.screen === "guide-ask" ? (
            <Button kind="quiet" onPress={() => navigation.go(next)}>
              {say("guide_answers_more_do")}
            </Button>
          ) : undefined}
        </>
      }
      after={
        hasBegun(state) ? (
          <Button kind="quiet" onPress={() => setIsAsking(true)}>
            {say("guide_answers_away_do")}
          </Button>
        ) : undefined
      }
    >
      <Lines
        size="small"
        choices={[
          {
            id: "words",
            title: say("guide_answers_words"),
            hint: wordsHint(),
            onPress: () => navigation.go({ screen: "guide-text" }),
          },
          ...lines,
        ]}
      />
      <p className="soft small">{say("guide_only_for_you")}</p>
      {isAsking ? <ThrowAway onClose={() => setIsAsking(false)} /> : undefined}
    </Page>
  );
  function wordsHint(): string {
    const { text, hearsKept } = state.answers;
    const parts = [
      ...(text.trim() === "" ? [] : [say("guide_answers_words_there", { count: text.length })]),
      ...(hearsKept ? [say("guide_answers_words_kept")] : []),
    ];
    return parts.length === 0 ? say("guide_answers_open") : parts.join("; ");
  }
};

const ThrowAway = ({ onClose }: { readonly onClose: () => void }) => {
  const { guide, navigation } = useApp();
  const say = useSay();
  const throwAway = async (): Promise<void> => {
    await guide.throwAway();
    onClose();
    navigation.reset({ screen: "home" });
  };
  return (
    <Ask title={say("guide_answers_away_title")} onClose={onClose}>
      <p>{say("guide_answers_away")}</p>
      <Button kind="primary" onPress={() => void throwAway()}>
        {say("guide_answers_away_yes_do")}
      </Button>
      <Button kind="quiet" onPress={onClose}>
        {say("guide_answers_away_no_do")}
      </Button>
    </Ask>
  );
};
