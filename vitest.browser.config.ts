import { defineConfig } from "vitest/config";

/** Tests that drive a real Chromium; one file at a time, since each starts a browser. */
export default defineConfig({
  test: {
    include: ["**/*.browser.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
