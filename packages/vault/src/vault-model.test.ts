import fc from "fast-check";
import { expect, it } from "vitest";

import type { ExhibitId, Item } from "@holdfast/evidence";

import { createMemoryDisk } from "./drivers/memory/index.ts";
import { expectOk } from "./drivers/testing/expectations.ts";
import { foldText } from "./fold-text.ts";
import { matches, parseQuery } from "./search-terms.ts";
import { expectChainWhole } from "./testing/adding-cases.ts";
import { memoryPlace } from "./testing/memory-place.ts";
import { addItems, createVaultIn, messageAt, noon, openVaultIn } from "./testing/vault-place.ts";
import type { Vault } from "./vault.ts";

const numRuns = process.env["SLOW"] === undefined ? 12 : 1_000;

/** Few words, so that they meet; of many scripts, so that every way of finding is used. */
const word = fc.constantFrom(
  "tide",
  "tides",
  "no",
  "Ébène",
  "照片",
  "片",
  "我发",
  "ส่งรูป",
  "تصویر",
  "تصوير",
  "फ़ोटो",
  "x1",
  "o",
  "\u{1F6A4}",
  "a-b",
  "ß",
);
const phrase = fc.array(word, { minLength: 1, maxLength: 4 });
const text = fc
  .tuple(phrase, fc.constantFrom(" ", "", ", ", "\n"))
  .map(([words, between]) => words.join(between));

type Step =
  | { readonly do: "add"; readonly texts: readonly string[]; readonly same: boolean }
  | { readonly do: "erase" | "withdraw"; readonly nth: number }
  | { readonly do: "index" | "reopen" };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant("add" as const),
      texts: fc.array(text, { minLength: 1, maxLength: 6 }),
      same: fc.boolean(),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom("erase" as const, "withdraw" as const),
      nth: fc.nat(5),
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom("index" as const, "reopen" as const) }) },
);

interface ModelExhibit {
  readonly id: ExhibitId;
  readonly content: string;
  readonly items: readonly Item[];
  withdrawn: boolean;
}

const expectLikeModel = (
  vault: Vault,
  model: readonly ModelExhibit[],
  queries: readonly string[],
): void => {
  expect(vault.exhibits().map(({ id, withdrawn }) => ({ id, withdrawn }))).toEqual(
    model.map(({ id, withdrawn }) => ({ id, withdrawn })),
  );
  const visible = model.filter(({ withdrawn }) => !withdrawn);
  const sources = new Map(visible.map((exhibit) => [exhibit.content, exhibit.items]));
  const items = [...sources.values()].flat();
  expect(vault.countItems()).toBe(items.length);
  const byText = (found: readonly { readonly item: Item }[]) =>
    found.map(({ item }) => item.text ?? "").sort();
  expect(byText(vault.timeline({ limit: 1_000 }).entries)).toEqual(
    byText(items.map((item) => ({ item }))),
  );
  for (const query of queries) {
    const terms = parseQuery(query);
    const wanted = items.filter(
      (item) => terms.length > 0 && matches(foldText(item.text ?? ""), terms),
    );
    expect(byText(vault.search({ text: query, limit: 500 }).hits)).toEqual(
      byText(wanted.map((item) => ({ item }))),
    );
  }
};

it("behaves like a list of exhibits, whatever is added, erased, withdrawn, indexed and opened again in whatever order", async () => {
  const isLikeModel = fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 3, maxLength: 12 }),
      fc.array(text, { minLength: 3, maxLength: 6 }),
      async (steps, queries) => {
        const place = memoryPlace(createMemoryDisk());
        let vault = await createVaultIn(place);
        const model: ModelExhibit[] = [];
        for (const [index, one] of steps.entries()) {
          switch (one.do) {
            case "add": {
              const before = one.same ? model.at(-1) : undefined;
              const items =
                before?.items ?? one.texts.map((words, nth) => messageAt(words, noon(1) + nth));
              const content = before?.content ?? `content ${index}`;
              const { id } = await addItems(vault, items, { content });
              model.push({ id, content, items, withdrawn: false });
              break;
            }
            case "erase":
            case "withdraw": {
              const target = model[one.nth];
              if (target === undefined) break;
              if (one.do === "withdraw") {
                expectOk(vault.withdraw(target.id));
                target.withdrawn = true;
              } else {
                expectOk(await vault.erase(target.id));
                model.splice(one.nth, 1);
              }
              break;
            }
            case "index":
              expectOk(await vault.indexPending());
              break;
            case "reopen":
              await vault.close();
              vault = await openVaultIn(place);
          }
        }
        expectLikeModel(vault, model, queries);
        expectOk(await vault.indexPending());
        expectLikeModel(vault, model, queries);
        expectChainWhole(place.newDeps(), vault);
        await vault.close();
      },
    ),
    { numRuns },
  );
  await expect(isLikeModel).resolves.toBeUndefined();
});
