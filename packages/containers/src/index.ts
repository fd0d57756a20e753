export { updateCrc32 } from "./crc32.ts";
export { isSafeEntryName } from "./zip/entry-name.ts";
export { listZip, type ZipListing } from "./zip/list-zip.ts";
export {
  createExpansionBudget,
  entrySource,
  type ExpansionBudget,
  openEntry,
  type OpenOptions,
} from "./zip/open-entry.ts";
export { writeZip, type ZipFile } from "./zip/write-zip.ts";
export {
  type ZipEntry,
  type ZipEntryErrorCode,
  ZipEntryFailure,
  type ZipLimits,
  type ZipNote,
  type ZipNoteCode,
} from "./zip/zip-entry.ts";
