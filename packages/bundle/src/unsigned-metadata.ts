import { z } from "zod";

/** unsigned-metadata.json: may change after sealing, and proves nothing. */
export const unsignedMetadataSchema = z
  .strictObject({
    v: z.literal(1),
    about: z.string(),
    policeCaseNumber: z.string().nullable(),
    receipt: z.string().nullable(),
  })
  .readonly();
export type UnsignedMetadata = z.infer<typeof unsignedMetadataSchema>;
