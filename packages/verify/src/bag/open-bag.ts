import { bagFiles, isPlainBagPath } from "@holdfast/bundle";
import {
  entrySource,
  listZip,
  type ZipEntry,
  type ZipLimits,
  type ZipNote,
  type ZipNoteCode,
} from "@holdfast/containers";
import type { ByteSource, FindingCode } from "@holdfast/evidence";

import { verifyLimits } from "../limits.ts";
import type { FindingList } from "../report.ts";
import type { Bag, BagFile, BagInput } from "./bag-input.ts";
import { isSafePath } from "./bag-path.ts";

const zipLimits: ZipLimits = {
  maximumArchiveEntries: verifyLimits.maximumFiles,
  maximumExpandedSizeInBytes: verifyLimits.maximumExpandedSizeInBytes,
  maximumExpansionRatio: verifyLimits.maximumExpansionRatio,
};

/**
 * Lists the files of a bag and finds its folder: the topmost one that looks like a bag.
 *
 * Errors: `undefined` when nothing in there looks like a bag; what was wrong with the container is said in any case.
 */
export const openBag = async (input: BagInput, findings: FindingList): Promise<Bag | undefined> => {
  const listed =
    input.kind === "zip"
      ? await listReadable(input.source, findings)
      : listFolderFiles(input.files, findings);
  const folder = findBagFolder(listed.map(({ path }) => path));
  if (folder === undefined) return undefined;
  const files = new Map<string, BagFile>();
  for (const file of listed) {
    if (!file.path.startsWith(folder)) {
      findings.say("zip_outside_folder", { path: file.path });
      continue;
    }
    const path = file.path.slice(folder.length);
    if (!isPlainBagPath(path)) findings.say("path_not_plain", { path });
    files.set(path, { ...file, path });
  }
  return { name: folder.split("/").at(-2) ?? "", files };
};

const listFolderFiles = (
  files: readonly { readonly path: string; readonly source: ByteSource }[],
  findings: FindingList,
): readonly BagFile[] => {
  if (files.length > verifyLimits.maximumFiles) {
    findings.say("limit_too_many_files", {}, { maximum: verifyLimits.maximumFiles });
  }
  const listed: BagFile[] = [];
  for (const { path, source } of files.slice(0, verifyLimits.maximumFiles)) {
    if (!isSafePath(path)) findings.say("path_unsafe", { path });
    else {
      listed.push({ path, sizeInBytes: source.sizeInBytes, open: () => Promise.resolve(source) });
    }
  }
  return listed;
};

/** A source that cannot be read, by a failing disk or a wrong byte in an encrypted file, is a finding; a bug is not. */
const listReadable = async (
  source: ByteSource,
  findings: FindingList,
): Promise<readonly BagFile[]> => {
  let failure: { readonly reason: string } | undefined;
  const watched: ByteSource = {
    sizeInBytes: source.sizeInBytes,
    read: async (offset, length) => {
      try {
        return await source.read(offset, length);
      } catch (error) {
        failure = { reason: error instanceof Error ? error.message : String(error) };
        throw error;
      }
    },
  };
  try {
    return await listZipFiles(watched, findings);
  } catch (error) {
    if (failure === undefined) throw error;
    findings.say("input_unreadable", {}, failure);
    return [];
  }
};

const codeOfZipNote: Readonly<Record<ZipNoteCode, FindingCode>> = {
  archive_damaged: "zip_damaged",
  archive_too_many_entries: "limit_too_many_files",
  entry_path_unsafe: "path_unsafe",
  entry_encrypted: "zip_entry_encrypted",
  entry_method_unknown: "zip_entry_method_unknown",
  entry_size_lies: "zip_entry_damaged",
  entry_is_link: "zip_entry_is_link",
  entry_name_repeated: "zip_entry_repeated",
  entry_overlaps: "zip_entry_damaged",
};

const listZipFiles = async (
  source: ByteSource,
  findings: FindingList,
): Promise<readonly BagFile[]> => {
  const listing = await listZip(source, zipLimits);
  const files = listing.entries.filter(({ isFolder }) => !isFolder);
  // Bytes that are no zip at all are not a damaged bag; then only "not a bag" is said.
  if (files.length === 0) return [];
  for (const note of listing.notes) sayZipNote(note, findings);
  if (listing.listedBy === "directory") await checkEnds(source, listing.entries, findings);
  return files.map((entry) => ({
    path: entry.name,
    sizeInBytes: entry.sizeInBytes,
    open: () => entrySource(source, entry, { limits: zipLimits }),
  }));
};

const sayZipNote = (note: ZipNote, findings: FindingList): void =>
  findings.say(
    codeOfZipNote[note.code],
    note.name === undefined ? {} : { path: note.name },
    note.code === "archive_too_many_entries" ? { maximum: verifyLimits.maximumFiles } : {},
  );

const endRecordSizeInBytes = 22;
const endRecordSignature = [0x50, 0x4b, 0x05, 0x06];

/** The zip is only transport; still, whoever reads the report is told of bytes that no entry accounts for. */
const checkEnds = async (
  source: ByteSource,
  entries: readonly ZipEntry[],
  findings: FindingList,
): Promise<void> => {
  const start = entries.reduce((least, entry) => Math.min(least, entry.headerOffset), Infinity);
  const tail = await source.read(source.sizeInBytes - endRecordSizeInBytes, endRecordSizeInBytes);
  const endsCleanly = endRecordSignature.every((byte, i) => tail[i] === byte);
  if (start > 0 || !endsCleanly) findings.say("zip_trailing_bytes");
};

/** In this order: a bag that lost its declaration is still recognised, and said to lack it. */
const bagMarks = [bagFiles.bagit, bagFiles.manifestSha256, bagFiles.tagManifest, bagFiles.custody];

/** "case-7f3a/" for "case-7f3a/bagit.txt"; "" when the bag lies at the top. */
const findBagFolder = (paths: readonly string[]): string | undefined => {
  let best: string | undefined;
  for (const mark of bagMarks) {
    for (const path of paths) {
      if (path !== mark && !path.endsWith(`/${mark}`)) continue;
      const folder = path.slice(0, path.length - mark.length);
      if (best === undefined || depthOf(folder) < depthOf(best)) best = folder;
    }
    if (best !== undefined) return best;
  }
  return best;
};

const depthOf = (folder: string): number => folder.split("/").length;
