import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { sayProblem } from "../../../app/say-problem.ts";
import { Button } from "../../../design/components/Button.tsx";
import type { PlaceId } from "../../../door/places.ts";
import { RenewalDone, RenewalRunning } from "../care/Renewal.tsx";
import { useRenewal } from "../care/use-renewal.ts";
import { NewWordsAsk } from "../NewWordsAsk.tsx";
import { useEnter } from "../use-enter.ts";
import { AddCard, GatherCards } from "./GatherCards.tsx";
import { type CardsSecret, useGathering } from "./use-gathering.ts";

/**
 * The way back in for somebody who has lost the words: enough cards, and then new words, since nobody knows who has found the
 * old ones. Also in a place that is open already, for what asks for its words.
 */
export const OpenCardsScreen = ({ place }: { readonly place: PlaceId }) => {
  const [secret, setSecret] = useState<CardsSecret>();
  return secret === undefined ? (
    <Gather key="gather" place={place} onOpened={setSecret} />
  ) : (
    <NewWords key="words" secret={secret} />
  );
};

const Gather = ({
  place,
  onOpened,
}: {
  readonly place: PlaceId;
  readonly onOpened: (secret: CardsSecret) => void;
}) => {
  const { navigation } = useApp();
  const say = useSay();
  const gathering = useGathering();
  const opening = useOpening(place);
  const open = async (secret: CardsSecret): Promise<void> => {
    if (await opening.open(secret)) {
      // There is no way back to the closed door.
      navigation.reset({ screen: "open-cards", place });
      onOpened(secret);
    } else gathering.startAgain();
  };
  return (
    <Page
      title={say("open_cards_title")}
      lead={say("open_cards_lead")}
      actions={
        <>
          <AddCard
            gathering={gathering}
            isWorking={opening.isWorking}
            onEnough={(secret) => void open(secret)}
          />
          <Button kind="quiet" onPress={navigation.back}>
            {say("shell_not_now_do")}
          </Button>
        </>
      }
    >
      <div role="alert">{opening.problem === undefined ? undefined : <p>{opening.problem}</p>}</div>
      <GatherCards gathering={gathering} />
    </Page>
  );
};

const useOpening = (place: PlaceId) => {
  const { door, keeping, lateProof } = useApp();
  const say = useSay();
  const [problem, setProblem] = useState<string>();
  const [isWorking, setIsWorking] = useState(false);
  const open = async (secret: CardsSecret): Promise<boolean> => {
    setProblem(undefined);
    setIsWorking(true);
    const isOpenAlready = door.state().kind === "open";
    const opened = isOpenAlready
      ? await door.keys.check(secret)
      : await door.places.open(place, secret);
    setIsWorking(false);
    if (!opened.ok || opened.value === false) {
      const isWrong = opened.ok || opened.error.code === "wrong_secret";
      setProblem(isWrong ? say("open_cards_wrong") : sayProblem(say, opened.error));
      return false;
    }
    lateProof.proved();
    if (!isOpenAlready) await keeping.opened();
    return true;
  };
  return { open, problem, isWorking };
};

const NewWords = ({ secret }: { readonly secret: CardsSecret }) => {
  const { navigation } = useApp();
  const say = useSay();
  const enter = useEnter();
  const [how, setHow] = useState<"renew" | "replace">();
  const renewal = useRenewal();
  const { state } = renewal;
  if (state.kind === "running") {
    return <RenewalRunning key="running" progress={state.progress} onStop={renewal.stop} />;
  }
  if (state.kind === "done") {
    return (
      <RenewalDone
        key="done"
        how={state.how}
        onDone={enter}
        next={
          state.how === "renew" ? (
            <Button
              kind="plain"
              onPress={() => {
                enter();
                navigation.go({ screen: "care", part: "cards" });
              }}
            >
              {say("care_cards_again_do")}
            </Button>
          ) : undefined
        }
      />
    );
  }
  const hasFailed = state.kind === "failed";
  return (
    <Page
      title={say("open_cards_in_title")}
      lead={say("open_cards_in_lead")}
      actions={
        <>
          <Button kind="primary" onPress={() => setHow("renew")}>
            {say("open_cards_new_do")}
          </Button>
          {hasFailed ? (
            <Button kind="plain" onPress={() => setHow("replace")}>
              {say("open_cards_only_do")}
            </Button>
          ) : undefined}
          <Button kind="quiet" onPress={enter}>
            {say("shell_not_now_do")}
          </Button>
        </>
      }
    >
      <div role="alert">{hasFailed ? <p>{sayProblem(say, state.error)}</p> : undefined}</div>
      <p>{say("open_cards_in_keys")}</p>
      {hasFailed ? <p>{say("open_cards_only")}</p> : undefined}
      {how === undefined ? undefined : (
        <NewWordsAsk
          onClose={() => setHow(undefined)}
          onChosen={async (words) => {
            setHow(undefined);
            await renewal.start(how, secret, words);
          }}
        />
      )}
    </Page>
  );
};
