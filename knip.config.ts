import type { KnipConfig } from "knip";

/** Entries with "!" are what ships; the others are looked at only without --strict. */
const config: KnipConfig = {
  // A named part of an exported shape may have its own name.
  ignoreExportsUsedInFile: { interface: true, type: true },
  // Debian's; tools/peers.mjs sees to them.
  ignoreBinaries: ["age", "age-keygen", "exiftool", "openssl", "zbarimg"],
  workspaces: {
    ".": {
      entry: [
        "tools/*.mjs",
        "fixtures/*.mjs",
        "bench/*.mjs",
        "bench/{engine,programs}/*.{mjs,ts}",
        "test/**/*.test.ts",
        // Started as processes and pages of their own.
        "test/**/*-child.ts",
        "test/**/*-preload.mjs",
        "test/browser/page/{main,worker,inbox-worker}.ts",
        "test/browser/page/{door,example}/main.ts",
        "bench/browser/in-chromium.ts",
        "bench/browser/page/{main,vault-worker,intake-worker}.ts",
      ],
      project: [
        "tools/**/*.mjs",
        "fixtures/**/*.mjs",
        "bench/**/*.{mjs,ts}",
        // Other people's programs that the bench measures against, with a package.json of their own: no code of ours.
        "!bench/peers/**",
        "test/**/*.{mjs,ts}",
      ],
    },
    "packages/vault": {
      // Its WebAssembly is resolved as a file, never imported.
      ignoreDependencies: ["@evolu/sqlite-wasm"],
      project: ["src/**/*.ts!", "!src/**/*.test.ts!", "!src/**/testing/**!"],
    },
    "packages/*": {
      project: ["src/**/*.ts!", "!src/**/*.test.ts!", "!src/**/testing/**!"],
    },
    "apps/cli": {
      entry: ["src/main.ts!", "src/workers/*.ts!"],
      // The contracts are written to apps/cli/contract and docs/cli.md, and do not ship.
      project: ["src/**/*.ts!", "!src/**/*.test.ts!", "!src/contract/contracts.ts!"],
    },
    "apps/web": {
      entry: [
        "src/service-worker/worker/main.ts!",
        // Used by screens that are being built.
        "src/door/{door,create-door}.ts!",
        "src/workers/{start-workers,vault-worker,intake-worker,member-worker,check-worker}.ts!",
        "src/content/load-content.ts!",
        "src/service-worker/offline.ts!",
        "e2e/**/*.test.ts",
      ],
      ignoreDependencies: [
        "hash-wasm",
        // Named in tokens.css.
        "@fontsource-variable/source-sans-3",
      ],
      project: ["src/**/*.{ts,tsx}!", "hosting/*.mjs", "!src/**/*.test.ts!", "!src/**/testing/**!"],
    },
    "apps/verify-page": {
      entry: ["src/main.ts!"],
      project: ["src/**/*.ts!", "!src/**/*.test.ts!"],
    },
  },
};

export default config;
