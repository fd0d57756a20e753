import { hexToBytes } from "@holdfast/evidence";

import type { InboxAddress } from "./inbox-entry.ts";
import { publicKeyLengthInBytes } from "./ports.ts";

/**
 * Where to send, read from the bytes of a header file; `undefined` when it has no inbox or cannot be read: then the other
 * copy is tried. Without a schema and without a checksum, so that a service worker stays small: a key with a flipped bit
 * is no point of the curve and is refused when it is used, and the opened vault checks the whole header.
 */
export const readInboxAddress = (header: Uint8Array): InboxAddress | undefined => {
  const inner = memberOf(parseJson(new TextDecoder().decode(header)), "header");
  const vault = memberOf(inner, "vault");
  const publicKey = memberOf(memberOf(inner, "inbox"), "publicKey");
  if (typeof vault !== "string" || !/^[0-9a-f]{32}$/.test(vault)) return undefined;
  const bytes = typeof publicKey === "string" ? hexToBytes(publicKey) : undefined;
  if (bytes?.length !== publicKeyLengthInBytes) return undefined;
  return { vault, publicKey: bytes };
};

const memberOf = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: no address.
    return undefined;
  }
};
