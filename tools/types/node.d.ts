/** Node's own types are older than the generic byte arrays: an encoder's bytes are backed by an ArrayBuffer of their own. */
import "util";
declare module "util" {
  interface TextEncoder {
    encode(input?: string): Uint8Array<ArrayBuffer>;
  }
}
