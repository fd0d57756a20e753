import { randomBytes } from "node:crypto";

import { describe, expect, it } from "vitest";

import { chooseSecretWords, loadWordList } from "./secret-words.ts";
import { measureStrength } from "./strength.ts";

describe("measureStrength", () => {
  it.each(["password", "maya2004", "iloveyou!", "qwertyuiop", "correct horse"])(
    "calls %s weak",
    async (passphrase) => {
      expect(await measureStrength(passphrase)).toBe("weak");
    },
  );

  it("calls every four words that we offer strong", async () => {
    const list = await loadWordList();
    for (let round = 0; round < 20; round += 1) {
      const words = chooseSecretWords(list, 4, randomBytes).join(" ");
      expect([words, await measureStrength(words)]).toEqual([words, "strong"]);
    }
  });

  it("counts the person's own names as guessed first", async () => {
    const passphrase = "villa kasparmayerhofer";
    expect(await measureStrength(passphrase)).toBe("strong");
    expect(await measureStrength(passphrase, ["Kasparmayerhofer"])).toBe("weak");
  });
});
