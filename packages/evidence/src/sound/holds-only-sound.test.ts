import { describe, expect, it } from "vitest";

import { holdsOnlySound } from "./holds-only-sound.ts";

const ascii = (text: string): number[] => Array.from(text, (letter) => letter.charCodeAt(0));

/** An element of WebM with a length in two bytes; `open`: as a recorder writes it that does not know the length yet. */
const element = (id: number[], content: number[], open = false): number[] => [
  ...id,
  ...(open
    ? [0x01, 255, 255, 255, 255, 255, 255, 255]
    : [0x40 | (content.length >> 8), content.length & 255]),
  ...content,
];
const head = element([0x1a, 0x45, 0xdf, 0xa3], [...element([0x42, 0x82], ascii("webm"))]);
const track = (kind: number, ...more: number[]): number[] =>
  element([0xae], [...element([0xd7], [1]), ...element([0x83], [kind]), ...more]);
const tracks = (...entries: number[][]): number[] =>
  element([0x16, 0x54, 0xae, 0x6b], entries.flat());
const cluster = element(
  [0x1f, 0x43, 0xb6, 0x75],
  [...element([0xe7], [0]), ...element([0xa3], [0x81, 0, 0, 0x80, 1, 2])],
);
const segment = (...parts: number[][]): number[] =>
  element([0x18, 0x53, 0x80, 0x67], parts.flat(), true);
const webm = (...parts: number[][]): Uint8Array => Uint8Array.from([...head, ...segment(...parts)]);

const box = (name: string, content: number[]): number[] => [
  0,
  0,
  (content.length + 8) >> 8,
  (content.length + 8) & 255,
  ...ascii(name),
  ...content,
];
const trakOf = (handler: string): number[] =>
  box("trak", [
    ...box("tkhd", [0, 0, 0, 0]),
    ...box("mdia", box("hdlr", [0, 0, 0, 0, 0, 0, 0, 0, ...ascii(handler), 0, 0, 0, 0])),
  ]);
const mp4 = (...parts: number[][]): Uint8Array =>
  Uint8Array.from([...box("ftyp", ascii("isom0000")), ...parts.flat(), ...box("mdat", [1, 2, 3])]);
const moov = (...parts: number[][]): number[] =>
  box("moov", [...box("mvhd", [0]), ...parts.flat()]);

describe("a recording is only sound", () => {
  it("when a recorder wrote it as WebM with one sound track, its length known or open", () => {
    expect(holdsOnlySound(webm(tracks(track(2)), cluster))).toBe(true);
    expect(
      holdsOnlySound(
        Uint8Array.from([
          ...head,
          ...element([0x18, 0x53, 0x80, 0x67], [...tracks(track(2)), ...cluster]),
        ]),
      ),
    ).toBe(true);
  });

  it("when a recorder wrote it as MP4 with one sound track", () => {
    expect(holdsOnlySound(mp4(moov(trakOf("soun"))))).toBe(true);
  });
});

describe("a recording is not only sound", () => {
  it("with a track of pictures, alone or beside the sound", () => {
    expect(holdsOnlySound(webm(tracks(track(1)), cluster))).toBe(false);
    expect(holdsOnlySound(webm(tracks(track(2), track(1)), cluster))).toBe(false);
    expect(holdsOnlySound(webm(tracks(track(2, ...element([0xe0], [0]))), cluster))).toBe(false);
    expect(holdsOnlySound(mp4(moov(trakOf("vide"))))).toBe(false);
    expect(holdsOnlySound(mp4(moov(trakOf("soun"), trakOf("vide"))))).toBe(false);
  });

  it("with a file attached, or a description that is as large as a picture", () => {
    const attached = element([0x19, 0x41, 0xa4, 0x69], [1, 2, 3]);
    const tags = element(
      [0x12, 0x54, 0xc3, 0x67],
      Array.from({ length: 5_000 }, () => 1),
    );
    expect(holdsOnlySound(webm(tracks(track(2)), attached, cluster))).toBe(false);
    expect(holdsOnlySound(webm(tracks(track(2)), tags, cluster))).toBe(false);
    const cover = box(
      "udta",
      Array.from({ length: 5_000 }, () => 1),
    );
    expect(holdsOnlySound(mp4(moov(trakOf("soun"), cover)))).toBe(false);
  });

  it("with something glued behind it, or cut off", () => {
    const whole = webm(tracks(track(2)), cluster);
    expect(holdsOnlySound(Uint8Array.from([...whole, 0xff, 0xd8, 0xff, 0xe0]))).toBe(false);
    expect(holdsOnlySound(whole.subarray(0, -2))).toBe(false);
    expect(holdsOnlySound(Uint8Array.from([...mp4(moov(trakOf("soun"))), 0xff, 0xd8, 0xff]))).toBe(
      false,
    );
  });

  it("without any track, and when it is something else", () => {
    expect(holdsOnlySound(webm(cluster))).toBe(false);
    expect(holdsOnlySound(mp4(moov()))).toBe(false);
    expect(holdsOnlySound(new Uint8Array(0))).toBe(false);
    expect(holdsOnlySound(Uint8Array.from(ascii("OggS, and then some")))).toBe(false);
  });
});
