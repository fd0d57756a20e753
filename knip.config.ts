import type { KnipConfig } from "knip";

/** Entries with "!" are what ships; the others are looked at only without --strict. */
const config: KnipConfig = {
  workspaces: {
    ".": {
      entry: ["tools/*.mjs", "fixtures/*.mjs", "bench/**/*.mjs", "test/**/*.test.ts"],
      project: ["tools/**/*.mjs", "fixtures/**/*.mjs", "bench/**/*.{mjs,ts}", "test/**/*.ts"],
    },
    "packages/*": {
      entry: ["src/index.ts!"],
      project: ["src/**/*.ts!", "!src/**/*.test.ts!", "!src/**/testing/**!"],
    },
    "apps/cli": {
      entry: ["src/main.ts!", "src/workers/*.ts!"],
      project: ["src/**/*.ts!", "!src/**/*.test.ts!"],
    },
    "apps/verify-page": {
      entry: ["src/main.ts!", "build.mjs"],
      project: ["src/**/*.ts!", "!src/**/*.test.ts!"],
    },
  },
};

export default config;
