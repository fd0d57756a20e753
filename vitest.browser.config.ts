import { defineConfig } from "vitest/config";

/** Tests that drive a real Chromium; two files at a time, since each starts a browser and a server. */
export default defineConfig({
  test: {
    include: ["**/*.browser.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    maxWorkers: 2,
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // A count waited for is a screen still being drawn: as long as a slow machine needs.
    expect: { poll: { timeout: 30_000 } },
  },
});
