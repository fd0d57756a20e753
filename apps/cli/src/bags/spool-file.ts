import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { assert, err, ok, type Result } from "@holdfast/evidence";

import { messageOf, type OpenedFile } from "../sources/file-source.ts";

export type SpoolError =
  { readonly code: "not_spooled"; readonly cause: string } | { readonly code: "cancelled" };

/**
 * Writes a stream into a file that has lost its name before the first byte is in it: only this process can reach it, and
 * the system takes it away however the process ends, by a closed terminal or a crash too.
 */
export const spoolToTemporaryFile = async (
  bytes: AsyncIterable<Uint8Array>,
  signal?: AbortSignal,
): Promise<Result<OpenedFile, SpoolError>> => {
  try {
    const handle = await openNameless();
    try {
      let size = 0;
      for await (const chunk of bytes) {
        if (signal?.aborted === true) {
          await handle.close();
          return err({ code: "cancelled" });
        }
        await handle.writeFile(chunk);
        size += chunk.length;
      }
      return ok({
        source: {
          sizeInBytes: size,
          read: async (offset, length) => {
            const wanted = Math.max(0, Math.min(length, size - offset));
            const part = new Uint8Array(wanted);
            for (let filled = 0; filled < wanted;) {
              const { bytesRead } = await handle.read(
                part,
                filled,
                wanted - filled,
                offset + filled,
              );
              assert(bytesRead > 0, "nobody else can shorten a file without a name");
              filled += bytesRead;
            }
            return part;
          },
        },
        close: () => handle.close(),
      });
    } catch (error) {
      await handle.close();
      throw error;
    }
  } catch (error) {
    return err({ code: "not_spooled", cause: messageOf(error) });
  }
};

const openNameless = async () => {
  const folder = await mkdtemp(join(tmpdir(), "holdfast-"));
  try {
    return await open(join(folder, "opened.zip"), "wx+", 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};
