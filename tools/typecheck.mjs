// Each environment is its own program: a package that reached for the DOM or for Node would not compile.
import { spawnSync } from "node:child_process";

const programs = [
  "tsconfig.packages.json",
  "tsconfig.node.json",
  "tsconfig.dom.json",
  "tsconfig.service-worker.json",
  "tsconfig.e2e.json",
  "tsconfig.web-tests.json",
];
let failed = false;
for (const program of programs) {
  const { status } = spawnSync("node_modules/.bin/tsc", ["-p", program], { stdio: "inherit" });
  if (status !== 0) failed = true;
}
process.exit(failed ? 1 : 0);
