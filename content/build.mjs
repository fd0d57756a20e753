// @ts-check
// Builds the knowledge into what programs read: files without blanks, or one pack of them, and index.json with the SHA-256
// of each. Node's own modules only. The same files give the same bytes everywhere.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const source = fileURLToPath(new URL(".", import.meta.url));

/** One folder each. */
export const kinds = /** @type {const} */ ([
  "drafts",
  "helplines",
  "indicators",
  "messages",
  "platforms",
  "professionals",
  "replies",
  "tasks",
  "words",
]);

/** @typedef {(typeof kinds)[number]} Kind */
/** @typedef {{ sha256: string, sizeInBytes: number }} IndexEntry */

/**
 * Writes each file below `out`, which is emptied first, and the index: for programs that read from a disk.
 *
 * @param {string} out
 */
export const buildContent = (out) => {
  const texts = readTexts();
  startAnew(out);
  for (const [path, text] of texts) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  writeFileSync(join(out, "index.json"), indexOf(texts));
};

/**
 * Writes all files of some kinds as one, pack.json, and the index: for browsers. The same two requests for everyone tell
 * nobody which country or platform somebody needs; so they hold no kind that no screen reads.
 *
 * @param {string} out emptied first
 * @param {readonly Kind[]} packed
 */
export const buildContentPack = (out, packed) => {
  const texts = readTexts(packed);
  startAnew(out);
  writeFileSync(join(out, "pack.json"), JSON.stringify(Object.fromEntries(texts)));
  writeFileSync(join(out, "index.json"), indexOf(texts));
};

/** Every file of these kinds, without blanks. @param {readonly Kind[]} [wanted] @returns {ReadonlyMap<string, string>} */
const readTexts = (wanted = kinds) =>
  new Map(
    contentFiles(wanted).map((path) => [
      path,
      JSON.stringify(JSON.parse(readFileSync(join(source, path), "utf8"))),
    ]),
  );

/** @param {string} out */
const startAnew = (out) => {
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
};

/** What the bytes of each file must be. @param {ReadonlyMap<string, string>} texts */
const indexOf = (texts) => {
  /** @type {Record<string, IndexEntry>} */
  const files = {};
  for (const [path, text] of texts) {
    const bytes = Buffer.from(text);
    files[path] = {
      sha256: createHash("sha256").update(bytes).digest("hex"),
      sizeInBytes: bytes.length,
    };
  }
  return JSON.stringify({ version: 1, files });
};

/** Every file of knowledge, as "helplines/GB.json", in the order of their names. @param {readonly Kind[]} [wanted] */
export const contentFiles = (wanted = kinds) =>
  wanted.flatMap((kind) =>
    readdirSync(join(source, kind))
      .filter((name) => name.endsWith(".json"))
      .sort()
      .map((name) => `${kind}/${name}`),
  );

if (process.argv[1] === fileURLToPath(import.meta.url)) buildContent(join(source, "dist"));
