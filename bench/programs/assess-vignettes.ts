// Assesses the labelled set by language, and 10,000 mails on one core; prints both as JSON.
import { join } from "node:path";

import { assess, loadAssess } from "@holdfast/guide";
import { createDiskContent } from "@holdfast/guide/node";
import { foldWithOrigin } from "@holdfast/vault";

import { readVignettes } from "../assess/read-vignettes.ts";
import { scoreVignettes } from "../assess/score.ts";

const [root = ".", mailCount = "10000"] = process.argv.slice(2);

/** Of the processor, in milliseconds: what one core needs, however busy the machine is. */
const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const loadStartedAt = processorMs();
const loaded = await loadAssess(createDiskContent(join(root, "content")), { fold: foldWithOrigin });
if (!loaded.ok) throw new Error(JSON.stringify(loaded.error));
const deps = loaded.value;
const loadMs = processorMs() - loadStartedAt;

const byLanguage = readVignettes(join(root, "bench/assess/vignettes"));
const english = byLanguage.get("en") ?? [];
const scores = {
  ...Object.fromEntries(
    [...byLanguage].map(([language, vignettes]) => [language, scoreVignettes(deps, vignettes)]),
  ),
  // While the English words were written, every second vignette was looked at; the others were not.
  "en, looked at": scoreVignettes(
    deps,
    english.filter((_, index) => index % 2 === 0),
  ),
  "en, held out": scoreVignettes(
    deps,
    english.filter((_, index) => index % 2 === 1),
  ),
  all: scoreVignettes(deps, [...byLanguage.values()].flat()),
};

/** Written once by somebody who had not seen the rules, and run after they were written. */
const heldOut = scoreVignettes(
  deps,
  [...readVignettes(join(root, "bench/assess/held-out")).values()].flat(),
);

/** Every mail of the set, again and again, each with a number of its own so that none is the same text. */
const mails = [...byLanguage.values()].flat().filter(({ kind }) => kind === "mass-mail");
const wanted = Number(mailCount);
let characters = 0;
const startedAt = performance.now();
const startedAtProcessor = processorMs();
for (let count = 0; count < wanted; count += 1) {
  const mail = mails[count % mails.length];
  if (mail === undefined) break;
  const text = `${mail.text}\n${count}`;
  characters += text.length;
  assess(deps, mail.facts, [{ text, ...(mail.mail === undefined ? {} : { mail: mail.mail }) }]);
}
const seconds = (performance.now() - startedAt) / 1000;
const processorSeconds = (processorMs() - startedAtProcessor) / 1000;
process.stdout.write(
  JSON.stringify({ scores, heldOut, loadMs, mails: wanted, characters, seconds, processorSeconds }),
);
