declare global {
  /** Where zod looks for its settings before it makes its first schema. */
  var __zod_globalConfig: { jitless?: boolean } | undefined;
}

// zod compiles its schemas with `new Function` where it may. The page's policy forbids that, and asking is reported as a
// breach. `z.config` would do the same, but would bring all of zod into the first script; and in a later one it comes after
// schemas that share a chunk with it. The end-to-end tests fail on any breach, so on a zod that looks elsewhere too.
globalThis.__zod_globalConfig = { jitless: true };

export {};
