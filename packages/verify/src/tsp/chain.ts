import { bytesToHex } from "@holdfast/evidence";

import type { Certificate } from "./certificate.ts";
import { sameBytes } from "./der.ts";
import type { SignaturePort } from "./signature-port.ts";

/** Against certificates that name each other in circles: each check of a signature costs about a millisecond. */
const chainLimits = { maximumDepth: 8, maximumSignatureChecks: 64 } as const;

export type ChainFault =
  | { readonly kind: "not-valid-then"; readonly certificate: Certificate }
  | { readonly kind: "extension-unknown"; readonly certificate: Certificate; readonly oid: string }
  | { readonly kind: "no-issuer"; readonly certificate: Certificate };

/**
 * - `known`: leads to one of the given roots.
 * - `unknown`: leads to a root that was not given; `roots` tells whether any were.
 * - `broken`: leads nowhere, for the reason that came nearest to a root.
 */
export type ChainOutcome =
  | { readonly kind: "known"; readonly chain: readonly Certificate[] }
  | { readonly kind: "unknown"; readonly chain: readonly Certificate[] }
  | { readonly kind: "broken"; readonly chain: readonly Certificate[]; readonly fault: ChainFault };

export interface ChainQuestion {
  readonly signer: Certificate;
  readonly others: readonly Certificate[];
  readonly roots: readonly Certificate[];
  /** Milliseconds since 1970 UTC: the token's own time. A certificate that ended since was valid then. */
  readonly at: number;
}

interface Search extends ChainQuestion {
  readonly signatures: SignaturePort;
  readonly rootKeys: ReadonlySet<string>;
  checksLeft: number;
}

/** Source: RFC 5280 §6.1, without policies, name constraints and revocation (docs/formats/time-stamp-token.md says so). */
export const findChain = (
  deps: { readonly signatures: SignaturePort },
  question: ChainQuestion,
): Promise<ChainOutcome> =>
  extend(
    {
      ...question,
      signatures: deps.signatures,
      rootKeys: new Set(question.roots.map(keyOf)),
      checksLeft: chainLimits.maximumSignatureChecks,
    },
    [question.signer],
  );

const extend = async (search: Search, chain: readonly Certificate[]): Promise<ChainOutcome> => {
  const last = chain.at(-1) ?? search.signer;
  const fault = ownFault(search, last);
  if (fault !== undefined) return { kind: "broken", chain, fault };
  if (search.rootKeys.has(keyOf(last))) return { kind: "known", chain };
  if (await isSelfSigned(search, last)) return { kind: "unknown", chain };
  let best: ChainOutcome = {
    kind: "broken",
    chain,
    fault: { kind: "no-issuer", certificate: last },
  };
  if (chain.length >= chainLimits.maximumDepth) return best;
  for (const candidate of issuersOf(search, chain, last)) {
    if (!(await isSignedBy(search, last, candidate))) continue;
    const found = await extend(search, [...chain, candidate]);
    if (found.kind === "known") return found;
    if (rank(found) > rank(best)) best = found;
  }
  return best;
};

const rank = (outcome: ChainOutcome): number =>
  outcome.kind === "unknown" ? chainLimits.maximumDepth + 1 : outcome.chain.length;

const keyOf = (certificate: Certificate): string => bytesToHex(certificate.raw);

const ownFault = (search: Search, certificate: Certificate): ChainFault | undefined => {
  const [oid] = certificate.unknownCriticalExtensions;
  if (oid !== undefined) return { kind: "extension-unknown", certificate, oid };
  return search.at < certificate.notBefore || search.at > certificate.notAfter
    ? { kind: "not-valid-then", certificate }
    : undefined;
};

/** Roots first: a chain that reaches one is the answer that counts. */
const issuersOf = (
  search: Search,
  chain: readonly Certificate[],
  certificate: Certificate,
): readonly Certificate[] =>
  [...search.roots, ...search.others].filter(
    (candidate) =>
      sameBytes(candidate.subject, certificate.issuer)
      && candidate.isAuthority
      && candidate.keyUsage?.certificateSign !== false
      // Authorities between this one and the signer; the signer itself is not counted (RFC 5280 §4.2.1.9).
      && (candidate.pathLength === undefined || chain.length - 1 <= candidate.pathLength)
      && !chain.some((member) => sameBytes(member.raw, candidate.raw)),
  );

const isSelfSigned = async (search: Search, certificate: Certificate): Promise<boolean> =>
  sameBytes(certificate.subject, certificate.issuer)
  && certificate.isAuthority
  && (await isSignedBy(search, certificate, certificate));

const isSignedBy = async (
  search: Search,
  certificate: Certificate,
  issuer: Certificate,
): Promise<boolean> => {
  if (certificate.signatureAlgorithm === undefined || search.checksLeft <= 0) return false;
  search.checksLeft -= 1;
  return search.signatures.verify({
    algorithm: certificate.signatureAlgorithm,
    publicKey: issuer.publicKey,
    publicKeyInfo: issuer.publicKeyInfo,
    signature: certificate.signature,
    data: certificate.toBeSigned,
  });
};
