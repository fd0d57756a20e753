import {
  type Assessment,
  itemAt,
  maximumHeardCharacters,
  type Reason,
  type TextSpan,
  toUtf8Span,
} from "@holdfast/guide";

import type { AssessAnswer } from "../contract/guide-answers.ts";
import type { Gathered, Source } from "./gather.ts";

/** The JSON of issue and contract: what is not there is null, and places are bytes of UTF-8. */
export const assessAnswer = ({ assessment, sources, itemsLeftOut }: Gathered): AssessAnswer => {
  const { scenario, certainty, alternatives, adviceOf, gates, credibility, askNext } = assessment;
  return {
    holdfast: 1,
    command: "assess",
    scenario,
    certainty,
    alternatives: [...alternatives],
    adviceOf,
    gates: [...gates],
    credibility,
    threat: threatAnswer(assessment.threat),
    askNext: askNext ?? null,
    reasons: assessment.reasons.map((reason) => reasonAnswer(reason, sources)),
    read: sources.map(readAnswer),
    itemsLeftOut,
  };
};

const threatAnswer = ({
  urgency,
  demands,
  deadline,
  payment,
  handles,
}: Assessment["threat"]): AssessAnswer["threat"] => ({
  urgency,
  demands: demands.map(({ kind, amount, currency }) => ({
    kind,
    amount: amount ?? null,
    currency: currency ?? null,
  })),
  deadline:
    deadline === undefined
      ? null
      : { quote: deadline.quote.quote, instant: null, minutes: deadline.minutes ?? null },
  payment: onlyOnce(payment.map(({ network, value, valid }) => ({ network, value, valid }))),
  handles: onlyOnce(handles.map(({ kind, value }) => ({ kind, value }))),
});

/** A case can hold the same address in a hundred messages. */
export const onlyOnce = <T>(all: readonly T[]): T[] => {
  const seen = new Map(all.toReversed().map((one) => [JSON.stringify(one), one]));
  return [...seen.values()].toReversed();
};

const reasonAnswer = (
  { indicator, points, why, fact, span }: Reason,
  sources: readonly Source[],
): AssessAnswer["reasons"][number] => ({
  indicator,
  points: { ...points },
  because: fact === undefined ? null : { fact },
  span: span === undefined ? null : spanAnswer(span, sources),
  source: why.source[0] ?? null,
});

type SpanAnswer = NonNullable<AssessAnswer["reasons"][number]["span"]>;

const spanAnswer = (span: TextSpan, sources: readonly Source[]): SpanAnswer | null => {
  const source = sources[span.text];
  if (source === undefined) return null;
  const which = sources.length > 1 ? { text: span.text } : {};
  if (source.spansIn !== "item") {
    return { ...toUtf8Span(source.text, span), quote: span.quote, ...which };
  }
  const found = itemAt(source, span);
  if (found === undefined) return null;
  const { part, start, end } = found;
  const words = source.text.slice(part.start, part.end);
  return {
    ...toUtf8Span(words, { start, end }),
    quote: words.slice(start, end),
    ...which,
    exhibit: part.exhibit,
    source: {
      ...part.source,
      ...(part.source.member === undefined ? {} : { member: [...part.source.member] }),
    },
  };
};

const readAnswer = (source: Source): AssessAnswer["read"][number] => ({
  spansIn: source.spansIn,
  whole: source.text.length <= maximumHeardCharacters,
  ...(source.spansIn === "item"
    ? { items: source.parts.length }
    : { name: source.name, ...(source.spansIn === "decoded" ? { text: source.text } : {}) }),
});
