import type { FactName, GuideFacts } from "../facts.ts";
import type { Condition, Trace } from "../indicators.ts";
import type { Hearing } from "../words/hear.ts";
import type { Meaning } from "../words/meanings.ts";

/** What a conclusion rests on: a fact that was answered, or a stretch of one of the texts. */
export type Ground =
  | { readonly kind: "fact"; readonly fact: FactName }
  | { readonly kind: "span"; readonly text: number; readonly start: number; readonly end: number };

/** Everything that conditions can look at. */
export interface Situation {
  readonly facts: GuideFacts;
  /** What each text says, by what it means; what is said and turned around is not in it. */
  readonly texts: readonly ReadonlyMap<Meaning, readonly Hearing[]>[];
  /** By form; each with the places where there are any. */
  readonly traces: ReadonlyMap<Trace, readonly Ground[]>;
}

/** The grounds on which a condition holds; `undefined` when it does not. A condition that says "not" has none of its own. */
export const evaluate = (
  condition: Condition,
  situation: Situation,
): readonly Ground[] | undefined => {
  if ("fact" in condition) return factGrounds(condition, situation.facts);
  if ("trace" in condition) return situation.traces.get(condition.trace);
  if ("heard" in condition) return heardGrounds(condition, situation.texts);
  if ("not" in condition) return evaluate(condition.not, situation) === undefined ? [] : undefined;
  if ("any" in condition) {
    for (const one of condition.any) {
      const grounds = evaluate(one, situation);
      if (grounds !== undefined) return grounds;
    }
    return undefined;
  }
  const all: Ground[] = [];
  for (const one of condition.all) {
    const grounds = evaluate(one, situation);
    if (grounds === undefined) return undefined;
    all.push(...grounds);
  }
  return all;
};

const factGrounds = (
  { fact, is }: { readonly fact: FactName; readonly is: readonly (string | boolean)[] },
  facts: GuideFacts,
): readonly Ground[] | undefined => {
  const value: unknown = facts[fact];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  const holds = is.some((wanted) => values.includes(wanted));
  return holds ? [{ kind: "fact", fact }] : undefined;
};

const heardGrounds = (
  {
    heard,
    within = 1,
  }: {
    readonly heard: readonly (readonly Meaning[])[];
    readonly within?: number | "text" | undefined;
  },
  texts: Situation["texts"],
): readonly Ground[] | undefined => {
  for (const [text, said] of texts.entries()) {
    const near = nearEachOther(said, heard, within);
    if (near !== undefined) {
      return near.map(({ start, end }) => ({ kind: "span", text, start, end }) as const);
    }
  }
  return undefined;
};

/** One hearing of each group, all near the first group's; `undefined` when a group stays silent. */
const nearEachOther = (
  said: ReadonlyMap<Meaning, readonly Hearing[]>,
  groups: readonly (readonly Meaning[])[],
  within: number | "text",
): readonly Hearing[] | undefined => {
  const [anchors = [], ...others] = groups.map((group) =>
    group.flatMap((meaning) => said.get(meaning) ?? []),
  );
  if (others.some((other) => other.length === 0)) return undefined;
  for (const anchor of anchors) {
    const found = others.map((other) =>
      other.find(
        ({ sentence }) => within === "text" || Math.abs(sentence - anchor.sentence) <= within,
      ),
    );
    if (found.every((one) => one !== undefined)) return [anchor, ...found];
  }
  return undefined;
};

/** For a situation: the hearings of one text, each meaning's in the order of the text. */
export const byMeaning = (
  hearings: readonly Hearing[],
): ReadonlyMap<Meaning, readonly Hearing[]> => {
  const said = new Map<Meaning, Hearing[]>();
  for (const hearing of hearings) {
    if (hearing.isNegated) continue;
    const held = said.get(hearing.meaning);
    if (held === undefined) said.set(hearing.meaning, [hearing]);
    else held.push(hearing);
  }
  return said;
};
