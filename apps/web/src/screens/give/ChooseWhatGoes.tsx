import type { Purpose } from "@holdfast/bundle";
import type { Exhibit, ExhibitId } from "@holdfast/evidence";
import { formatBytes } from "@holdfast/words";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { isolated } from "../../app/isolated.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { ReviewList } from "./ReviewList.tsx";
import { useExhibits } from "./use-exhibits.ts";
import { type Choosable, choosable, requestOf, tickedAtFirst } from "./what-goes.ts";
import { WhatStays } from "./WhatStays.tsx";
import "./give.css";

/** What goes: everything that could go is on the page, and nothing sensitive is ticked beforehand. */
export const ChooseWhatGoes = ({
  purpose,
  ticked,
}: {
  readonly purpose: Purpose;
  /** As it was left, when somebody comes back. */
  readonly ticked?: readonly ExhibitId[];
}) => {
  const say = useSay();
  const kept = useExhibits();
  switch (kept.kind) {
    case "reading":
      return <Page title={say("give_choose_title")} lead={say("shell_loading")} />;
    case "failed":
      return <Page title={say("give_choose_title")} lead={sayProblem(say, kept.error)} />;
    case "read": {
      if (kept.exhibits.length === 0) return <NothingKept />;
      const all = choosable(kept.exhibits);
      return (
        <Review
          purpose={purpose}
          all={all}
          zone={kept.zone}
          first={ticked ?? tickedAtFirst(purpose, all.exhibits)}
        />
      );
    }
  }
};

const NothingKept = () => {
  const { navigation } = useApp();
  const say = useSay();
  return (
    <Page
      title={say("give_choose_title")}
      lead={say("give_nothing")}
      actions={
        <Button kind="primary" onPress={() => navigation.go({ screen: "keep" })}>
          {say("home_keep_do")}
        </Button>
      }
    />
  );
};

const Review = ({
  purpose,
  all,
  zone,
  first,
}: {
  readonly purpose: Purpose;
  readonly all: Choosable;
  readonly zone: string | undefined;
  readonly first: readonly ExhibitId[];
}) => {
  const { navigation } = useApp();
  const say = useSay();
  const [ticked, setTicked] = useState<ReadonlySet<ExhibitId>>(() => new Set(first));
  const going = all.exhibits.filter(({ id }) => ticked.has(id));
  const setAll = (exhibits: readonly Exhibit[], isTicked: boolean): void => {
    const next = new Set(ticked);
    for (const { id } of exhibits) {
      if (isTicked) next.add(id);
      else next.delete(id);
    }
    setTicked(next);
  };
  const goOn = (): void => {
    const ids = going.map(({ id }) => id);
    // Coming back finds the ticks as they were left.
    navigation.replace({ screen: "give-choose", purpose, ticked: ids });
    navigation.go({
      screen: "give-copy",
      purpose,
      exhibits: requestOf(purpose, ids, all.exhibits),
    });
  };
  return (
    <Page
      title={say("give_choose_title")}
      lead={say(tickRules[purpose])}
      actions={
        <>
          <p className="small" role="status">
            {say("give_ticked", {
              count: going.length,
              size: isolated(
                formatBytes(going.reduce((sum, { sizeInBytes }) => sum + sizeInBytes, 0)),
              ),
            })}
          </p>
          <Button kind="primary" onPress={goOn} isDisabled={going.length === 0}>
            {say("give_choose_do")}
          </Button>
        </>
      }
    >
      {purpose === "self" ? undefined : <Before purpose={purpose} />}
      <ReviewList exhibits={all.exhibits} zone={zone} ticked={ticked} onTick={setAll} />
      <WhatStays all={all} ticked={ticked} />
    </Page>
  );
};

const tickRules = {
  police: "give_tick_rule_police",
  lawyer: "give_tick_rule_words",
  ally: "give_tick_rule_ally",
  workplace: "give_tick_rule_words",
  platform: "give_tick_rule_none",
  self: "give_tick_rule_all",
} as const satisfies Readonly<Record<Purpose, string>>;

/** What it may cost is said before anything is made (care.md 9): the fold's own line asks it, above the things to tick. */
const Before = ({ purpose }: { readonly purpose: Exclude<Purpose, "self"> }) => {
  const { navigation } = useApp();
  const say = useSay();
  // For them it is no question to be unfolded: it is what they take upon themselves.
  if (purpose === "ally") return <p>{say("give_before_ally")}</p>;
  return (
    <Fold title={say(`give_before_${purpose}_title`)}>
      <p>{say(`give_before_${purpose}`)}</p>
      <p>{say("give_pictures_not")}</p>
      <Button kind="quiet" onPress={() => navigation.go({ screen: "talk" })}>
        {say("give_before_do")}
      </Button>
    </Fold>
  );
};
