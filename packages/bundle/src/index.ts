export {
  bagFiles,
  bagFolders,
  bagInfoLabels,
  bagitTxt,
  bagNamePattern,
  exhibitFolder,
  exhibitKeyPattern,
  isPlainBagPath,
  itemJsonPath,
  itemJsonPathPattern,
  itemsListLength,
  itemsListStep,
  manifestSha256LinePattern,
  manifestSha512LinePattern,
  parentFiles,
  tagManifestCovers,
  viewPath,
} from "./bag-paths.ts";
export { type BagRecord, bagRecordSchema, type ItemBasis } from "./bag-record.ts";
export { bagNameSchema, type CaseJson, caseJsonSchema } from "./case-json.ts";
export {
  exhibitKeySchema,
  type HashedItemJson,
  hashedItemJsonSchema,
  type ItemEventTime,
  itemEventTimeSchema,
  type ItemJson,
  itemJsonSchema,
  type KeptItemJson,
  keptItemJsonSchema,
} from "./item-json.ts";
export { type Purpose, purposeSchema } from "./purpose.ts";
export { signatureFiles } from "./signature-paths.ts";
export { type TimelineColumn, timelineColumns } from "./timeline-columns.ts";
export { type UnsignedMetadata, unsignedMetadataSchema } from "./unsigned-metadata.ts";
