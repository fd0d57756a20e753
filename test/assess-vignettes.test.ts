import { join } from "node:path";

import { type AssessDeps, loadAssess } from "@holdfast/guide";
import { createDiskContent } from "@holdfast/guide/node";
import { foldWithOrigin } from "@holdfast/vault";
import { beforeAll, describe, expect, it } from "vitest";

import { readVignettes } from "../bench/assess/read-vignettes.ts";
import { scoreVignettes } from "../bench/assess/score.ts";

const root = join(import.meta.dirname, "..");
const byLanguage = readVignettes(join(root, "bench/assess/vignettes"));

let deps: AssessDeps;
beforeAll(async () => {
  const loaded = await loadAssess(createDiskContent(join(root, "content")), {
    fold: foldWithOrigin,
  });
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
  deps = loaded.value;
});

/**
 * How many may be wrong in each language: what was measured last, so that it can only get better (`npm run bench assess` names
 * them). Calm that would harm may never be said, in no language.
 */
const mayBeWrong: Readonly<Record<string, { readonly massMail: number; readonly gates: number }>> =
  {
    ar: { massMail: 0, gates: 0 },
    de: { massMail: 0, gates: 0 },
    en: { massMail: 0, gates: 0 },
    es: { massMail: 1, gates: 0 },
    fil: { massMail: 1, gates: 0 },
    fr: { massMail: 0, gates: 0 },
    "hi-latn": { massMail: 0, gates: 0 },
    hi: { massMail: 0, gates: 0 },
    id: { massMail: 0, gates: 0 },
    pt: { massMail: 0, gates: 0 },
    "ur-latn": { massMail: 0, gates: 0 },
    ur: { massMail: 0, gates: 0 },
  };

describe.each([...byLanguage])("the labelled set: %s", (language, vignettes) => {
  it("says calm nowhere where it would harm, and hears mass mail and gates as well as it did", () => {
    const { falseCalm, massMail, gates } = scoreVignettes(deps, vignettes);
    const bounds = mayBeWrong[language];
    expect(falseCalm).toEqual([]);
    expect(massMail.of - massMail.right).toBeLessThanOrEqual(bounds?.massMail ?? 0);
    expect(gates.of - gates.right).toBeLessThanOrEqual(bounds?.gates ?? 0);
  });
});

it("says calm nowhere where it would harm in the letters that were once held out", () => {
  const heldOut = [...readVignettes(join(root, "bench/assess/held-out")).values()].flat();
  const { count, falseCalm } = scoreVignettes(deps, heldOut);
  expect([count, falseCalm]).toEqual([60, []]);
});

it("recognises nine in ten of the mails for which nothing else is right", () => {
  const { massMail } = scoreVignettes(deps, [...byLanguage.values()].flat());
  expect(massMail.right / massMail.of).toBeGreaterThanOrEqual(0.9);
});

it("covers ten languages, two of them in both their scripts, and is half made of hard ones", () => {
  const all = [...byLanguage.values()].flat();
  expect([...byLanguage.keys()].toSorted()).toEqual(Object.keys(mayBeWrong).toSorted());
  expect(all.length).toBeGreaterThanOrEqual(200);
  expect(all.filter(({ hard }) => hard).length).toBeGreaterThanOrEqual(all.length / 2);
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
});
