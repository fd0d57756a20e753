import { z } from "zod";

import { bytesSchema } from "../door/contract/common.ts";

/** The longest stretch that may be asked for at once. */
const maximumReadInBytes = 16 * 1_048_576;

/** Between the worker that holds originals and the one that opens what lies in them. */
export const memberContract = {
  open: {
    name: "member.open",
    input: z.strictObject({
      sizeInBytes: z.int().nonnegative(),
      member: z.array(z.string()).min(1).readonly(),
      maximumInBytes: z.int().positive(),
    }),
    output: z.strictObject({ bytes: bytesSchema, mediaType: z.string() }).readonly(),
  },
  part: {
    name: "member.part",
    input: z.strictObject({
      sizeInBytes: z.int().nonnegative(),
      member: z.array(z.string()).min(1).readonly(),
      offset: z.int().nonnegative(),
      length: z.int().positive(),
      maximumInBytes: z.int().positive(),
    }),
    output: z.strictObject({ bytes: bytesSchema }).readonly(),
  },
  /** What it asks back while it reads. */
  readSchema: z.strictObject({
    offset: z.int().nonnegative(),
    length: z.int().nonnegative().max(maximumReadInBytes),
  }),
  maximumReadInBytes,
} as const;
