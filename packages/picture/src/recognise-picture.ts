import { toBoundedBytes } from "./bounded-bytes.ts";

export type PictureKind = "jpeg" | "png" | "webp" | "gif" | "heif";

export interface RecognisedPicture {
  readonly kind: PictureKind;
  readonly mediaType: string;
}

const heifBrands: Readonly<Record<string, string>> = {
  heic: "image/heic",
  heix: "image/heic",
  heim: "image/heic",
  heis: "image/heic",
  hevc: "image/heic-sequence",
  hevx: "image/heic-sequence",
  mif1: "image/heif",
  mif2: "image/heif",
  msf1: "image/heif-sequence",
  avif: "image/avif",
  avis: "image/avif",
};

/** By the first bytes alone; at least 16 of them, a few hundred to see every brand of a HEIF file. */
export const recognisePicture = (head: Uint8Array): RecognisedPicture | undefined => {
  const view = toBoundedBytes(head, false);
  if (head[0] === 0xff && head[1] === 0xd8 && head[2] === 0xff) {
    return { kind: "jpeg", mediaType: "image/jpeg" };
  }
  if (view.ascii(0, 8) === "\u0089PNG\r\n\u001A\n") return { kind: "png", mediaType: "image/png" };
  if (view.ascii(0, 4) === "RIFF" && view.ascii(8, 4) === "WEBP") {
    return { kind: "webp", mediaType: "image/webp" };
  }
  if (/^GIF8[79]a/.test(view.ascii(0, 6))) return { kind: "gif", mediaType: "image/gif" };
  if (view.ascii(4, 4) !== "ftyp") return undefined;
  const size = Math.min(view.u32(0) ?? 0, head.length, 256);
  const brands = [view.ascii(8, 4)];
  for (let at = 16; at + 4 <= size; at += 4) brands.push(view.ascii(at, 4));
  const major = heifBrands[brands[0] ?? ""];
  if (major === undefined) return undefined;
  // "mif1" only says that it is some HEIF; a compatible brand names the codec.
  const exact = brands
    .map((b) => heifBrands[b])
    .find((t) => t === "image/heic" || t === "image/avif");
  return { kind: "heif", mediaType: major === "image/heif" ? (exact ?? major) : major };
};
