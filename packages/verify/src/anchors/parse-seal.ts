import { isSha256Hex } from "@holdfast/evidence";

/** The seal as somebody types it off paper: groups, spaces, dashes and capitals do not matter. `undefined` when it is not 64 digits. */
export const parseSeal = (text: string): string | undefined => {
  const digits = text.replaceAll(/[\s\u00a0·:-]/g, "").toLowerCase();
  return isSha256Hex(digits) ? digits : undefined;
};
