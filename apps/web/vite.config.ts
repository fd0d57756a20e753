import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

import { metaPolicy } from "./hosting/headers.mjs";

/** Only when built: Vite's own page for development needs scripts inside. */
const policyInPage: Plugin = {
  name: "policy-in-page",
  apply: "build",
  transformIndexHtml: () => [
    {
      tag: "meta",
      attrs: { "http-equiv": "Content-Security-Policy", content: metaPolicy },
      injectTo: "head-prepend",
    },
  ],
};

const output = {
  // Names of files are seen in a browser's network list and cache: they tell nothing.
  entryFileNames: "a/[hash].js",
  chunkFileNames: "a/[hash].js",
  assetFileNames: "a/[hash][extname]",
  // Small letters and digits: hosts leave out names that begin with "_", and some disks take "A" for "a".
  hashCharacters: "base36" as const,
};

const workerOutput = {
  ...output,
  codeSplitting: {
    // zod asks whether it may compile as soon as a schema is made, and the policy reports the question. Its setting
    // must run with it, before any file that makes a schema: left alone, it lands in a file that runs later. The page
    // itself sets it in src/app/zod-without-eval.ts, so that zod need not be in the first script.
    groups: [{ name: "schemas", test: /[\\/]node_modules[\\/]zod[\\/]|[\\/]configure-zod\.ts$/ }],
  },
};

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), policyInPage],
  // Any folder of any static host: nothing in a path may tell what this is.
  base: "./",
  worker: { format: "es", rolldownOptions: { output: workerOutput } },
  build: {
    outDir: "dist",
    emptyOutDir: true,
    // No data: address anywhere: the policy allows own files only.
    assetsInlineLimit: 0,
    target: "es2022",
    modulePreload: { polyfill: false },
    rolldownOptions: { output },
  },
});
