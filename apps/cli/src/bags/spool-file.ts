import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { err, ok, type Result } from "@holdfast/evidence";

import { messageOf, type OpenedFile, openFileSource } from "../sources/file-source.ts";

/** Writes a stream into a file of its own that only the owner can read; closing it removes it. */
export const spoolToTemporaryFile = async (
  bytes: AsyncIterable<Uint8Array>,
): Promise<Result<OpenedFile, { readonly cause: string }>> => {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-"));
  const remove = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "opened.zip");
    const handle = await open(path, "wx", 0o600);
    try {
      for await (const chunk of bytes) await handle.writeFile(chunk);
    } finally {
      await handle.close();
    }
    const opened = await openFileSource(path);
    if (!opened.ok) throw new Error(opened.error.cause);
    return ok({
      source: opened.value.source,
      close: async () => {
        await opened.value.close();
        await remove();
      },
    });
  } catch (error) {
    await remove();
    return err({ cause: messageOf(error) });
  }
};
