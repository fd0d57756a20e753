import { toBoundedBytes } from "@holdfast/picture";

import type { FileHead, Recognition } from "../../format.ts";
import { hasOnlySoundTracks, readDocType } from "./read-matroska.ts";

export type MediaContainer = "mp4" | "ogg" | "wav" | "mp3" | "amr" | "aac" | "matroska";

export interface RecognisedMedia {
  readonly container: MediaContainer;
  readonly mediaType: string;
  /** MPEG frames have no signature, only a pattern of eleven bits that other files have too. */
  readonly sure: boolean;
}

const mp4Types: Readonly<Record<string, string>> = {
  "qt  ": "video/quicktime",
  "M4A ": "audio/mp4",
  "M4B ": "audio/mp4",
};

/** Audio and video by their first bytes. */
export const recogniseMediaBytes = (
  head: Uint8Array,
  name: string,
): RecognisedMedia | undefined => {
  const view = toBoundedBytes(head, false);
  const start = view.ascii(0, 12);
  const brand = view.ascii(8, 4);
  const sure = true;
  if (start.slice(4, 8) === "ftyp") {
    const is3gp = brand.startsWith("3g");
    return {
      container: "mp4",
      mediaType: is3gp ? "video/3gpp" : (mp4Types[brand] ?? "video/mp4"),
      sure,
    };
  }
  if (/^(?:moov|mdat|wide|free)$/.test(start.slice(4, 8)) && /\.(?:mov|mp4|qt)$/i.test(name)) {
    return { container: "mp4", mediaType: "video/quicktime", sure: false };
  }
  if (start.startsWith("OggS")) return { container: "ogg", mediaType: "audio/ogg", sure };
  if (start.startsWith("RIFF") && brand === "WAVE")
    return { container: "wav", mediaType: "audio/wav", sure };
  if (start.startsWith("ID3")) return { container: "mp3", mediaType: "audio/mpeg", sure };
  if (start.startsWith("#!AMR")) return { container: "amr", mediaType: "audio/amr", sure };
  if (view.u32(0) === 0x1a45dfa3) {
    const what = hasOnlySoundTracks(head) ? "audio" : "video";
    const type = readDocType(head) === "webm" ? "webm" : "x-matroska";
    return { container: "matroska", mediaType: `${what}/${type}`, sure };
  }
  return recogniseFrames(view.u8(0) ?? 0, view.u8(1) ?? 0, view.u8(2) ?? 0, name);
};

const recogniseFrames = (
  first: number,
  second: number,
  third: number,
  name: string,
): RecognisedMedia | undefined => {
  if (first !== 0xff) return undefined;
  if ((second & 0xf6) === 0xf0) {
    return { container: "aac", mediaType: "audio/aac", sure: /\.(?:aac|m4a)$/i.test(name) };
  }
  const isLayer3 = (second & 0xe6) === 0xe2 && (second & 0x18) !== 0x08;
  const isPossible = (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
  return isLayer3 && isPossible
    ? { container: "mp3", mediaType: "audio/mpeg", sure: /\.mp3$/i.test(name) }
    : undefined;
};

export const recogniseMedia = ({ head, name }: FileHead): Recognition => {
  const media = recogniseMediaBytes(head, name);
  if (media === undefined) {
    return { confidence: "none", mediaType: "application/octet-stream", reasons: [] };
  }
  return {
    confidence: media.sure ? "signature" : "shape",
    mediaType: media.mediaType,
    reasons: [`${media.container}_signature`],
  };
};
