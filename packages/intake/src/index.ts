export {
  type AcquisitionDecision,
  decideAcquisition,
  type DecideInput,
  holdsOnlyWords,
} from "./decide-acquisition.ts";
export {
  type Confidence,
  type FileHead,
  type Format,
  headSizeInBytes,
  type KeptWords,
  type Member,
  type NestedIntake,
  type ParseInput,
  type ProtectedClass,
  type Recognition,
} from "./format.ts";
export { defaultLimits, type Limits } from "./limits.ts";
export { isOnlyWords } from "./only-words.ts";
export {
  bestOf,
  type Candidate,
  recogniseFile,
  type RecogniseInput,
  recogniseSource,
} from "./recognise.ts";
export { formats } from "./registry.ts";
export { keepWords, takeIn, type TakeInInput, type TakenIn } from "./take-in.ts";
