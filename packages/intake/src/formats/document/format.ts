import type { Format } from "../../format.ts";
import { parseDocument } from "./parse.ts";

/** A file of no known format: sealed whole, one item, nothing read out of it. */
export const documentFormat: Format = {
  id: "document",
  exhibitKind: "file",
  protectedClass: "not-words",
  recognise: () => ({
    confidence: "none",
    mediaType: "application/octet-stream",
    reasons: [],
  }),
  parse: parseDocument,
};
