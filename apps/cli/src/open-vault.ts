import { fileURLToPath } from "node:url";

import { err, type PicturesPolicy, type Result } from "@holdfast/evidence";
import { SealedDataDamaged, type UnlockSecret } from "@holdfast/seal";
import {
  BlobReadFailure,
  createVault,
  openVault,
  type Recovered,
  SqlFailure,
  type Vault,
  type VaultDeps,
} from "@holdfast/vault";
import { createWasmKdf } from "@holdfast/vault/argon2id";
import { createNodeDriver, loadNodeEngine } from "@holdfast/vault/node";
import { createWebKeyAgreement } from "@holdfast/vault/web-crypto";
import { cliSentence } from "@holdfast/words";

import { type CommandContext, type CommandInput, type Outcome, textOption } from "./command.ts";
import { version } from "./help.ts";
import { makeIn } from "./making/make-in.ts";
import { isFile, isVaultFolder } from "./making/vault-folder.ts";
import { createNodeAead } from "./ports/node-crypto.ts";
import type { CodedError } from "./problem.ts";
import { readSecret } from "./secrets.ts";
import { cannotOpen, notDone } from "./usage.ts";

/** The bundled program has the engine's WebAssembly beside it; the sources find it in node_modules. */
const bundledWasm = fileURLToPath(new URL("./sqlite3.wasm", import.meta.url));

export const vaultDepsAt = async (context: CommandContext, path: string): Promise<VaultDeps> => ({
  driver: createNodeDriver({
    engine: await loadNodeEngine((await isFile(bundledWasm)) ? { wasmPath: bundledWasm } : {}),
    root: path,
  }),
  hasher: context.hasher,
  aead: createNodeAead(),
  kdf: createWasmKdf(),
  keyAgreement: createWebKeyAgreement(),
  clock: context.clock,
  random: context.random,
  zones: context.zones,
});

/** Opens the case that the first word after the command names, runs `body`, and closes it whatever happens. */
export const withVault = async (
  context: CommandContext,
  input: CommandInput,
  body: (vault: Vault) => Promise<Outcome>,
): Promise<Outcome> => {
  const [path = ""] = input.positionals;
  if (!(await isVaultFolder(path))) return cannotOpen({ code: "not_a_vault" }, path);
  const secret = await readUnlockSecret(context, input, false);
  if (!secret.ok) return cannotOpen(secret.error, path);
  const opened = await openVault(await vaultDepsAt(context, path), { secret: secret.value });
  if (!opened.ok) return cannotOpen(opened.error, path);
  const vault = opened.value;
  for (const found of vault.recovered) context.terminal.say(sentenceOf(found));
  try {
    return await body(vault);
  } catch (error) {
    const known = toDeviceProblem(error);
    if (known === undefined) throw error;
    return notDone(known, path);
  } finally {
    await vault.close();
  }
};

const sentenceOf = (found: Recovered): string => {
  switch (found.code) {
    case "unfinished_add_removed":
      return cliSentence("recovered_unfinished", { count: found.blobs });
    case "inbox_key_replaced":
    case "inbox_not_made":
    case "rotation_finished":
    case "rotation_undone":
      return cliSentence(found.code, {});
  }
};

/** What reading can meet in the middle: a page or a block that is no longer what was written, or a device that fails. */
const toDeviceProblem = (error: unknown): CodedError | undefined => {
  if (error instanceof SqlFailure && error.code !== "constraint") {
    return { code: error.code, cause: error.message };
  }
  if (error instanceof BlobReadFailure) return error.error;
  return error instanceof SealedDataDamaged ? { code: "kept_bytes_damaged" } : undefined;
};

export const createVaultAt = async (
  context: CommandContext,
  input: CommandInput,
  path: string,
  pictures: PicturesPolicy,
): Promise<Result<Vault, CodedError>> => {
  const secret = await readUnlockSecret(context, input, true);
  if (!secret.ok) return secret;
  const deps = await vaultDepsAt(context, path);
  return makeIn({ ...context, deps }, path, () =>
    createVault(deps, { secrets: [secret.value], pictures, software: `holdfast ${version}` }),
  );
};

export const readUnlockSecret = async (
  context: CommandContext,
  input: CommandInput,
  isNew: boolean,
): Promise<Result<UnlockSecret, CodedError>> => {
  const passphrase = await readSecret(context, {
    file: textOption(input.values, "passphrase-file"),
    variable: "HOLDFAST_PASSPHRASE",
    question: cliSentence(isNew ? "ask_new_passphrase" : "ask_passphrase", {}),
    isNew,
  });
  if (!passphrase.ok) return err(passphrase.error);
  return { ok: true, value: { kind: "passphrase", passphrase: passphrase.value } };
};
