import { rolldown } from "rolldown";

/** One script with everything that it imports, as a browser loads it. */
export const bundleScript = async (input: string): Promise<string> => {
  const bundle = await rolldown({ input, platform: "browser", logLevel: "warn" });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  await bundle.close();
  return output[0].code;
};
