import type { Purpose } from "@holdfast/bundle";
import { type ExhibitId, Secret } from "@holdfast/evidence";
import { formatBytes } from "@holdfast/words";
import { useEffect, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { isolated } from "../../app/isolated.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import { Choose } from "../../design/components/Choose.tsx";
import { Field } from "../../design/components/Field.tsx";
import type { DoorError } from "../../door/door.ts";
import type { BagLock, BagReview } from "../../door/giving.ts";
import { useAskedOnce } from "../place/care/use-asked.tsx";
import { NewWordsAsk } from "../place/NewWordsAsk.tsx";

type Lock = "words" | "key" | "plain";

type Planned =
  | { readonly kind: "planning" }
  | { readonly kind: "failed"; readonly error: DoorError }
  | { readonly kind: "planned"; readonly review: BagReview };

/** How it goes: locked with words, or open, each with what that means. Then it is made. */
export const GiveCopyScreen = ({
  purpose,
  exhibits,
}: {
  readonly purpose: Purpose;
  readonly exhibits: "all" | readonly ExhibitId[];
}) => {
  const { giving, navigation } = useApp();
  const say = useSay();
  const planned = usePlan(purpose, exhibits);
  const [lock, setLock] = useState<Lock>("words");
  const [isChoosingWords, setIsChoosingWords] = useState(false);
  const key = useTheirKey();
  const { ask, question } = useAskedOnce();

  const make = (bagLock: BagLock): void => {
    if (planned.kind !== "planned") return;
    void giving.make(planned.review.plan, bagLock);
    navigation.replace({ screen: "give-made" });
  };
  const goOn = async (): Promise<void> => {
    switch (lock) {
      case "words":
        return ask(() => setIsChoosingWords(true));
      case "plain":
        return ask(() => make({ kind: "plain" }));
      case "key": {
        const recipient = await key.check();
        if (recipient !== undefined) ask(() => make({ kind: "recipient", recipient }));
      }
    }
  };
  return (
    <Page
      title={say("give_copy_title")}
      actions={
        <Button
          kind="primary"
          onPress={() => void goOn()}
          isDisabled={planned.kind !== "planned" || (lock === "key" && key.isEmpty)}
        >
          {say(lock === "words" ? "shell_go_on_do" : "give_make_do")}
        </Button>
      }
    >
      <WhatGoes purpose={purpose} planned={planned} />
      <Choose
        label={say("give_lock")}
        choices={locksFor[purpose].map((value) => ({
          value,
          title: say(`give_lock_${value}`),
          hint: say(`give_lock_${value}_hint`),
        }))}
        value={lock}
        onChange={setLock}
      />
      {lock === "key" ? key.field : undefined}
      {question}
      {isChoosingWords ? (
        <NewWordsAsk
          says={{ title: "give_words_title", lead: "give_words_lead", lost: "give_words_lost" }}
          onChosen={(words) => {
            make({ kind: "passphrase", passphrase: new Secret(words) });
            return Promise.resolve();
          }}
          onClose={() => setIsChoosingWords(false)}
        />
      ) : undefined}
    </Page>
  );
};

/** A copy for somebody who is close is never left open: it lies on a phone that others pick up. */
const locksFor: Readonly<Record<Purpose, readonly Lock[]>> = {
  police: ["words", "plain"],
  lawyer: ["words", "key", "plain"],
  ally: ["words", "key"],
  workplace: ["words", "plain"],
  platform: ["words", "plain"],
  self: ["words", "plain"],
};

/** The key of whoever gets the copy, looked at before anything is made. */
const useTheirKey = () => {
  const { door } = useApp();
  const say = useSay();
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const check = async (): Promise<string | undefined> => {
    const recipient = typed.trim();
    const checked = await door.give.checkRecipient(recipient);
    if (checked.ok && checked.value) return recipient;
    setProblem(checked.ok ? say("problem_recipient_wrong") : sayProblem(say, checked.error));
    return undefined;
  };
  const field = (
    <Field
      label={say("give_key_label")}
      hint={say("give_key_hint")}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        setProblem(undefined);
      }}
      error={problem}
      rows={3}
    />
  );
  return { field, check, isEmpty: typed.trim() === "" };
};

const WhatGoes = ({
  purpose,
  planned,
}: {
  readonly purpose: Purpose;
  readonly planned: Planned;
}) => {
  const say = useSay();
  switch (planned.kind) {
    case "planning":
      return <p role="status">{say("shell_loading")}</p>;
    case "failed":
      return <p role="alert">{sayProblem(say, planned.error)}</p>;
    case "planned": {
      const { plan, items, originalsSizeInBytes } = planned.review;
      const goes = say("give_goes", {
        count: plan.exhibits.length,
        items,
        size: isolated(formatBytes(originalsSizeInBytes)),
      });
      return <p className="page-lead">{purpose === "workplace" ? say("give_goes_work") : goes}</p>;
    }
  }
};

/** Decides nothing and records nothing: it may be asked as often as somebody comes back. */
const usePlan = (purpose: Purpose, exhibits: "all" | readonly ExhibitId[]): Planned => {
  const { door } = useApp();
  const [planned, setPlanned] = useState<Planned>({ kind: "planning" });
  useEffect(() => {
    let isCurrent = true;
    const plan = async (): Promise<void> => {
      const review = await door.give.plan({ purpose, exhibits });
      if (!isCurrent) return;
      setPlanned(
        review.ok
          ? { kind: "planned", review: review.value }
          : { kind: "failed", error: review.error },
      );
    };
    void plan();
    return () => {
      isCurrent = false;
    };
  }, [door, purpose, exhibits]);
  return planned;
};
