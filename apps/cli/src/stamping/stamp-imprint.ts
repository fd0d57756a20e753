import { nonceSizeInBytes, timestampRequest } from "@holdfast/output";
import { err, ok, type Random, type Result, toSha256Hex } from "@holdfast/evidence";
import {
  certificatesPemOf,
  checkTimestampResponse,
  type SignaturePort,
  type TimestampFacts,
} from "@holdfast/verify";

import { askAuthority, type AskAuthorityError } from "./ask-authority.ts";

/** A response that fits what was asked, with what has to be kept beside it. */
export interface FittingStamp {
  readonly response: Uint8Array<ArrayBuffer>;
  readonly request: Uint8Array<ArrayBuffer> | undefined;
  readonly chainPem: string;
  readonly facts: TimestampFacts;
}

export type StampError =
  AskAuthorityError | { readonly code: "tsr_not_accepted"; readonly cause: string };

export interface StampQuestion {
  readonly imprint: string;
  readonly response: Uint8Array<ArrayBuffer>;
  readonly request: Uint8Array<ArrayBuffer> | undefined;
  readonly rootPem: string | undefined;
}

export const newRequest = (random: Random, imprint: string): Uint8Array<ArrayBuffer> =>
  timestampRequest(toSha256Hex(imprint), random.bytes(nonceSizeInBytes));

/** Nothing is kept as a time-stamp that does not hold today: an unfit one would look like a forgery later. */
export const checkStamp = async (
  deps: { readonly signatures: SignaturePort },
  { imprint, response, request, rootPem }: StampQuestion,
): Promise<Result<FittingStamp, StampError>> => {
  const answer = await checkTimestampResponse(deps, {
    response,
    imprintHex: imprint,
    ...(request === undefined ? {} : { request }),
    ...(rootPem === undefined ? {} : { roots: [rootPem], certificates: [rootPem] }),
  });
  if (!answer.accepted || answer.facts === undefined) {
    const faults = answer.findings.filter((finding) => finding.severity === "fault");
    return err({
      code: "tsr_not_accepted",
      cause: faults.map((finding) => finding.code).join(", "),
    });
  }
  const sent = certificatesPemOf(response);
  const chainPem =
    rootPem === undefined || sent.includes(rootPem.trim()) ? sent : `${sent}${rootPem.trimEnd()}\n`;
  return ok({ response, request, chainPem, facts: answer.facts });
};

/** Request out, response in, checked. */
export const stampOverNetwork = async (
  deps: {
    readonly signatures: SignaturePort;
    readonly random: Random;
    readonly signal: AbortSignal;
  },
  options: { readonly url: string; readonly imprint: string; readonly rootPem: string | undefined },
): Promise<Result<FittingStamp, StampError>> => {
  const request = newRequest(deps.random, options.imprint);
  const response = await askAuthority(options.url, request, deps.signal);
  if (!response.ok) return response;
  return checkStamp(deps, {
    imprint: options.imprint,
    response: response.value,
    request,
    rootPem: options.rootPem,
  });
};
