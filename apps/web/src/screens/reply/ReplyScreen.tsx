import { type Assessment, showFact } from "@holdfast/guide";
import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { useDoorState } from "../../app/use-door.ts";
import { type Draft, useDraft } from "../../app/use-draft.ts";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import type { DoorError } from "../../door/door.ts";
import type { CheckedDraft, DraftToCheck } from "../../door/guiding.ts";
import { CopyDo } from "../give/CopyDo.tsx";
import { GuideAfter } from "../guide/GuideAfter.tsx";
import { Said, SourceOf } from "../guide/SourceOf.tsx";
import { useUnderstanding } from "../guide/use-guide.ts";
import { useSelfHarmLine } from "../guide/use-self-harm-line.ts";
import { DraftLines } from "../keep/DraftLines.tsx";
import { MarkedWords } from "./MarkedWords.tsx";
import "../guide/guide.css";

type Assessed = NonNullable<DraftToCheck["assessed"]>;

interface Looked {
  readonly kind: "looked";
  readonly text: string;
  readonly found: CheckedDraft;
  readonly isKeeping?: boolean;
}

type Step =
  | { readonly kind: "writing"; readonly isEmptySaid?: boolean; readonly error?: DoorError }
  | { readonly kind: "looking" }
  | Looked
  | { readonly kind: "kept" };

/** "Write it, and don't send it": what could hurt in a reply, marked; usually none is owed. Nothing is sent from here. */
export const ReplyScreen = ({ begun }: { readonly begun: string | undefined }) => {
  const { door, drafts } = useApp();
  const state = useUnderstanding();
  const draft = useDraft("reply", begun);
  const [step, setStep] = useState<Step>({ kind: "writing" });
  const look = async (): Promise<void> => {
    const { text } = draft;
    if (text.trim() === "") return setStep({ kind: "writing", isEmptySaid: true });
    setStep({ kind: "looking" });
    const { understood, facts } = state;
    const assessment =
      understood.kind === "there" ? understood.understanding.assessment : undefined;
    const found = await door.guide.checkDraft({
      draft: text,
      ...(facts.country === undefined ? {} : { country: facts.country }),
      ...(assessment === undefined ? {} : { assessed: pickAssessed(assessment) }),
    });
    setStep(
      found.ok
        ? { kind: "looked", text, found: found.value }
        : { kind: "writing", error: found.error },
    );
  };
  const keep = async (looked: Looked): Promise<void> => {
    const { text } = looked;
    setStep({ ...looked, isKeeping: true });
    const kept = await door.keep.notes.set({ text });
    if (!kept.ok) return setStep({ kind: "writing", error: kept.error });
    await drafts.drop("reply");
    setStep({ kind: "kept" });
  };
  const writeMore = (): void => {
    void draft.throwAway();
    setStep({ kind: "writing" });
  };
  if (step.kind === "kept") return <Kept onMore={writeMore} />;
  if (step.kind === "looked") {
    return (
      <WhatCouldHurt
        looked={step}
        onKeep={() => void keep(step)}
        onChange={() => {
          setStep({ kind: "writing" });
        }}
      />
    );
  }
  return <Writing draft={draft} step={step} onLook={() => void look()} />;
};

/** What decides about the one sentence; nothing more of the assessment is needed. */
const pickAssessed = ({ adviceOf, certainty, gates }: Assessment): Assessed => ({
  adviceOf,
  certainty,
  gates,
});

const Writing = ({
  draft,
  step,
  onLook,
}: {
  readonly draft: Draft;
  readonly step: Extract<Step, { readonly kind: "writing" | "looking" }>;
  readonly onLook: () => void;
}) => {
  const say = useSay();
  const error = step.kind === "writing" ? step.error : undefined;
  const isEmptySaid =
    step.kind === "writing" && step.isEmptySaid === true && draft.text.trim() === "";
  return (
    <Page
      title={say("reply_title")}
      lead={say("reply_lead")}
      actions={
        <Button kind="primary" onPress={onLook} isPending={step.kind === "looking"}>
          {say("reply_look_do")}
        </Button>
      }
      after={<GuideAfter />}
    >
      <DraftLines draft={draft} isSaidPrivate />
      <Field
        label={say("reply_label")}
        value={draft.text}
        onChange={draft.change}
        rows={7}
        error={error === undefined ? undefined : sayProblem(say, error)}
      />
      <p role="status">
        {step.kind === "looking" ? say("reply_looking") : isEmptySaid ? say("reply_empty") : ""}
      </p>
      <p className="soft small">{say("guide_only_for_you")}</p>
    </Page>
  );
};

const WhatCouldHurt = ({
  looked: { text, found, isKeeping = false },
  onKeep,
  onChange,
}: {
  readonly looked: Looked;
  readonly onKeep: () => void;
  readonly onChange: () => void;
}) => {
  const { navigation, today } = useApp();
  const say = useSay();
  const door = useDoorState();
  const isOpen = door.kind === "open";
  const change = (
    <Button kind={isOpen ? "quiet" : "primary"} onPress={onChange}>
      {say("reply_change_do")}
    </Button>
  );
  return (
    <Page
      title={say("reply_title")}
      lead={
        found.why.length === 0
          ? say("reply_found_none")
          : say("reply_found", { count: found.why.length })
      }
      actions={
        isOpen ? (
          <>
            <Button kind="primary" onPress={onKeep} isPending={isKeeping}>
              {say("reply_keep_do")}
            </Button>
            {change}
          </>
        ) : (
          change
        )
      }
      after={<GuideAfter />}
    >
      {found.selfHarm ? <Life /> : undefined}
      <MarkedWords text={text} marks={found.marks} />
      <Why why={found.why} />
      <section className="stack">
        <h2>{say("reply_owe")}</h2>
        <p>
          <Said>{found.noReply.value}</Said>
        </p>
        <SourceOf fact={showFact(found.noReply, today())} />
      </section>
      {found.sentence === undefined ? undefined : <OneSentence sentence={found.sentence} />}
      <p className="soft small">{say("reply_judged")}</p>
      {isOpen ? undefined : (
        <p className="small">
          {say("reply_no_place")}{" "}
          <Button kind="quiet" onPress={() => navigation.go({ screen: "keep" })}>
            {say("guide_letter_keep_do")}
          </Button>
        </p>
      )}
    </Page>
  );
};

const Why = ({ why }: Pick<CheckedDraft, "why">) => {
  const { today } = useApp();
  const say = useSay();
  if (why.length === 0) return undefined;
  return (
    <section className="stack">
      <h2>{say("reply_why")}</h2>
      <ul className="guide-reasons">
        {why.map((one) => (
          <li key={one.kind}>
            <p>
              <strong>{say(`reply_kind_${one.kind}`)}.</strong> <Said>{one.text.value}</Said>
            </p>
            <SourceOf fact={showFact(one.text, today())} />
          </li>
        ))}
      </ul>
    </section>
  );
};

const Life = () => <Lines size="small" choices={[useSelfHarmLine()]} />;

const OneSentence = ({
  sentence,
}: {
  readonly sentence: NonNullable<CheckedDraft["sentence"]>;
}) => {
  const { today } = useApp();
  const say = useSay();
  return (
    <section className="stack">
      <h2>{say("reply_sentence")}</h2>
      <p>
        <Said>{sentence.when.value}</Said>
      </p>
      <blockquote className="guide-quote">
        <Said>{sentence.text.value}</Said>
      </blockquote>
      <CopyDo text={sentence.text.value} />
      <SourceOf fact={showFact(sentence.when, today())} />
    </section>
  );
};

const Kept = ({ onMore }: { readonly onMore: () => void }) => {
  const { navigation } = useApp();
  const say = useSay();
  return (
    <Page
      title={say("reply_kept_title")}
      lead={say("reply_kept_lead")}
      actions={
        <>
          <Button kind="primary" onPress={() => navigation.go({ screen: "plan" })}>
            {say("guide_plan_home_do")}
          </Button>
          <Button kind="quiet" onPress={() => navigation.go({ screen: "notes" })}>
            {say("reply_kept_notes_do")}
          </Button>
        </>
      }
      after={
        <>
          <Button kind="quiet" onPress={onMore}>
            {say("reply_kept_more_do")}
          </Button>
          <GuideAfter />
        </>
      }
    />
  );
};
