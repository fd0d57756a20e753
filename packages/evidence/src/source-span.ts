import { z } from "zod";

/**
 * Where something stands in the bytes that came in.
 *
 * Units: `offset` and `length` in bytes. Without `member` they count in the source itself; with it, in the bytes of
 * the member that the path leads to: a zip entry's name, "part 1.2" of a mail, the name of a zip in a zip.
 */
export const sourceSpanSchema = z
  .strictObject({
    offset: z.int().nonnegative(),
    length: z.int().nonnegative(),
    member: z.array(z.string()).readonly().exactOptional(),
  })
  .readonly();

export type SourceSpan = z.infer<typeof sourceSpanSchema>;
