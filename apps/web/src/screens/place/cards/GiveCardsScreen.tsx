import { ok, type Result, type Secret } from "@holdfast/evidence";
import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { sayProblem } from "../../../app/say-problem.ts";
import { Button } from "../../../design/components/Button.tsx";
import { Choose } from "../../../design/components/Choose.tsx";
import type { DoorError } from "../../../door/door.ts";
import type { CardsWanted, Keys, RecoveryCard } from "../../../door/opening.ts";
import { useOwnPlace } from "../care/use-own-place.ts";
import { useWays } from "../care/use-ways.ts";
import { CardsDrawing } from "./CardsDrawing.tsx";
import { EachCard } from "./EachCard.tsx";

interface Made extends CardsWanted {
  readonly cards: readonly RecoveryCard[];
}

/** Cards for people whom the person trusts: how many, each of them on paper, and only then a way in. */
export const GiveCardsScreen = () => {
  const { door } = useApp();
  const say = useSay();
  const place = useOwnPlace();
  const { ways, error: unread } = useWays();
  const [made, setMade] = useState<Made>();
  const [error, setError] = useState<DoorError>();
  const [isDone, setIsDone] = useState(false);
  if (place?.keeps === "nothing") {
    return <Page title={say("care_cards_title")} lead={say("care_nothing")} />;
  }
  if (ways === undefined) {
    const lead = unread === undefined ? say("shell_loading") : sayProblem(say, unread);
    return <Page title={say("care_cards_title")} lead={lead} />;
  }
  const hasOlder = ways.some(({ kind }) => kind === "shares");
  const make = async (wanted: CardsWanted): Promise<void> => {
    const created = await door.keys.createCards(wanted);
    setError(created.ok ? undefined : created.error);
    if (created.ok) setMade({ ...wanted, cards: created.value });
  };
  const finish = async (): Promise<void> => {
    if (made === undefined) return;
    const shares = made.cards.map(({ words }) => words);
    const replaced = await replaceCards(door.keys, shares);
    setError(replaced.ok ? undefined : replaced.error);
    setIsDone(replaced.ok);
  };
  const problem = error === undefined ? undefined : sayProblem(say, error);
  if (made === undefined) {
    return <HowMany key="how-many" hasOlder={hasOlder} problem={problem} onMake={make} />;
  }
  return isDone ? (
    <CardsDone key="done" made={made} hadOlder={hasOlder} />
  ) : (
    <EachCard key="each" cards={made.cards} problem={problem} onAll={finish} />
  );
};

/** One set at a time, so that nobody has to count which paper still opens it; also after a try that was cut short. */
const replaceCards = async (
  keys: Keys,
  shares: readonly Secret<string>[],
): Promise<Result<void, DoorError>> => {
  const added = await keys.add({ kind: "shares", shares });
  if (!added.ok) return added;
  const ways = await keys.list();
  if (!ways.ok) return ways;
  for (const { id, kind } of ways.value) {
    const isOlder = kind === "shares" && id !== added.value.id;
    const removed = isOlder ? await keys.remove(id) : ok(undefined);
    if (!removed.ok) return removed;
  }
  return ok(undefined);
};

const mostPeople = 5;

const HowMany = ({
  hasOlder,
  problem,
  onMake,
}: {
  readonly hasOlder: boolean;
  readonly problem: string | undefined;
  readonly onMake: (wanted: CardsWanted) => Promise<void>;
}) => {
  const { navigation } = useApp();
  const say = useSay();
  const [count, setCount] = useState(3);
  const [threshold, setThreshold] = useState(2);
  const [isWorking, setIsWorking] = useState(false);
  const choosePeople = (people: number): void => {
    setCount(people);
    setThreshold(Math.min(threshold, people));
  };
  const make = async (): Promise<void> => {
    setIsWorking(true);
    await onMake({ count, threshold });
    setIsWorking(false);
  };
  return (
    <Page
      title={say("care_cards_title")}
      lead={say("care_cards_lead")}
      actions={
        <>
          <Button kind="primary" isPending={isWorking} onPress={() => void make()}>
            {say("care_cards_make_do")}
          </Button>
          <Button kind="quiet" onPress={navigation.back}>
            {say("shell_not_now_do")}
          </Button>
        </>
      }
    >
      <div role="alert">{problem === undefined ? undefined : <p>{problem}</p>}</div>
      <CardsDrawing count={count} full={threshold} />
      <Choose
        label={say("care_cards_people")}
        choices={from2To(mostPeople).map((people) => ({
          value: String(people),
          title: say("care_cards_people_choice", { count: people }),
        }))}
        value={String(count)}
        onChange={(people) => choosePeople(Number(people))}
      />
      <Choose
        label={say("care_cards_enough")}
        choices={from2To(count).map((enough) => ({
          value: String(enough),
          title: say("care_cards_enough_choice", { enough, count }),
          ...(enough === count ? { hint: say("care_cards_enough_all") } : {}),
        }))}
        value={String(threshold)}
        onChange={(enough) => setThreshold(Number(enough))}
      />
      <p>{say("care_cards_who")}</p>
      <p>{say("care_cards_together")}</p>
      {hasOlder ? <p>{say("care_cards_before")}</p> : undefined}
    </Page>
  );
};

const from2To = (most: number): readonly number[] =>
  Array.from({ length: most - 1 }, (_, at) => at + 2);

const CardsDone = ({
  made: { count, threshold },
  hadOlder,
}: {
  readonly made: CardsWanted;
  readonly hadOlder: boolean;
}) => {
  const { navigation } = useApp();
  const say = useSay();
  return (
    <Page
      title={say("care_cards_done_title")}
      lead={say("care_cards_done", { count, threshold })}
      actions={
        <Button kind="primary" onPress={navigation.back}>
          {say("shell_done_do")}
        </Button>
      }
    >
      <CardsDrawing count={count} full={threshold} />
      <p>{say("care_cards_done_give")}</p>
      <p>{say("care_cards_done_remember")}</p>
      <p>{say("care_cards_done_files")}</p>
      {hadOlder ? <p>{say("care_cards_done_old")}</p> : undefined}
    </Page>
  );
};
