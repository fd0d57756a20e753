import type { FoldWithOrigin } from "@holdfast/casework";

import type { FactName, GuideFacts } from "./facts.ts";
import type { Indicator, Trace } from "./indicators.ts";
import type { Languages } from "./languages.ts";
import { listen, type Listened, type ThreatText } from "./listen.ts";
import { type Demand, demandsOf } from "./threat/demands.ts";
import { type Urgency, urgencyOf } from "./threat/urgency.ts";
import type { FoundHandle } from "./find/handles.ts";
import type { FoundPayment } from "./find/payments.ts";
import { type Gate, gates, type Scenario } from "./scenarios.ts";
import { withoutReportedWords } from "./report-voice.ts";
import type { Meaning } from "./words/meanings.ts";
import { type Credibility, credibilityOf } from "./threat/credibility.ts";
import { byMeaning, type Ground, type Situation } from "./weigh/evaluate.ts";
import { fire, type Fired, weigh } from "./weigh/weigh.ts";

export interface AssessDeps extends FoldWithOrigin {
  readonly languages: Languages;
  readonly indicators: readonly Indicator[];
}

/** A stretch of one of the texts given. Units: UTF-16 code units; `toUtf8Span` makes bytes of them. */
export interface TextSpan {
  readonly text: number;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Why something is said: the indicator, the fact or the exact words, and who says that it counts. */
export interface Reason {
  readonly indicator: string;
  readonly points: Indicator["points"];
  readonly why: Indicator["why"];
  readonly fact?: FactName;
  readonly span?: TextSpan;
}

export interface ThreatSaid {
  readonly urgency: Urgency;
  readonly demands: readonly Demand[];
  /** In their words. It is a means of pressure, never a clock of ours. */
  readonly deadline?: { readonly quote: TextSpan; readonly minutes?: number };
  readonly payment: readonly (FoundPayment & { readonly text: number })[];
  readonly handles: readonly (FoundHandle & { readonly text: number })[];
}

export interface Assessment {
  readonly scenario: Scenario | "unclear";
  readonly certainty: "clear" | "likely" | "unclear";
  readonly alternatives: readonly Scenario[];
  readonly adviceOf: Scenario | "unclear";
  readonly gates: readonly Gate[];
  readonly credibility: Credibility;
  readonly threat: ThreatSaid;
  /** The one question whose answer decides; `undefined` when nothing hangs on one. */
  readonly askNext?: "met-in-person";
  readonly reasons: readonly Reason[];
}

/**
 * Says what kind of threat it is, how far it can be believed, and why. The same facts and texts give the same answer, always;
 * nothing but them is looked at. No number of it is ever shown as a chance: points only order.
 */
export const assess = (
  deps: AssessDeps,
  facts: GuideFacts,
  texts: readonly ThreatText[],
): Assessment => {
  const listened = texts
    .map(({ text }) => listen(deps, deps.languages, text, facts.country))
    .map(withoutReportedWords);
  const situation: Situation = {
    facts,
    texts: listened.map(({ hearings }) => byMeaning(hearings)),
    traces: tracesOf(facts, texts, listened),
  };
  const fired = fire(deps.indicators, situation);
  const weighed = weigh(fired, facts);
  return {
    ...weighed,
    gates: gates.filter((gate) => fired.some(({ indicator }) => indicator.gate === gate)),
    credibility: credibilityOf(facts, listened, weighed.scenario),
    threat: threatOf(facts, listened, fired),
    ...(weighed.certainty === "unclear" && (facts.who === undefined || facts.who === "unknown")
      ? { askNext: "met-in-person" as const }
      : {}),
    reasons: fired.flatMap((one) => reasonOf(one, listened)),
  };
};

const mailChannels = new Set(["email", "letter", "gmail", "outlook", "yahoo", "icloud-mail"]);

const tracesOf = (
  facts: GuideFacts,
  texts: readonly ThreatText[],
  listened: readonly Listened[],
): Situation["traces"] => {
  const traces = new Map<Trace, readonly Ground[]>();
  const spans = (read: (one: Listened) => readonly { start: number; end: number }[]) =>
    listened.flatMap((one, text) =>
      read(one).map(({ start, end }) => ({ kind: "span", text, start, end }) as const),
    );
  const put = (trace: Trace, grounds: readonly Ground[]): void => {
    if (grounds.length > 0) traces.set(trace, grounds);
  };
  const channel: readonly Ground[] = [{ kind: "fact", fact: "channel" }];
  put(
    "coin-address",
    spans(({ payments }) => payments.filter(isCoin)),
  );
  put(
    "amount",
    spans(({ amounts }) => amounts),
  );
  put(
    "deadline",
    spans(({ deadlines }) => deadlines),
  );
  put(
    "stranger-named",
    spans(({ names }) => names),
  );
  if (listened.some(({ text }) => text.trim() !== "")) traces.set("words-given", []);
  if (listened.some(({ isDisguised }) => isDisguised)) traces.set("disguised-words", []);
  if (texts.some(({ mail }) => mail?.senderIsReceiver)) traces.set("sender-is-receiver", []);
  if (texts.some(({ mail }) => mail?.hasPicture)) traces.set("picture-attached", []);
  if (facts.channel !== undefined) {
    traces.set(mailChannels.has(facts.channel) ? "mail-only" : "chat-channel", channel);
  } else if (texts.some(({ mail }) => mail !== undefined)) traces.set("mail-only", []);
  return traces;
};

const isCoin = ({ network }: FoundPayment): boolean =>
  ["bitcoin", "ethereum", "litecoin", "monero", "tron"].includes(network);

const threatOf = (
  facts: GuideFacts,
  listened: readonly Listened[],
  fired: readonly Fired[],
): ThreatSaid => {
  const [deadline] = listened.flatMap(({ deadlines, hearings, text }, index) =>
    nearestFirst(deadlines, hearings).map((found) => ({
      quote: {
        text: index,
        start: found.start,
        end: found.end,
        quote: text.slice(found.start, found.end),
      },
      ...(found.minutes === undefined ? {} : { minutes: found.minutes }),
    })),
  );
  return {
    urgency: urgencyOf(facts, listened, fired),
    demands: demandsOf(listened, facts),
    ...(deadline === undefined ? {} : { deadline }),
    payment: listened.flatMap(({ payments }, text) => payments.map((one) => ({ ...one, text }))),
    handles: listened.flatMap(({ handles }, text) => handles.map((one) => ({ ...one, text }))),
  };
};

/** A span beside what they want or will do is the deadline; one beside what they say they did is a part of the story. */
const nearestFirst = (
  deadlines: Listened["deadlines"],
  hearings: Listened["hearings"],
): Listened["deadlines"] => {
  const pressing = new Set(
    hearings.filter(({ meaning }) => pressingMeanings.has(meaning)).map(({ sentence }) => sentence),
  );
  return deadlines.toSorted(
    (a, b) => Number(!pressing.has(a.sentence)) - Number(!pressing.has(b.sentence)),
  );
};

const pressingMeanings: ReadonlySet<Meaning> = new Set<Meaning>([
  "pay-me",
  "pay-again",
  "crypto",
  "will-send",
  "timer-on-opening",
  "deadline",
  "want-pictures",
]);

const reasonOf = (
  { indicator, grounds }: Fired,
  listened: readonly Listened[],
): readonly Reason[] => {
  const { id, points, why } = indicator;
  const fact = grounds.find((ground) => ground.kind === "fact");
  const span = grounds.find((ground) => ground.kind === "span");
  const quote =
    span === undefined ? undefined : listened[span.text]?.text.slice(span.start, span.end);
  return [
    {
      indicator: id,
      points,
      why,
      ...(fact === undefined ? {} : { fact: fact.fact }),
      ...(span === undefined || quote === undefined
        ? {}
        : { span: { text: span.text, start: span.start, end: span.end, quote } }),
    },
  ];
};
