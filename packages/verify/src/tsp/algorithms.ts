import { type DerNode, oidOf, smallIntegerOf, contextTag, tags } from "./der.ts";

export type HashName = "SHA-1" | "SHA-256" | "SHA-384" | "SHA-512";
export type CurveName = "P-256" | "P-384" | "P-521";

/** How a signature was made, as far as WebCrypto can check it. */
export type SignatureAlgorithm =
  | { readonly kind: "rsa-pkcs1"; readonly hash: HashName }
  | { readonly kind: "rsa-pss"; readonly hash: HashName; readonly saltLengthInBytes: number }
  | { readonly kind: "ecdsa"; readonly hash: HashName };

const hashes: Readonly<Record<string, HashName>> = {
  "1.3.14.3.2.26": "SHA-1",
  "2.16.840.1.101.3.4.2.1": "SHA-256",
  "2.16.840.1.101.3.4.2.2": "SHA-384",
  "2.16.840.1.101.3.4.2.3": "SHA-512",
};

const signatures: Readonly<Record<string, SignatureAlgorithm>> = {
  "1.2.840.113549.1.1.5": { kind: "rsa-pkcs1", hash: "SHA-1" },
  "1.2.840.113549.1.1.11": { kind: "rsa-pkcs1", hash: "SHA-256" },
  "1.2.840.113549.1.1.12": { kind: "rsa-pkcs1", hash: "SHA-384" },
  "1.2.840.113549.1.1.13": { kind: "rsa-pkcs1", hash: "SHA-512" },
  "1.2.840.10045.4.1": { kind: "ecdsa", hash: "SHA-1" },
  "1.2.840.10045.4.3.2": { kind: "ecdsa", hash: "SHA-256" },
  "1.2.840.10045.4.3.3": { kind: "ecdsa", hash: "SHA-384" },
  "1.2.840.10045.4.3.4": { kind: "ecdsa", hash: "SHA-512" },
};

const rsaEncryption = "1.2.840.113549.1.1.1";
const rsaPss = "1.2.840.113549.1.1.10";
const ecPublicKey = "1.2.840.10045.2.1";

const curves: Readonly<Record<string, CurveName>> = {
  "1.2.840.10045.3.1.7": "P-256",
  "1.3.132.0.34": "P-384",
  "1.3.132.0.35": "P-521",
};

/** An AlgorithmIdentifier that names a hash. */
export const hashOf = (identifier: DerNode | undefined): HashName | undefined =>
  hashes[oidOf(identifier?.children[0]) ?? ""];

export const curveOf = (oid: string | undefined): CurveName | undefined => curves[oid ?? ""];

/**
 * An AlgorithmIdentifier that names a signature.
 *
 * CMS signers often write only the key's kind ("rsaEncryption"); then the hash is the signer's digest algorithm.
 * Source: RFC 5754, RFC 4055 §3.1, RFC 5758.
 */
export const signatureAlgorithmOf = (
  identifier: DerNode | undefined,
  digest: HashName | undefined,
): SignatureAlgorithm | undefined => {
  const oid = oidOf(identifier?.children[0]) ?? "";
  if (oid === rsaPss) return pssOf(identifier?.children[1]);
  if (oid === rsaEncryption) {
    return digest === undefined ? undefined : { kind: "rsa-pkcs1", hash: digest };
  }
  if (oid === ecPublicKey) {
    return digest === undefined ? undefined : { kind: "ecdsa", hash: digest };
  }
  return signatures[oid];
};

/** RSASSA-PSS-params with their defaults: SHA-1 and 20 bytes of salt. */
const pssOf = (parameters: DerNode | undefined): SignatureAlgorithm | undefined => {
  let hash: HashName | undefined = "SHA-1";
  let maskHash: HashName | undefined = "SHA-1";
  let saltLengthInBytes: number | undefined = 20;
  if (parameters !== undefined && parameters.tag !== tags.sequence) return undefined;
  for (const field of parameters?.children ?? []) {
    if (field.tag === contextTag(0)) hash = hashOf(field.children[0]);
    if (field.tag === contextTag(1)) maskHash = hashOf(field.children[0]?.children[1]);
    if (field.tag === contextTag(2)) saltLengthInBytes = smallIntegerOf(field.children[0]);
  }
  // WebCrypto has one hash for both places.
  if (hash === undefined || maskHash !== hash || saltLengthInBytes === undefined) return undefined;
  return { kind: "rsa-pss", hash, saltLengthInBytes };
};

/** "SHA-256 with RSA" for people who compare it with other tools. */
export const signatureAlgorithmName = (algorithm: SignatureAlgorithm): string =>
  `${algorithm.hash} with ${algorithm.kind === "ecdsa" ? "ECDSA" : "RSA"}`;
