import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { describe, expect, test } from "vitest";

import { uncoveredStretches } from "../../testing/coverage.ts";
import { takeInAll } from "../../testing/take-in-all.ts";

const folder = join(import.meta.dirname, "fixtures");
const names = readdirSync(folder).filter((name) => name.endsWith(".txt"));

describe("exports as they are written", () => {
  test.each(names)("%s", async (name) => {
    const bytes = readFileSync(join(folder, name));
    const { formatId, parsed, items, notes } = await takeInAll(new Uint8Array(bytes), name);
    const expectedPath = join(folder, name.replace(".txt", ".expected.json"));
    if (process.env["UPDATE_EXPECTED"] === "1") {
      writeFileSync(expectedPath, `${JSON.stringify({ items, notes }, null, 2)}\n`);
    }
    const expected: unknown = JSON.parse(readFileSync(expectedPath, "utf8"));
    expect(formatId).toBe("whatsapp-txt");
    expect({ items, notes }).toEqual(expected);
    expect(uncoveredStretches(parsed, bytes.length)).toEqual([]);
  });
});
