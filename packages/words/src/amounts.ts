import { amountMessages } from "./messages/en/times.ts";
import { fill, formatNumber } from "./template.ts";

const kibi = 1024;

/** "1.4 MB" for people, by 1024 as phones and computers show it; exact bytes stand where they are compared. */
export const formatBytes = (sizeInBytes: number): string => {
  if (sizeInBytes < kibi) return fill(amountMessages.bytes, { count: sizeInBytes });
  if (sizeInBytes < kibi ** 2)
    return fill(amountMessages.kibibytes, { value: oneDigit(sizeInBytes / kibi) });
  if (sizeInBytes < kibi ** 3)
    return fill(amountMessages.mebibytes, { value: oneDigit(sizeInBytes / kibi ** 2) });
  return fill(amountMessages.gibibytes, { value: oneDigit(sizeInBytes / kibi ** 3) });
};

export type Countable = "items" | "messages" | "files" | "exhibits" | "entries";

/** "1 message", "12,345 messages". */
export const formatCount = (count: number, of: Countable): string =>
  fill(amountMessages[of], { count });

/** A hash in groups of four, to be compared by eye or read aloud. */
export const groupHex = (hex: string): string => hex.replace(/(.{4})(?=.)/g, "$1 ");

const oneDigit = (value: number): string =>
  value >= 100 ? formatNumber(Math.round(value)) : formatNumber(Math.round(value * 10) / 10);
