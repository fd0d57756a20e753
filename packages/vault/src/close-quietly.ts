import { type SqlDatabase, SqlFailure } from "./drivers/driver.ts";

/**
 * Closing moves the write-ahead log into the database. When the device refuses that, nothing is lost: the log stays and
 * the next opening reads it. So there is nothing to tell, and whatever failed before has been told.
 */
export const closeQuietly = (db: SqlDatabase): void => {
  try {
    db.close();
  } catch (failure) {
    if (!(failure instanceof SqlFailure)) throw failure;
  }
};
