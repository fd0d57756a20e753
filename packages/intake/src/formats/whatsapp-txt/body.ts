import type { Handle, ItemFlag, ItemKind } from "@holdfast/evidence";

import {
  attachedWords,
  callPhrases,
  editedPhrases,
  isSystemText,
  kindOfPhrase,
  longestPhrase,
  mayBePhrase,
  missedCallPhrases,
  omittedPhrases,
  phraseKey,
  pollOptionWords,
  pollWords,
  stripMarks,
} from "./phrases/all.ts";
import type { SenderHints } from "./sender-survey.ts";

/** What a message's text turned out to be. */
export interface BodyReading {
  readonly kind: Extract<ItemKind, "message" | "call">;
  readonly from: Handle | undefined;
  readonly text: string;
  readonly flags: readonly ItemFlag[];
  /** Names of files that the message brought, as written. */
  readonly files: readonly string[];
  readonly poll?: readonly string[];
  readonly callMissed?: boolean;
}

export type ReadBody = (body: string) => BodyReading;

const noFlags: readonly ItemFlag[] = [];
const noFiles: readonly string[] = [];
const systemFlags: readonly ItemFlag[] = ["system"];

/** `thread` is the chat's name when the file's name tells it: on iPhones the app writes under a group's name. */
export const createReadBody = (hints: SenderHints, thread: string | undefined): ReadBody => {
  const findSender = createFindSender(hints, thread);
  return (body) => {
    const sender = findSender(body);
    if (sender === undefined) return readSystemLine(body);
    const text = body.slice(sender.textAt);
    if (isAppLine(text)) return readSystemLine(text);
    const reading = readText(text, sender.handle);
    return sender.isApp && isPlain(reading) ? readSystemLine(text) : reading;
  };
};

/** Neither a file nor a call nor a place: under a group's name only the app's own sentences are left. */
const isPlain = (reading: BodyReading): boolean =>
  reading.kind === "message"
  && reading.flags.length === 0
  && reading.files.length === 0
  && reading.poll === undefined
  && !reading.text.includes("http");

interface Sender {
  readonly handle: Handle;
  readonly textAt: number;
  readonly isApp: boolean;
}

/** A hostile file can have a new name on each line. */
const maximumCachedSenders = 4_096;

const createFindSender = (hints: SenderHints, thread: string | undefined) => {
  const known = new Map<string, Sender | null>();

  return (body: string): Sender | undefined => {
    const colon = body.indexOf(": ");
    const firstPart = colon < 0 ? endOfName(body) : body.slice(0, colon);
    if (firstPart === undefined) return undefined;
    const cached = known.get(firstPart);
    if (cached !== undefined) return cached ?? undefined;
    // A copy: the cache must not keep the whole chunk that the name was cut out of.
    const name = copyText(firstPart);
    const sender = readSender(name, body, hints, thread);
    if (known.size >= maximumCachedSenders) known.clear();
    known.set(name, sender ?? null);
    return sender;
  };
};

/** "Name:" at the end of a line whose text begins on the next one. */
const endOfName = (body: string): string | undefined => {
  const feed = body.indexOf("\n");
  const line = feed < 0 ? body : body.slice(0, feed);
  return line.endsWith(":") && line.length > 1 ? line.slice(0, -1) : undefined;
};

const longestName = 128;

const readSender = (
  firstPart: string,
  body: string,
  hints: SenderHints,
  thread: string | undefined,
): Sender | undefined => {
  if (firstPart.includes("\n") || firstPart.length > longestName) return undefined;
  // 'Ann changed the subject from "a" to "b: c"' is no name.
  if (isSystemText(firstPart)) return undefined;
  const whole = hints.fullNameByFirstPart.get(firstPart) ?? nameFromThread(firstPart, body, thread);
  const written = whole ?? firstPart;
  const value = stripMarks(written).trim();
  if (value === "") return undefined;
  return {
    handle: { scheme: isPhone(value) ? "phone" : "name", value },
    textAt: Math.min(body.length, written.length + (body[written.length + 1] === " " ? 2 : 1)),
    isApp: hints.onlyApp.has(firstPart) && (thread === undefined || value === thread),
  };
};

/** A one-to-one chat is named after the other person: a name with ": " in it is known from there. */
const nameFromThread = (
  firstPart: string,
  body: string,
  thread: string | undefined,
): string | undefined =>
  thread?.startsWith(`${firstPart}: `) === true && body.startsWith(`${thread}: `)
    ? thread
    : undefined;

const phonePattern = /^\+?[\d\s().-]{6,24}$/;

const isPhone = (value: string): boolean =>
  phonePattern.test(value) && value.replaceAll(/\D/g, "").length >= 6;

const copyText = (text: string): string => new TextDecoder().decode(new TextEncoder().encode(text));

const readSystemLine = (written: string): BodyReading => {
  const text = written.replace(/^[\u200e\u200f]+/, "");
  const key = text.length <= longestPhrase ? phraseKey(text) : "";
  const call = readCall(key);
  const base = { from: undefined, text, flags: systemFlags, files: noFiles } as const;
  return call === undefined ? { kind: "message", ...base } : { ...call, ...base };
};

/** An invisible mark and a phrase: the app's line under a person's name (iPhone). */
const isAppLine = (text: string): boolean => {
  const code = text.charCodeAt(0);
  return (code === 0x200e || code === 0x200f) && isSystemText(text) && !text.includes("<");
};

const readCall = (key: string): { kind: "call"; callMissed: boolean } | undefined => {
  if (key === "") return undefined;
  const startsWith = (phrase: string): boolean =>
    key === phrase || key.startsWith(`${phrase},`) || key.startsWith(`${phrase}.`);
  if (missedCallPhrases.some(startsWith)) return { kind: "call", callMissed: true };
  if (callPhrases.some(startsWith)) return { kind: "call", callMissed: false };
  return undefined;
};

const readText = (text: string, from: Handle): BodyReading => {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  // Most messages end here: no mark, no bracket, too long for a phrase.
  const mayBeFile =
    last === 0x29
    || last === 0x3e
    || first === 0x200e
    || first === 0x200f
    || first === 0x3c
    || text.includes("\n");
  const phrase = text.length <= longestPhrase ? readPhrase(text, from) : undefined;
  if (phrase !== undefined) return phrase;
  return mayBeFile
    ? readMarked(text, from)
    : { kind: "message", from, text, flags: noFlags, files: noFiles };
};

/** Texts that are one phrase of the app and nothing else. */
const readPhrase = (text: string, from: Handle): BodyReading | undefined => {
  if (!mayBePhrase(text)) return undefined;
  const isMarked = text.charCodeAt(0) === 0x200e || text.charCodeAt(0) === 0x200f;
  const key = phraseKey(text);
  const isBracketed = key.startsWith("<") && key.endsWith(">");
  const kind = kindOfPhrase(isBracketed ? phraseKey(key.slice(1, -1)) : key);
  const call = kind === undefined && isMarked ? readCall(key) : undefined;
  if (kind === undefined && call === undefined) return undefined;
  const base = { kind: "message", from, text: stripMarks(text).trim(), files: noFiles } as const;
  switch (kind) {
    case "omitted":
      // Without brackets or mark somebody may have typed it; only the app's own way of writing counts.
      return isBracketed || isMarked ? { ...base, flags: ["media-omitted"] } : undefined;
    case "deleted":
      return { ...base, flags: ["deleted"] };
    case "view-once":
      return { ...base, flags: ["view-once", "media-omitted"] };
    case "waiting":
      return { ...base, flags: ["waiting"] };
    case "call":
    case "missed-call":
      return { ...base, kind: "call", flags: noFlags, callMissed: kind === "missed-call" };
    case undefined:
      return { ...base, ...call, flags: noFlags };
  }
};

const readMarked = (text: string, from: Handle): BodyReading => {
  const flags: ItemFlag[] = [];
  let rest = text;
  const edited = withoutEdited(rest);
  if (edited !== undefined) {
    flags.push("edited");
    rest = edited;
    const phrase = rest.length <= longestPhrase ? readPhrase(rest, from) : undefined;
    if (phrase !== undefined) return { ...phrase, flags: [...phrase.flags, ...flags] };
  }
  const file = readFile(rest);
  if (file !== undefined) {
    if (file.isOmitted) flags.push("media-omitted");
    return { kind: "message", from, text: file.caption, flags, files: [file.name] };
  }
  const poll = readPoll(rest);
  return {
    kind: "message",
    from,
    text: rest,
    flags: flags.length === 0 ? noFlags : flags,
    files: noFiles,
    ...(poll === undefined ? {} : { poll }),
  };
};

const withoutEdited = (text: string): string | undefined => {
  if (text.charCodeAt(text.length - 1) !== 0x3e) return undefined;
  const open = text.lastIndexOf("<");
  if (open < 0 || !editedPhrases.has(phraseKey(text.slice(open + 1, -1)))) return undefined;
  return text.slice(0, open).replace(/[\s\u200e\u200f]+$/, "");
};

interface FileReading {
  readonly name: string;
  readonly caption: string;
  readonly isOmitted: boolean;
}

/** Names that the app gives itself: enough to know them in any language. */
const appFileName =
  /^(?:(?:IMG|VID|AUD|PTT|STK|DOC)-\d{8}-WA\d{4,}|\d{8}-(?:PHOTO|VIDEO|AUDIO|GIF|STICKER)-[\d-]+)\.\w{2,5}$/i;

const readFile = (text: string): FileReading | undefined => {
  const feed = text.indexOf("\n");
  const line = stripMarks(feed < 0 ? text : text.slice(0, feed)).trim();
  const caption = feed < 0 ? "" : text.slice(feed + 1);
  const found =
    readIphoneFile(line)
    ?? readAndroidFile(line)
    ?? readOldIphoneFile(line)
    ?? readOmittedDocument(text, line);
  return found === undefined ? undefined : { isOmitted: false, ...found, caption };
};

type FoundFile = Pick<FileReading, "name"> & Partial<Pick<FileReading, "isOmitted">>;

/** `<attached: 00000042-PHOTO-2020-06-07-15-13-20.jpg>` */
const readIphoneFile = (line: string): FoundFile | undefined => {
  if (!line.startsWith("<") || !line.endsWith(">")) return undefined;
  const colon = line.search(/[:：]/);
  if (colon < 0) return undefined;
  const name = line.slice(colon + 1, -1).trim();
  const isKnown = attachedWords.has(phraseKey(line.slice(1, colon))) || appFileName.test(name);
  return isKnown && name !== "" ? { name } : undefined;
};

/** `IMG-20210428-WA0001.jpg (file attached)` */
const readAndroidFile = (line: string): FoundFile | undefined => {
  if (!line.endsWith(")")) return undefined;
  const open = line.lastIndexOf("(");
  if (open < 2) return undefined;
  const name = line.slice(0, open).trim();
  const isKnown = attachedWords.has(phraseKey(line.slice(open + 1, -1))) || appFileName.test(name);
  return isKnown && /\.\w{1,8}$/.test(name) ? { name } : undefined;
};

/** `2015-08-04-PHOTO-00004762.jpg <attached>` */
const readOldIphoneFile = (line: string): FoundFile | undefined => {
  const match = /^(\S.*\.\w{2,5}) <([^<>]+)>$/.exec(line);
  const [, name, word] = match ?? [];
  if (name === undefined || word === undefined) return undefined;
  return attachedWords.has(phraseKey(word)) || omittedPhrases.has(phraseKey(word))
    ? { name, isOmitted: omittedPhrases.has(phraseKey(word)) }
    : undefined;
};

/** `report.pdf • 3 pages ‎document omitted`: the app's phrase stands behind a mark. */
const readOmittedDocument = (text: string, line: string): FoundFile | undefined => {
  const mark = text.lastIndexOf("\u200e");
  if (mark < 1 || !omittedPhrases.has(phraseKey(text.slice(mark)))) return undefined;
  const name = line.split(" • ")[0]?.trim() ?? "";
  const match = /^(.*\.\w{1,8})\b/.exec(name);
  return { name: match?.[1] ?? name, isOmitted: true };
};

/** `POLL:`, the question, then `OPTION: … (3 votes)` a line. */
const readPoll = (text: string): readonly string[] | undefined => {
  const lines = text.split("\n");
  const [head, ...rest] = lines;
  if (head === undefined || rest.length < 2) return undefined;
  const word = stripMarks(head).trim();
  if (!word.endsWith(":") || !pollWords.has(phraseKey(word.slice(0, -1)))) return undefined;
  const options: string[] = [];
  for (const line of rest) {
    const clean = stripMarks(line).trim();
    const colon = clean.indexOf(": ");
    if (colon > 0 && pollOptionWords.has(phraseKey(clean.slice(0, colon)))) {
      options.push(clean.slice(colon + 2));
    }
  }
  return options.length === 0 ? undefined : options;
};
