import { readdirSync } from "node:fs";

import { describe, expect, it } from "vitest";

import type { ContentPort } from "../content/content-port.ts";
import { createDiskContent } from "../drivers/node/disk-content.ts";
import { loadHelplines } from "./load-helplines.ts";

const folder = new URL("../../../../content", import.meta.url).pathname;

describe("loadHelplines", () => {
  it("reads every country that has a file", async () => {
    const content = createDiskContent(folder);
    const countries = readdirSync(`${folder}/helplines`)
      .map((name) => name.replace(".json", ""))
      .filter((id) => id !== "GLOBAL");
    expect(countries.length).toBeGreaterThanOrEqual(40);
    for (const country of countries) {
      expect(await loadHelplines(content, country)).toMatchObject({
        ok: true,
        value: { country: { place: country } },
      });
    }
  });

  it("gives the world's lines when the country is not known, or is no country", async () => {
    const content = createDiskContent(folder);
    for (const country of [undefined, "ZZ", "../x", "gb"]) {
      const loaded = await loadHelplines(content, country);
      expect(loaded.ok && Object.keys(loaded.value)).toEqual(["world"]);
    }
  });

  it("says so when a file is not what its schema says", async () => {
    const content: ContentPort = {
      loadContent: () => Promise.resolve({ ok: true, value: { place: "GLOBAL" } }),
    };
    expect(await loadHelplines(content, "GB")).toEqual({
      ok: false,
      error: { code: "content_misfit", kind: "helplines", id: "GLOBAL" },
    });
  });

  it("does not take a country that cannot be read now for one that has no lines", async () => {
    const disk = createDiskContent(folder);
    const content: ContentPort = {
      loadContent: (kind, id) =>
        id === "GB"
          ? Promise.resolve({ ok: false, error: { code: "content_unreachable", kind, id } })
          : disk.loadContent(kind, id),
    };
    expect(await loadHelplines(content, "GB")).toMatchObject({
      error: { code: "content_unreachable", id: "GB" },
    });
  });
});
