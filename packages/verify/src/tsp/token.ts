import { bytesToHex } from "@holdfast/evidence";

import {
  type HashName,
  hashOf,
  type SignatureAlgorithm,
  signatureAlgorithmOf,
} from "./algorithms.ts";
import { timeOf } from "./asn1-time.ts";
import { type Certificate, certificateOf } from "./certificate.ts";
import {
  contextPrimitiveTag,
  contextTag,
  type DerNode,
  octetsOf,
  oidOf,
  parseDer,
  smallIntegerOf,
  tags,
} from "./der.ts";
import { maximumCertificates } from "./pem.ts";

/** What the authority signed. Source: RFC 3161 §2.4.2. */
export interface TokenInfo {
  readonly policy: string;
  readonly imprintAlgorithm: HashName | undefined;
  readonly imprint: Uint8Array<ArrayBuffer>;
  readonly serialHex: string;
  /** Milliseconds since 1970 UTC. */
  readonly genTime: number;
  readonly nonceHex: string | undefined;
}

/** An ESSCertID or ESSCertIDv2: the hash that binds the signer's certificate into the signature. */
export interface CertificateBinding {
  readonly hash: HashName | undefined;
  readonly value: Uint8Array<ArrayBuffer>;
}

export interface TokenSigner {
  readonly isSigner: (certificate: Certificate) => boolean;
  readonly digest: HashName | undefined;
  readonly signatureAlgorithm: SignatureAlgorithm | undefined;
  readonly signature: Uint8Array<ArrayBuffer>;
  /** The signed attributes as they are signed: as a SET. `undefined` when there are none. */
  readonly signedBytes: Uint8Array<ArrayBuffer> | undefined;
  readonly contentType: string | undefined;
  readonly messageDigest: Uint8Array<ArrayBuffer> | undefined;
  readonly binding: CertificateBinding | undefined;
}

export interface Token {
  readonly contentType: string;
  /** The bytes of TSTInfo, which the message digest covers. */
  readonly content: Uint8Array<ArrayBuffer>;
  readonly info: TokenInfo;
  readonly certificates: readonly Certificate[];
  readonly signers: readonly TokenSigner[];
}

export type TimestampResponse =
  | { readonly kind: "response"; readonly status: number; readonly token: Token | undefined }
  | { readonly kind: "bare-token"; readonly token: Token };

export const oids = {
  signedData: "1.2.840.113549.1.7.2",
  tstInfo: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  timeStamping: "1.3.6.1.5.5.7.3.8",
} as const;

/** `undefined` when the bytes are neither a TimeStampResp nor a token. Source: RFC 3161 §2.4.2, RFC 5652 §5. */
export const parseTimestampResponse = (
  bytes: Uint8Array<ArrayBuffer>,
): TimestampResponse | undefined => {
  const root = parseDer(bytes);
  if (root?.tag !== tags.sequence) return undefined;
  if (root.children[0]?.tag === tags.oid) {
    const token = readToken(root);
    return token === undefined ? undefined : { kind: "bare-token", token };
  }
  const [statusInfo, contentInfo] = root.children;
  const status = smallIntegerOf(statusInfo?.children[0]);
  if (statusInfo?.tag !== tags.sequence || status === undefined) return undefined;
  if (contentInfo === undefined) return { kind: "response", status, token: undefined };
  const token = readToken(contentInfo);
  return token === undefined ? undefined : { kind: "response", status, token };
};

const readToken = (contentInfo: DerNode): Token | undefined => {
  const [type, wrapped] = contentInfo.children;
  if (oidOf(type) !== oids.signedData || wrapped?.tag !== contextTag(0)) return undefined;
  const fields = wrapped.children[0]?.children ?? [];
  const [, , encapsulated] = fields;
  const contentType = oidOf(encapsulated?.children[0]);
  const content = octetsOf(encapsulated?.children[1]?.children[0]);
  const signers = fields.at(-1);
  if (contentType === undefined || content === undefined || signers?.tag !== tags.set)
    return undefined;
  const info = readTokenInfo(parseDer(content));
  if (info === undefined) return undefined;
  const certificateField = fields.find((field) => field.tag === contextTag(0));
  const certificates: Certificate[] = [];
  for (const node of (certificateField?.children ?? []).slice(0, maximumCertificates)) {
    const certificate = certificateOf(node);
    if (certificate !== undefined) certificates.push(certificate);
  }
  const read: TokenSigner[] = [];
  for (const node of signers.children.slice(0, maximumSigners)) {
    const signer = readSigner(node);
    if (signer === undefined) return undefined;
    read.push(signer);
  }
  return { contentType, content, info, certificates, signers: read };
};

/** RFC 3161 allows one; a few more are read so that the finding can say how many there are. */
const maximumSigners = 8;

const readTokenInfo = (root: DerNode | undefined): TokenInfo | undefined => {
  if (root?.tag !== tags.sequence) return undefined;
  const [version, policyNode, imprintNode, serial, time, ...rest] = root.children;
  const policy = oidOf(policyNode);
  const imprint = octetsOf(imprintNode?.children[1]);
  const genTime = timeOf(time);
  if (smallIntegerOf(version) !== 1 || policy === undefined || imprint === undefined)
    return undefined;
  if (serial?.tag !== tags.integer || genTime === undefined) return undefined;
  const nonce = rest.find((field) => field.tag === tags.integer);
  return {
    policy,
    imprintAlgorithm: hashOf(imprintNode?.children[0]),
    imprint,
    serialHex: bytesToHex(serial.contents),
    genTime,
    nonceHex: nonce === undefined ? undefined : bytesToHex(nonce.contents),
  };
};

const readSigner = (node: DerNode): TokenSigner | undefined => {
  const [, identifier, digestNode, ...rest] = node.children;
  const attributes = rest[0]?.tag === contextTag(0) ? rest[0] : undefined;
  const [signatureNode, signatureOctets] = attributes === undefined ? rest : rest.slice(1);
  const signature = octetsOf(signatureOctets);
  if (identifier === undefined || signature === undefined) return undefined;
  const digest = hashOf(digestNode);
  const attribute = attributeReader(attributes);
  return {
    isSigner: signerMatcher(identifier),
    digest,
    signatureAlgorithm: signatureAlgorithmOf(signatureNode, digest),
    signature,
    signedBytes: attributes === undefined ? undefined : asSet(attributes.raw),
    contentType: oidOf(attribute(oids.contentType)),
    messageDigest: octetsOf(attribute(oids.messageDigest)),
    binding:
      readBinding(attribute(oids.signingCertificateV2), "SHA-256")
      ?? readBinding(attribute(oids.signingCertificate), "SHA-1"),
  };
};

/** The signature covers the attributes under the tag of a SET, not under the [0] that stands in the file (RFC 5652 §5.4). */
const asSet = (raw: Uint8Array): Uint8Array<ArrayBuffer> => {
  const copy = new Uint8Array(raw);
  copy[0] = tags.set;
  return copy;
};

/** The one value of an attribute; an attribute that stands twice or has two values has none. */
const attributeReader =
  (attributes: DerNode | undefined) =>
  (id: string): DerNode | undefined => {
    const found = (attributes?.children ?? []).filter((child) => oidOf(child.children[0]) === id);
    const values = found[0]?.children[1]?.children ?? [];
    return found.length === 1 && values.length === 1 ? values[0] : undefined;
  };

const signerMatcher = (identifier: DerNode): ((certificate: Certificate) => boolean) => {
  if (identifier.tag === contextPrimitiveTag(0)) {
    const keyId = bytesToHex(identifier.contents);
    return ({ subjectKeyIdentifier: own }) => own !== undefined && bytesToHex(own) === keyId;
  }
  const [issuer, serial] = identifier.children;
  const issuerHex = issuer === undefined ? undefined : bytesToHex(issuer.raw);
  const serialHex = serial === undefined ? undefined : bytesToHex(serial.contents);
  return (certificate) =>
    certificate.serialHex === serialHex && bytesToHex(certificate.issuer) === issuerHex;
};

/** The first ESSCertID is the signer's. Source: RFC 5035 §4, RFC 2634 §5.4.1. */
const readBinding = (
  attribute: DerNode | undefined,
  defaultHash: HashName,
): CertificateBinding | undefined => {
  const first = attribute?.children[0]?.children[0];
  if (first === undefined) return undefined;
  const [head, next] = first.children;
  if (head?.tag === tags.octetString) return { hash: defaultHash, value: head.contents };
  const value = octetsOf(next);
  return value === undefined ? undefined : { hash: hashOf(head), value };
};
