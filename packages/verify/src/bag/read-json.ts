import { canonicalJson, err, type Json, ok, type Result } from "@holdfast/evidence";

import { utf8Of } from "./read-guarded.ts";

/** What is needed of a zod schema. */
export interface JsonSchema<T extends Json> {
  readonly safeParse: (
    value: unknown,
  ) => { readonly success: true; readonly data: T } | { readonly success: false };
}

export interface ReadJson<T> {
  readonly value: T;
  /** RFC 8785 to the byte; one LF behind it is allowed. */
  readonly isCanonical: boolean;
}

/**
 * Reads bytes as JSON of a known shape. The shape is checked before anything walks into the value: only then is its
 * depth bounded.
 */
export const readJson = <T extends Json>(
  bytes: Uint8Array,
  schema: JsonSchema<T>,
): Result<ReadJson<T>, { readonly code: "malformed" }> => {
  const text = utf8Of(bytes);
  const parsed = text === undefined ? undefined : parseJson(text);
  if (text === undefined || parsed === undefined) return err({ code: "malformed" });
  const read = schema.safeParse(parsed.value);
  if (!read.success) return err({ code: "malformed" });
  return ok({ value: read.data, isCanonical: isCanonical(read.data, text) });
};

const parseJson = (text: string): { readonly value: unknown } | undefined => {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    // A stranger's bytes decide this; anything else is a bug of ours.
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};

/** Escapes of surrogates are never canonical, and a lone one would be refused as a bug by `canonicalJson`. */
const isCanonical = (value: Json, text: string): boolean =>
  !/\\u[dD]/.test(text)
  && canonicalJson(value) === (text.endsWith("\n") ? text.slice(0, -1) : text);
