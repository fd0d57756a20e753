import { bytesToHex } from "@holdfast/evidence";

import { type HashName, hashOf } from "./algorithms.ts";
import { octetsOf, parseDer, smallIntegerOf, tags } from "./der.ts";

/** What was asked of an authority: the `.tsq` file. Source: RFC 3161 §2.4.1. */
export interface TimestampRequest {
  readonly imprintAlgorithm: HashName | undefined;
  readonly imprintHex: string;
  readonly nonceHex: string | undefined;
}

/** `undefined` when the bytes are not a TimeStampReq. */
export const parseTimestampRequest = (
  bytes: Uint8Array<ArrayBuffer>,
): TimestampRequest | undefined => {
  const root = parseDer(bytes);
  const [version, imprintNode, ...rest] = root?.children ?? [];
  const imprint = octetsOf(imprintNode?.children[1]);
  if (root?.tag !== tags.sequence || smallIntegerOf(version) !== 1 || imprint === undefined) {
    return undefined;
  }
  const nonce = rest.find((field) => field.tag === tags.integer);
  return {
    imprintAlgorithm: hashOf(imprintNode?.children[0]),
    imprintHex: bytesToHex(imprint),
    nonceHex: nonce === undefined ? undefined : bytesToHex(nonce.contents),
  };
};
