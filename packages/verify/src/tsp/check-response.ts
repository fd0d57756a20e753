import { bytesToHex } from "@holdfast/evidence";

import type { FindingCode } from "@holdfast/evidence";

import { finding, type Finding, type FindingParams, type FindingPlace } from "../finding.ts";
import { signatureAlgorithmName } from "./algorithms.ts";
import { type Certificate, parseCertificate } from "./certificate.ts";
import { type ChainFault, findChain } from "./chain.ts";
import { sameBytes } from "./der.ts";
import { certificatesOfPem } from "./pem.ts";
import { parseTimestampRequest } from "./request.ts";
import type { SignaturePort } from "./signature-port.ts";
import { oids, parseTimestampResponse, type Token, type TokenSigner } from "./token.ts";

export interface TimestampQuestion {
  /** A `.tsr` as the authority sent it. */
  readonly response: Uint8Array<ArrayBuffer>;
  /** The SHA-256 of what was to be stamped, hexadecimal; left out, the request's imprint is taken. */
  readonly imprintHex?: string;
  /** The `.tsq`, when it was kept: only with it can the nonce be compared. */
  readonly request?: Uint8Array<ArrayBuffer>;
  /** PEM texts: certificates that were kept beside the response. They are a help to find a chain, never trusted. */
  readonly certificates?: readonly string[];
  /** PEM texts: what the asker trusts. */
  readonly roots?: readonly string[];
  readonly place?: FindingPlace;
}

/** What is true of a response whose signature is right; each instant in milliseconds since 1970 UTC. */
export interface TimestampFacts {
  readonly genTime: number;
  readonly serialHex: string;
  readonly policy: string;
  readonly imprintHex: string;
  readonly authority: string;
  readonly root: "known" | "unknown";
  readonly rootName: string;
  readonly signatureAlgorithm: string;
  /** The first end of a certificate in the chain below the root: renew half a year before. */
  readonly certificateEnds: number;
  readonly renewBy: number;
}

export interface TimestampAnswer {
  /** No fault among the findings, and a token was there. */
  readonly accepted: boolean;
  readonly findings: readonly Finding[];
  readonly facts: TimestampFacts | undefined;
}

/** Against files that are something else: a response with a chain is under 12 kB. */
export const maximumResponseSizeInBytes = 256 * 1024;

const halfAYearMs = 182 * 86_400_000;
const minimumRsaBits = 2_048;

/**
 * Checks one RFC 3161 response: granted, right imprint and nonce, one signer whose certificate may stamp time and nothing
 * else, the certificate bound into the signature, the signature itself, and the chain as it was at the token's own time.
 *
 * Errors: none; whatever is wrong is a finding. Revocation is not asked for: that would need the network.
 * Source: RFC 3161 §2.2–2.4, RFC 5816, RFC 5652 §5.4; docs/formats/time-stamp-token.md.
 */
export const checkTimestampResponse = async (
  deps: { readonly signatures: SignaturePort },
  question: TimestampQuestion,
): Promise<TimestampAnswer> => {
  const findings: Finding[] = [];
  const say: Say = (code, params = {}) => findings.push(finding(code, question.place, params));
  const token = readResponse(question.response, say);
  if (token === undefined) return { accepted: false, findings, facts: undefined };
  checkInfo(token, question, say);
  const roots = readRoots(question.roots ?? [], say);
  const facts = await checkSigner(deps, token, question, roots, say);
  return { accepted: findings.every(({ severity }) => severity !== "fault"), findings, facts };
};

type Say = (code: FindingCode, params?: FindingParams) => void;

const readResponse = (response: Uint8Array<ArrayBuffer>, say: Say): Token | undefined => {
  const parsed =
    response.length > maximumResponseSizeInBytes ? undefined : parseTimestampResponse(response);
  if (parsed === undefined) {
    say("timestamp_malformed");
    return undefined;
  }
  if (parsed.kind === "bare-token") say("timestamp_is_bare_token");
  // 0 granted, 1 granted with changes; all others carry no token or one that must not be used (RFC 3161 §2.4.2).
  else if (parsed.status > 1) say("timestamp_not_granted", { status: parsed.status });
  else if (parsed.token === undefined) say("timestamp_malformed");
  return parsed.token;
};

const checkInfo = (token: Token, question: TimestampQuestion, say: Say): void => {
  const { info } = token;
  if (token.contentType !== oids.tstInfo) {
    say("timestamp_content_type_wrong", { oid: token.contentType });
  }
  const request =
    question.request === undefined ? undefined : parseTimestampRequest(question.request);
  if (question.request !== undefined && request === undefined) say("witness_request_malformed");
  const wanted = question.imprintHex?.toLowerCase() ?? request?.imprintHex;
  if (info.imprintAlgorithm !== "SHA-256") say("timestamp_imprint_algorithm");
  else if (wanted === undefined || bytesToHex(info.imprint) !== wanted) {
    say("timestamp_imprint_differs", { found: bytesToHex(info.imprint), wanted: wanted ?? "" });
  }
  if (request?.nonceHex === undefined) return;
  if (info.nonceHex === undefined) say("timestamp_nonce_missing");
  else if (info.nonceHex !== request.nonceHex) say("timestamp_nonce_differs");
};

const readRoots = (pems: readonly string[], say: Say): readonly Certificate[] => {
  const roots: Certificate[] = [];
  for (const pem of pems) {
    const before = roots.length;
    roots.push(...readCertificates([pem]));
    if (roots.length === before) say("roots_unreadable");
  }
  return roots;
};

const readCertificates = (pems: readonly string[]): Certificate[] =>
  pems.flatMap((pem) =>
    certificatesOfPem(pem).flatMap((der) => {
      const certificate = parseCertificate(der);
      return certificate === undefined ? [] : [certificate];
    }),
  );

const checkSigner = async (
  deps: { readonly signatures: SignaturePort },
  token: Token,
  question: TimestampQuestion,
  roots: readonly Certificate[],
  say: Say,
): Promise<TimestampFacts | undefined> => {
  const [signer, second] = token.signers;
  if (signer === undefined || second !== undefined) {
    say("timestamp_signer_count", { count: token.signers.length });
    return undefined;
  }
  const others = [...token.certificates, ...readCertificates(question.certificates ?? [])];
  const certificate = [...others, ...roots].find(signer.isSigner);
  if (certificate === undefined) {
    say("timestamp_signer_missing");
    return undefined;
  }
  checkPurpose(certificate, say);
  await checkBinding(deps, signer, certificate, say);
  const signed = await checkSignature(deps, token, signer, certificate, say);
  const chain = await findChain(deps, {
    signer: certificate,
    others,
    roots,
    at: token.info.genTime,
  });
  checkStrength(signer, chain.chain, say);
  if (chain.kind === "broken") {
    sayChainFault(chain.fault, token.info.genTime, say);
    return undefined;
  }
  if (!signed) return undefined;
  const facts = factsOf(token, signer, chain.chain, chain.kind);
  if (chain.kind === "unknown") {
    say("timestamp_root_unknown", { authority: facts.authority, root: facts.rootName });
  }
  say("timestamp_renew_by", {
    authority: facts.authority,
    renewAt: facts.renewBy,
    endsAt: facts.certificateEnds,
  });
  return facts;
};

/** RFC 3161 §2.3: one purpose, timeStamping, marked critical. pkijs 4.0.0 and others accept a token without it. */
const checkPurpose = (certificate: Certificate, say: Say): void => {
  const { extendedKeyUsage: usage, keyUsage } = certificate;
  const name = { authority: certificate.subjectName };
  if (usage?.purposes.includes(oids.timeStamping) !== true || keyUsage?.signs === false) {
    say("timestamp_purpose_missing", name);
    return;
  }
  if (!usage.critical) say("timestamp_purpose_not_critical", name);
  if (usage.purposes.length !== 1) say("timestamp_purpose_not_sole", name);
};

const checkBinding = async (
  deps: { readonly signatures: SignaturePort },
  { binding }: TokenSigner,
  certificate: Certificate,
  say: Say,
): Promise<void> => {
  if (binding?.hash === undefined) {
    say("timestamp_signer_not_bound");
    return;
  }
  const digest = await deps.signatures.digest(binding.hash, certificate.raw);
  if (!sameBytes(digest, binding.value)) say("timestamp_signer_not_bound");
};

const checkSignature = async (
  deps: { readonly signatures: SignaturePort },
  token: Token,
  signer: TokenSigner,
  certificate: Certificate,
  say: Say,
): Promise<boolean> => {
  const { signedBytes, messageDigest, digest: hash, signatureAlgorithm: algorithm } = signer;
  if (
    signedBytes === undefined
    || messageDigest === undefined
    || signer.contentType !== token.contentType
  ) {
    say("timestamp_attributes_wrong");
    return false;
  }
  if (hash === undefined || algorithm === undefined || certificate.publicKey.kind === "other") {
    say("timestamp_algorithm_unknown");
    return false;
  }
  const digest = await deps.signatures.digest(hash, token.content);
  if (!sameBytes(digest, messageDigest)) {
    say("timestamp_digest_differs");
    return false;
  }
  const right = await deps.signatures.verify({
    algorithm,
    publicKey: certificate.publicKey,
    publicKeyInfo: certificate.publicKeyInfo,
    signature: signer.signature,
    data: signedBytes,
  });
  if (!right) say("timestamp_signature_wrong");
  return right;
};

/** A root's own signature proves nothing and is not looked at; its key is. */
const checkStrength = (signer: TokenSigner, chain: readonly Certificate[], say: Say): void => {
  const weak = new Set<string>();
  if (signer.digest === "SHA-1" || signer.signatureAlgorithm?.hash === "SHA-1") weak.add("SHA-1");
  for (const { publicKey, signatureAlgorithm, issuer, subject } of chain) {
    if (publicKey.kind === "rsa" && publicKey.modulusBits < minimumRsaBits) {
      weak.add(`RSA ${publicKey.modulusBits}`);
    }
    if (signatureAlgorithm?.hash === "SHA-1" && !sameBytes(issuer, subject)) weak.add("SHA-1");
  }
  for (const algorithm of weak) say("timestamp_weak_algorithm", { algorithm });
};

const sayChainFault = (fault: ChainFault, genTime: number, say: Say): void => {
  const name = fault.certificate.subjectName;
  switch (fault.kind) {
    case "not-valid-then":
      say("timestamp_certificate_not_valid_then", {
        name,
        notBeforeAt: fault.certificate.notBefore,
        notAfterAt: fault.certificate.notAfter,
        stampedAt: genTime,
      });
      return;
    case "extension-unknown":
      say("timestamp_certificate_extension_unknown", { name, oid: fault.oid });
      return;
    case "no-issuer":
      say("timestamp_chain_incomplete", { name });
  }
};

const factsOf = (
  token: Token,
  signer: TokenSigner,
  chain: readonly Certificate[],
  root: "known" | "unknown",
): TimestampFacts => {
  const certificateEnds = Math.min(...chain.map(({ notAfter }) => notAfter));
  return {
    genTime: token.info.genTime,
    serialHex: token.info.serialHex,
    policy: token.info.policy,
    imprintHex: bytesToHex(token.info.imprint),
    authority: chain[0]?.subjectName ?? "",
    root,
    rootName: chain.at(-1)?.subjectName ?? "",
    signatureAlgorithm:
      signer.signatureAlgorithm === undefined
        ? ""
        : signatureAlgorithmName(signer.signatureAlgorithm),
    certificateEnds,
    renewBy: certificateEnds - halfAYearMs,
  };
};
