import { open } from "node:fs/promises";

import { type ByteSource, err, ok, type Result } from "@holdfast/evidence";

/** An opened file. Its size is fixed at opening: a file that grows meanwhile is taken as it stood. */
export interface OpenedFile {
  readonly source: ByteSource;
  readonly close: () => Promise<void>;
}

export interface OpenFileError {
  readonly code: "file_not_readable";
  readonly path: string;
  readonly cause: string;
}

export const openFileSource = async (path: string): Promise<Result<OpenedFile, OpenFileError>> => {
  try {
    const handle = await open(path, "r");
    const { size } = await handle.stat();
    const readInto = async (offset: number, target: Uint8Array): Promise<number> => {
      const wanted = Math.max(0, Math.min(target.length, size - offset));
      let filled = 0;
      while (filled < wanted) {
        const { bytesRead } = await handle.read(target, filled, wanted - filled, offset + filled);
        // The file was cut while it was read: what is missing must not be taken for zeros.
        if (bytesRead === 0) throw new Error(`${path} became shorter while it was read`);
        filled += bytesRead;
      }
      return wanted;
    };
    return ok({
      source: {
        sizeInBytes: size,
        readInto,
        read: async (offset, length) => {
          const bytes = new Uint8Array(Math.max(0, Math.min(length, size - offset)));
          await readInto(offset, bytes);
          return bytes;
        },
      },
      close: () => handle.close(),
    });
  } catch (error) {
    return err({ code: "file_not_readable", path, cause: messageOf(error) });
  }
};

export const messageOf = (error: unknown): string =>
  error instanceof Error ? error.message : String(error);
