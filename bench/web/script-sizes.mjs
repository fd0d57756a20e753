// @ts-check
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/**
 * What index.html loads by itself before anything is pressed, and the rest. Names of built files tell nothing, so each is
 * found by who asks for it.
 *
 * @param {string} dist
 */
export const measureScripts = (dist) => {
  const page = readFileSync(join(dist, "index.html"), "utf8");
  const read = (/** @type {string} */ name) => readFileSync(join(dist, "a", name), "utf8");
  const tags = [...page.matchAll(/<(script|link)\b[^>]*>/g)].map(([tag]) => tag);
  const entries = filesIn(tags.filter((tag) => /<script|modulepreload/.test(tag)).join("\n"), "js");
  const first = withStaticImports(entries, read);
  const engine = withStaticImports(
    first.flatMap((name) => dynamicImports(read(name))),
    read,
  ).filter((name) => !first.includes(name));
  const known = new Set([...first, ...engine]);
  const later = readdirSync(join(dist, "a")).filter(
    (name) => name.endsWith(".js") && !known.has(name),
  );
  const sized = (/** @type {string[]} */ names) =>
    names
      .map((name) => ({ name, gzipped: gzipSync(readFileSync(join(dist, "a", name))).length }))
      .sort((a, b) => b.gzipped - a.gzipped);
  return {
    first: sized(first),
    styles: sized(filesIn(tags.filter((tag) => tag.includes("stylesheet")).join("\n"), "css")),
    engine: sized(engine),
    later: sized(later),
  };
};

/** @param {{ gzipped: number }[]} files */
export const totalInKb = (files) => files.reduce((sum, { gzipped }) => sum + gzipped, 0) / 1_000;

/** @param {string} text @param {string} ending */
const filesIn = (text, ending) =>
  [...text.matchAll(new RegExp(`a/([\\w-]+\\.${ending})\\b`, "g"))].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );

/** @param {string[]} names @param {(name: string) => string} read */
const withStaticImports = (names, read) => {
  const found = new Set(names);
  for (const name of found) {
    const imports = read(name).matchAll(/\b(?:import|from)\s*["'`]\.\/([\w-]+\.js)["'`]/g);
    for (const [, imported] of imports) if (imported !== undefined) found.add(imported);
  }
  return [...found];
};

/** @param {string} code */
const dynamicImports = (code) =>
  [...code.matchAll(/\bimport\(\s*["'`]\.\/([\w-]+\.js)["'`]/g)].flatMap(([, name]) =>
    name === undefined ? [] : [name],
  );
