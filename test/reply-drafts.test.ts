import { join } from "node:path";

import { type CheckDraftDeps, loadAssess, loadReply } from "@holdfast/guide";
import { createDiskContent } from "@holdfast/guide/node";
import { foldWithOrigin } from "@holdfast/vault";
import { beforeAll, describe, expect, it } from "vitest";

import { readDrafts, scoreDrafts } from "../bench/reply/score-drafts.ts";

const root = join(import.meta.dirname, "..");

let deps: CheckDraftDeps;
beforeAll(async () => {
  const content = createDiskContent(join(root, "content"));
  const assessing = await loadAssess(content, { fold: foldWithOrigin });
  if (!assessing.ok) throw new Error(JSON.stringify(assessing.error));
  const reply = await loadReply(content, { fold: foldWithOrigin }, assessing.value.languages);
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  deps = reply.value.forChecking;
});

/** What was measured last (`npm run bench reply`): it can only get better. */
const bounds = {
  drafts: { missed: 1, wronglyMarked: 5 },
  "held-out": { missed: 13, wronglyMarked: 3 },
};

describe.each(["drafts", "held-out"] as const)("the labelled drafts: %s", (name) => {
  it("marks as much of what could hurt as it did, and no more that could not", () => {
    const { missed, wronglyMarked } = scoreDrafts(
      deps,
      readDrafts(join(root, `bench/reply/${name}.json`)),
    );
    expect(missed.length).toBeLessThanOrEqual(bounds[name].missed);
    expect(wronglyMarked.length).toBeLessThanOrEqual(bounds[name].wronglyMarked);
  });
});

it("has drafts in ten languages, two of them in both their scripts, and some that need no mark", () => {
  const drafts = readDrafts(join(root, "bench/reply/drafts.json"));
  expect(new Set(drafts.map(({ language }) => language)).size).toBe(12);
  expect(drafts.filter(({ kinds }) => kinds.length === 0).length).toBeGreaterThanOrEqual(20);
});
