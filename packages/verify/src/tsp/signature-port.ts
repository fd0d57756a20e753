import type { HashName, SignatureAlgorithm } from "./algorithms.ts";
import type { PublicKey } from "./certificate.ts";
import { parseDer, sameBytes, tags } from "./der.ts";

export interface SignatureQuestion {
  readonly algorithm: SignatureAlgorithm;
  readonly publicKey: PublicKey;
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKeyInfo: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
  readonly data: Uint8Array<ArrayBuffer>;
}

/** The cryptography of a time-stamp: WebCrypto's in Node and in browsers. */
export interface SignaturePort {
  readonly digest: (
    hash: HashName,
    data: Uint8Array<ArrayBuffer>,
  ) => Promise<Uint8Array<ArrayBuffer>>;
  /** False for a wrong signature and for a key that cannot be used. */
  readonly verify: (question: SignatureQuestion) => Promise<boolean>;
}

type ImportParameters =
  | { readonly name: "RSASSA-PKCS1-v1_5" | "RSA-PSS"; readonly hash: HashName }
  | { readonly name: "ECDSA"; readonly namedCurve: string };
type VerifyParameters =
  | { readonly name: "RSASSA-PKCS1-v1_5" }
  | { readonly name: "RSA-PSS"; readonly saltLength: number }
  | { readonly name: "ECDSA"; readonly hash: HashName };

/** The part of `crypto.subtle` that is needed, written so that Node's and the browser's both fit. */
export interface SubtlePort<Key> {
  readonly digest: (algorithm: HashName, data: Uint8Array<ArrayBuffer>) => Promise<ArrayBuffer>;
  readonly importKey: (
    format: "spki",
    data: Uint8Array<ArrayBuffer>,
    algorithm: ImportParameters,
    extractable: boolean,
    usages: "verify"[],
  ) => Promise<Key>;
  readonly verify: (
    algorithm: VerifyParameters,
    key: Key,
    signature: Uint8Array<ArrayBuffer>,
    data: Uint8Array<ArrayBuffer>,
  ) => Promise<boolean>;
}

export const createSignaturePort = <Key>(subtle: SubtlePort<Key>): SignaturePort => ({
  digest: async (hash, data) => new Uint8Array(await subtle.digest(hash, data)),
  verify: async (question) => {
    const parameters = parametersOf(question);
    if (parameters === undefined) return false;
    const { publicKeyInfo, data } = question;
    // WebCrypto throws on a key that is not one: bytes from a stranger decide that, so it is an answer and not a bug.
    const key = await subtle
      .importKey("spki", publicKeyInfo, parameters.importing, false, ["verify"])
      .catch(() => undefined);
    if (key === undefined) return false;
    return subtle.verify(parameters.verifying, key, parameters.signature, data).catch(() => false);
  },
});

interface Parameters {
  readonly importing: ImportParameters;
  readonly verifying: VerifyParameters;
  readonly signature: Uint8Array<ArrayBuffer>;
}

const parametersOf = ({
  algorithm,
  publicKey,
  signature,
}: SignatureQuestion): Parameters | undefined => {
  switch (algorithm.kind) {
    case "rsa-pkcs1": {
      if (publicKey.kind !== "rsa") return undefined;
      const name = "RSASSA-PKCS1-v1_5";
      return { importing: { name, hash: algorithm.hash }, verifying: { name }, signature };
    }
    case "rsa-pss": {
      if (publicKey.kind !== "rsa") return undefined;
      const name = "RSA-PSS";
      const saltLength = algorithm.saltLengthInBytes;
      return {
        importing: { name, hash: algorithm.hash },
        verifying: { name, saltLength },
        signature,
      };
    }
    case "ecdsa": {
      if (publicKey.kind !== "ec") return undefined;
      const size = { "P-256": 32, "P-384": 48, "P-521": 66 }[publicKey.curve];
      const flat = flatEcdsaSignature(signature, size);
      if (flat === undefined) return undefined;
      const name = "ECDSA";
      return {
        importing: { name, namedCurve: publicKey.curve },
        verifying: { name, hash: algorithm.hash },
        signature: flat,
      };
    }
  }
};

/** r and s side by side, as WebCrypto wants them (IEEE P1363), from the SEQUENCE of CMS and X.509. */
const flatEcdsaSignature = (
  signature: Uint8Array<ArrayBuffer>,
  size: number,
): Uint8Array<ArrayBuffer> | undefined => {
  const root = parseDer(signature);
  const [r, s, more] = root?.children ?? [];
  if (r?.tag !== tags.integer || s?.tag !== tags.integer || more !== undefined) return undefined;
  const flat = new Uint8Array(size * 2);
  for (const [index, part] of [r, s].entries()) {
    const first = part.contents.findIndex((byte) => byte !== 0);
    const digits = first < 0 ? new Uint8Array(0) : part.contents.subarray(first);
    if (digits.length > size) return undefined;
    flat.set(digits, (index + 1) * size - digits.length);
  }
  return sameBytes(flat, new Uint8Array(size * 2)) ? undefined : flat;
};
