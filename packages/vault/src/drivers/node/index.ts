export { loadNodeEngine } from "./load-node-engine.ts";
export { createNodeDriver } from "./node-driver.ts";
export { createPageAligned } from "./page-aligned.ts";
