import { webcrypto } from "node:crypto";

import { createSignaturePort, type SignaturePort } from "@holdfast/verify";

/** Signatures of time-stamps, checked by Node's WebCrypto. */
export const createNodeSignaturePort = (): SignaturePort => createSignaturePort(webcrypto.subtle);
