// Parses one file as the command line's parsing thread does, and only counts: what parsing costs without a vault behind it.
import { workerData } from "node:worker_threads";

import { defaultLimits, takeIn } from "@holdfast/intake";

import { openFileSource } from "../../apps/cli/src/sources/file-source.ts";

const path = String(workerData);
const opened = await openFileSource(path);
if (!opened.ok) throw new Error(opened.error.cause);
const { parsed } = await takeIn({ source: opened.value.source, name: path, limits: defaultLimits });
let items = 0;
for await (const batch of parsed) {
  for (const one of batch) if (one.kind === "item") items += 1;
}
await opened.value.close();
if (items === 0) throw new Error("nothing was found in the file");
