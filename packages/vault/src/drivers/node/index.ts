export { loadNodeEngine } from "./load-node-engine.ts";
