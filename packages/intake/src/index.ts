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
export { openMailMember } from "./mail/open-mail-member.ts";
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
export {
  createIntakeClient,
  type IntakeClient,
  type IntakeClientDeps,
  type IntakeJob,
  type IntakeWorker,
} from "./worker/intake-client.ts";
export type { IntakePort } from "./worker/port.ts";
export type { CandidateFacts } from "./worker/protocol.ts";
export { serveIntake, type ServeOptions } from "./worker/serve-intake.ts";
