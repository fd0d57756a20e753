import { argon2id } from "hash-wasm";

import type { Kdf } from "@holdfast/seal";

/** In Node and in browsers alike: neither has Argon2id of its own. About 0.4 s for 64 MiB and three passes. */
export const createWasmKdf = (): Kdf => ({
  argon2id: async (input) =>
    new Uint8Array(
      await argon2id({
        password: input.password,
        salt: input.salt,
        memorySize: input.memoryInKibibytes,
        iterations: input.passes,
        parallelism: input.lanes,
        hashLength: input.lengthInBytes,
        outputType: "binary",
      }),
    ),
});
