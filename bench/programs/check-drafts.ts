// Checks the labelled drafts, those that were looked at while the words were written and those that were not.
import { join } from "node:path";

import { loadAssess, loadReply } from "@holdfast/guide";
import { createDiskContent } from "@holdfast/guide/node";
import { foldWithOrigin } from "@holdfast/vault";

import { readDrafts, scoreDrafts } from "../reply/score-drafts.ts";

const [root = "."] = process.argv.slice(2);
const content = createDiskContent(join(root, "content"));
const fold = { fold: foldWithOrigin };
const assessing = await loadAssess(content, fold);
if (!assessing.ok) throw new Error(JSON.stringify(assessing.error));
const reply = await loadReply(content, fold, assessing.value.languages);
if (!reply.ok) throw new Error(JSON.stringify(reply.error));
const { forChecking } = reply.value;

const sets = ["drafts", "held-out"] as const;
const results = sets.map((name) => {
  const drafts = readDrafts(join(root, `bench/reply/${name}.json`));
  const english = drafts.filter(({ language }) => language === "en");
  return {
    name,
    all: scoreDrafts(forChecking, drafts),
    english: scoreDrafts(forChecking, english),
    texts: english.map(({ text, kinds }) => ({ text, isHarmful: kinds.length > 0 })),
  };
});
process.stdout.write(JSON.stringify(results));
