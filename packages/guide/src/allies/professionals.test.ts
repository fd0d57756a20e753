import { readFileSync } from "node:fs";

import { describe, expect, it } from "vitest";

import type { ContentPort } from "../content/content-port.ts";
import { loadProfessionals } from "./professionals.ts";

const file = new URL("../../../../content/professionals/professionals.json", import.meta.url);
const portWith = (value: unknown): ContentPort => ({
  loadContent: async () => ({ ok: true, value }),
});

describe("loadProfessionals", () => {
  it("reads every professional, the ones that know these threats first", async () => {
    const loaded = await loadProfessionals(portWith(JSON.parse(readFileSync(file, "utf8"))));
    const ids = loaded.ok ? loaded.value.map(({ id }) => id) : [];
    expect(ids[0]).toBe("image-helpline");
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toEqual(expect.arrayContaining(["police-officer", "lawyer", "doctor", "bank"]));
  });

  it("says which file does not fit, and shows nothing of it", async () => {
    expect(await loadProfessionals(portWith({ professionals: [{}] }))).toEqual({
      ok: false,
      error: { code: "content_misfit", kind: "professionals", id: "professionals" },
    });
  });
});
