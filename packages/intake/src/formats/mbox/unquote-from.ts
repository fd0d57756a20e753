const lf = 0x0a;
const greater = 0x3e;

/**
 * Undoes the quoting of "From " lines: one ">" goes from each line that is ">From ", ">>From " and so on.
 *
 * Returns the very same bytes when there is nothing to undo. Source: mboxrd, qmail's mbox(5). A file of the older
 * mboxo kind quotes only "From " itself, and cannot be told apart: there a line that somebody wrote as ">>From "
 * loses one sign. The original keeps it.
 */
export const unquoteFrom = (bytes: Uint8Array): Uint8Array => {
  const signs = findQuoted(bytes);
  if (signs.length === 0) return bytes;
  const result = new Uint8Array(bytes.length - signs.length);
  let from = 0;
  let size = 0;
  for (const sign of signs) {
    result.set(bytes.subarray(from, sign), size);
    size += sign - from;
    from = sign + 1;
  }
  result.set(bytes.subarray(from), size);
  return result;
};

const findQuoted = (bytes: Uint8Array): readonly number[] => {
  const signs: number[] = [];
  for (let at = bytes.indexOf(greater); at >= 0; at = bytes.indexOf(greater, at + 1)) {
    if (at === 0 || bytes[at - 1] !== lf) continue;
    let end = at;
    while (bytes[end] === greater) end += 1;
    if (isFrom(bytes, end)) signs.push(at);
    at = end - 1;
  }
  return signs;
};

const isFrom = (bytes: Uint8Array, at: number): boolean =>
  bytes[at] === 0x46
  && bytes[at + 1] === 0x72
  && bytes[at + 2] === 0x6f
  && bytes[at + 3] === 0x6d
  && bytes[at + 4] === 0x20;
