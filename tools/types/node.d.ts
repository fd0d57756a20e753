/**
 * Where Node's own types are older than its behaviour, or give a global only as a value: so that packages, which compile
 * against web.d.ts, compile in Node's program too.
 */
import type * as util from "util";

declare module "util" {
  interface TextEncoder {
    encode(input?: string): Uint8Array<ArrayBuffer>;
  }
}

declare global {
  interface TextDecoder extends util.TextDecoder {}
  interface TextEncoder extends util.TextEncoder {}
}
