import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { sayProblem } from "../../../app/say-problem.ts";
import { Button } from "../../../design/components/Button.tsx";
import { Lines } from "../../../design/components/Lines.tsx";
import type { OpenSecret } from "../../../door/places.ts";
import { NewWordsAsk } from "../NewWordsAsk.tsx";
import { RenewalDone, RenewalRunning } from "./Renewal.tsx";
import { useAsked } from "./use-asked.tsx";
import { useRenewal } from "./use-renewal.ts";

interface Chosen {
  readonly how: "renew" | "replace";
  readonly secret: OpenSecret;
}

/**
 * Other words, in one guided step. The question that decides: could somebody know the old ones? Then the place gets new
 * keys all through, and not only a new lock on the old ones.
 */
export const WordsScreen = () => {
  const say = useSay();
  const { ask, question } = useAsked();
  const [chosen, setChosen] = useState<Chosen>();
  const renewal = useRenewal();
  const { state } = renewal;
  if (state.kind === "done") return <WordsDone how={state.how} />;
  if (state.kind === "running") {
    return <RenewalRunning key="running" progress={state.progress} onStop={renewal.stop} />;
  }
  const choose = (how: Chosen["how"]): void => ask((secret) => setChosen({ how, secret }));
  return (
    <Page title={say("care_words_title")} lead={say("care_words_lead")}>
      <div role="alert">
        {state.kind === "failed" ? <p>{sayProblem(say, state.error)}</p> : undefined}
      </div>
      <Lines
        choices={[
          {
            id: "known",
            title: say("care_words_known_do"),
            hint: say("care_words_known_hint"),
            onPress: () => choose("renew"),
          },
          {
            id: "unknown",
            title: say("care_words_unknown_do"),
            hint: say("care_words_unknown_hint"),
            onPress: () => choose("replace"),
          },
        ]}
      />
      <p className="soft">{say("care_words_copies")}</p>
      {question}
      {chosen === undefined ? undefined : (
        <NewWordsAsk
          onClose={() => setChosen(undefined)}
          onChosen={async (words) => {
            setChosen(undefined);
            await renewal.start(chosen.how, chosen.secret, words);
          }}
        />
      )}
    </Page>
  );
};

const WordsDone = ({ how }: { readonly how: Chosen["how"] }) => {
  const { navigation } = useApp();
  const say = useSay();
  return (
    <RenewalDone
      key="done"
      how={how}
      onDone={navigation.back}
      next={
        how === "renew" ? (
          <Button
            kind="plain"
            onPress={() => navigation.replace({ screen: "care", part: "twelve" })}
          >
            {say("care_twelve_again_do")}
          </Button>
        ) : undefined
      }
    />
  );
};
