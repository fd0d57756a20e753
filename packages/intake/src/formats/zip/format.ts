import type { FileHead, Format, Recognition } from "../../format.ts";
import { keepZipWords, parseZip } from "./parse.ts";

/** Any zip archive that is not itself a document. */
export const zipFormat: Format = {
  id: "zip",
  exhibitKind: "file",
  protectedClass: "mixed",
  recognise: (head) => recogniseZip(head),
  parse: parseZip,
  keepWords: keepZipWords,
};

const none: Recognition = { confidence: "none", mediaType: "application/zip", reasons: [] };

/** Documents that are zips inside; unpacking them would show their parts instead of what they say. */
const documentMarkers = ["[Content_Types].xml", "mimetype", "META-INF/", "_rels/.rels"];

const recogniseZip = (file: FileHead): Recognition => {
  const { head } = file;
  const hasSignature =
    head[0] === 0x50
    && head[1] === 0x4b
    && ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6));
  if (!hasSignature) {
    return /\.zip$/i.test(file.name)
      ? { ...none, confidence: "name", reasons: ["name_ends_in_zip"] }
      : none;
  }
  const firstName = new TextDecoder().decode(head.subarray(30, 30 + (head[26] ?? 0)));
  if (documentMarkers.some((marker) => firstName.startsWith(marker))) return none;
  return { ...none, confidence: "signature", reasons: ["zip_signature"] };
};
