import { type Engine, loadEngine } from "../../engine/engine.ts";

/** What `crypto.getRandomValues` gives at once. */
const mostRandomBytesAtOnce = 65_536;

/** The engine in a browser. The app fetches the WebAssembly file, from its own origin. */
export const loadWebEngine = (wasmBinary: Uint8Array<ArrayBuffer>): Promise<Engine> =>
  loadEngine({
    wasmBinary,
    clock: { now: () => Date.now() },
    random: {
      bytes: (count) => {
        const bytes = new Uint8Array(count);
        for (let at = 0; at < count; at += mostRandomBytesAtOnce) {
          crypto.getRandomValues(bytes.subarray(at, at + mostRandomBytesAtOnce));
        }
        return bytes;
      },
    },
  });
