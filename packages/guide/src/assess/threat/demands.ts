import type { FoundAmount } from "../find/amounts.ts";
import type { Listened } from "../listen.ts";
import { type DemandKind, demandKinds } from "../scenarios.ts";
import type { Hearing } from "../words/hear.ts";
import type { Meaning } from "../words/meanings.ts";

export interface Demand {
  readonly kind: DemandKind;
  /** Decimal, as text; `undefined` when none is named near the demand. */
  readonly amount?: string;
  readonly currency?: string;
}

const kindOf: Readonly<Partial<Record<Meaning, DemandKind>>> = {
  "pay-me": "money",
  "pay-again": "money",
  "gift-card": "money",
  "want-pictures": "pictures",
  "want-live": "live-video",
  "want-sex": "sex",
  "want-meeting": "meeting",
  "want-silence": "silence",
  "want-relationship": "relationship",
  "want-job": "job",
  "want-service": "other",
};

/** What they want, each kind once, in the order of scenarios.ts; money with the sum that is named nearest to it. */
export const demandsOf = (listened: readonly Listened[]): readonly Demand[] => {
  const kinds = new Set<DemandKind>();
  let sum: FoundAmount | undefined;
  for (const { hearings, amounts, payments } of listened) {
    const said = hearings.filter(({ isNegated }) => !isNegated);
    for (const { meaning } of said) {
      const kind = kindOf[meaning];
      if (kind !== undefined) kinds.add(kind);
    }
    const isThreat = said.some(({ meaning }) => threatMeanings.has(meaning));
    if (isThreat && (amounts.length > 0 || payments.length > 0)) kinds.add("money");
    if (kinds.has("money")) sum ??= nearestSum(said, amounts);
  }
  return demandKinds
    .filter((kind) => kinds.has(kind))
    .map((kind) =>
      kind === "money" && sum !== undefined
        ? { kind, amount: sum.amount, currency: sum.currency }
        : { kind },
    );
};

/** A sum beside one of these is what they ask, even when the word for paying is not known. */
const threatMeanings: ReadonlySet<Meaning> = new Set<Meaning>([
  "will-send",
  "claims-hack",
  "claims-recording",
  "ruin-life",
  "will-delete",
]);

const moneyMeanings: ReadonlySet<Meaning> = new Set<Meaning>(["pay-me", "pay-again", "crypto", "gift-card"]);

const nearestSum = (
  said: readonly Hearing[],
  amounts: readonly FoundAmount[],
): FoundAmount | undefined => {
  const anchors = said.filter(({ meaning }) => moneyMeanings.has(meaning));
  const distance = (amount: FoundAmount): number =>
    Math.min(...anchors.map(({ start }) => Math.abs(start - amount.start)), Number.MAX_SAFE_INTEGER);
  return amounts.toSorted((a, b) => distance(a) - distance(b))[0];
};
