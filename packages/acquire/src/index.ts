export {
  acquire,
  type Acquired,
  type AcquireDeps,
  type AcquireError,
  type AcquireOptions,
  type FileToAcquire,
  type KeptFile,
} from "./acquire.ts";
export { createFileIntake, type FileIntake, type Look, type LookOptions } from "./file-intake.ts";
export { type NoteWeight, noteWeights } from "./note-weight.ts";
export { createParsedCounter, type ParsedCounter, type ParsedCounts } from "./parsed-counter.ts";
export {
  keepWordsOfLocked,
  type KeepWordsOptions,
  lockedWithoutWords,
  lockedWithWords,
  type MadeWords,
  type WordsNotMade,
  type WordsOfLocked,
  type WordsVault,
} from "./words-of-locked.ts";
export {
  type AskPictures,
  createPictureQuestion,
  type PictureQuestion,
} from "./picture-question.ts";
