// The labelled set: false calm first, then how much is recognised, by language; and 10,000 mails on one core.
import { join } from "node:path";

import { runProcess } from "../measure/run-process.mjs";

export const measure = async ({ root, cache }) => {
  const program = join(cache, "programs/assess-vignettes.mjs");
  const ran = await runProcess("node", [program, root, "10000"]);
  const { scores, heldOut, loadMs, mails, characters, seconds, processorSeconds } = JSON.parse(
    ran.output,
  );
  const { all } = scores;

  console.log(
    `false calm: ${all.falseCalm.length} of ${all.count} (target: none) ${all.falseCalm.join(" ")}`,
  );
  console.log(`mass mail recognised: ${share(all.massMail)} (target: 90 % or more)`);
  console.log(`gates said outright: ${share(all.gates)} (target: all)`);
  console.log();
  printLanguages(scores);
  printConfusion(all.confusion);
  printMistakes(all);
  console.log(
    `\nheld out (bench/assess/held-out): false calm ${heldOut.falseCalm.length} of ${heldOut.count} ${heldOut.falseCalm.join(" ")}; mass mail ${share(heldOut.massMail)}; gates ${share(heldOut.gates)}; scenario ${share(heldOut.scenario)}`,
  );
  printMistakes(heldOut);
  console.log(
    `\n${mails} mails (${(characters / mails).toFixed(0)} characters each): ${processorSeconds.toFixed(1)} s of one core, ${(mails / processorSeconds).toFixed(0)} a second (target: under 60 s); `
      + `${seconds.toFixed(1)} s by the clock; made ready in ${loadMs.toFixed(0)} ms of one core; peak ${ran.peakInMb.toFixed(0)} MB`,
  );
};

const share = ({ right, of }) =>
  of === 0 ? "–" : `${right}/${of} ${((100 * right) / of).toFixed(0)} %`;

const columns = [
  ["", 14],
  ["cases", 6],
  ["false calm", 11],
  ["scenario", 13],
  ["mass mail", 12],
  ["gates", 13],
  ["wrong gates", 12],
  ["demands", 13],
  ["too many", 9],
  ["amount", 12],
  ["currency", 12],
  ["deadline", 12],
];

const printLanguages = (scores) => {
  console.log(line(columns.map(([name]) => name)));
  for (const [name, score] of Object.entries(scores)) {
    console.log(
      line([
        name,
        score.count,
        score.falseCalm.length,
        share(score.scenario),
        share(score.massMail),
        share(score.gates),
        score.wrongGates.length,
        share(score.demands),
        score.demandsTooMany.length,
        share(score.amounts),
        share(score.currencies),
        share(score.deadlines),
      ]),
    );
  }
};

const line = (cells) =>
  cells
    .map((cell, index) => String(cell).padEnd(columns[index][1]))
    .join(" ")
    .trimEnd();

/** Rows: what is right; columns: what was said. */
const printConfusion = (confusion) => {
  const names = [
    ...new Set([...Object.keys(confusion), ...Object.values(confusion).flatMap(Object.keys)]),
  ].sort();
  console.log(
    `\n${"right \\ said".padEnd(17)}${names.map((name) => name.slice(0, 11).padEnd(12)).join("")}`,
  );
  for (const expected of names) {
    const row = confusion[expected] ?? {};
    console.log(
      `${expected.padEnd(17)}${names.map((said) => String(row[said] ?? "·").padEnd(12)).join("")}`.trimEnd(),
    );
  }
};

const printMistakes = (all) => {
  const lists = {
    "scenario not accepted": all.scenario.wrong,
    "mass mail not recognised": all.massMail.wrong,
    "gate missed": all.gates.wrong,
    "gate wrongly raised": all.wrongGates,
    "demand missed": all.demands.wrong,
    "demand too many": all.demandsTooMany,
    "amount wrong": all.amounts.wrong,
    "deadline wrong": all.deadlines.wrong,
  };
  for (const [name, ids] of Object.entries(lists)) {
    if (ids.length > 0) console.log(`\n${name} (${ids.length}): ${ids.join(", ")}`);
  }
};
