// @ts-check
// Gives a tool the packages' own code: Node 20 does not read TypeScript, and a second copy of a schema would drift.
import { rolldown } from "rolldown";

/**
 * Bundles one TypeScript file with all that it imports, in memory, and loads it.
 *
 * @param {string} path
 * @returns {Promise<Record<string, unknown>>} what the file exports
 */
export const loadTypeScript = async (path) => {
  const bundle = await rolldown({ input: path, platform: "node", logLevel: "warn" });
  const { output } = await bundle.generate({ format: "esm", codeSplitting: false });
  await bundle.close();
  return import(`data:text/javascript;base64,${Buffer.from(output[0].code).toString("base64")}`);
};
