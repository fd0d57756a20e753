import { itemAt, type Reason, showFact } from "@holdfast/guide";
import type { ReactNode } from "react";

import { useApp } from "../../app/app-context.ts";
import type { GuideState, HeardText, Understood } from "../../app/guide-run.ts";
import { Button } from "../../design/components/Button.tsx";
import { Fold } from "../../design/components/Fold.tsx";
import { factWords } from "./answer-words.ts";
import { Said, SourceOf } from "./SourceOf.tsx";

type There = Extract<Understood, { readonly kind: "there" }>;

const weightOf = ({ points }: Reason): number =>
  Math.max(0, ...Object.values(points).map((one) => Math.abs(one ?? 0)));

/** Every reason, the strongest first: the fact or the exact words that led to it, and who says that it counts. */
export const Reasons = ({
  state,
  understood,
}: {
  readonly state: GuideState;
  readonly understood: There;
}) => {
  const { words } = useApp();
  const { say } = words;
  const reasons = understood.understanding.assessment.reasons.toSorted(
    (a, b) => weightOf(b) - weightOf(a),
  );
  if (reasons.length === 0) return <p className="soft">{say("guide_letter_no_reasons")}</p>;
  return (
    <Fold title={say("guide_letter_reasons", { count: reasons.length })}>
      <ul className="guide-reasons">
        {reasons.map((reason) => (
          <li key={reason.indicator} className="stack">
            <OneReason reason={reason} state={state} texts={understood.texts} />
          </li>
        ))}
      </ul>
    </Fold>
  );
};

const OneReason = ({
  reason,
  state,
  texts,
}: {
  readonly reason: Reason;
  readonly state: GuideState;
  readonly texts: readonly HeardText[];
}): ReactNode => {
  const { today, words } = useApp();
  const { say } = words;
  const said = reason.fact === undefined ? undefined : factWords(words, state.facts, reason.fact);
  return (
    <>
      <p>
        <Said>{reason.why.value}</Said>
      </p>
      {reason.span === undefined ? undefined : <Quote span={reason.span} texts={texts} />}
      {said === undefined ? undefined : (
        <p className="soft">
          {say("guide_reason_fact")} {said.question} <strong>{said.answer}</strong>
        </p>
      )}
      <SourceOf fact={showFact(reason.why, today())} />
    </>
  );
};

const around = 90;

/** The words in their own surroundings, marked; and the way to where they stand, if they are kept. */
const Quote = ({
  span,
  texts,
}: {
  readonly span: NonNullable<Reason["span"]>;
  readonly texts: readonly HeardText[];
}) => {
  const { navigation, words } = useApp();
  const heard = texts[span.text];
  if (heard === undefined) return undefined;
  const before = heard.text.slice(Math.max(0, span.start - around), span.start);
  const after = heard.text.slice(span.end, span.end + around);
  const place =
    heard.parts === undefined
      ? undefined
      : itemAt({ text: heard.text, parts: heard.parts }, span)?.part;
  const { exhibit, rowId } = place ?? {};
  return (
    <>
      <p className="soft small">{words.say("guide_reason_words")}</p>
      <blockquote className="guide-quote" dir="auto">
        {span.start > around ? "… " : ""}
        {before}
        <mark>{span.quote}</mark>
        {after}
        {span.end + around < heard.text.length ? " …" : ""}
      </blockquote>
      {exhibit === undefined || rowId === undefined ? undefined : (
        <Button kind="quiet" onPress={() => navigation.go({ screen: "see", around: rowId })}>
          {words.say("guide_reason_open_do")}
        </Button>
      )}
    </>
  );
};
