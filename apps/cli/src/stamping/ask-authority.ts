import { err, ok, type Result } from "@holdfast/evidence";

import { messageOf } from "../sources/file-source.ts";

/** An authority that never stops sending must not fill the memory; an honest answer has a few kilobytes. */
const maximumResponseSizeInBytes = 1_048_576;
const timeoutMs = 30_000;

export interface AskAuthorityError {
  readonly code: "tsa_address_wrong" | "tsa_not_reached" | "tsa_refused" | "tsa_answer_too_large";
  readonly cause: string;
}

/**
 * Sends a time-stamp request and returns the full response. What leaves: the hash, a random number, and by the
 * connection itself an address and a moment. Asked for on the command line, each time.
 *
 * Source: RFC 3161 §3.4 (HTTP transport).
 */
export const askAuthority = async (
  url: string,
  request: Uint8Array<ArrayBuffer>,
  signal: AbortSignal,
): Promise<Result<Uint8Array<ArrayBuffer>, AskAuthorityError>> => {
  if (!/^https?:\/\//.test(url)) return err({ code: "tsa_address_wrong", cause: url });
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: {
        "content-type": "application/timestamp-query",
        accept: "application/timestamp-reply",
      },
      body: request,
      redirect: "error",
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!response.ok) return err({ code: "tsa_refused", cause: `HTTP ${response.status}` });
    return await readBounded(response);
  } catch (error) {
    const cause =
      error instanceof Error && error.cause !== undefined
        ? messageOf(error.cause)
        : messageOf(error);
    return err({ code: "tsa_not_reached", cause });
  }
};

const readBounded = async (
  response: Response,
): Promise<Result<Uint8Array<ArrayBuffer>, AskAuthorityError>> => {
  const chunks: Uint8Array[] = [];
  let size = 0;
  if (response.body !== null) {
    for await (const chunk of response.body) {
      size += chunk.length;
      if (size > maximumResponseSizeInBytes) {
        return err({ code: "tsa_answer_too_large", cause: `${maximumResponseSizeInBytes} bytes` });
      }
      chunks.push(chunk);
    }
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  return ok(whole);
};
