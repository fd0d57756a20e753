import { describe, expect, test } from "vitest";

import type { BlockLoader } from "./block-loader.ts";
import { createBlocks } from "./blocks.ts";
import { createListStore } from "./list-store.ts";

const dayMs = 86_400_000;
const blocksOf = (totals: readonly number[]) =>
  createBlocks({
    days: totals.map((total, index) => ({
      day: `2026-11-0${index + 1}`,
      weekday: index,
      startMs: index * dayMs,
      total,
      atNight: 0,
      bySender: {},
    })),
    withoutTime: 0,
  });

const createLoader = () => {
  const asked: string[] = [];
  const loader: BlockLoader = {
    load: (block) => {
      asked.push(block.slices.map(({ day }) => day).join(" "));
      return Promise.resolve({
        ok: true,
        value: block.slices.map((slice) => ({ slice, entries: [], before: undefined })),
      });
    },
  };
  return { asked, loader };
};

const loadAll = async (store: ReturnType<typeof createListStore>, last: number): Promise<void> => {
  store.want(0, last);
  store.begin();
  await new Promise((resolve) => setTimeout(resolve, 0));
};

describe("a list that is made anew because something was kept", () => {
  test("shows the days that are as they were at once, and reads them again", async () => {
    const first = createLoader();
    const blocks = blocksOf([24, 24]);
    const store = createListStore(blocks, first.loader);
    await loadAll(store, 1);
    expect([...store.read().keys()]).toEqual([0, 1]);

    const second = createLoader();
    const anew = createListStore(blocksOf([24, 24, 24]), second.loader, { blocks, store });
    expect([...anew.read().keys()]).toEqual([0, 1]);
    await loadAll(anew, 2);
    expect(second.asked.toSorted()).toEqual(["2026-11-01", "2026-11-02", "2026-11-03"]);
    expect([...anew.read().keys()].toSorted((a, b) => a - b)).toEqual([0, 1, 2]);
  });

  test("does not show a day that has more or less in it now", async () => {
    const blocks = blocksOf([24, 24]);
    const store = createListStore(blocks, createLoader().loader);
    await loadAll(store, 1);
    const anew = createListStore(blocksOf([24, 23]), createLoader().loader, { blocks, store });
    expect([...anew.read().keys()]).toEqual([0]);
  });
});
