export type { CheckedTimestamp } from "./anchors/check-timestamps.ts";
export { parseSeal } from "./anchors/parse-seal.ts";
export type { BagInput, FolderFile } from "./bag/bag-input.ts";
export {
  createHashFile,
  type Digests,
  type HashFile,
  type HashFileOptions,
} from "./bag/hash-file.ts";
export type { Finding, FindingParams, FindingPlace, Severity } from "./finding.ts";
export { verifyLimits } from "./limits.ts";
export {
  checkTimestampResponse,
  type TimestampAnswer,
  type TimestampFacts,
  type TimestampQuestion,
} from "./tsp/check-response.ts";
export { certificatesPemOf } from "./tsp/certificates-pem.ts";
export { parseTimestampRequest, type TimestampRequest } from "./tsp/request.ts";
export { createSignaturePort, type SignaturePort, type SubtlePort } from "./tsp/signature-port.ts";
export { verifyBag, type VerifyError, type VerifyOptions } from "./verify-bag.ts";
export { type Verdict, type VerifyFacts, type VerifyReport, withSeal } from "./judge.ts";
