import { handleKey, indexParties } from "@holdfast/casework";
import type { Handle, Item, Party, SourceSpan } from "@holdfast/evidence";

import type { ThreatText } from "./listen.ts";
import type { Stretch } from "./undisguise/mapped-text.ts";

/** An item of the case and the exhibits that hold it, oldest first. */
export interface HeldItem {
  readonly exhibits: readonly string[];
  /** Where it stands among all that is kept, for whoever wants to open it. */
  readonly rowId?: number;
  readonly item: Item;
}

/** Where the words of one item stand in a conversation. Units: UTF-16 code units of `text`. */
export interface ItemWords extends Stretch {
  readonly exhibit: string;
  readonly source: SourceSpan;
  readonly rowId?: number;
}

export interface Conversation extends ThreatText {
  readonly parts: readonly ItemWords[];
}

export interface JoinedConversations {
  readonly conversations: readonly Conversation[];
  /** The oldest, for which there was no room. */
  readonly itemsLeftOut: number;
}

/** So many characters of a case are heard: years of a chat cost seconds, and what was said last counts most. */
const maximumJoinedCharacters = 150_000;

/**
 * Puts what the other side wrote together: each conversation of a chat is one text, in order, with a blank line between two
 * messages; each mail is a text by itself. When there is too much, the newest stays.
 *
 * @param items oldest first; only messages and mails with words are used
 */
export const joinConversations = (
  items: Iterable<HeldItem>,
  maximumCharacters: number = maximumJoinedCharacters,
): JoinedConversations => {
  const { kept, itemsLeftOut } = keepNewest(items, maximumCharacters);
  const byKey = new Map<string, Worded[]>();
  for (const [index, one] of kept.entries()) {
    const key = keyOf(one, index);
    const held = byKey.get(key);
    if (held === undefined) byKey.set(key, [one]);
    else held.push(one);
  }
  return { conversations: [...byKey.values()].map(joinOne), itemsLeftOut };
};

interface Worded extends HeldItem {
  readonly words: string;
}

/** So many are let go of together: a million messages never stand in memory at once. */
const letGoAtOnce = 10_000;

const keepNewest = (
  items: Iterable<HeldItem>,
  maximumCharacters: number,
): { readonly kept: readonly Worded[]; readonly itemsLeftOut: number } => {
  let kept: Worded[] = [];
  let first = 0;
  let letGo = 0;
  let characters = 0;
  for (const held of items) {
    const words = wordsOfItem(held.item);
    if (words === "") continue;
    kept.push({ ...held, words });
    characters += words.length;
    for (; characters > maximumCharacters && first < kept.length - 1; first += 1) {
      characters -= kept[first]?.words.length ?? 0;
    }
    if (first >= letGoAtOnce) {
      kept = kept.slice(first);
      letGo += first;
      first = 0;
    }
  }
  return { kept: kept.slice(first), itemsLeftOut: letGo + first };
};

/** What is read of an item: of a mail its subject, a blank line, and its body. */
export const wordsOfItem = ({ kind, subject, text }: Item): string =>
  kind === "message" || kind === "email"
    ? [subject, text].filter((part) => part !== undefined && part.trim() !== "").join(blankLine)
    : "";

const blankLine = "\n\n";

/** A mail is a letter of its own, whatever stands beside it in its file. */
const keyOf = ({ exhibits, item }: Worded, index: number): string =>
  item.kind === "email" ? `${index}` : `${exhibits[0] ?? ""}\n${item.thread ?? ""}`;

const joinOne = (items: readonly Worded[]): Conversation => {
  const parts: ItemWords[] = [];
  let at = 0;
  for (const { exhibits, item, words, rowId } of items) {
    parts.push({
      ...(rowId === undefined ? {} : { rowId }),
      exhibit: exhibits[0] ?? "",
      source: item.span,
      start: at,
      end: at + words.length,
    });
    at += words.length + blankLine.length;
  }
  const mail = items.map(({ item }) => mailOf(item)).find((one) => one !== undefined);
  return {
    text: items.map(({ words }) => words).join(blankLine),
    parts,
    ...(mail === undefined ? {} : { mail }),
  };
};

/** What is known of the mail around its words; `undefined` for a message. */
export const mailOf = (item: Item): ThreatText["mail"] | undefined => {
  if (item.kind !== "email") return undefined;
  const { from, to = [], attachments = [] } = item;
  return {
    senderIsReceiver: from !== undefined && to.some((one) => handleKey(one) === handleKey(from)),
    hasPicture: attachments.some(({ mediaType }) => mediaType?.startsWith("image/") === true),
  };
};

/**
 * Whose words are heard: those who threaten, where the person said who that is; else everybody's but the person's own.
 */
export const theirWords = (parties: readonly Party[]): ((item: Item) => boolean) => {
  const { partyOf } = indexParties(parties);
  const roleOf = (handle: Handle | undefined): Party["role"] | undefined =>
    handle === undefined ? undefined : partyOf(handle)?.role;
  return parties.some(({ role }) => role === "threatening")
    ? ({ from }) => roleOf(from) === "threatening"
    : ({ from }) => roleOf(from) !== "self";
};

/** Which item a stretch of a conversation stands in, and where in its words; what runs on into the next one is cut there. */
export const itemAt = (
  { parts }: Conversation,
  { start, end }: Stretch,
): (Stretch & { readonly part: ItemWords }) | undefined => {
  const part = parts.find((one) => start >= one.start && start < one.end);
  return part === undefined
    ? undefined
    : { part, start: start - part.start, end: Math.min(end, part.end) - part.start };
};
