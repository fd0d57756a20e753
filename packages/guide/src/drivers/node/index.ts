export { createDiskContent } from "./disk-content.ts";
