// What in a draft could hurt whoever sends it: the rules on the labelled drafts, and beside them, in English, two libraries
// of sentiment that flag whatever they find negative.
import { join } from "node:path";

import { runProcess } from "../measure/run-process.mjs";

export const measure = async ({ root, cache }) => {
  const program = join(cache, "programs/check-drafts.mjs");
  const results = JSON.parse((await runProcess("node", [program, root])).output);
  for (const { name, all, english, texts } of results) {
    const found = all.kinds - all.missed.length;
    console.log(
      `\n${name}: ${all.drafts} drafts, exact ${all.exact}; kinds found ${found} of ${all.kinds}, wrongly marked ${all.wronglyMarked.length}`,
    );
    const peer = join(root, "bench/peers/sentiment.mjs");
    const scores = JSON.parse(
      (await runProcess("node", [peer, JSON.stringify(texts.map(({ text }) => text))])).output,
    );
    const rightOf = (key) =>
      texts.filter(({ isHarmful }, index) => scores[index][key] < 0 === isHarmful).length;
    console.log(
      `English, flagged rightly of ${texts.length}: rules ${english.rightlyFlagged}, sentiment ${rightOf("sentiment")}, vader-sentiment ${rightOf("vader")}`,
    );
    for (const text of all.missed) console.log(`  missed  ${text}`);
    for (const text of all.wronglyMarked) console.log(`  wrong   ${text}`);
  }
};
