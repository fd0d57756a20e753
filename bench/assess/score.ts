import {
  assess,
  type AssessDeps,
  type Assessment,
  type GuideFacts,
  type ThreatText,
} from "@holdfast/guide";

/** One labelled case; README.md beside the vignettes tells what its keys mean. */
export interface Vignette {
  readonly id: string;
  readonly kind: string;
  readonly hard: boolean;
  readonly text: string;
  readonly facts: GuideFacts;
  readonly mail?: NonNullable<ThreatText["mail"]>;
  readonly expect: {
    readonly scenario: readonly string[];
    readonly mustNotBe?: readonly string[];
    readonly gates?: readonly string[];
    readonly notGates?: readonly string[];
    readonly demands?: readonly string[];
    readonly amount?: string;
    readonly currency?: string;
    readonly deadlineMinutes?: number;
  };
}

export interface Share {
  readonly right: number;
  readonly of: number;
  /** The vignettes that were not right. */
  readonly wrong: readonly string[];
}

export interface Score {
  readonly count: number;
  /** Calm where calm would harm: as the scenario, as another possibility, or as the advice that is given. */
  readonly falseCalm: readonly string[];
  readonly scenario: Share;
  /** Of those for which nothing else than a mass mail is right. */
  readonly massMail: Share;
  readonly gates: Share;
  readonly wrongGates: readonly string[];
  readonly demands: Share;
  readonly demandsTooMany: readonly string[];
  readonly amounts: Share;
  readonly currencies: Share;
  readonly deadlines: Share;
  /** "expected → said", by the best label; how often. */
  readonly confusion: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

interface Judged {
  readonly vignette: Vignette;
  readonly said: Assessment;
}

/** Assesses every vignette and compares it with its label. */
export const scoreVignettes = (deps: AssessDeps, vignettes: readonly Vignette[]): Score => {
  const judged = vignettes.map((vignette) => ({
    vignette,
    said: assess(deps, vignette.facts, [
      {
        text: vignette.text,
        ...(vignette.mail === undefined ? {} : { mail: vignette.mail }),
      },
    ]),
  }));
  return {
    count: judged.length,
    falseCalm: idsWhere(judged, isFalseCalm),
    scenario: shareOf(judged, ({ vignette, said }) => [
      vignette.expect.scenario.includes(said.scenario),
    ]),
    massMail: shareOf(
      judged.filter(({ vignette: { expect } }) => expect.scenario.join() === "mass-bluff"),
      ({ said }) => [said.scenario === "mass-bluff"],
    ),
    gates: shareOf(judged, ({ vignette: { expect }, said }) =>
      (expect.gates ?? []).map((gate) => said.gates.some((one) => one === gate)),
    ),
    wrongGates: judged.flatMap(({ vignette: { id, expect }, said }) =>
      said.gates.filter((gate) => expect.notGates?.includes(gate)).map((gate) => `${id} ${gate}`),
    ),
    demands: shareOf(judged, ({ vignette: { expect }, said }) =>
      (expect.demands ?? []).map((kind) => said.threat.demands.some((one) => one.kind === kind)),
    ),
    demandsTooMany: judged.flatMap(({ vignette: { id, expect }, said }) =>
      expect.demands === undefined
        ? []
        : said.threat.demands
            .filter(({ kind }) => !expect.demands?.includes(kind))
            .map(({ kind }) => `${id} ${kind}`),
    ),
    amounts: shareOf(judged, ({ vignette: { expect }, said }) =>
      expect.amount === undefined ? [] : [moneyOf(said)?.amount === expect.amount],
    ),
    currencies: shareOf(judged, ({ vignette: { expect }, said }) =>
      expect.currency === undefined ? [] : [moneyOf(said)?.currency === expect.currency],
    ),
    deadlines: shareOf(judged, ({ vignette: { expect }, said }) =>
      expect.deadlineMinutes === undefined
        ? []
        : [said.threat.deadline?.minutes === expect.deadlineMinutes],
    ),
    confusion: confusionOf(judged),
  };
};

const isFalseCalm = ({ vignette: { expect }, said }: Judged): boolean =>
  [said.scenario, said.adviceOf, ...said.alternatives].some(
    (one) => one === "mass-bluff" && expect.mustNotBe?.includes(one) === true,
  ) || expect.mustNotBe?.includes(said.scenario) === true;

const moneyOf = ({ threat }: Assessment): Assessment["threat"]["demands"][number] | undefined =>
  threat.demands.find(({ kind }) => kind === "money");

const idsWhere = (judged: readonly Judged[], is: (one: Judged) => boolean): readonly string[] =>
  judged.filter(is).map(({ vignette }) => vignette.id);

const shareOf = (judged: readonly Judged[], check: (one: Judged) => readonly boolean[]): Share => {
  const checked = judged.map((one) => ({ id: one.vignette.id, results: check(one) }));
  const all = checked.flatMap(({ results }) => results);
  return {
    right: all.filter(Boolean).length,
    of: all.length,
    wrong: checked.filter(({ results }) => results.includes(false)).map(({ id }) => id),
  };
};

const confusionOf = (judged: readonly Judged[]): Score["confusion"] => {
  const table: Record<string, Record<string, number>> = {};
  for (const { vignette, said } of judged) {
    // Where several answers are right, the one that was said counts as the expected one.
    const { scenario } = vignette.expect;
    const expected = scenario.includes(said.scenario) ? said.scenario : (scenario[0] ?? "");
    const row = (table[expected] ??= {});
    row[said.scenario] = (row[said.scenario] ?? 0) + 1;
  }
  return table;
};
