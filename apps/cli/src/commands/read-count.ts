import { err, ok, type Result } from "@holdfast/evidence";

/** A whole number above zero, or nothing when the option was not given. */
export const readCount = (
  text: string | undefined,
): Result<number | undefined, { readonly value: string }> => {
  if (text === undefined) return ok(undefined);
  return /^[1-9]\d{0,11}$/.test(text) ? ok(Number(text)) : err({ value: text });
};
