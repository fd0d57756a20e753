import { fileURLToPath } from "node:url";

import { createDiskContent } from "@holdfast/guide/node";

/** Beside the program: the same files that the app carries. */
export const guideContent = createDiskContent(
  fileURLToPath(new URL("../../../content", import.meta.url)),
);
