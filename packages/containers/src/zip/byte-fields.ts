/** Little-endian fields, as every number in a zip is written (APPNOTE 6.3.10, 4.4). Beyond the end they read as 0. */
export const u16 = (bytes: Uint8Array, at: number): number =>
  (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);

export const u32 = (bytes: Uint8Array, at: number): number =>
  u16(bytes, at) + u16(bytes, at + 2) * 65_536;

/** 64 bits; what a double cannot hold is larger than any file and comes out as larger than any file. */
export const u64 = (bytes: Uint8Array, at: number): number =>
  u32(bytes, at) + u32(bytes, at + 4) * 4_294_967_296;

export const signatures = {
  localHeader: 0x04_03_4b_50,
  dataDescriptor: 0x08_07_4b_50,
  centralHeader: 0x02_01_4b_50,
  end: 0x06_05_4b_50,
  zip64End: 0x06_06_4b_50,
  zip64Locator: 0x07_06_4b_50,
} as const;

export const headerSizesInBytes = {
  local: 30,
  central: 46,
  end: 22,
  zip64End: 56,
  zip64Locator: 20,
} as const;

/** The data of one extra field, `undefined` when it is not there. Source: APPNOTE 4.5. */
export const findExtraField = (extra: Uint8Array, id: number): Uint8Array | undefined => {
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = u16(extra, at + 2);
    if (u16(extra, at) === id) return extra.subarray(at + 4, at + 4 + length);
    at += 4 + length;
  }
  return undefined;
};
