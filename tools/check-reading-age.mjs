// @ts-check
// Measures how easy the app's messages are to read, and refuses the words of care.md 27.
//
// The Flesch-Kincaid formula is noisy in a short text: one long word lifts a three-word button by many grades, and many
// labels of two words would hide a hard paragraph beside them. So an area is measured as a whole over its texts of 8
// words or more; each of these by itself too, with a tolerance; and a shorter text by its longest word. Buttons are
// short: all of them together are measured as they are.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { loadTypeScript } from "./load-typescript.mjs";
import { expandMessage } from "./reading/expand-message.mjs";
import { countTexts, gradeOf, wordsOf } from "./reading/reading-grade.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const messages = join(root, "packages/words/src/messages/en/app");

/** Read in the first two minutes, shaking: grade 5. So is every button. Elsewhere grade 8. */
const easyAreas = ["arrive", "gates", "talk", "guide", "reply", "tell"];
const easyGrade = 5;
const plainGrade = 8;
/** From this many words on a message is measured by itself. */
const minimumWords = 8;
/** A single message may lie so far above its area's limit: two sentences are still a small sample. */
const toleranceInGrades = 2;
/** The longest word of a short message, in syllables. */
const longestWord = { [easyGrade]: 3, [plainGrade]: 4 };

/** Of care.md 27, with their inflections. The one who threatens is never he or she. */
const bannedWords = [
  "vaults?",
  "seal(?:s|ed|ing)?",
  "bags?",
  "custody",
  "hash(?:es|ed|ing)?",
  "bluff(?:s|ed|ing)?",
  "credible",
  "missing",
  "victims?",
  "sext(?:s|ed|ing|ortion)",
  "revenge[ -]porn",
  "porn",
  "reputations?",
  "honou?r(?:s|ed)?",
  "calm down",
  "just block",
  "you should have",
  "he",
  "she",
  "him",
  "her",
  "hers",
  "his",
  "himself",
  "herself",
];
const banned = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${bannedWords.join("|")})(?![\\p{L}\\p{N}])`,
  "giu",
);

/**
 * What may stand although it breaks a rule, and why. One that is no longer needed is a fault too.
 *
 * @type {readonly Exception[]}
 */
export const exceptions = [
  ...["give_number_called", "give_say_police", "give_say_lawyer", "check_experts"].map((key) => ({
    key,
    rule: /** @type {const} */ ("word"),
    reason:
      "What the program and the report of whoever receives a copy call it: they look for this word.",
  })),
  {
    key: "payment_easypaisa",
    rule: /** @type {const} */ ("grade"),
    reason: "The service’s own name.",
  },
];

/**
 * @typedef {{ key: string, rule: "grade" | "word", reason: string }} Exception
 * @typedef {{ file: string, key: string, rule: "grade" | "word", problem: string }} ReadingFinding
 * @typedef {{ name: string, grade: number, limit: number, words: number }} Area
 * @typedef {{ findings: ReadingFinding[], areas: Area[] }} ReadingReport
 * @typedef {{ file: string, key: string, texts: readonly string[], limit: number }} Entry
 */

/**
 * @param {readonly { area: string, messages: Readonly<Record<string, string>> }[]} files
 * @param {readonly Exception[]} allowed
 * @returns {ReadingReport}
 */
export const checkReadingAge = (files, allowed = exceptions) => {
  const entries = files.flatMap(({ area, messages }) =>
    Object.entries(messages).map(([key, message]) => ({
      file: area,
      key,
      texts: expandMessage(message),
      limit: isEasy(area, key) ? easyGrade : plainGrade,
    })),
  );
  const isAllowed = (/** @type {{ key: string, rule: string }} */ { key, rule }) =>
    allowed.some((exception) => exception.key === key && exception.rule === rule);
  const all = entries.flatMap((entry) => [...checkWords(entry), ...checkGrade(entry)]);
  const areas = measureAreas(entries.filter(({ key }) => !isAllowed({ key, rule: "grade" })));
  return {
    areas,
    findings: [
      ...all.filter((finding) => !isAllowed(finding)),
      ...areas.filter(({ grade, limit }) => grade > limit).map(tooHard),
      ...allowed
        .filter(({ key, rule }) => !all.some((found) => found.key === key && found.rule === rule))
        .map(({ key, rule }) => ({
          file: "",
          key,
          rule,
          problem: "has an exception that is not needed",
        })),
    ],
  };
};

/** @param {string} area @param {string} key */
const isEasy = (area, key) => easyAreas.includes(area) || key.endsWith("_do");

/** @param {Entry} entry @returns {ReadingFinding[]} */
const checkWords = ({ file, key, texts }) => {
  const found = texts.flatMap((text) =>
    [...text.matchAll(banned)].map(([word]) => word.toLowerCase()),
  );
  return [...new Set(found)].map((word) => ({
    file,
    key,
    rule: /** @type {const} */ ("word"),
    problem: `says "${word}", which is not said on a screen (care.md 27)`,
  }));
};

/** The hardest of a message's branches counts. @param {Entry} entry @returns {ReadingFinding[]} */
const checkGrade = ({ file, key, texts, limit }) => {
  const problems = texts.flatMap((text) => {
    const counts = countTexts([text]);
    const grade = gradeOf(counts);
    if (counts.words >= minimumWords) {
      return grade > limit + toleranceInGrades
        ? [
            `reads at grade ${grade.toFixed(1)}, at most ${limit + toleranceInGrades} for one message: "${text}"`,
          ]
        : [];
    }
    const most = longestWord[limit === easyGrade ? easyGrade : plainGrade];
    return counts.longest.syllables > most
      ? [`has the long word "${counts.longest.word}": "${text}"`]
      : [];
  });
  return problems.slice(0, 1).map((problem) => ({
    file,
    key,
    rule: /** @type {const} */ ("grade"),
    problem,
  }));
};

const buttons = "all buttons";

/** Each file as a whole, without its buttons, and all buttons together. @param {readonly Entry[]} entries @returns {Area[]} */
const measureAreas = (entries) => {
  const names = [...new Set(entries.map(({ file }) => file))];
  const isButton = (/** @type {Entry} */ { key }) => key.endsWith("_do");
  const groups = [
    ...names.map((name) => ({
      name,
      own: entries.filter((entry) => entry.file === name && !isButton(entry)),
    })),
    { name: buttons, own: entries.filter(isButton) },
  ];
  return groups
    .filter(({ own }) => own.length > 0)
    .map(({ name, own }) => {
      const texts = own.flatMap((entry) => entry.texts);
      const counts = countTexts(
        name === buttons ? texts : texts.filter((text) => wordsOf(text).length >= minimumWords),
      );
      return {
        name,
        grade: gradeOf(counts),
        limit: own[0]?.limit ?? plainGrade,
        words: counts.words,
      };
    });
};

/** @param {Area} area @returns {ReadingFinding} */
const tooHard = ({ name, grade, limit }) => ({
  file: name,
  key: "",
  rule: "grade",
  problem: `reads at grade ${grade.toFixed(1)} as a whole, at most ${limit}`,
});

/** Every record of messages that a file exports. @param {string} path @returns {Promise<Record<string, string>>} */
const readMessages = async (path) => {
  /** @type {Record<string, string>} */
  const found = {};
  for (const value of Object.values(await loadTypeScript(path))) {
    if (typeof value !== "object" || value === null) continue;
    for (const [key, message] of Object.entries(value)) {
      if (typeof message === "string") found[key] = message;
    }
  }
  return found;
};

/**
 * What content/ says on the screen in plain English, as messages: "telegram.tips.0.value". Of helplines only what they
 * are for: their names are their own.
 *
 * @param {"platforms" | "helplines" | "tasks" | "indicators" | "messages"} kind @returns {Record<string, string>}
 */
const readContent = (kind) => {
  const folder = join(root, "content", kind);
  /** @type {Record<string, string>} */
  const found = {};
  /** @param {unknown} node @param {string} key */
  const visit = (node, key) => {
    if (typeof node === "string") {
      if (isShown(kind, key, node)) found[key] = node;
    } else if (typeof node === "object" && node !== null) {
      for (const [name, value] of Object.entries(node)) visit(value, `${key}.${name}`);
    }
  };
  for (const name of readdirSync(folder).sort()) {
    visit(JSON.parse(readFileSync(join(folder, name), "utf8")), basename(name, ".json"));
  }
  return found;
};

/** @param {string} kind @param {string} key @param {string} text */
const isShown = (kind, key, text) =>
  kind === "helplines"
    ? key.endsWith(".about.value")
    : /^["A-Z].*[.!?]$/.test(text) && !key.endsWith(".editorNote");

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const names = readdirSync(messages)
    .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
    .sort();
  const files = [];
  for (const name of names) {
    files.push({ area: basename(name, ".ts"), messages: await readMessages(join(messages, name)) });
  }
  files.push({ area: "guide", messages: await readMessages(join(messages, "../guide.ts")) });
  for (const kind of /** @type {const} */ ([
    "platforms",
    "helplines",
    "tasks",
    "indicators",
    "messages",
  ])) {
    files.push({ area: `content/${kind}`, messages: readContent(kind) });
  }
  const { findings, areas } = checkReadingAge(files);
  for (const { name, grade, limit, words } of areas) {
    console.log(`${name}: grade ${grade.toFixed(1)} of at most ${limit} (${words} words)`);
  }
  for (const { file, key, problem } of findings) {
    console.error(`${[file, key].filter((part) => part !== "").join(", ")}: ${problem}`);
  }
  console.log(findings.length === 0 ? "All of it reads easily." : `${findings.length} faults.`);
  process.exit(findings.length === 0 ? 0 : 1);
}
