// Parses one file as the command line does, and only counts: what parsing costs without a vault behind it.

import { defaultLimits, takeIn } from "@holdfast/intake";

import { openFileSource } from "../../apps/cli/src/sources/file-source.ts";

const [path = ""] = process.argv.slice(2);
const opened = await openFileSource(path);
if (!opened.ok) throw new Error(opened.error.cause);
const { parsed } = await takeIn({ source: opened.value.source, name: path, limits: defaultLimits });
let items = 0;
for await (const batch of parsed) {
  for (const one of batch) if (one.kind === "item") items += 1;
}
await opened.value.close();
