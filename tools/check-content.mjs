// @ts-check
// Holds every file of content/ against its schema and against what is asked of a fact. `--today 2026-11-25` says from
// which day old is counted; time passing fails nothing, it is only reported.
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";

import { contentFiles } from "../content/build.mjs";
import { readableIssues } from "./content-issues.mjs";
import { loadTypeScript } from "./load-typescript.mjs";

/**
 * @typedef {{ file: string, place: string, sentence: string }} Finding
 * @typedef {{ seen: number, unverified: number, old: number }} FactCount
 * @typedef {{ findings: Finding[], notes: Finding[], count: FactCount }} ContentReport
 * @typedef {{ safeParse: (value: unknown) => { success: boolean, data?: unknown, error?: { issues: import("./content-issues.mjs").Issue[] } } }} Schema
 * @typedef {{ [kind: string]: Schema }} Schemas
 */

/** The schemas, from the package that reads the content. @returns {Promise<Schemas>} */
export const loadSchemas = async () => {
  const guide = await loadTypeScript(
    fileURLToPath(new URL("../packages/guide/src/index.ts", import.meta.url)),
  );
  return {
    drafts: asSchema(guide["draftWordsSchema"]),
    helplines: asSchema(guide["helplinePlaceSchema"]),
    indicators: asSchema(guide["indicatorsSchema"]),
    messages: asSchema(guide["firstWordsSchema"]),
    platforms: asSchema(guide["platformSchema"]),
    professionals: asSchema(guide["professionalsSchema"]),
    replies: asSchema(guide["replyAdviceSchema"]),
    tasks: asSchema(guide["tasksSchema"]),
    words: asSchema(guide["lexiconSchema"]),
  };
};

/** @param {unknown} value @returns {Schema} */
const asSchema = (value) => {
  if (typeof value !== "object" || value === null || !("safeParse" in value)) {
    throw new Error("packages/guide no longer exports the schema of a kind of content");
  }
  return /** @type {Schema} */ (value);
};

/**
 * @param {readonly { path: string, text: string }[]} files "helplines/GB.json" and what is in it
 * @param {Schemas} schemas
 * @param {string} today
 * @returns {ContentReport}
 */
export const checkContent = (files, schemas, today) => {
  /** @type {ContentReport} */
  const report = { findings: [], notes: [], count: { seen: 0, unverified: 0, old: 0 } };
  /** @type {Map<string, string>} */
  const ids = new Map();
  for (const { path, text } of files) {
    const file = `content/${path}`;
    const value = parseJson(file, text, report);
    if (value === undefined) continue;
    const schema = schemas[path.split("/")[0] ?? ""];
    const parsed = schema?.safeParse(value);
    if (parsed === undefined) {
      report.findings.push({ file, place: "", sentence: "stands in a folder that nobody reads" });
    } else if (!parsed.success) {
      for (const issue of readableIssues(value, parsed.error?.issues ?? [])) {
        report.findings.push({ file, ...issue });
      }
    }
    checkFacts(file, value, today, report);
    checkIds(file, value, ids, report);
    if (path.startsWith("helplines/")) checkPlace(file, value, report);
    else checkOwnId(file, value, report);
  }
  return report;
};

/** @param {string} file @param {string} text @param {ContentReport} report @returns {unknown} */
const parseJson = (file, text, report) => {
  try {
    return JSON.parse(text);
  } catch (error) {
    report.findings.push({
      file,
      place: "",
      sentence: `is not JSON: look for a comma or a quotation mark too many or too few (${String(error)})`,
    });
    return undefined;
  }
};

/** Counts every fact and reports what is old, or says it was looked at on a day that has not come. @param {string} file @param {unknown} value @param {string} today @param {ContentReport} report */
const checkFacts = (file, value, today, report) => {
  walk(value, [], (node, place) => {
    const { status, checkedOn } = node;
    if (typeof status !== "string" || typeof checkedOn !== "string") return;
    if (status === "unverified") report.count.unverified += 1;
    else report.count.seen += 1;
    if (checkedOn > today) {
      report.notes.push({
        file,
        place,
        sentence: `was checked on ${checkedOn}, a day after today`,
      });
    } else if (status === "seen" && isOlderThanAYear(checkedOn, today)) {
      report.count.old += 1;
      report.notes.push({
        file,
        place,
        sentence: `was last checked on ${checkedOn}: shown as old`,
      });
    }
  });
};

/** @param {string} day @param {string} today */
const isOlderThanAYear = (day, today) =>
  `${String(Number(day.slice(0, 4)) + 1).padStart(4, "0")}${day.slice(4)}` < today;

/** No id stands twice in one kind of content. @param {string} file @param {unknown} value @param {Map<string, string>} ids @param {ContentReport} report */
const checkIds = (file, value, ids, report) => {
  walk(value, [], ({ id }, place) => {
    if (typeof id !== "string") return;
    const key = `${file.split("/")[1] ?? ""} ${id}`;
    const first = ids.get(key);
    if (first !== undefined) {
      report.findings.push({ file, place, sentence: `has the id "${id}", which ${first} has too` });
    } else ids.set(key, file);
  });
};

/** @param {string} file @param {unknown} value @param {ContentReport} report */
const checkOwnId = (file, value, report) => {
  const id = isRecord(value) ? value["id"] : undefined;
  if (typeof id === "string" && basename(file) !== `${id}.json`) {
    report.findings.push({
      file,
      place: "id",
      sentence: `says "${id}": the file's name says something else`,
    });
  }
};

/** A file of helplines is named as its place, and its short numbers are of that place. @param {string} file @param {unknown} value @param {ContentReport} report */
const checkPlace = (file, value, report) => {
  const place = isRecord(value) ? value["place"] : undefined;
  if (typeof place !== "string") return;
  if (basename(file) !== `${place}.json`) {
    report.findings.push({
      file,
      place: "place",
      sentence: `says "${place}": the file's name says something else`,
    });
  }
  const prefix = place === "GLOBAL" ? "world-" : `${place.toLowerCase()}-`;
  walk(value, [], ({ id, kinds, short, country }, at) => {
    if (typeof id === "string" && kinds !== undefined && !id.startsWith(prefix)) {
      report.findings.push({
        file,
        place: at,
        sentence: `has an id that does not begin ${prefix}`,
      });
    }
    if (typeof short === "string" && country !== place) {
      report.findings.push({
        file,
        place: at,
        sentence: `has a number dialled inside ${String(country)}, in the file of ${place}`,
      });
    }
  });
};

/**
 * Visits every object. Places are named as people find them: by ids where there are any.
 *
 * @param {unknown} value @param {readonly string[]} place
 * @param {(node: Record<string, unknown>, place: string) => void} visit
 */
const walk = (value, place, visit) => {
  if (Array.isArray(value)) {
    value.forEach((entry, index) => walk(entry, [...place, nameOf(entry, index)], visit));
  } else if (isRecord(value)) {
    visit(value, place.join(" > "));
    for (const [key, entry] of Object.entries(value)) walk(entry, [...place, key], visit);
  }
};

/** @param {unknown} entry @param {number} index */
const nameOf = (entry, index) =>
  isRecord(entry) && typeof entry["id"] === "string" ? entry["id"] : `number ${index + 1}`;

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

/** @param {readonly string[]} args */
const todayFrom = (args) => {
  const given = args[args.indexOf("--today") + 1];
  if (args.includes("--today") && given !== undefined && /^\d{4}-\d\d-\d\d$/.test(given)) {
    return given;
  }
  return new Date().toISOString().slice(0, 10);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = fileURLToPath(new URL("../content/", import.meta.url));
  const files = contentFiles().map((path) => ({
    path,
    text: readFileSync(join(folder, path), "utf8"),
  }));
  const today = todayFrom(process.argv.slice(2));
  const { findings, notes, count } = checkContent(files, await loadSchemas(), today);
  for (const { file, place, sentence } of notes) console.log(`${file}, ${place}: ${sentence}`);
  for (const { file, place, sentence } of findings) {
    console.error(`${file}${place === "" ? "" : `, ${place}`}: ${sentence}`);
  }
  console.log(
    `${files.length} files, ${count.seen} facts seen, ${count.unverified} not checked, ${count.old} older than a year on ${today}. `
      + (findings.length === 0 ? "All fit." : `${findings.length} faults.`),
  );
  process.exit(findings.length === 0 ? 0 : 1);
}
