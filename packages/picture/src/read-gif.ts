import type { ByteSource } from "@holdfast/evidence";

import { toBoundedBytes } from "./bounded-bytes.ts";
import type { FileFacts } from "./picture-metadata.ts";

/** The logical screen's size; a GIF holds no time and no place. Source: GIF89a specification §18. */
export const readGif = async (source: ByteSource): Promise<FileFacts> => {
  const view = toBoundedBytes(await source.read(0, 10), true);
  const widthInPixels = view.u16(6) ?? 0;
  const heightInPixels = view.u16(8) ?? 0;
  return {
    ...(widthInPixels > 0 && heightInPixels > 0 ? { widthInPixels, heightInPixels } : {}),
    problems: view.length < 10 ? ["truncated"] : [],
  };
};
