import type { GuideFacts } from "../facts.ts";
import type { Indicator } from "../indicators.ts";
import { byDanger, type Scenario } from "../scenarios.ts";
import { evaluate, type Ground, type Situation } from "./evaluate.ts";

/** An indicator that holds, and on what. */
export interface Fired {
  readonly indicator: Indicator;
  readonly grounds: readonly Ground[];
}

export interface Weighed {
  readonly scenario: Scenario | "unclear";
  readonly certainty: "clear" | "likely" | "unclear";
  /** Others that something speaks for, strongest first. */
  readonly alternatives: readonly Scenario[];
  readonly adviceOf: Scenario | "unclear";
}

export const fire = (indicators: readonly Indicator[], situation: Situation): readonly Fired[] =>
  indicators.flatMap((indicator) => {
    const grounds = evaluate(indicator.when, situation);
    return grounds === undefined ? [] : [{ indicator, grounds }];
  });

/** [J] Proposed in research on guidance, B2; not measured on real cases. `npm run bench assess` says how they do on made-up ones. */
const bounds = {
  /** Less speaks for it: it is not said. */
  leastToSay: 5,
  leadToSay: 3,
  leastToBeClear: 8,
  leadToBeClear: 4,
  /** Something speaks for it: it is named as another possibility. */
  leastToName: 3,
  /** A mass mail is one of a kind: so many different stock parts stand in it together. */
  leastMassParts: 4,
  manyMassParts: 6,
  bonusForManyParts: 3,
};

/**
 * Decides by points. "Mass bluff" is never said, named or advised when anything speaks against it, or when it has too few of
 * the parts that every mass mail has: false calm is the worst error.
 */
export const weigh = (
  fired: readonly Fired[],
  facts: Pick<GuideFacts, "who" | "proof" | "picturesExist">,
): Weighed => {
  const { who } = facts;
  const points = sumPoints(fired);
  const known = who === undefined ? undefined : relationOf[who];
  const ranked = byDanger
    .map((scenario) => ({ scenario, score: points.get(scenario) ?? 0 }))
    .filter(({ score }) => score > 0)
    // Who it is was answered: words that sound like somebody else do not shake it.
    .filter(({ scenario }) => known === undefined || !contradicts(known, scenario))
    // Stable: of equals, the more dangerous stands first.
    .toSorted((a, b) => b.score - a.score);
  const [top] = ranked;
  if (top === undefined) return nothingKnown;
  const rival = ranked.find(({ scenario }) => contradicts(top.scenario, scenario));
  const lead = top.score - (rival?.score ?? 0);
  const isSaid = top.score >= bounds.leastToSay && lead >= bounds.leadToSay;
  const isClear =
    top.score >= bounds.leastToBeClear
    && lead >= bounds.leadToBeClear
    && (top.scenario !== "mass-bluff" || isNothingShown(facts));
  const named = ranked
    .filter(({ score }) => score >= bounds.leastToName)
    .map(({ scenario }) => scenario);
  if (isSaid) {
    return {
      scenario: top.scenario,
      certainty: isClear ? "clear" : "likely",
      alternatives: named.filter((scenario) => scenario !== top.scenario),
      adviceOf: top.scenario,
    };
  }
  return {
    scenario: "unclear",
    certainty: "unclear",
    alternatives: named,
    adviceOf:
      byDanger.find((scenario) => named.includes(scenario) && scenario !== "mass-bluff")
      ?? "unclear",
  };
};

/** Only the person knows whether a picture was shown: no text alone makes a mass mail clear. */
const isNothingShown = ({
  proof,
  picturesExist,
}: Pick<GuideFacts, "proof" | "picturesExist">): boolean =>
  proof === "none" || proof === "public-only" || picturesExist === "no";

const nothingKnown: Weighed = {
  scenario: "unclear",
  certainty: "unclear",
  alternatives: [],
  adviceOf: "unclear",
};

const sumPoints = (fired: readonly Fired[]): ReadonlyMap<Scenario, number> => {
  const points = new Map<Scenario, number>();
  for (const { indicator } of fired) {
    for (const [scenario, more] of entriesOf(indicator.points)) {
      points.set(scenario, (points.get(scenario) ?? 0) + more);
    }
  }
  const parts = new Set(fired.flatMap(({ indicator }) => indicator.part ?? []));
  const isVetoed = fired.some(({ indicator }) => indicator.vetoes === "mass-bluff");
  if (isVetoed || !isMassMail(parts)) points.delete("mass-bluff");
  else if (parts.size >= bounds.manyMassParts) {
    points.set("mass-bluff", (points.get("mass-bluff") ?? 0) + bounds.bonusForManyParts);
  }
  return points;
};

/** Some claim of access or of a recording, and money wanted for it: without both it is another kind of letter. */
const isMassMail = (parts: ReadonlySet<string>): boolean =>
  parts.size >= bounds.leastMassParts
  && (parts.has("access-claim") || parts.has("recording-claim"))
  && parts.has("money-wanted");

const entriesOf = (points: Indicator["points"]): readonly (readonly [Scenario, number])[] =>
  byDanger.flatMap((scenario) => {
    const more = points[scenario];
    return more === undefined ? [] : [[scenario, more] as const];
  });

/** Who they are shuts others out; what they do or want goes together with any of them. */
const relations: readonly Scenario[] = [
  "partner-or-ex",
  "acquaintance",
  "workplace",
  "money-stranger",
];

/** What an answer to "who is it" says. "A stranger" is only what somebody says of himself: an ex can hide behind it. */
const relationOf: Readonly<Partial<Record<NonNullable<GuideFacts["who"]>, Scenario>>> = {
  partner: "partner-or-ex",
  ex: "partner-or-ex",
  acquaintance: "acquaintance",
  family: "acquaintance",
  colleague: "workplace",
};

const contradicts = (one: Scenario, other: Scenario): boolean =>
  one !== other
  && (one === "mass-bluff"
    || other === "mass-bluff"
    || (relations.includes(one) && relations.includes(other)));
