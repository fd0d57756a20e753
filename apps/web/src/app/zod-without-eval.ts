// zod compiles its schemas with `new Function` where it may. The page's policy forbids that, and asking is reported as a
// breach. `z.config` would do the same, but would bring all of zod into the first script. This is the object that it looks
// into before it makes its first schema; the end-to-end tests fail on any breach, so on a zod that looks elsewhere too.
Object.assign(globalThis, { __zod_globalConfig: { jitless: true } });
