import { chmod, mkdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

import { listZip, openEntry, writeZip, ZipEntryFailure, type ZipFile } from "@holdfast/containers";
import { type ByteSource, err, ok, type Result } from "@holdfast/evidence";

import { messageOf } from "../sources/file-source.ts";
import { writeNewFile, type WriteNewFileError } from "../sources/write-new-file.ts";
import { bagZipLimits } from "./zip-limits.ts";

export interface AddedFile {
  /** Relative to the zip or the folder, the bag's own folder included. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type AddFilesError =
  WriteNewFileError | { readonly code: "bag_not_readable"; readonly cause: string };

/**
 * Puts files beside the sealed ones: a new zip is written next to the old one and takes its place when it is whole, so
 * that a crash leaves one of the two. A link to the zip stays one, and who may read it stays the same.
 */
export const addFilesToZip = async (
  path: string,
  source: ByteSource,
  added: readonly AddedFile[],
): Promise<Result<void, AddFilesError>> => {
  const listing = await listZip(source, bagZipLimits);
  if (listing.notes.length > 0) {
    return err({
      code: "bag_not_readable",
      cause: listing.notes.map((note) => note.code).join(", "),
    });
  }
  const replaced = new Set(added.map((file) => file.path));
  const kept: ZipFile[] = listing.entries
    .filter((entry) => !replaced.has(entry.name))
    .map((entry) => ({
      path: entry.name,
      bytes: openEntry(source, entry, { limits: bagZipLimits }),
    }));
  const files: ZipFile[] = [
    ...kept,
    ...added.map((file) => ({ path: file.path, bytes: [file.bytes] })),
  ];
  try {
    const target = await realpath(path);
    // What a crash left must not stand in the way of the next try.
    const temporary = `${target}.stamping-${process.pid}`;
    const written = await writeNewFile<void, never>(temporary, async (sink) => {
      for await (const chunk of writeZip(files)) await sink(chunk);
      return ok(undefined);
    });
    if (!written.ok) return written;
    return await replace(temporary, target);
  } catch (error) {
    if (error instanceof ZipEntryFailure)
      return err({ code: "bag_not_readable", cause: error.code });
    return err({ code: "file_not_written", path, cause: messageOf(error) });
  }
};

const replace = async (temporary: string, target: string): Promise<Result<void, AddFilesError>> => {
  try {
    await chmod(temporary, (await stat(target)).mode & 0o777);
    await rename(temporary, target);
    return ok(undefined);
  } catch (error) {
    await rm(temporary, { force: true });
    return err({ code: "file_not_written", path: target, cause: messageOf(error) });
  }
};

export const addFilesToFolder = async (
  folder: string,
  added: readonly AddedFile[],
): Promise<Result<void, AddFilesError>> => {
  for (const file of added) {
    const path = join(folder, file.path);
    try {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, file.bytes, { flag: "wx" });
    } catch (error) {
      return err({ code: "file_not_written", path, cause: messageOf(error) });
    }
  }
  return ok(undefined);
};
