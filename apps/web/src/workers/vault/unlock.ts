import { err, ok, type Result } from "@holdfast/evidence";
import {
  bytesToHeader,
  type HeaderError,
  type KeyWrap,
  maximumHeaderSizeInBytes,
  type UnlockSecret,
  unwrapVaultKey,
  type VaultHeader,
} from "@holdfast/seal";
import type { VaultDriver } from "@holdfast/vault";
import type { z } from "zod";

import type { newSecretSchema, openSecretSchema } from "../../door/contract/places-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import { makeDeviceKey, readDeviceKey } from "./device-key.ts";
import { toDoorError } from "./to-door-error.ts";
import type { Ports } from "./vault-ports.ts";

export type OpenSecretIn = z.output<typeof openSecretSchema>;
export type NewSecretIn = z.output<typeof newSecretSchema>;

/** The secret as the vault takes it; the device key comes out of this browser. */
export const toUnlockSecret = async (
  place: string,
  secret: OpenSecretIn | NewSecretIn,
  deviceKey: "read" | "make",
): Promise<Result<UnlockSecret, DoorError>> => {
  switch (secret.kind) {
    case "passphrase":
      return ok({ kind: secret.kind, passphrase: secret.passphrase });
    case "recovery-words":
      return ok({ kind: secret.kind, words: secret.words });
    case "shares":
      return ok({ kind: secret.kind, shares: secret.shares });
    case "passkey-prf":
      return ok({ kind: secret.kind, key: secret.key });
    case "device-key": {
      const key = deviceKey === "make" ? await makeDeviceKey(place) : await readDeviceKey(place);
      return key === undefined
        ? err({ code: "device_key_missing" })
        : ok({ kind: secret.kind, key });
    }
  }
};

/** The header of a locked place, by either of its copies; nothing is opened. */
export const readHeader = async (
  ports: Ports,
  { files }: Pick<VaultDriver, "files">,
): Promise<Result<VaultHeader, HeaderError>> => {
  let worst: HeaderError = { code: "not_a_vault" };
  for (const path of ["header", "header.bak"]) {
    const read = await files.read(path, 0, maximumHeaderSizeInBytes + 1);
    if (!read.ok) continue;
    const header = bytesToHeader(ports, read.value);
    if (header.ok || header.error.code === "vault_from_newer_version") return header;
    worst = { code: "header_damaged" };
  }
  return err(worst);
};

/** The id of the wrap that the secret opens, of the place that it is asked for. Nothing is changed by asking. */
export const findOwnWrap = async (
  ports: Ports,
  { id, driver }: { readonly id: string; readonly driver: VaultDriver },
  secret: OpenSecretIn,
): Promise<Result<string | undefined, DoorError>> => {
  const unlock = await toUnlockSecret(id, secret, "read");
  if (!unlock.ok) return unlock;
  const header = await readHeader(ports, driver);
  if (!header.ok) return err({ code: "header_damaged" });
  const wrap = await findWrap(ports, header.value, unlock.value);
  return wrap.ok ? ok(wrap.value?.id) : wrap;
};

/** The wrap that the secret opens; `undefined`: none. The vault key itself is let go of at once. */
const findWrap = async (
  ports: Ports,
  header: VaultHeader,
  secret: UnlockSecret,
): Promise<Result<KeyWrap | undefined, DoorError>> => {
  for (const wrap of header.wraps.filter(({ kind }) => kind === secret.kind)) {
    const opened = await unwrapVaultKey(ports, { vault: header.vault, wrap, secret });
    if (!opened.ok) return err(toDoorError(opened.error));
    if (opened.value !== undefined) return ok(wrap);
  }
  return ok(undefined);
};
