import { z } from "zod";

import { eventTimeSchema } from "./event-time.ts";
import { sourceSpanSchema } from "./source-span.ts";

/** The closed list of what a parser can find; one list serves timeline, search, filters and reports. */
export const itemKindSchema = z.enum([
  "message",
  "call",
  "email",
  "picture",
  "recording",
  "document",
  "web-page",
  "sign-in",
  "app-grant",
  "payment",
  "note",
]);
export type ItemKind = z.infer<typeof itemKindSchema>;

/**
 * Who, exactly as the source writes it. Two handles are one person only when the person using Holdfast says so.
 * `name` is what an address book or a display name calls somebody: it proves no number and no account.
 */
export const handleSchema = z
  .strictObject({
    scheme: z.enum(["name", "phone", "email", "username", "account-id"]),
    value: z.string().min(1),
  })
  .readonly();
export type Handle = z.infer<typeof handleSchema>;

export const itemFlagSchema = z.enum([
  "system",
  "edited",
  "deleted",
  "forwarded",
  "view-once",
  "disappearing",
  "waiting",
  "media-omitted",
  "out-of-order",
  "date-order-assumed",
  "text-truncated",
  "broken-encoding",
  "remote-content-not-loaded",
  "sender-not-verified",
]);
export type ItemFlag = z.infer<typeof itemFlagSchema>;

/** A file that an item mentions; `member` leads to its bytes when they are in the source. */
export const attachmentSchema = z
  .strictObject({
    name: z.string(),
    present: z.boolean(),
    mediaType: z.string().exactOptional(),
    sizeInBytes: z.int().nonnegative().exactOptional(),
    member: z.array(z.string()).readonly().exactOptional(),
    missing: z
      .enum(["omitted-by-export", "not-in-export", "not-kept-protected", "refused"])
      .exactOptional(),
  })
  .readonly();
export type Attachment = z.infer<typeof attachmentSchema>;

const emailDetailsSchema = z
  .strictObject({
    kind: z.literal("email"),
    /** Every header in its order, unfolded but not decoded; the bytes stand in the source. */
    headers: z.array(z.tuple([z.string(), z.string()]).readonly()).readonly(),
    messageId: z.string().exactOptional(),
    /** What a receiving server wrote about the sender. Whoever wrote the mail can forge all but the topmost. */
    authenticationResults: z.array(z.string()).readonly(),
    dkimSignatures: z.array(z.string()).readonly(),
    /** Addresses of pictures and styles that an ordinary mail program would have loaded; never loaded here. */
    remoteContentCount: z.int().nonnegative(),
  })
  .readonly();

const mediaDetailsSchema = z
  .strictObject({
    kind: z.literal("media"),
    mediaType: z.string(),
    widthInPixels: z.int().positive().exactOptional(),
    heightInPixels: z.int().positive().exactOptional(),
    durationMs: z.int().nonnegative().exactOptional(),
    pages: z.int().positive().exactOptional(),
    device: z.string().exactOptional(),
    /** That a place is stored in the file. The place itself is read only when asked, and never kept in an item. */
    locationPresent: z.boolean(),
  })
  .readonly();

const messageDetailsSchema = z
  .strictObject({
    kind: z.literal("message"),
    poll: z.array(z.string()).readonly().exactOptional(),
    callMissed: z.boolean().exactOptional(),
  })
  .readonly();

const webPageDetailsSchema = z
  .strictObject({
    kind: z.literal("web-page"),
    /** The page's address as the browser that saved it wrote it into the file. */
    address: z.string().exactOptional(),
    /** Addresses that a program showing the page would have loaded; never loaded here. */
    remoteContentCount: z.int().nonnegative(),
  })
  .readonly();

export const itemDetailsSchema = z.discriminatedUnion("kind", [
  emailDetailsSchema,
  mediaDetailsSchema,
  messageDetailsSchema,
  webPageDetailsSchema,
]);
export type ItemDetails = z.infer<typeof itemDetailsSchema>;

/** One thing found in a source, traceable to the bytes it came from. */
export const itemSchema = z
  .strictObject({
    kind: itemKindSchema,
    span: sourceSpanSchema,
    time: eventTimeSchema,
    from: handleSchema.exactOptional(),
    to: z.array(handleSchema).readonly().exactOptional(),
    /** The conversation's name as the source writes it. */
    thread: z.string().exactOptional(),
    subject: z.string().exactOptional(),
    text: z.string().exactOptional(),
    flags: z.array(itemFlagSchema).readonly().exactOptional(),
    attachments: z.array(attachmentSchema).readonly().exactOptional(),
    details: itemDetailsSchema.exactOptional(),
  })
  .readonly();
export type Item = z.infer<typeof itemSchema>;
