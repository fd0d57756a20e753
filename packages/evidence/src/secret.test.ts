import { inspect } from "node:util";

import { describe, expect, it } from "vitest";

import { Secret } from "./secret.ts";

describe("Secret", () => {
  const secret = new Secret("four quiet words here");

  it("is not printed as text, as JSON or by inspect, on its own or inside something", () => {
    const shown = [
      String(secret),
      secret.toString(),
      JSON.stringify({ secret }),
      inspect(secret),
      inspect({ secret }, { showHidden: true, depth: 9 }),
      Object.values(secret).join(),
    ].join("\n");
    expect(shown).not.toContain("quiet");
    expect(shown).toContain("<redacted>");
  });

  it("gives its value when asked by name", () => {
    expect(secret.reveal()).toBe("four quiet words here");
  });
});
