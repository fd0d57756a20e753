import { z } from "zod";
import { bytesToHex, hexToBytes, type Result, Secret } from "@holdfast/evidence";
import type { AgreementPair } from "@holdfast/seal";

import { writeMeta } from "./search-index.ts";
import { attempt, type Session } from "./session.ts";
import type { VaultError } from "./vault.ts";

/** What opens an entry: a pair, and the vault id that was authenticated with it. */
export interface InboxOpener {
  readonly vault: string;
  readonly pair: AgreementPair;
}

const formerSchema = z.array(
  z.strictObject({ vault: z.string(), publicKey: z.string(), privateKey: z.string() }),
);
const formerKey = "inbox_former_pairs";

/** This vault's own pair first, then those from before its keys were rotated. */
export const inboxOpeners = (session: Session): readonly InboxOpener[] => {
  const { inboxPair, live } = session;
  const own = inboxPair === undefined ? [] : [{ vault: live.header.vault, pair: inboxPair }];
  return [...own, ...formerOpeners(session)];
};

const formerOpeners = (session: Session): readonly InboxOpener[] => {
  const row = session.sql("SELECT value FROM meta WHERE key = ?").get(formerKey);
  if (row === undefined) return [];
  return formerSchema.parse(JSON.parse(String(row["value"]))).flatMap((one) => {
    const publicKey = hexToBytes(one.publicKey);
    const privateKey = hexToBytes(one.privateKey);
    if (publicKey === undefined || privateKey === undefined) return [];
    return [{ vault: one.vault, pair: { publicKey, privateKey: new Secret(privateKey) } }];
  });
};

/**
 * What a service worker seals while the keys are being rotated is sealed to the old inbox key: the new vault, in its
 * encrypted database, remembers it.
 */
export const keepFormerPairs = (old: Session, made: Session): Result<void, VaultError> =>
  attempt(() => {
    const former: z.infer<typeof formerSchema> = inboxOpeners(old).map(({ vault, pair }) => ({
      vault,
      publicKey: bytesToHex(pair.publicKey),
      privateKey: bytesToHex(pair.privateKey.reveal()),
    }));
    writeMeta(made, formerKey, JSON.stringify(former));
  });
