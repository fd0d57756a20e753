import { bytesToHex } from "@holdfast/evidence";

import {
  curveOf,
  type CurveName,
  type SignatureAlgorithm,
  signatureAlgorithmOf,
} from "./algorithms.ts";
import { timeOf } from "./asn1-time.ts";
import {
  contextTag,
  type DerNode,
  octetsOf,
  oidOf,
  parseDer,
  smallIntegerOf,
  tags,
  wholeBitsOf,
} from "./der.ts";

export type PublicKey =
  | { readonly kind: "rsa"; readonly modulusBits: number }
  | { readonly kind: "ec"; readonly curve: CurveName }
  | { readonly kind: "other" };

/** What a chain is checked with; `raw` and `toBeSigned` are the bytes as they stood. */
export interface Certificate {
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly toBeSigned: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** `undefined` when the certificate is signed in a way that is not known here. */
  readonly signatureAlgorithm: SignatureAlgorithm | undefined;
  readonly serialHex: string;
  readonly issuer: Uint8Array<ArrayBuffer>;
  readonly subject: Uint8Array<ArrayBuffer>;
  /** The subject's common name, or its organisation; for people. */
  readonly subjectName: string;
  /** Milliseconds since 1970 UTC; both ends belong to the validity. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly publicKeyInfo: Uint8Array<ArrayBuffer>;
  readonly publicKey: PublicKey;
  readonly isAuthority: boolean;
  readonly pathLength: number | undefined;
  /** `undefined` when the extension is absent, which allows every use. */
  readonly keyUsage: { readonly signs: boolean; readonly certificateSign: boolean } | undefined;
  readonly extendedKeyUsage:
    { readonly critical: boolean; readonly purposes: readonly string[] } | undefined;
  /** Object identifiers of critical extensions that are not understood here: the certificate must then be refused. */
  readonly unknownCriticalExtensions: readonly string[];
  readonly subjectKeyIdentifier: Uint8Array<ArrayBuffer> | undefined;
}

const extensionIds = {
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  extendedKeyUsage: "2.5.29.37",
} as const;

/** Critical extensions that change nothing for a time-stamp: certificate policies. */
const harmlessCriticalExtensions: ReadonlySet<string> = new Set(["2.5.29.32"]);

/** `undefined` when the bytes are not an X.509 certificate. Source: RFC 5280 §4.1. */
export const parseCertificate = (bytes: Uint8Array<ArrayBuffer>): Certificate | undefined => {
  const root = parseDer(bytes);
  return root === undefined ? undefined : certificateOf(root);
};

export const certificateOf = (root: DerNode): Certificate | undefined => {
  const [body, algorithm, signatureBits] = root.children;
  const signature = wholeBitsOf(signatureBits);
  if (root.tag !== tags.sequence || body === undefined || signature === undefined) return undefined;
  const fields = body.children[0]?.tag === contextTag(0) ? body.children.slice(1) : body.children;
  const [serial, , issuer, validity, subject, publicKeyInfo] = fields;
  const notBefore = timeOf(validity?.children[0]);
  const notAfter = timeOf(validity?.children[1]);
  if (serial?.tag !== tags.integer || issuer?.tag !== tags.sequence) return undefined;
  if (subject?.tag !== tags.sequence || publicKeyInfo?.tag !== tags.sequence) return undefined;
  if (notBefore === undefined || notAfter === undefined) return undefined;
  const extensions = readExtensions(fields.find((field) => field.tag === contextTag(3)));
  if (extensions === undefined) return undefined;
  return {
    raw: root.raw,
    toBeSigned: body.raw,
    signature,
    signatureAlgorithm: signatureAlgorithmOf(algorithm, undefined),
    serialHex: bytesToHex(serial.contents),
    issuer: issuer.raw,
    subject: subject.raw,
    subjectName: nameOf(subject),
    notBefore,
    notAfter,
    publicKeyInfo: publicKeyInfo.raw,
    publicKey: publicKeyOf(publicKeyInfo),
    ...extensions,
  };
};

type Extensions = Pick<
  Certificate,
  | "isAuthority"
  | "pathLength"
  | "keyUsage"
  | "extendedKeyUsage"
  | "unknownCriticalExtensions"
  | "subjectKeyIdentifier"
>;

const readExtensions = (field: DerNode | undefined): Extensions | undefined => {
  let read: Extensions = {
    isAuthority: false,
    pathLength: undefined,
    keyUsage: undefined,
    extendedKeyUsage: undefined,
    unknownCriticalExtensions: [],
    subjectKeyIdentifier: undefined,
  };
  const seen = new Set<string>();
  for (const extension of field?.children[0]?.children ?? []) {
    const id = oidOf(extension.children[0]);
    const critical =
      extension.children[1]?.tag === tags.boolean && extension.children[1].contents[0] === 0xff;
    const octets = extension.children.at(-1);
    // RFC 5280 §4.2: no extension twice; otherwise two readers could each believe another one.
    if (id === undefined || octets?.tag !== tags.octetString || seen.has(id)) return undefined;
    seen.add(id);
    const next = readExtension(read, id, critical, parseDer(octets.contents));
    if (next === undefined) return undefined;
    read = next;
  }
  return read;
};

const readExtension = (
  read: Extensions,
  id: string,
  critical: boolean,
  value: DerNode | undefined,
): Extensions | undefined => {
  switch (id) {
    case extensionIds.subjectKeyIdentifier:
      return { ...read, subjectKeyIdentifier: octetsOf(value) };
    case extensionIds.basicConstraints: {
      if (value?.tag !== tags.sequence) return undefined;
      const [first] = value.children;
      const isAuthority = first?.tag === tags.boolean && first.contents[0] === 0xff;
      const last = value.children.at(-1);
      return {
        ...read,
        isAuthority,
        pathLength: last?.tag === tags.integer ? smallIntegerOf(last) : undefined,
      };
    }
    case extensionIds.keyUsage: {
      if (value?.tag !== tags.bitString) return undefined;
      const bits = value.contents[1] ?? 0;
      return {
        ...read,
        // digitalSignature or nonRepudiation; keyCertSign.
        keyUsage: { signs: (bits & 0xc0) !== 0, certificateSign: (bits & 0x04) !== 0 },
      };
    }
    case extensionIds.extendedKeyUsage: {
      if (value?.tag !== tags.sequence) return undefined;
      const purposes = value.children.map((child) => oidOf(child) ?? "?");
      return { ...read, extendedKeyUsage: { critical, purposes } };
    }
    default:
      if (!critical || harmlessCriticalExtensions.has(id)) return read;
      return { ...read, unknownCriticalExtensions: [...read.unknownCriticalExtensions, id] };
  }
};

const publicKeyOf = (info: DerNode): PublicKey => {
  const [identifier, bits] = info.children;
  const oid = oidOf(identifier?.children[0]);
  if (oid === "1.2.840.10045.2.1") {
    const curve = curveOf(oidOf(identifier?.children[1]));
    return curve === undefined ? { kind: "other" } : { kind: "ec", curve };
  }
  if (oid !== "1.2.840.113549.1.1.1" && oid !== "1.2.840.113549.1.1.10") return { kind: "other" };
  const key = wholeBitsOf(bits);
  const modulus = key === undefined ? undefined : parseDer(key)?.children[0];
  if (modulus?.tag !== tags.integer) return { kind: "other" };
  const first = modulus.contents.findIndex((byte) => byte !== 0);
  if (first < 0) return { kind: "other" };
  const lead = modulus.contents[first] ?? 0;
  return {
    kind: "rsa",
    modulusBits: (modulus.contents.length - first) * 8 - (Math.clz32(lead) - 24),
  };
};

const maximumNameLength = 200;

const nameOf = (name: DerNode): string => {
  const byType = new Map<string, string>();
  for (const relative of name.children) {
    for (const attribute of relative.children) {
      const value = attribute.children[1];
      if (value === undefined) continue;
      byType.set(
        oidOf(attribute.children[0]) ?? "",
        new TextDecoder().decode(value.contents.subarray(0, maximumNameLength)),
      );
    }
  }
  return byType.get("2.5.4.3") ?? byType.get("2.5.4.10") ?? "";
};
