import { assert, type ByteSource, type Json } from "@holdfast/evidence";

import type { SqlRow, SqlValue } from "./drivers/driver.ts";

/**
 * [Note: backup file]
 * "HFBACKUP" · length of the vault header (32 bits, big end first) · the vault header as it stands in its file ·
 * 16 random bytes · a sealed stream. The stream's key is derived from the vault key and the random bytes; everything
 * before the stream is authenticated with each of its chunks. So the file opens with what opens the vault, and a byte
 * changed or missing anywhere is found. See [Note: sealed stream].
 *
 * The stream holds frames: length of the payload (32 bits) · kind · payload. Rows are JSON [table, …values], bytes as
 * {"hex": …}; they are rows and not the database's pages, so that a backup moves between command line and browser and
 * into later versions.
 */
export const backupMagic = "HFBACKUP";
export const backupSaltLengthInBytes = 16;
const frameHeaderSizeInBytes = 5;
/** No frame is larger: a reader holds one. An item's row holds at most a text of some megabytes. */
const maximumFrameSizeInBytes = 64 * 1_048_576;

export const frameKinds = { row: 1, blobStart: 2, blobData: 3, blobEnd: 4, end: 5 } as const;
export type FrameKind = (typeof frameKinds)[keyof typeof frameKinds];

/** Every table that a backup carries, in the order in which the rows can be put back. */
export const backupTables: Readonly<Record<string, readonly string[]>> = {
  case_file: ["one", "document"],
  handles: ["id", "scheme", "value"],
  threads: ["id", "name"],
  sources: [
    "id",
    "sha256",
    "size",
    "blob",
    "blob_key",
    "text_only",
    "state",
    "visible",
    "items",
    "items_root",
    "notes",
    "event_time",
  ],
  exhibits: ["number", "source", "added_at", "withdrawn", "detail", "label"],
  items: [
    "id",
    "source",
    "kind",
    "order_ms",
    "width_ms",
    "wall_ms",
    "time_code",
    "span_offset",
    "span_length",
    "sender",
    "thread",
    "text",
    "rest",
  ],
  item_recipients: ["handle", "order_ms", "item"],
  notes: ["id", "source", "note"],
  custody_lines: ["seq", "line"],
  custody_openings: ["seq", "entry", "exhibit"],
  private_shelf: ["key", "value", "changed_at"],
};

export const rowToJson = (table: string, row: SqlRow): Json => [
  table,
  ...(backupTables[table] ?? []).map((column) => valueToJson(row[column] ?? null)),
];

const valueToJson = (value: SqlValue): Json => {
  if (value instanceof Uint8Array) return { hex: toHex(value) };
  return typeof value === "bigint" ? Number(value) : value;
};

const toHex = (bytes: Uint8Array): string => {
  let hex = "";
  for (const byte of bytes) hex += byte.toString(16).padStart(2, "0");
  return hex;
};

export interface Frame {
  readonly kind: number;
  readonly payload: Uint8Array<ArrayBuffer>;
}

const readAheadInBytes = 1_048_576;

/** The frames of an opened stream. Ends early, without the end frame, when a frame's length cannot be. */
export async function* readFrames(stream: ByteSource): AsyncGenerator<Frame> {
  let buffer = new Uint8Array(0);
  let bufferAt = 0;
  const take = async (at: number, length: number): Promise<Uint8Array<ArrayBuffer>> => {
    if (at < bufferAt || at + length > bufferAt + buffer.length) {
      buffer = await stream.read(at, Math.max(length, readAheadInBytes));
      bufferAt = at;
    }
    return buffer.slice(at - bufferAt, at - bufferAt + length);
  };
  for (let at = 0; at + frameHeaderSizeInBytes <= stream.sizeInBytes;) {
    const head = await take(at, frameHeaderSizeInBytes);
    const length = new DataView(head.buffer).getUint32(0);
    at += frameHeaderSizeInBytes;
    if (length > maximumFrameSizeInBytes || at + length > stream.sizeInBytes) return;
    yield { kind: head[4] ?? 0, payload: await take(at, length) };
    at += length;
  }
}

export const parsePayload = (frame: Frame): unknown =>
  JSON.parse(new TextDecoder().decode(frame.payload));

export const frameHeader = (kind: FrameKind, length: number): Uint8Array => {
  assert(length <= maximumFrameSizeInBytes, "a frame is smaller than its limit");
  const header = new Uint8Array(frameHeaderSizeInBytes);
  new DataView(header.buffer).setUint32(0, length);
  header[4] = kind;
  return header;
};
