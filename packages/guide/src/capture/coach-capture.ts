import { type ShownFact, showFact } from "../content/fact.ts";
import type { CaptureCoach } from "./load-capture-coach.ts";
import type { Platform, ShowCode } from "./platform.ts";

export interface CaptureQuestion {
  /** The case's own answer. Not `all-adult`: words only, whatever the platform can do (care.md 1, 2). */
  readonly pictures: "all-adult" | "protected" | "unasked";
  /** A day like "2026-11-25", from whoever has a clock. */
  readonly today: string;
}

/** What to say to somebody who is about to save a chat, a profile or a mail. */
export interface CaptureAdvice {
  /** "any" when we know nothing of this platform in particular. */
  readonly platform: {
    readonly id: string;
    readonly name: string;
    readonly kind: Platform["kind"];
  };
  /** What to do, in order. */
  readonly steps: readonly CaptureStep[];
  readonly mustShow: readonly ShownFact<ShowCode>[];
  /** Absent: unknown, and to be said so. */
  readonly screenshotNoticed?: ShownFact<"never" | "sometimes" | "always">;
  readonly screenshotAdvice: readonly ShownFact<string>[];
  readonly export?: CaptureExport;
  readonly disappears: readonly ShownFact<string>[];
  readonly onBlock?: ShownFact<ChatEffect>;
  readonly onReport?: ShownFact<ChatEffect>;
  readonly tips: readonly ShownFact<string>[];
  readonly warnings: readonly CaptureWarning[];
}

export interface ChatEffect {
  readonly chat: "stays" | "hidden" | "may-go" | "gone";
  readonly says: string;
}

export interface CaptureExport {
  readonly how: ShownFact<readonly string[]>;
  readonly page?: ShownFact<string>;
  readonly leavesOut: readonly ShownFact<string>[];
  readonly readyIn?: ShownFact<"at-once" | "hours" | "days" | "weeks">;
  readonly linkLastsDays?: ShownFact<number>;
  readonly wordsOnly?: ShownFact<string>;
}

export type CaptureStep =
  | "copy-words"
  | "screenshot-profile"
  | "screenshot-chat"
  | "photograph-with-another-device"
  | "save-mail-as-file"
  | "export"
  | "export-words-only";

/**
 * `may_be_noticed`, `will_be_noticed`: the other side is told of a screenshot. `not_known_if_noticed`: nobody has seen
 * whether. `can_vanish`: do it now. `save_before_block`, `save_before_report`: that step takes the chat away, or may.
 * `export_is_not_all`: pictures of the screen hold what the export does not. `words_only`: the case keeps no pictures.
 * `platform_unknown`: what stands here is true of any.
 */
export type CaptureWarning =
  | "may_be_noticed"
  | "will_be_noticed"
  | "not_known_if_noticed"
  | "can_vanish"
  | "save_before_block"
  | "save_before_report"
  | "export_is_not_all"
  | "words_only"
  | "platform_unknown";

export const coachCapture = (coach: CaptureCoach, question: CaptureQuestion): CaptureAdvice => {
  const { any } = coach;
  const own = coach.platform ?? any;
  const { today } = question;
  const show = <Value>(fact: Parameters<typeof showFact<Value>>[0]) => showFact(fact, today);
  const general = own === any ? [] : (any.tips ?? []);
  return {
    platform: { id: own.id, name: own.name, kind: own.kind },
    steps: stepsFor(own, question),
    mustShow: mustShow(own, any, today),
    ...(own.screenshotNoticed && { screenshotNoticed: show(own.screenshotNoticed) }),
    screenshotAdvice: (own.screenshotAdvice ?? []).map(show<string>),
    ...(own.export && { export: describeExport(own.export, today) }),
    disappears: (own.disappears ?? []).map(show<string>),
    ...(own.onBlock && { onBlock: show<ChatEffect>(own.onBlock) }),
    ...(own.onReport && { onReport: show<ChatEffect>(own.onReport) }),
    tips: [...(own.tips ?? []), ...general].map(show<string>),
    warnings: warningsFor(own, question, own === any),
  };
};

const describeExport = (source: NonNullable<Platform["export"]>, today: string): CaptureExport => ({
  how: showFact<readonly string[]>(source.how, today),
  ...(source.page && { page: showFact(source.page, today) }),
  leavesOut: (source.leavesOut ?? []).map((fact) => showFact(fact, today)),
  ...(source.readyIn && { readyIn: showFact(source.readyIn, today) }),
  ...(source.linkLastsDays && { linkLastsDays: showFact(source.linkLastsDays, today) }),
  ...(source.wordsOnly && { wordsOnly: showFact(source.wordsOnly, today) }),
});

/** The platform's own, then what any platform needs; each once, with the ground it rests on. */
const mustShow = (own: Platform, any: Platform, today: string): readonly ShownFact<ShowCode>[] => {
  const codes = new Map<ShowCode, ShownFact<ShowCode>>();
  for (const fact of [own.mustShow, any.mustShow]) {
    const { value, ...ground } = showFact<readonly ShowCode[]>(fact, today);
    for (const code of value) if (!codes.has(code)) codes.set(code, { ...ground, value: code });
  }
  return [...codes.values()];
};

/** Pictures of the screen before an export: they take minutes, an export days, and it holds less. */
const stepsFor = (own: Platform, { pictures }: CaptureQuestion): readonly CaptureStep[] => {
  if (pictures !== "all-adult") {
    return own.export?.wordsOnly === undefined
      ? ["copy-words"]
      : ["copy-words", "export-words-only"];
  }
  if (own.kind === "email") return ["save-mail-as-file", "screenshot-chat"];
  const isSeenByThem = own.screenshotNoticed?.value === "always";
  return [
    ...(isSeenByThem
      ? (["photograph-with-another-device"] as const)
      : (["screenshot-profile", "screenshot-chat"] as const)),
    ...(own.export === undefined ? [] : (["export"] as const)),
  ];
};

const warningsFor = (
  own: Platform,
  { pictures }: CaptureQuestion,
  isUnknown: boolean,
): readonly CaptureWarning[] => [
  ...(isUnknown ? (["platform_unknown"] as const) : []),
  ...(pictures === "all-adult" ? noticed(own) : (["words_only"] as const)),
  ...((own.disappears ?? []).length > 0 ? (["can_vanish"] as const) : []),
  ...(takesChatAway(own.onBlock) ? (["save_before_block"] as const) : []),
  ...(takesChatAway(own.onReport) ? (["save_before_report"] as const) : []),
  ...((own.export?.leavesOut ?? []).length > 0 ? (["export_is_not_all"] as const) : []),
];

const noticed = (own: Platform): readonly CaptureWarning[] => {
  switch (own.screenshotNoticed?.value) {
    case "always":
      return ["will_be_noticed"];
    case "sometimes":
      return ["may_be_noticed"];
    case "never":
      return [];
    case undefined:
      return ["not_known_if_noticed"];
  }
};

/** Hidden counts: who can no longer open it cannot save it. */
const takesChatAway = (effect: Platform["onBlock"]): boolean =>
  effect !== undefined && effect.value.chat !== "stays";
