import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { expect, test } from "vitest";

import { reactAriaStyles, rulesFor } from "./headers.mjs";
import { toCaddy, toHeadersFile, toNginx } from "./host-files.mjs";

const page = fileURLToPath(new URL("../../../docs/hosting.md", import.meta.url));
const exampleFiles = ["index.html", "sw.js", "a/x.js", "content/index.json", "verify.html"];

const withBlock = (text: string, name: string, block: string): string =>
  text.replace(
    new RegExp(`(<!-- ${name} -->\n\n\`\`\`\n)[^]*?(\`\`\`\n)`),
    (_, start: string, end: string) => `${start}${block.trimEnd()}\n${end}`,
  );

/** `npx vitest run apps/web/hosting -u` writes the blocks anew. */
test("docs/hosting.md gives the headers that the build writes", async () => {
  const blocks: readonly (readonly [string, string])[] = [
    ["_headers", toHeadersFile(rulesFor(exampleFiles))],
    ["nginx", toNginx()],
    ["Caddy", toCaddy()],
  ];
  const filled = blocks.reduce(
    (text, [name, block]) => withBlock(text, name, block),
    readFileSync(page, "utf8"),
  );
  for (const [, block] of blocks) expect(filled).toContain(block.trimEnd());
  await expect(filled).toMatchFileSnapshot(page);
});

test("every file has exactly one policy, and the rule for everything has none", () => {
  const rules = rulesFor(exampleFiles);
  for (const file of ["", ...exampleFiles]) {
    const path = `/${file}`;
    const policies = rules.filter(
      (rule) =>
        "Content-Security-Policy" in rule.headers
        && (rule.path === path
          || (rule.path.endsWith("/*") && path.startsWith(rule.path.slice(0, -1)))),
    );
    expect([path, policies.length]).toEqual([path, 1]);
  }
});

test("the policy allows the inline styles of React Aria as they are in the installed version", () => {
  const hashes = ["interactions/usePress", "overlays/usePreventScroll"].map((name) => {
    const path = `../../../node_modules/react-aria/dist/private/${name}.mjs`;
    const source = readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");
    const [, style = ""] = /style\.textContent = `([^`]*)`\s*\.trim\(\)/.exec(source) ?? [];
    const text = style
      .replace(/\$\{[^}]*PRESSABLE_ATTRIBUTE\}/, "data-react-aria-pressable")
      .trim();
    return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
  });
  expect(hashes).toEqual(reactAriaStyles);
});
