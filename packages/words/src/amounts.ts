import { createSentences } from "./catalogue.ts";
import { amountMessages } from "./messages/en/times.ts";

const amountSentence = createSentences("en", amountMessages);

export type Countable = keyof typeof amountMessages;

/** "1 message", "12,345 messages". */
export const formatCount = (count: number, of: Countable): string => amountSentence(of, { count });

/** A hash in groups of four, to be compared by eye or read aloud. */
export const groupHex = (hex: string): string => hex.replace(/(.{4})(?=.)/g, "$1 ");

const units = ["kB", "MB", "GB", "TB"] as const;

/** A size as people read it, in powers of 1,000 as shops and phones count: "3.4 MB". */
export const formatBytes = (sizeInBytes: number): string => {
  if (sizeInBytes < 1_000) return `${sizeInBytes} bytes`;
  let value = sizeInBytes;
  let unit = "";
  for (const next of units) {
    if (value < 999.95) break;
    value /= 1_000;
    unit = next;
  }
  return `${value.toFixed(value < 10 ? 1 : 0)} ${unit}`;
};
