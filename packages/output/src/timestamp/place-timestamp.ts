import { signatureFiles } from "@holdfast/bundle";

import { utf8 } from "../hash.ts";

/** A file of a bag that the tag manifest does not cover: it can come later and changes nothing that is sealed. */
export interface SignatureFile {
  /** Relative to the bag. */
  readonly path: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface Timestamp {
  /** The full response as it came, never the bare token: `openssl ts -reply` refuses that. */
  readonly response: Uint8Array<ArrayBuffer>;
  /** The authority's certificates with the root, PEM. */
  readonly chainPem: string;
  readonly request?: Uint8Array<ArrayBuffer>;
}

/**
 * Where a time stamp stands in a bag. `first` is over tagmanifest-sha256.txt; `second` is over the first response, by
 * another authority or, before the first one's certificate ends, as its renewal.
 */
export const placeTimestamp = (
  which: "first" | "second",
  stamp: Timestamp,
): readonly SignatureFile[] => {
  const [response, chain, request] =
    which === "first"
      ? [signatureFiles.first, signatureFiles.firstChain, signatureFiles.firstRequest]
      : [signatureFiles.second, signatureFiles.secondChain, signatureFiles.secondRequest];
  return [
    { path: response, bytes: stamp.response },
    { path: chain, bytes: utf8(stamp.chainPem) },
    ...(stamp.request === undefined ? [] : [{ path: request, bytes: stamp.request }]),
  ];
};
