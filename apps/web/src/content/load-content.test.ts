import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { buildContentPack } from "@holdfast/content/build";
import { loadHelplines } from "@holdfast/guide";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { createWebContent } from "./load-content.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "content-"));
  buildContentPack(folder, ["helplines", "platforms"]);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A host of the built content; `change` may spoil what it sends. */
const createHost = (change: (path: string, text: string) => string = (_, text) => text) => {
  const asked: string[] = [];
  let isOnline = true;
  const fetch = (url: string): Promise<Response> => {
    if (!isOnline) return Promise.reject(new TypeError("Failed to fetch"));
    asked.push(url);
    const path = url.replace("./content/", "");
    return Promise.resolve(new Response(change(path, readFileSync(join(folder, path), "utf8"))));
  };
  const content = createWebContent({ fetch, crypto: globalThis.crypto }, "./content/");
  return { content, asked, setOnline: (online: boolean) => (isOnline = online) };
};

describe("createWebContent", () => {
  it("gives the lines of a country, its region and the world as they were built", async () => {
    const loaded = await loadHelplines(createHost().content, "DE");
    expect(loaded).toMatchObject({
      ok: true,
      value: { country: { place: "DE" }, region: { place: "EU" }, world: { place: "GLOBAL" } },
    });
  });

  it("asks for the same two files whatever is needed, once", async () => {
    const { content, asked } = createHost();
    await loadHelplines(content, "PK");
    await loadHelplines(content, "BR");
    expect(asked).toEqual(["./content/index.json", "./content/pack.json"]);
  });

  it("uses nothing whose bytes are not the ones that the index names", async () => {
    const { content } = createHost((path, text) =>
      path === "pack.json" ? text.replace("999", "998") : text,
    );
    const places = ["AE", "BD", "GB", "HK", "IE", "KE", "MY", "SG"];
    const results = await Promise.all(places.map((id) => content.loadContent("helplines", id)));
    expect(results.filter(({ ok }) => !ok)).toEqual([
      { ok: false, error: { code: "content_changed", kind: "helplines", id: "AE" } },
    ]);
  });

  it("holds nothing that no screen reads", async () => {
    const { content } = createHost();
    expect(await content.loadContent("words", "en")).toMatchObject({
      error: { code: "content_missing" },
    });
    expect(await content.loadContent("platforms", "any")).toMatchObject({ ok: true });
  });

  it("says of what it has not that it is missing", async () => {
    const { content } = createHost();
    for (const id of ["XX", "../helplines/GB", "constructor"]) {
      expect(await content.loadContent("helplines", id)).toEqual({
        ok: false,
        error: { code: "content_missing", kind: "helplines", id },
      });
    }
  });

  it("asks again after the network was away", async () => {
    const { content, setOnline } = createHost();
    setOnline(false);
    expect(await content.loadContent("helplines", "GB")).toMatchObject({
      error: { code: "content_unreachable" },
    });
    setOnline(true);
    expect(await content.loadContent("helplines", "GB")).toMatchObject({ ok: true });
  });

  it("takes a page of somebody else, as a hotel's network sends, for no content", async () => {
    const { content } = createHost(() => "<html>Log in to the network</html>");
    expect(await content.loadContent("helplines", "GB")).toMatchObject({
      error: { code: "content_misfit" },
    });
  });
});
