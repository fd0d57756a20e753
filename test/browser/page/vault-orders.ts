import type { Kdf } from "@holdfast/seal";

import { vaultAcceptance } from "../../../packages/vault/src/testing/vault-acceptance.ts";
import { createNewDeps } from "./web-vault.ts";

export const runVaultAcceptance = async (name: string): Promise<void> => {
  const wanted = vaultAcceptance.find((known) => known.name === name);
  if (wanted === undefined) throw new Error(`No such case: ${name}`);
  const place = `vault-${crypto.randomUUID()}`;
  const newDeps = await createNewDeps(place);
  const kdf = rememberAnswers(newDeps().kdf);
  await wanted.run({ newDeps: () => ({ ...newDeps(), kdf }) });
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(place, { recursive: true });
};

/** Argon2id takes half a second, and a case opens its vault up to fifty times: the same question is asked once. */
const rememberAnswers = (kdf: Kdf): Kdf => {
  const answers = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  return {
    argon2id: (input) => {
      const question = JSON.stringify(input);
      const known = answers.get(question);
      if (known !== undefined) return known.then((bytes) => bytes.slice());
      const asked = kdf.argon2id(input);
      answers.set(
        question,
        asked.then((bytes) => bytes.slice()),
      );
      return asked;
    },
  };
};
