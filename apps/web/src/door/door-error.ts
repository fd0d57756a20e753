import { exhibitIdSchema, noteCodeSchema } from "@holdfast/evidence";
import { z } from "zod";

/**
 * Everything that can go wrong behind the door, as one closed list: each code gets its sentence in the words' record,
 * and a new one does not compile without. What is a bug of ours is no value: the promise rejects, for the root handler.
 */
const error = <Code extends string, Shape extends z.ZodRawShape>(code: Code, shape: Shape) =>
  z.strictObject({ code: z.literal(code), ...shape }).readonly();

const device = { path: z.string(), cause: z.string().exactOptional() };

export const doorErrorSchema = z.discriminatedUnion("code", [
  // The door itself.
  /** No place is open: it was never opened, was locked, or was taken over by another tab. */
  error("place_locked", {}),
  /** The worker ended by itself (memory, a crash). The place is locked; what was kept before is whole. */
  error("worker_died", {}),
  error("cancelled", {}),

  // What the device does to us.
  /** The browser gives no storage here: some private windows, and browsers that are too old. */
  error("storage_unavailable", { cause: z.string() }),
  error("disk_full", device),
  error("device_failed", device),
  error("not_permitted", device),

  // Places and what opens them.
  error("no_such_place", {}),
  /** Lock the open one first: one tab has one place open. */
  error("other_place_open", {}),
  /** Another tab, or window, has it open. `takeOver` asks that one to lock. */
  error("place_in_use", {}),
  /** The other tab did not let go in time: it may be busy, asleep or hung. */
  error("place_not_released", {}),
  error("name_not_usable", {}),
  /** None of the place's wraps of this kind opens with it. `failedTries` in a row, and when the next one is heard. */
  error("wrong_secret", { failedTries: z.int().nonnegative(), nextTryAt: z.int() }),
  /** Not tried: the delay after wrong tries is not over. */
  error("too_early", { nextTryAt: z.int() }),
  /** This browser has no device key for the place: its data was cleared in part, or the place came from elsewhere. */
  error("device_key_missing", {}),
  error("passphrase_empty", {}),
  /** Places (from 1) of words that are not on the list. */
  error("recovery_words_unknown", { places: z.array(z.int().positive()).readonly() }),
  /** All on the list, and one is wrong or out of its place; or they are not twelve. */
  error("recovery_words_wrong", { count: z.int().nonnegative() }),
  /** Shares count from 1, as they were given. */
  error("share_words_unknown", {
    share: z.int().positive(),
    places: z.array(z.int().positive()).readonly(),
  }),
  error("share_wrong", { share: z.int().positive(), count: z.int().nonnegative() }),
  error("share_from_newer_version", { share: z.int().positive() }),
  error("share_given_twice", { share: z.int().positive() }),
  error("shares_of_different_sets", { shares: z.array(z.int().positive()).readonly() }),
  error("shares_too_few", { given: z.int().nonnegative(), needed: z.int().positive() }),
  error("no_such_wrap", { id: z.string() }),
  error("last_wrap", {}),
  /** A place that keeps nothing has no copy that anybody could have taken. */
  error("nothing_to_renew", {}),
  /** The place with new keys was not what the old one is, and was thrown away; the old one is as it was. */
  error("renewal_not_verified", { detail: z.string() }),
  /** The new keys hold and the old ones are gone; what is left is finished at the next opening. */
  error("renewal_not_finished", { cause: z.string() }),

  // A place that does not open although the secret may be right. It is never answered with an empty one.
  /** Its making was cut short: there is nothing in it. */
  error("place_unfinished", {}),
  error("header_damaged", {}),
  error("made_by_newer_version", { version: z.int().positive() }),
  error("database_unreadable", {}),
  error("database_damaged", { detail: z.string() }),

  // What is kept.
  error("vault_damaged", { place: z.string() }),
  error("blob_damaged", { exhibit: exhibitIdSchema }),
  error("no_such_exhibit", { exhibit: z.string() }),
  /** A protected case: the bytes stay locked. */
  error("picture_locked", { exhibit: exhibitIdSchema }),
  /** Not deleted: its words stand nowhere else, and writing them out failed with `cause`. */
  error("words_not_kept", { exhibit: exhibitIdSchema, cause: z.string() }),
  /** The case is protected, and nothing takes that back in passing. */
  error("pictures_protected", {}),
  error("facts_say_protected", {}),
  error("zone_unknown", { zone: z.string() }),
  error("no_such_note", {}),
  /** What was shared is not there any more, or cannot be opened: cut, changed, or sealed to another key. */
  error("shared_not_there", {}),
  error("shared_damaged", {}),

  // Files that were not taken in.
  error("picture_question_open", {}),
  error("picture_not_kept", {}),
  error("recording_not_kept", {}),
  error("file_not_kept", {}),
  error("file_not_readable", { cause: z.string() }),
  error("text_empty", {}),
  /** A voice note whose bytes are not a sound and nothing else. */
  error("not_only_sound", {}),
  error("voice_too_long", {}),

  // Bytes to be shown.
  error("too_large_to_show", { sizeInBytes: z.int(), maximumInBytes: z.int() }),
  error("no_such_member", {}),
  error("member_unreadable", { reason: noteCodeSchema.or(z.literal("unreadable")) }),

  // Copies that go out.
  error("nothing_to_give", {}),
  error("no_such_bag", { bag: z.string() }),
  error("original_changed", { exhibit: exhibitIdSchema }),
  error("original_unreadable", { exhibit: exhibitIdSchema, cause: z.string() }),
  error("exhibit_not_in_log", { exhibit: exhibitIdSchema }),
  /** Something else was recorded while the copy was made; make it again. */
  error("log_moved_on", {}),
  error("not_a_backup", {}),
  error("backup_damaged", {}),
  /** The backup opens, and does not hold what the open place holds. */
  error("backup_differs", { missingExhibits: z.int().nonnegative() }),
  /** The key that a copy was to be encrypted to has a typing error. */
  error("recipient_wrong", {}),
  error("timestamp_not_accepted", { cause: z.string() }),

  // The guide.
  /** What it knows could not be read: no network, and not kept on this device yet; or a host half through an update. */
  error("guide_not_loaded", { cause: z.string() }),

  // Copies that somebody gave us.
  /** Encrypted: ask for what opens it and check again. */
  error("bag_needs_secret", { lockedBy: z.enum(["passphrase", "key"]) }),
  error("bag_wrong_secret", {}),
  error("bag_damaged", {}),
  /** The file asks for more memory than any honest one. */
  error("bag_too_costly", {}),
  /** Encrypted as text: the original file is needed. */
  error("bag_armored", {}),
  error("bag_not_readable", { cause: z.string() }),
]);

export type DoorError = z.infer<typeof doorErrorSchema>;
export type DoorErrorCode = DoorError["code"];
