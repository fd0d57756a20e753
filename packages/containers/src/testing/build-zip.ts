import { deflateRawSync } from "node:zlib";

import { updateCrc32 } from "../crc32.ts";

/** One entry, honest unless a field says otherwise: for making the zips that a careful writer would never make. */
export interface BuiltEntry {
  readonly name: string | Uint8Array;
  readonly content?: Uint8Array | string;
  readonly deflate?: boolean;
  readonly flags?: number;
  readonly method?: number;
  readonly statedSize?: number;
  readonly statedCompressedSize?: number;
  readonly statedCrc32?: number;
  readonly externalAttributes?: number;
  readonly localName?: string;
  readonly extra?: Uint8Array;
  /** Points this entry's record at the data of another. */
  readonly headerOffset?: number;
  readonly descriptor?: boolean;
}

const toBytes = (text: string | Uint8Array): Buffer =>
  typeof text === "string" ? Buffer.from(text, "utf8") : Buffer.from(text);

export const buildZip = (
  entries: readonly BuiltEntry[],
  options: { readonly prefix?: Uint8Array; readonly comment?: string } = {},
): Uint8Array<ArrayBuffer> => {
  const parts: Buffer[] = [Buffer.from(options.prefix ?? [])];
  let offset = 0;
  const list: Buffer[] = [];
  for (const entry of entries) {
    const content = toBytes(entry.content ?? "");
    const data = entry.deflate === true ? deflateRawSync(content) : content;
    const name = toBytes(entry.name);
    const localName = toBytes(entry.localName ?? entry.name);
    const extra = Buffer.from(entry.extra ?? []);
    const flags = entry.flags ?? (entry.descriptor === true ? 0x0808 : 0x0800);
    const method = entry.method ?? (entry.deflate === true ? 8 : 0);
    const crc = entry.statedCrc32 ?? updateCrc32(0, content);
    const size = entry.statedSize ?? content.length;
    const compressed = entry.statedCompressedSize ?? data.length;
    const inHeader = entry.descriptor === true ? 0 : 1;
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(flags, 6);
    local.writeUInt16LE(method, 8);
    local.writeUInt16LE(0x21, 12);
    local.writeUInt32LE(crc * inHeader, 14);
    local.writeUInt32LE(compressed * inHeader, 18);
    local.writeUInt32LE(size * inHeader, 22);
    local.writeUInt16LE(localName.length, 26);
    const descriptor = Buffer.alloc(entry.descriptor === true ? 16 : 0);
    if (entry.descriptor === true) {
      descriptor.writeUInt32LE(0x08074b50, 0);
      descriptor.writeUInt32LE(crc, 4);
      descriptor.writeUInt32LE(compressed, 8);
      descriptor.writeUInt32LE(size, 12);
    }
    const record = Buffer.alloc(46);
    record.writeUInt32LE(0x02014b50, 0);
    record.writeUInt16LE(0x0314, 4);
    record.writeUInt16LE(20, 6);
    record.writeUInt16LE(flags, 8);
    record.writeUInt16LE(method, 10);
    record.writeUInt16LE(0x21, 14);
    record.writeUInt32LE(crc, 16);
    record.writeUInt32LE(compressed, 20);
    record.writeUInt32LE(size, 24);
    record.writeUInt16LE(name.length, 28);
    record.writeUInt16LE(extra.length, 30);
    record.writeUInt32LE(entry.externalAttributes ?? 0, 38);
    record.writeUInt32LE(entry.headerOffset ?? offset, 42);
    list.push(record, name, extra);
    parts.push(local, localName, data, descriptor);
    offset += local.length + localName.length + data.length + descriptor.length;
  }
  const directory = Buffer.concat(list);
  const comment = toBytes(options.comment ?? "");
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  end.writeUInt16LE(comment.length, 20);
  return new Uint8Array(Buffer.concat([...parts, directory, end, comment]));
};
