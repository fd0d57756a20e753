import { assert, type Case, err, ok, type Result } from "@holdfast/evidence";
import type { AgreementPair, CustodyHead, VaultHeader, VaultKey } from "@holdfast/seal";

import {
  type SqlDatabase,
  SqlFailure,
  type SqlStatement,
  type VaultLock,
} from "./drivers/driver.ts";
import type { VaultError } from "./vault.ts";
import type { VaultDeps } from "./vault-deps.ts";

/** What all parts of one opened vault share. */
export interface Session {
  readonly deps: VaultDeps;
  readonly db: SqlDatabase;
  readonly lock: VaultLock;
  readonly vaultKey: VaultKey;
  /** What opens the inbox; `undefined` until the device had room to make one. */
  readonly inboxPair: AgreementPair | undefined;
  /** Prepared once, kept until the vault closes. Never used for a loop that other statements run in. */
  readonly sql: (text: string) => SqlStatement;
  /** What changes while the vault is open. */
  readonly live: {
    case: Case;
    header: VaultHeader;
    custody: CustodyHead;
    nextItemId: number;
    closed: boolean;
  };
  /** Slow work that must not meet other slow work: erasing while a backup reads. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
}

export const createStatementCache = (db: SqlDatabase): ((text: string) => SqlStatement) => {
  const statements = new Map<string, SqlStatement>();
  return (text) => {
    const known = statements.get(text);
    if (known !== undefined) return known;
    const statement = db.prepare(text);
    statements.set(text, statement);
    return statement;
  };
};

export const createQueue = (): Session["alone"] => {
  let last: Promise<unknown> = Promise.resolve();
  return async (work) => {
    const before = last;
    const mine = (async () => {
      await before;
      return work();
    })();
    // Whoever waits behind a failed piece of work is not failed by it; its own caller sees the failure.
    last = mine.then(
      () => undefined,
      () => undefined,
    );
    return mine;
  };
};

/** The vault's door: what the device or the data did to the engine becomes a value here, and nowhere else. */
export const attempt = <T>(body: () => T): Result<T, VaultError> => {
  try {
    return ok(body());
  } catch (failure) {
    if (failure instanceof SqlFailure && failure.code !== "constraint") {
      return err(toVaultError(failure));
    }
    throw failure;
  }
};

const toVaultError = (failure: SqlFailure): VaultError => {
  switch (failure.code) {
    case "database_damaged":
      return { code: "vault_damaged", place: "case.db" };
    case "disk_full":
    case "device_failed":
      return { code: failure.code, path: "case.db", cause: failure.message };
    case "constraint":
      throw failure;
  }
};

/** A stored number; the schema promises it, a damaged row may not keep the promise. */
export const asNumber = (value: unknown): number => {
  if (typeof value === "bigint") return Number(value);
  if (typeof value !== "number") throw damagedRow("a number");
  return value;
};
export const asText = (value: unknown): string => {
  if (typeof value !== "string") throw damagedRow("a text");
  return value;
};
export const asBytes = (value: unknown): Uint8Array<ArrayBuffer> => {
  if (!(value instanceof Uint8Array)) throw damagedRow("bytes");
  return new Uint8Array(value);
};
const damagedRow = (wanted: string): SqlFailure =>
  new SqlFailure("database_damaged", `a row does not hold ${wanted}`);

/** Lets waiting messages and signals through: only work outside of JavaScript does, and a file's size is the least. */
export const breathe = async (session: Session): Promise<void> => {
  await session.deps.driver.files.sizeInBytes("header");
};

export const assertOpen = (session: Session): void =>
  assert(!session.live.closed, "a closed vault is not used");
