import type { ByteSource, EventTime } from "@holdfast/evidence";
import { type Box, boxesIn, findBoxes, parseIsoTime, toBoundedBytes } from "@holdfast/picture";

import { toEventTime } from "../picture/format.ts";
import { type MediaFacts, toDurationMs } from "./media-facts.ts";

/** Seconds from 1904-01-01, where QuickTime begins to count, to 1970-01-01. */
const macEpochInSeconds = 2_082_844_800;
const maximumMetadataInBytes = 262_144;
const maximumTracks = 64;

/**
 * Reads `moov` of an MP4, MOV, M4A or 3GP file, wherever it stands; no frame is touched.
 *
 * The time is Apple's `com.apple.quicktime.creationdate` when it is there, since that has an offset; otherwise
 * `mvhd`, which is UTC by the specification. Many phones write local time into it: the basis says what it is worth.
 * Source: ISO/IEC 14496-12 §8.2.2, §8.3.2; Apple, QuickTime File Format (metadata keys, ©xyz); 3GPP TS 26.244 §8.2.
 */
export const readMp4 = async (source: ByteSource): Promise<MediaFacts> => {
  let moov: Box | undefined;
  let truncated = false;
  let hasMedia = false;
  for await (const box of boxesIn(source, 0, source.sizeInBytes)) {
    if (box.type === "moov") moov ??= box;
    if (box.type === "mdat" || box.type === "moof") hasMedia = true;
    truncated ||= box.cut;
  }
  if (moov === undefined) return { locationPresent: false, truncated: truncated || hasMedia };
  const boxes = await findBoxes(source, moov.contentStart, moov.end, ["mvhd", "udta", "meta"]);
  const header = await readMovieHeader(source, boxes.get("mvhd"));
  const size = await readLargestTrack(source, moov);
  const keys = await readKeys(source, boxes.get("meta"));
  const user = await readUserData(source, boxes.get("udta"));
  const time = keys.time ?? header.time;
  const device = keys.device ?? user.device;
  return {
    ...(time === undefined ? {} : { time }),
    ...(header.durationMs === undefined ? {} : { durationMs: header.durationMs }),
    ...size,
    ...(device === undefined ? {} : { device }),
    locationPresent: keys.locationPresent || user.locationPresent,
    truncated,
  };
};

const readMovieHeader = async (
  source: ByteSource,
  box: Box | undefined,
): Promise<{ readonly time?: EventTime; readonly durationMs?: number }> => {
  if (box === undefined) return {};
  const view = toBoundedBytes(await source.read(box.contentStart, 32), false);
  const wide = view.u8(0) === 1;
  const u64 = (at: number): number => (view.u32(at) ?? 0) * 0x1_0000_0000 + (view.u32(at + 4) ?? 0);
  const created = wide ? u64(4) : (view.u32(4) ?? 0);
  const timescale = view.u32(wide ? 20 : 12) ?? 0;
  const length = wide ? u64(24) : (view.u32(16) ?? 0);
  const durationMs =
    length === 0xffff_ffff ? undefined : toDurationMs((length / timescale) * 1_000);
  // Zero is what programs write that do not know; some write seconds since 1970 and land in 1904–1970.
  const at = (created - macEpochInSeconds) * 1_000;
  const isTime = created > macEpochInSeconds && at < 4_102_444_800_000;
  return {
    ...(isTime
      ? {
          time: {
            kind: "instant",
            at,
            precision: "second",
            basis: "container-metadata",
          },
        }
      : {}),
    ...(durationMs === undefined ? {} : { durationMs }),
  };
};

const readLargestTrack = async (
  source: ByteSource,
  moov: Box,
): Promise<{ widthInPixels: number; heightInPixels: number } | undefined> => {
  let largest: { widthInPixels: number; heightInPixels: number } | undefined;
  let tracks = 0;
  for await (const box of boxesIn(source, moov.contentStart, moov.end)) {
    if (box.type !== "trak") continue;
    tracks += 1;
    if (tracks > maximumTracks) break;
    const tkhd = (await findBoxes(source, box.contentStart, box.end, ["tkhd"])).get("tkhd");
    if (tkhd === undefined) continue;
    const view = toBoundedBytes(await source.read(tkhd.contentStart, 96), false);
    const at = view.u8(0) === 1 ? 88 : 76;
    const widthInPixels = view.u16(at) ?? 0;
    const heightInPixels = view.u16(at + 4) ?? 0;
    const area = largest === undefined ? 0 : largest.widthInPixels * largest.heightInPixels;
    if (widthInPixels * heightInPixels > area) largest = { widthInPixels, heightInPixels };
  }
  return largest;
};

interface Metadata {
  readonly time?: EventTime;
  readonly device?: string;
  readonly locationPresent: boolean;
}

/** QuickTime's `meta`: `keys` names what `ilst` holds, counted from 1. */
const readKeys = async (source: ByteSource, meta: Box | undefined): Promise<Metadata> => {
  if (meta === undefined) return { locationPresent: false };
  const isFull = (await source.read(meta.contentStart, 8)).subarray(4).join() !== "104,100,108,114";
  const start = meta.contentStart + (isFull ? 4 : 0);
  const boxes = await findBoxes(source, start, meta.end, ["keys", "ilst"]);
  const names = await readKeyNames(source, boxes.get("keys"));
  const ilst = boxes.get("ilst");
  const values = new Map<string, string>();
  if (ilst !== undefined) {
    for await (const entry of boxesIn(source, ilst.contentStart, ilst.end)) {
      const index = toBoundedBytes(await source.read(entry.start + 4, 4), false).u32(0) ?? 0;
      const name = names[index - 1];
      if (name === undefined) continue;
      const data = await source.read(
        entry.contentStart + 16,
        Math.min(256, Math.max(0, entry.end - entry.contentStart - 16)),
      );
      values.set(name, new TextDecoder().decode(data));
    }
  }
  const written = values.get("com.apple.quicktime.creationdate");
  const time = written === undefined ? undefined : parseIsoTime(written, "when-taken");
  const device = [values.get("com.apple.quicktime.make"), values.get("com.apple.quicktime.model")]
    .filter((part) => part !== undefined)
    .join(" ");
  return {
    ...(time === undefined ? {} : { time: toEventTime(time, "container-metadata") }),
    ...(device === "" ? {} : { device }),
    locationPresent: names.some((name) => name.includes(".location.")),
  };
};

const readKeyNames = async (
  source: ByteSource,
  keys: Box | undefined,
): Promise<readonly string[]> => {
  if (keys === undefined) return [];
  const size = Math.min(keys.end - keys.contentStart, maximumMetadataInBytes);
  const view = toBoundedBytes(await source.read(keys.contentStart, size), false);
  const names: string[] = [];
  let at = 8;
  while (at + 8 <= view.length) {
    const length = view.u32(at) ?? 0;
    if (length < 8) break;
    names.push(view.ascii(at + 8, Math.min(length - 8, 200)));
    at += length;
  }
  return names;
};

/** `udta`: "©xyz" (Apple, Android) and "loci" (3GPP) hold a place; "©mod" a device. Only that they are there is read. */
const readUserData = async (source: ByteSource, udta: Box | undefined): Promise<Metadata> => {
  if (udta === undefined) return { locationPresent: false };
  let device: string | undefined;
  let locationPresent = false;
  for await (const box of boxesIn(source, udta.contentStart, udta.end)) {
    if (box.type === "\u00a9xyz" || box.type === "loci") locationPresent = true;
    if (box.type === "\u00a9mod") {
      const bytes = await source.read(
        box.contentStart + 4,
        Math.min(100, Math.max(0, box.end - box.contentStart - 4)),
      );
      device = new TextDecoder().decode(bytes);
    }
  }
  return { ...(device === undefined || device === "" ? {} : { device }), locationPresent };
};
