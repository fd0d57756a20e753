import { type ByteSource } from "@holdfast/evidence";
import { parseIsoTime, type PictureTime, readXmp } from "@holdfast/picture";

/** What a PDF says of itself, as far as it stands outside compressed objects. */
export interface PdfFacts {
  readonly created?: Pick<PictureTime, "local" | "offsetMinutes">;
  readonly pages?: number;
  readonly truncated: boolean;
}

/** The cross-reference, the trailer and the Info dictionary stand at one end or the other. */
const windowSizeInBytes = 2 * 1_048_576;
const maximumDictionaryInBytes = 65_536;
const maximumPages = 1_000_000;
const maximumPageNodes = 5_000;
const pageNodeInBytes = 2_048;

/**
 * Reads the creation time and the number of pages by looking for them in the first and the last two MiB.
 *
 * No object is rendered, decompressed or followed from one to the next: there is nothing to loop in. Source: ISO
 * 32000-1 §7.9.4 (dates), §14.3.3 (Info), §7.7.3 (page tree).
 */
export const readPdf = async (source: ByteSource): Promise<PdfFacts> => {
  const text = await readWindows(source);
  const created = infoTime(text) ?? xmpTime(text);
  const pages = countPages(text);
  return {
    ...(created === undefined ? {} : { created }),
    ...(pages === undefined ? {} : { pages }),
    truncated: !text.slice(-4_096).includes("%%EOF"),
  };
};

const readWindows = async (source: ByteSource): Promise<string> => {
  const latin1 = new TextDecoder("latin1");
  const head = latin1.decode(await source.read(0, windowSizeInBytes));
  if (source.sizeInBytes <= windowSizeInBytes) return head;
  const from = Math.max(windowSizeInBytes, source.sizeInBytes - windowSizeInBytes);
  return `${head}\n${latin1.decode(await source.read(from, windowSizeInBytes))}`;
};

/** The Info dictionary that the last trailer names; later ones replace earlier ones. */
const infoTime = (text: string): PdfFacts["created"] => {
  const at = text.lastIndexOf("/Info ");
  const reference = at < 0 ? null : /^\/Info (\d{1,10}) (\d{1,5}) R/.exec(text.slice(at, at + 40));
  if (reference === null) return undefined;
  const start = findObject(text, `${reference[1] ?? ""} ${reference[2] ?? ""} obj`);
  if (start === undefined) return undefined;
  const end = text.indexOf("endobj", start);
  const dictionary = text.slice(
    start,
    Math.min(end < 0 ? text.length : end, start + maximumDictionaryInBytes),
  );
  const date = /\/CreationDate\s*\(([^)]{4,40})\)/.exec(dictionary)?.[1];
  return date === undefined ? undefined : parsePdfDate(date);
};

/** The last object of that number which begins a line: an update stands behind what it replaces. */
const findObject = (text: string, header: string): number | undefined => {
  let at = text.lastIndexOf(header);
  while (at > 0 && !/[\r\n ]/.test(text.charAt(at - 1))) at = text.lastIndexOf(header, at - 1);
  return at <= 0 ? undefined : at + header.length;
};

const datePattern =
  /^(?:D:)?(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:(Z)|([+-])(\d\d)'?(\d\d)?'?)?/;

/** "D:20260305211412+05'00'"; a date without a day is too little for a timeline. */
const parsePdfDate = (text: string): PdfFacts["created"] => {
  const match = datePattern.exec(text.trim());
  if (match?.[3] === undefined) return undefined;
  const [, year, month, day, hour = "00", minute = "00", second = "00"] = match;
  const sign = match[8];
  const zone =
    match[7] ?? (sign === undefined ? "" : `${sign}${match[9] ?? ""}:${match[10] ?? "00"}`);
  return parseIsoTime(
    `${year ?? ""}-${month ?? ""}-${day}T${hour}:${minute}:${second}${zone}`,
    "when-taken",
  );
};

const xmpTime = (text: string): PdfFacts["created"] => {
  const at = text.lastIndexOf("<x:xmpmeta");
  if (at < 0) return undefined;
  const packet = text.slice(at, at + maximumDictionaryInBytes);
  const taken = readXmp(new TextEncoder().encode(packet)).taken;
  return taken?.written === "when-taken" ? taken : undefined;
};

/** The largest count of a page tree node: the root of the tree has it. */
const countPages = (text: string): number | undefined => {
  let largest = 0;
  let nodes = 0;
  const pattern = /\/Type\s{0,8}\/Pages\b/g;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    nodes += 1;
    if (nodes > maximumPageNodes) break;
    // Windows around the name, so that a file of nothing but names is not searched again for each of them.
    const before = text.slice(Math.max(0, match.index - pageNodeInBytes), match.index);
    const behind = text.slice(match.index, match.index + pageNodeInBytes);
    const end = behind.indexOf(">>");
    const node =
      before.slice(before.lastIndexOf("<<") + 1) + (end < 0 ? behind : behind.slice(0, end));
    const count = Number(/\/Count\s{1,8}(\d{1,7})\b/.exec(node)?.[1] ?? 0);
    largest = Math.max(largest, count);
  }
  return largest > 0 && largest <= maximumPages ? largest : undefined;
};
