import type { Item } from "@holdfast/evidence";
import { bytesToHeader, deriveKey } from "@holdfast/seal";

import type { SqlDatabase } from "../drivers/driver.ts";
import { expectOk } from "../drivers/testing/expectations.ts";
import { unlock } from "../start-session.ts";
import {
  addItems,
  createVaultIn,
  messageAt,
  messageOnWall,
  noon,
  secret,
  type VaultPlace,
} from "./vault-place.ts";

/** What the vault of version 1 holds. */
export const versionOneItems: readonly Item[] = [
  messageAt("the tide is high", noon(1)),
  messageOnWall("\u0645\u06cc\u0631\u06cc \u062a\u0635\u0648\u06cc\u0631", "2026-03-02T21:14:00"),
  {
    ...messageAt("see the attachment", noon(3), "Maya"),
    kind: "email",
    subject: "For Sana",
    to: [{ scheme: "email", value: "sana@example.net" }],
  },
];

export const openCaseDatabase = async (place: VaultPlace): Promise<SqlDatabase> => {
  const deps = place.newDeps();
  const bytes = expectOk(await deps.driver.files.read("header", 0, 65_536));
  const vaultKey = expectOk(await unlock(deps, expectOk(bytesToHeader(deps, bytes)), secret));
  const key = deriveKey(deps, vaultKey, "database");
  return expectOk(await deps.driver.openDatabase({ key, create: false }));
};

/** Makes a vault as version 1 of the schema left it: what later versions added is taken away again. */
export const makeVersionOne = async (place: VaultPlace): Promise<void> => {
  const vault = await createVaultIn(place);
  await addItems(vault, versionOneItems);
  expectOk(await vault.indexPending());
  await vault.close();
  const db = await openCaseDatabase(place);
  db.exec("DROP INDEX exhibits_by_label; ALTER TABLE exhibits DROP COLUMN label;");
  db.exec("DROP TABLE item_recipients; DROP INDEX items_by_kind; PRAGMA user_version = 1; VACUUM;");
  db.close();
};
