import { asText, attempt, type Session } from "./session.ts";
import type { PrivateShelf } from "./vault.ts";

export const createPrivateShelf = (session: Session): PrivateShelf => ({
  keys: () =>
    session
      .sql("SELECT key FROM private_shelf ORDER BY key")
      .all()
      .map((row) => asText(row["key"])),
  get: (key) => {
    const row = session.sql("SELECT value FROM private_shelf WHERE key = ?").get(key);
    return row === undefined ? undefined : asText(row["value"]);
  },
  set: (key, value) =>
    attempt(() =>
      session
        .sql(
          `INSERT INTO private_shelf (key, value, changed_at) VALUES (?, ?, ?)
           ON CONFLICT (key) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at`,
        )
        .run(key, value, session.deps.clock.now()),
    ),
  remove: (key) =>
    attempt(() => {
      session.sql("DELETE FROM private_shelf WHERE key = ?").run(key);
      // Overwritten in its page already (secure_delete); this takes it out of the write-ahead log, too.
      session.db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    }),
});
