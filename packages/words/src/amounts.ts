import { createSentences } from "./catalogue.ts";
import { amountMessages } from "./messages/en/times.ts";

const amountSentence = createSentences("en", amountMessages);

export type Countable = keyof typeof amountMessages;

/** "1 message", "12,345 messages". */
export const formatCount = (count: number, of: Countable): string => amountSentence(of, { count });

/** A hash in groups of four, to be compared by eye or read aloud. */
export const groupHex = (hex: string): string => hex.replace(/(.{4})(?=.)/g, "$1 ");
