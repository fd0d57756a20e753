import type { ShownBytes } from "../../door/seeing.ts";

type ShownAs = ShownBytes["shownAs"];

/** Types that a browser decodes and does not run. Everything else is bytes to it: no SVG, no HTML, no PDF, no XML. */
const shownTypes: ReadonlyMap<string, ShownAs> = new Map([
  ...[
    "image/png",
    "image/jpeg",
    "image/gif",
    "image/webp",
    "image/avif",
    "image/bmp",
    "image/heic",
  ].map((type) => [type, "picture"] as const),
  ...[
    "audio/mpeg",
    "audio/mp4",
    "audio/ogg",
    "audio/wav",
    "audio/webm",
    "audio/aac",
    "audio/amr",
  ].map((type) => [type, "recording"] as const),
  ...["video/mp4", "video/webm", "video/quicktime", "video/ogg", "video/3gpp"].map(
    (type) => [type, "film"] as const,
  ),
]);

const isWords = (mediaType: string): boolean =>
  mediaType.startsWith("text/")
  || mediaType === "message/rfc822"
  || mediaType === "application/mbox"
  || mediaType === "application/json"
  || mediaType === "image/svg+xml";

/** How bytes are handed to a screen: with a type from the list, as plain text, or as bytes that nothing opens. */
export const shownTypeOf = (
  mediaType: string,
): { readonly shownAs: ShownAs; readonly type: string } => {
  const plain = mediaType.toLowerCase().split(";")[0]?.trim() ?? "";
  const known = shownTypes.get(plain);
  if (known !== undefined) return { shownAs: known, type: plain };
  if (isWords(plain)) return { shownAs: "text", type: "text/plain;charset=utf-8" };
  const shownAs = plain === "application/pdf" ? "pdf" : "download";
  return { shownAs, type: "application/octet-stream" };
};
