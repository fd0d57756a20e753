#!/usr/bin/env node
import { existsSync } from "node:fs";

const program = new URL("../dist/holdfast.mjs", import.meta.url);
if (existsSync(program)) {
  await import(program.href);
} else {
  process.stderr.write("Holdfast is not built yet: run `npm start` or `npm run build` first.\n");
  process.exitCode = 3;
}
