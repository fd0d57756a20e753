/** What the whole file says about its senders' names. */
export interface SenderHints {
  /** "Work: Bob" by its first part: names that hold ": " themselves. */
  readonly fullNameByFirstPart: ReadonlyMap<string, string>;
  /** Names under which only the app itself wrote (every text begins with an invisible mark): a group's name on iPhones. */
  readonly onlyApp: ReadonlySet<string>;
}

interface Sender {
  readonly name: string;
  total: number;
  marked: number;
  /** The second part that every message so far had. */
  secondPart: string | undefined;
  secondPartHash: number;
}

const longestNameInBytes = 128;
/** A group has at most 1,024 members; text that looks like names must not fill the memory. */
const maximumSenders = 4_096;
/** Fewer messages than this may all begin with the same word by chance. */
const fewestForTwoParts = 3;

export const createSenderSurvey = () => {
  const senders = new Map<number, Sender>();
  const decoder = new TextDecoder();

  const add = (bytes: Uint8Array, bodyAt: number): void => {
    const nameEnd = findColon(bytes, bodyAt);
    if (nameEnd < 0) return;
    const hash = hashOf(bytes, bodyAt, nameEnd);
    const textAt = nameEnd + 2;
    let sender = senders.get(hash);
    if (sender === undefined) {
      if (senders.size >= maximumSenders) return;
      sender = {
        name: decoder.decode(bytes.subarray(bodyAt, nameEnd)),
        total: 0,
        marked: 0,
        secondPart: undefined,
        secondPartHash: 0,
      };
      senders.set(hash, sender);
    }
    sender.total += 1;
    if (bytes[textAt] === 0xe2 && bytes[textAt + 1] === 0x80 && isMarkEnd(bytes[textAt + 2])) {
      sender.marked += 1;
    }
    if (sender.total > 1 && sender.secondPart === undefined) return;
    // "Bob: <attached: …" is no name in two parts: the app's own words begin with a mark or a bracket.
    const isAppText = bytes[textAt] === 0xe2 || bytes[textAt] === 0x3c;
    const secondEnd = isAppText ? -1 : findColon(bytes, textAt);
    const secondHash = secondEnd < 0 ? -1 : hashOf(bytes, textAt, secondEnd);
    if (sender.total === 1 && secondEnd >= 0) {
      sender.secondPart = decoder.decode(bytes.subarray(textAt, secondEnd));
      sender.secondPartHash = secondHash;
    } else if (sender.secondPartHash !== secondHash) {
      sender.secondPart = undefined;
    }
  };

  const decide = (): SenderHints => {
    const fullNameByFirstPart = new Map<string, string>();
    const onlyApp = new Set<string>();
    for (const sender of senders.values()) {
      if (sender.secondPart !== undefined && sender.total >= fewestForTwoParts) {
        fullNameByFirstPart.set(sender.name, `${sender.name}: ${sender.secondPart}`);
      }
      if (sender.marked === sender.total) onlyApp.add(sender.name);
    }
    return { fullNameByFirstPart, onlyApp };
  };

  return { add, decide };
};

/** U+200E and U+200F: before what the app wrote itself. */
const isMarkEnd = (byte: number | undefined): boolean => byte === 0x8e || byte === 0x8f;

/** The place of ": " in this line, close enough to end a name; -1 when there is none. */
const findColon = (bytes: Uint8Array, from: number): number => {
  const end = Math.min(bytes.length - 1, from + longestNameInBytes);
  for (let at = from; at < end; at += 1) {
    const byte = bytes[at];
    if (byte === 10) return -1;
    if (byte === 0x3a && bytes[at + 1] === 0x20) return at;
  }
  return -1;
};

const hashOf = (bytes: Uint8Array, from: number, to: number): number => {
  let hash = 0x81_1c_9d_c5;
  for (let at = from; at < to; at += 1) {
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01_00_01_93);
  }
  return hash;
};
