import { err, ok, type Result } from "@holdfast/evidence";

import type { SqlDatabase } from "../drivers/driver.ts";
import { asNumber } from "../session.ts";
import { schemaV1 } from "./schema-v1.ts";
import { schemaV2 } from "./schema-v2.ts";
import { schemaV3 } from "./schema-v3.ts";

/** One entry a version, in order, only ever added to. Each runs in a transaction of its own with its number. */
const migrations: readonly string[] = [schemaV1, schemaV2, schemaV3];

export const schemaVersion = migrations.length;

/**
 * Brings the database to this code's shape. A crash leaves it at one version or the next, never between.
 *
 * Errors: `vault_from_newer_version` when a newer Holdfast has migrated it already; nothing is written then.
 */
export const migrate = (
  db: SqlDatabase,
  upTo: number = schemaVersion,
): Result<
  { readonly from: number },
  { readonly code: "vault_from_newer_version"; readonly version: number }
> => {
  const from = readVersion(db);
  if (from > schemaVersion) return err({ code: "vault_from_newer_version", version: from });
  for (const [index, sql] of migrations.slice(0, upTo).entries()) {
    const version = index + 1;
    if (version <= from) continue;
    db.transaction(() => {
      db.exec(sql);
      db.exec(`PRAGMA user_version = ${version}`);
    });
  }
  return ok({ from });
};

const readVersion = (db: SqlDatabase): number => {
  const statement = db.prepare("PRAGMA user_version");
  const row = statement.get();
  statement.finalize();
  return asNumber(row?.["user_version"]);
};
