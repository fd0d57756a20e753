import type { Facts, Threat } from "@holdfast/evidence";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import { changeThreat, type DemandAnswers, isAmount, readAnswers } from "./demand-answers.ts";
import { useFacts } from "./use-facts.ts";

/** What is demanded, as far as somebody wants to say it. */
export const DemandScreen = () => {
  const say = useSay();
  const { facts, failed, isSaving, save } = useFacts();
  if (facts === undefined) {
    return (
      <Page
        title={say("demand_title")}
        lead={failed === undefined ? say("shell_loading") : sayProblem(say, failed)}
      />
    );
  }
  return (
    <Questions
      before={facts.threat}
      problem={failed === undefined ? undefined : sayProblem(say, failed)}
      isSaving={isSaving}
      save={save}
    />
  );
};

const Questions = ({
  before,
  problem,
  isSaving,
  save,
}: {
  readonly before: Threat | undefined;
  readonly problem: string | undefined;
  readonly isSaving: boolean;
  readonly save: (change: (facts: Facts) => Facts) => Promise<boolean>;
}) => {
  const { navigation } = useApp();
  const say = useSay();
  const [answers, setAnswers] = useState(() => readAnswers(before));
  const [isWrong, setIsWrong] = useState(false);
  const set = (part: Partial<DemandAnswers>): void =>
    setAnswers((known) => ({ ...known, ...part }));
  const keep = async (): Promise<void> => {
    if (!isAmount(answers.amount)) {
      setIsWrong(true);
      return;
    }
    const kept = await save(({ threat, ...others }) => {
      const next = changeThreat(threat, answers);
      return next === undefined ? others : { ...others, threat: next };
    });
    if (kept) navigation.back();
  };
  return (
    <Page
      title={say("demand_title")}
      lead={say("demand_lead")}
      actions={
        <>
          <Button kind="primary" isPending={isSaving} onPress={() => void keep()}>
            {say("demand_keep_do")}
          </Button>
          <Button kind="quiet" onPress={navigation.back}>
            {say("shell_skip_do")}
          </Button>
        </>
      }
    >
      {problem === undefined ? undefined : <p role="alert">{problem}</p>}
      <Fields
        answers={answers}
        amountError={isWrong && !isAmount(answers.amount) ? say("demand_amount_error") : undefined}
        set={set}
      />
      <p className="soft small">{say("facts_change_later")}</p>
    </Page>
  );
};

const Fields = ({
  answers,
  amountError,
  set,
}: {
  readonly answers: DemandAnswers;
  readonly amountError: string | undefined;
  readonly set: (part: Partial<DemandAnswers>) => void;
}) => {
  const say = useSay();
  return (
    <>
      <Field
        label={say("demand_what")}
        hint={say("demand_what_hint")}
        rows={3}
        value={answers.demand}
        onChange={(demand) => set({ demand })}
      />
      <Field
        label={say("demand_amount")}
        hint={say("demand_amount_hint")}
        value={answers.amount}
        error={amountError}
        onChange={(amount) => set({ amount })}
      />
      <Field
        label={say("demand_currency")}
        hint={say("demand_currency_hint")}
        value={answers.currency}
        onChange={(currency) => set({ currency })}
      />
      <Field
        label={say("demand_deadline")}
        hint={say("demand_deadline_hint")}
        value={answers.deadline}
        onChange={(deadline) => set({ deadline })}
      />
      <Field
        label={say("demand_pay")}
        hint={say("demand_pay_hint")}
        isExact
        value={answers.paymentAddress}
        onChange={(paymentAddress) => set({ paymentAddress })}
      />
    </>
  );
};
