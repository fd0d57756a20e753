export { assert, assertNever } from "./assert.ts";
export { type Brand, toBranded } from "./brand.ts";
export { type ByteSource, bytesToSource, readAll, sliceSource, streamOf } from "./byte-source.ts";
export {
  type CivilTime,
  civilOfUtcMs,
  civilToWallTime,
  daysFromCivil,
  isCalendarDate,
  utcMsOf,
  utcMsToIso,
  wallTimeToUtcMs,
} from "./calendar.ts";
export { canonicalBytes, canonicalJson, type Json } from "./canonical-json.ts";
export {
  type Case,
  caseSchema,
  type Facts,
  factsSchema,
  type Party,
  partySchema,
  type PicturesPolicy,
  picturesPolicySchema,
  type Threat,
  threatSchema,
} from "./case.ts";
export {
  type CustodyAction,
  type CustodyEntry,
  custodyEntrySchema,
  type CustodyLine,
  custodyLineSchema,
  type CustodyOpening,
  custodyOpeningSchema,
  type ToldEntry,
  toldEntrySchema,
} from "./custody.ts";
export {
  type EventTime,
  eventTimeSchema,
  type TimeBasis,
  timeBasisSchema,
  timeBounds,
  type TimeBounds,
  type TimePrecision,
  timePrecisionSchema,
  type ZoneOffsets,
} from "./event-time.ts";
export {
  type Exhibit,
  type ExhibitKind,
  exhibitKindSchema,
  type ExhibitOrigin,
  exhibitOriginSchema,
  exhibitSchema,
  sha256HexSchema,
  sha512HexSchema,
} from "./exhibit.ts";
export { type FindingCode, findingCodeSchema } from "./finding.ts";
export {
  bytesToHex,
  hexToBytes,
  isSha256Hex,
  isSha512Hex,
  type Sha256Hex,
  type Sha512Hex,
  toSha256Hex,
  toSha512Hex,
} from "./hex.ts";
export {
  type CaseId,
  caseIdSchema,
  type ExhibitId,
  exhibitIdSchema,
  type InstanceId,
  instanceIdSchema,
  isExhibitId,
  toExhibitId,
} from "./ids.ts";
export {
  type Attachment,
  attachmentSchema,
  type Handle,
  handleSchema,
  type Item,
  type ItemDetails,
  itemDetailsSchema,
  type ItemFlag,
  itemFlagSchema,
  type ItemKind,
  itemKindSchema,
  itemSchema,
} from "./item.ts";
export { type Note, type NoteCode, noteCodeSchema, noteSchema } from "./note.ts";
export type {
  Clock,
  ClockDep,
  Hasher,
  HasherDep,
  Progress,
  Random,
  RandomDep,
  ReportProgress,
  StreamingHash,
} from "./ports.ts";
export { type Parsed, parsedSchema } from "./parsed.ts";
export { err, type Err, ok, type Ok, type Result } from "./result.ts";
export { Secret } from "./secret.ts";
export { type SourceSpan, sourceSpanSchema } from "./source-span.ts";
export { tellAgain, toWholeMinute } from "./tell-again.ts";
export { createIntlZoneOffsets } from "./zone-offsets.ts";
export { holdsOnlySound } from "./sound/holds-only-sound.ts";
export { beginsAsFile } from "./written-files/file-beginnings.ts";
export { holdsWrittenFile, isWrittenFile } from "./written-files/find-written-file.ts";
export { removeWrittenFiles, type WordsOfText } from "./written-files/remove-written-files.ts";
export { findSuspectStretches } from "./written-files/suspect-stretches.ts";
