import type { FoundAmount } from "../find/amounts.ts";
import type { GuideFacts } from "../facts.ts";
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
export const demandsOf = (listened: readonly Listened[], facts: GuideFacts): readonly Demand[] => {
  const kinds = new Set<DemandKind>();
  let sum: (Pick<FoundAmount, "amount"> & { readonly currency?: string }) | undefined;
  for (const one of listened) {
    const { hearings, amounts, payments } = one;
    const said = hearings.filter(({ isNegated }) => !isNegated);
    for (const { meaning } of said) {
      const kind = kindOf[meaning];
      if (kind !== undefined) kinds.add(kind);
    }
    const isThreat =
      facts.who !== undefined || said.some(({ meaning }) => threatMeanings.has(meaning));
    if (isThreat && (amounts.length > 0 || payments.length > 0)) kinds.add("money");
    if (kinds.has("money")) sum ??= nearestSum(said, amounts) ?? bareSum(said, one);
  }
  return demandKinds
    .filter((kind) => kinds.has(kind))
    .map((kind) => (kind === "money" && sum !== undefined ? { kind, ...pickSum(sum) } : { kind }));
};

const pickSum = ({
  amount,
  currency,
}: {
  readonly amount: string;
  readonly currency?: string;
}) => ({
  amount,
  ...(currency === undefined ? {} : { currency }),
});

/** A sum beside one of these is what they ask, even when the word for paying is not known. */
const threatMeanings: ReadonlySet<Meaning> = new Set<Meaning>([
  "will-send",
  "claims-hack",
  "claims-recording",
  "has-pictures",
  "ruin-life",
  "will-delete",
  "already-sent",
  "shows-contacts",
  "deadline",
  "crypto",
]);

const moneyMeanings: ReadonlySet<Meaning> = new Set<Meaning>([
  "pay-me",
  "pay-again",
  "crypto",
  "gift-card",
]);

/** After a first payment two sums stand there: what was paid, then what is wanted now. */
const nearestSum = (
  said: readonly Hearing[],
  amounts: readonly FoundAmount[],
): FoundAmount | undefined => {
  const again = said.filter(({ meaning }) => meaning === "pay-again").at(-1);
  if (again !== undefined) return amounts.at(-1);
  const anchors = said.filter(({ meaning }) => moneyMeanings.has(meaning));
  const distance = (amount: FoundAmount): number =>
    Math.min(
      ...anchors.map(({ start, end }) =>
        amount.start >= start ? amount.start - Math.min(end, amount.start) : start - amount.start,
      ),
      Number.MAX_SAFE_INTEGER,
    );
  return amounts.toSorted((a, b) => distance(a) - distance(b))[0];
};

/**
 * "steam card 200", "u pay 150", "15k": a number without its currency. Within the words of paying or right after them if there
 * is one, else the first that is no date, no time, no year and no part of an address.
 */
const bareSum = (
  said: readonly Hearing[],
  { text, payments, handles, deadlines }: Listened,
): { readonly amount: string } | undefined => {
  const taken = [...payments, ...handles, ...deadlines];
  const numbers = [...text.matchAll(bareNumber)]
    .map((match) => ({ amount: amountOf(match), start: match.index }))
    .filter(({ start }) => !taken.some((one) => one.start <= start && start < one.end));
  const anchors = said.filter(({ meaning }) => moneyMeanings.has(meaning) && meaning !== "crypto");
  const near = numbers.find(({ start }) =>
    anchors.some((anchor) => anchor.start <= start && start <= anchor.end + reachInCharacters),
  );
  return near ?? numbers.find(({ amount }) => amount.length >= 3);
};

const reachInCharacters = 12;

/** Digits of every script are read as their values. */
const bareNumber =
  /(?<![\p{L}\p{N}.,:/@#+-])(\p{Nd}{2,6})(\s?[kK])?(?![\p{L}\p{N}:%/@]|[.,]\p{Nd}|\s?(?:h|hrs?|hours?|min|mins|days?|am|pm)\b)/gu;

const amountOf = ([, digits = "", thousands]: RegExpExecArray): string => {
  const ascii = digits.normalize("NFKC").replace(/\p{Nd}/gu, (digit) => String(digitValue(digit)));
  return thousands === undefined ? ascii : `${ascii}000`;
};

/** Digits of a script stand ten in a row, from a zero whose code ends in 0 or 6. */
const digitValue = (digit: string): number => {
  const code = digit.codePointAt(0) ?? 0x30;
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
};
