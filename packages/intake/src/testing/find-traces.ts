import { createHash } from "node:crypto";

import { bytesToHex } from "@holdfast/evidence";

/**
 * The ways in which a file can still be there in what was kept: its bytes, its base64 in each alignment and both
 * alphabets, its hexadecimal, its uuencode, and its hashes. Returns the names of those that were found.
 */
export const findTraces = (kept: Uint8Array, file: Uint8Array): readonly string[] => {
  const text = Buffer.from(kept).toString("latin1");
  const joined = text.replace(/[\r\n\t> ]/g, "");
  const found = new Set<string>();
  for (const [name, from] of windowsOf(file)) {
    const piece = Buffer.from(file.subarray(from, from + 24));
    if (Buffer.from(kept).includes(piece)) found.add(`bytes of its ${name}`);
    for (const shift of [0, 1, 2]) {
      const inner = piece.subarray(shift, shift + 21).toString("base64");
      const url = inner.replaceAll("+", "-").replaceAll("/", "_");
      if (joined.includes(inner) || joined.includes(url)) found.add(`base64 of its ${name}`);
    }
    if (joined.toLowerCase().includes(bytesToHex(piece))) found.add(`hexadecimal of its ${name}`);
  }
  for (const at of [0, 45]) {
    if (text.includes(uuencodeLine(file.subarray(at, at + 45)))) found.add("uuencode");
  }
  for (const algorithm of ["md5", "sha1", "sha256", "sha512"]) {
    const hash = createHash(algorithm).update(file).digest();
    if (joined.toLowerCase().includes(hash.toString("hex"))) found.add(`${algorithm} as hex`);
    if (joined.includes(hash.toString("base64"))) found.add(`${algorithm} as base64`);
  }
  return [...found];
};

/** The first bytes are the same in many pictures, the last ones stand on the shortest line. */
const windowsOf = (file: Uint8Array): readonly (readonly [string, number])[] => [
  ["beginning", 12],
  ["middle", Math.floor(file.length / 6) * 3],
  ["end", Math.floor((file.length - 26) / 3) * 3],
];

export const uuencode = (file: Uint8Array, name: string): string => {
  const lines: string[] = [];
  for (let at = 0; at < file.length; at += 45) lines.push(uuencodeLine(file.subarray(at, at + 45)));
  return `begin 644 ${name}\n${lines.join("\n")}\n\`\nend\n`;
};

const uuencodeLine = (bytes: Uint8Array): string => {
  const char = (value: number): string => (value === 0 ? "`" : String.fromCharCode(32 + value));
  let line = char(bytes.length);
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(i, i + 3);
    line +=
      char(a >> 2)
      + char(((a & 3) << 4) | (b >> 4))
      + char(((b & 15) << 2) | (c >> 6))
      + char(c & 63);
  }
  return line;
};

/** A picture's bytes without any pattern: what a camera's entropy coding looks like. */
export const patternPicture = (size = 3_000): Uint8Array<ArrayBuffer> => {
  let seed = 12_345;
  const bytes = Uint8Array.from({ length: size }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (seed >> 16) & 255;
  });
  bytes.set([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0]);
  bytes.set([0xff, 0xd9], size - 2);
  return bytes;
};
