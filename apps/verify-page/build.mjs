// @ts-check
// Builds the verify page into one file that works from file://: dist/verify.html. Its policy allows the one script and
// the one style in it, by their hashes, and nothing else.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { rolldown } from "rolldown";

const here = (/** @type {string} */ path) => fileURLToPath(new URL(path, import.meta.url));

const bundleScript = async () => {
  const bundle = await rolldown({
    input: here("src/main.ts"),
    platform: "browser",
    logLevel: "warn",
    transform: { target: "es2022" },
  });
  const { output } = await bundle.generate({ format: "iife", minify: true, comments: false });
  await bundle.close();
  if (output.length !== 1) throw new Error("The page must be one script.");
  // "</script" inside a string would end the element, "<!--" would change how it is read.
  const code = output[0].code
    .replaceAll("</script", "<\\/script")
    .replaceAll("<!--", "<\\!--")
    .trim();
  // HTML reads these two as others, and the hash would not fit.
  if (/[\r\0]/.test(code)) throw new Error("The script must have no CR and no NUL.");
  return code;
};

const hashOf = (/** @type {string} */ text) =>
  `'sha256-${createHash("sha256").update(text).digest("base64")}'`;

const policyOf = (/** @type {string} */ script, /** @type {string} */ style) =>
  [
    "default-src 'none'",
    // hash-wasm carries its WebAssembly inside the script.
    `script-src ${hashOf(script)} 'wasm-unsafe-eval'`,
    `style-src ${hashOf(style)}`,
    "base-uri 'none'",
    "form-action 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");

const build = async () => {
  const script = await bundleScript();
  const style = readFileSync(here("src/page.css"), "utf8").trim();
  const page = readFileSync(here("src/page.html"), "utf8")
    .replace("POLICY", () => policyOf(script, style))
    .replace("<!-- STYLE -->", () => `<style>${style}</style>`)
    .replace("<!-- SCRIPT -->", () => `<script>${script}</script>`);
  mkdirSync(here("dist"), { recursive: true });
  // Whole or not at all: who opens the page meanwhile has the old one or the new one.
  writeFileSync(here("dist/verify.html.new"), page);
  renameSync(here("dist/verify.html.new"), here("dist/verify.html"));
  // oxlint-disable-next-line no-console -- a build says what it made
  console.log(`dist/verify.html: ${Math.round(page.length / 1024)} kB`);
};

await build();
