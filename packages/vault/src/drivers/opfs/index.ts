export { loadWebEngine } from "./load-web-engine.ts";
export { createOpfsDriver } from "./opfs-driver.ts";
