import { Secret } from "@holdfast/evidence";
import { z } from "zod";

/** A secret text goes over as it is, and lies in a `Secret` again on the other side. */
export const secretTextSchema = z.string().transform((text) => new Secret(text));

export const bytesSchema = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.buffer instanceof ArrayBuffer,
);
export const secretBytesSchema = bytesSchema.transform((bytes) => new Secret(bytes));

export const blobSchema = z.custom<Blob>((value) => value instanceof Blob);
export const fileSchema = z.custom<File>((value) => value instanceof File);

export const nothingSchema = z.undefined();
export const placeIdSchema = z.string().regex(/^[0-9a-f]{32}$/);
