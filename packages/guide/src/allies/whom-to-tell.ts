import type { GuideFacts } from "../assess/facts.ts";

/** Kinds of people, never names. The order is the order in which equals are suggested. */
export const confidantKinds = [
  "friend",
  "partner",
  "sibling",
  "parent",
  "relative",
  "trusted-adult",
  "teacher",
  "colleague",
  "helpline",
  "child-line",
] as const;
export type ConfidantKind = (typeof confidantKinds)[number];

/** What speaks for somebody. Each is one question that may be skipped. */
export const confidantQualities = [
  "stayed-calm",
  "keeps-secrets",
  "not-close-to-them",
  "can-come-tonight",
] as const;
export type ConfidantQuality = (typeof confidantQualities)[number];

export type ConfidantReason = ConfidantQuality | "under-18" | "always-there";

export interface WhomAnswers {
  readonly qualities: Readonly<Partial<Record<ConfidantQuality, readonly ConfidantKind[]>>>;
  /** Whom it would be dangerous to tell. */
  readonly dangerous: readonly ConfidantKind[];
}

export interface Confidant {
  readonly kind: ConfidantKind;
  readonly reasons: readonly ConfidantReason[];
}

export type WhomFacts = Pick<GuideFacts, "age" | "who" | "tellFamily" | "beingKnown">;

const family: ReadonlySet<ConfidantKind> = new Set(["sibling", "parent", "relative"]);
const lines: ReadonlySet<ConfidantKind> = new Set(["helpline", "child-line"]);

/**
 * Whom to tell first, with reasons, best first. Only kinds for which the person's own answers speak are suggested; a line
 * is always among them, so that nobody is left with nobody. What may do harm takes a kind away, whatever speaks for it.
 */
export function whomToTell(facts: WhomFacts, answers: WhomAnswers): readonly Confidant[] {
  return confidantKinds
    .map((kind) => ({ kind, reasons: reasonsFor(kind, facts, answers) }))
    .filter(({ kind, reasons }) => reasons.length > 0 && !mayHarm(kind, facts, answers))
    .toSorted(
      (one, other) =>
        linesFirst(one, facts) - linesFirst(other, facts)
        || other.reasons.length - one.reasons.length,
    );
}

/** Where being known is dangerous, whoever does not know the person comes before whoever does. */
const linesFirst = ({ kind }: Confidant, { beingKnown }: WhomFacts): number =>
  beingKnown === "dangerous" && !lines.has(kind) ? 1 : 0;

function reasonsFor(
  kind: ConfidantKind,
  facts: WhomFacts,
  answers: WhomAnswers,
): readonly ConfidantReason[] {
  const young = facts.age === "under-18";
  if (lines.has(kind)) {
    if (kind === "child-line") return young ? ["under-18", "always-there"] : [];
    return young ? [] : ["always-there"];
  }
  const said = confidantQualities.filter((quality) => answers.qualities[quality]?.includes(kind));
  return young && kind === "trusted-adult" ? ["under-18", ...said] : said;
}

/** "I don't want that now" is a no as well (care.md 8). */
export const leavesFamilyOut = ({ tellFamily }: Pick<WhomFacts, "tellFamily">): boolean =>
  tellFamily === "dangerous" || tellFamily === "undecided";

function mayHarm(kind: ConfidantKind, facts: WhomFacts, answers: WhomAnswers): boolean {
  // A line keeps what it hears apart from everyone the person knows: no answer about people takes it away.
  if (lines.has(kind)) return false;
  if (answers.dangerous.includes(kind)) return true;
  if (family.has(kind) && leavesFamilyOut(facts)) return true;
  // Where being known is dangerous, only somebody who is known to keep a secret.
  if (
    facts.beingKnown === "dangerous"
    && answers.qualities["keeps-secrets"]?.includes(kind) !== true
  )
    return true;
  // Those around the one who threatens might pass it on.
  if (facts.who === "family") return family.has(kind);
  if (facts.who === "partner") return kind === "partner";
  return facts.who === "colleague" && kind === "colleague";
}
