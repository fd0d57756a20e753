export { createMemoryDisk, type MemoryDisk, type MemoryFaults } from "./memory-disk.ts";
export { createMemoryDriver } from "./memory-driver.ts";
