/** One ASN.1 value: its own bytes, its contents, and the values inside it. */
export interface DerNode {
  /** The identifier octet: class, constructed bit and number. 0x30 is SEQUENCE, 0xa0 is [0] constructed. */
  readonly tag: number;
  /** Identifier, length and contents. */
  readonly raw: Uint8Array<ArrayBuffer>;
  readonly contents: Uint8Array<ArrayBuffer>;
  readonly children: readonly DerNode[];
}

/** Against nested or splintered input: a real time-stamp is 12 levels deep and has about 400 values. */
const derLimits = { maximumDepth: 32, maximumNodes: 20_000 } as const;

interface Cursor {
  readonly bytes: Uint8Array<ArrayBuffer>;
  nodesLeft: number;
}

const constructed = 0x20;

/**
 * Reads exactly one ASN.1 value. Accepts the indefinite lengths of BER too: old authorities wrap a DER token in a BER envelope.
 *
 * Errors: `undefined` when the bytes are not one whole value, have something after it, or pass `derLimits`.
 * Source: X.690 §8.1.
 */
export const parseDer = (bytes: Uint8Array<ArrayBuffer>): DerNode | undefined => {
  const cursor: Cursor = { bytes, nodesLeft: derLimits.maximumNodes };
  const node = readNode(cursor, 0, bytes.length, 0);
  return node !== undefined && node.raw.length === bytes.length ? node : undefined;
};

const readNode = (
  cursor: Cursor,
  start: number,
  end: number,
  depth: number,
): DerNode | undefined => {
  cursor.nodesLeft -= 1;
  if (depth > derLimits.maximumDepth || cursor.nodesLeft < 0) return undefined;
  const tag = cursor.bytes[start];
  // Numbers of 31 and more span several octets; no structure that is read here has them.
  if (tag === undefined || (tag & 0x1f) === 0x1f) return undefined;
  const length = readLength(cursor.bytes, start + 1, end);
  if (length === undefined) return undefined;
  if (length.value === undefined) return readIndefinite(cursor, start, length.next, end, depth);
  const contentsEnd = length.next + length.value;
  if (contentsEnd > end) return undefined;
  const children: DerNode[] = [];
  if ((tag & constructed) !== 0) {
    let at = length.next;
    while (at < contentsEnd) {
      const child = readNode(cursor, at, contentsEnd, depth + 1);
      if (child === undefined) return undefined;
      children.push(child);
      at += child.raw.length;
    }
  }
  return {
    tag,
    raw: cursor.bytes.subarray(start, contentsEnd),
    contents: cursor.bytes.subarray(length.next, contentsEnd),
    children,
  };
};

const readIndefinite = (
  cursor: Cursor,
  start: number,
  contentsStart: number,
  end: number,
  depth: number,
): DerNode | undefined => {
  const tag = cursor.bytes[start] ?? 0;
  if ((tag & constructed) === 0) return undefined;
  const children: DerNode[] = [];
  let at = contentsStart;
  for (;;) {
    if (at + 2 > end) return undefined;
    if (cursor.bytes[at] === 0 && cursor.bytes[at + 1] === 0) break;
    const child = readNode(cursor, at, end, depth + 1);
    if (child === undefined) return undefined;
    children.push(child);
    at += child.raw.length;
  }
  return {
    tag,
    raw: cursor.bytes.subarray(start, at + 2),
    contents: cursor.bytes.subarray(contentsStart, at),
    children,
  };
};

/** `value: undefined` stands for the indefinite form. */
const readLength = (
  bytes: Uint8Array,
  at: number,
  end: number,
): { readonly value: number | undefined; readonly next: number } | undefined => {
  const first = bytes[at];
  if (first === undefined || at >= end) return undefined;
  if (first < 0x80) return { value: first, next: at + 1 };
  if (first === 0x80) return { value: undefined, next: at + 1 };
  const count = first & 0x7f;
  if (count > 4 || at + 1 + count > end) return undefined;
  let value = 0;
  for (let i = 1; i <= count; i += 1) value = value * 256 + (bytes[at + i] ?? 0);
  return { value, next: at + 1 + count };
};

/** Identifier octets of the values that are read here. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  octetStringInPieces: 0x24,
  null: 0x05,
  oid: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  ia5String: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** [n] with values inside. */
export const contextTag = (number: number): number => 0xa0 + number;
/** [n] with bytes inside. */
export const contextPrimitiveTag = (number: number): number => 0x80 + number;

/** "1.2.840.113549" of an OBJECT IDENTIFIER; `undefined` for any other value and for arcs over 2^53. */
export const oidOf = (node: DerNode | undefined): string | undefined => {
  if (node?.tag !== tags.oid || node.contents.length === 0) return undefined;
  const arcs: number[] = [];
  let arc = 0;
  let open = false;
  for (const byte of node.contents) {
    arc = arc * 128 + (byte & 0x7f);
    open = (byte & 0x80) !== 0;
    if (!Number.isSafeInteger(arc)) return undefined;
    if (open) continue;
    arcs.push(arc);
    arc = 0;
  }
  const first = arcs[0];
  if (open || first === undefined) return undefined;
  const top = Math.min(2, Math.floor(first / 40));
  return [top, first - top * 40, ...arcs.slice(1)].join(".");
};

/** A small non-negative INTEGER. */
export const smallIntegerOf = (node: DerNode | undefined): number | undefined => {
  if (node?.tag !== tags.integer || node.contents.length === 0 || node.contents.length > 4) {
    return undefined;
  }
  if ((node.contents[0] ?? 0) >= 0x80) return undefined;
  let value = 0;
  for (const byte of node.contents) value = value * 256 + byte;
  return value;
};

/** The bytes of an OCTET STRING, also when BER cut it into pieces. */
export const octetsOf = (node: DerNode | undefined): Uint8Array<ArrayBuffer> | undefined => {
  if (node?.tag === tags.octetString) return node.contents;
  if (node?.tag !== tags.octetStringInPieces) return undefined;
  const pieces: Uint8Array[] = [];
  let total = 0;
  for (const child of node.children) {
    if (child.tag !== tags.octetString) return undefined;
    pieces.push(child.contents);
    total += child.contents.length;
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
};

/** The bytes of a BIT STRING without unused bits. */
export const wholeBitsOf = (node: DerNode | undefined): Uint8Array<ArrayBuffer> | undefined =>
  node?.tag === tags.bitString && node.contents[0] === 0 ? node.contents.subarray(1) : undefined;

export const sameBytes = (a: Uint8Array, b: Uint8Array): boolean => {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i += 1) if (a[i] !== b[i]) return false;
  return true;
};
