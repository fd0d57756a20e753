import { constants } from "node:fs";
import { open, rm } from "node:fs/promises";

import { err, type Result } from "@holdfast/evidence";

import { messageOf } from "./file-source.ts";

export type WriteNewFileError =
  | { readonly code: "file_exists"; readonly path: string }
  | { readonly code: "file_not_written"; readonly path: string; readonly cause: string };

export type Sink = (chunk: Uint8Array) => Promise<void>;

/**
 * Writes a file that did not exist: nothing is ever overwritten, only the owner can read it, and what `produce` could
 * not finish is removed again.
 */
export const writeNewFile = async <T, E>(
  path: string,
  produce: (sink: Sink) => Promise<Result<T, E>>,
): Promise<Result<T, E | WriteNewFileError>> => {
  let handle;
  try {
    handle = await open(path, constants.O_CREAT | constants.O_EXCL | constants.O_WRONLY, 0o600);
  } catch (error) {
    return hasCode(error, "EEXIST")
      ? err({ code: "file_exists", path })
      : err({ code: "file_not_written", path, cause: messageOf(error) });
  }
  let isWhole = false;
  try {
    const file = handle;
    const result = await produce(async (chunk) => {
      let written = 0;
      while (written < chunk.length) {
        const { bytesWritten } = await file.write(chunk, written).catch((error: unknown) => {
          throw new WriteFailure(messageOf(error));
        });
        written += bytesWritten;
      }
    });
    if (result.ok) {
      await handle.sync();
      isWhole = true;
    }
    return result;
  } catch (error) {
    if (error instanceof WriteFailure)
      return err({ code: "file_not_written", path, cause: error.message });
    throw error;
  } finally {
    await handle.close();
    if (!isWhole) await rm(path, { force: true });
  }
};

/** Carries a failed write out through whoever is producing; any other error is a bug and goes on. */
class WriteFailure extends Error {}

const hasCode = (error: unknown, code: string): boolean =>
  error instanceof Error && "code" in error && error.code === code;
