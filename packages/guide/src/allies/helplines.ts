import { z } from "zod";

import { factOf, groundSchema, httpsUrlSchema } from "../content/fact.ts";
import { countryCodeSchema, dialNumberSchema } from "./dial-number.ts";

/** What a line is for. A line may have several; the first is its main one. */
export const helplineKinds = [
  "crisis",
  "under-18",
  "image-abuse",
  "domestic-violence",
  "sexual-violence",
  "cybercrime",
  "police",
  "victim-support",
  "removal",
  "tool",
  "directory",
] as const;
export type HelplineKind = (typeof helplineKinds)[number];

const timeOfDaySchema = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, {
  error: "is not a time like 08:30",
});

/** As ISO 8601 counts them. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;
export type Weekday = (typeof weekdays)[number];

/** `always` is day and night, all week; else the times of each day, by the clock there. */
export const hoursSchema = z.union([
  z.strictObject({
    always: z.literal(true),
    except: z
      .array(z.enum(["eid", "public-holidays"]))
      .readonly()
      .exactOptional(),
  }),
  z.strictObject({
    zone: z.string().regex(/^[A-Z][A-Za-z]+\/[A-Za-z_/]+$/),
    open: z
      .array(
        z.strictObject({
          days: z.array(z.enum(weekdays)).min(1).readonly(),
          from: timeOfDaySchema,
          to: timeOfDaySchema,
        }),
      )
      .min(1)
      .readonly(),
  }),
]);
export type Hours = z.infer<typeof hoursSchema>;

const hours = { hours: factOf(hoursSchema).exactOptional() };

/** One way to reach a line. `write` is the word that a text must begin with. */
export const channelSchema = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("text"),
    number: factOf(dialNumberSchema),
    write: factOf(z.string().min(1).max(20)).exactOptional(),
    ...hours,
  }),
  z.strictObject({ kind: z.literal("chat"), url: factOf(httpsUrlSchema), ...hours }),
  z.strictObject({ kind: z.literal("whatsapp"), number: factOf(dialNumberSchema), ...hours }),
  z.strictObject({ kind: z.literal("call"), number: factOf(dialNumberSchema), ...hours }),
  z.strictObject({ kind: z.literal("email"), address: factOf(z.email()), ...hours }),
  z.strictObject({ kind: z.literal("form"), url: factOf(httpsUrlSchema), ...hours }),
]);
export type Channel = z.infer<typeof channelSchema>;
export type ChannelKind = Channel["kind"];

const ageRangeSchema = z
  .strictObject({
    min: z.int().min(0).max(99).exactOptional(),
    max: z.int().min(0).max(99).exactOptional(),
  })
  .refine(({ min, max }) => min === undefined || max === undefined || min <= max, {
    error: "has a lowest age above its highest",
  });

/** Whether they act without being asked. `in-danger`: only when a life is at risk or the law makes them. */
const actsSchema = z.enum(["never", "only-if-asked", "in-danger", "always"]);

export const helplineSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)+$/, {
    error: "is not an id like gb-samaritans: small letters, digits and hyphens",
  }),
  name: z.string().min(1).max(120),
  kinds: z.array(z.enum(helplineKinds)).min(1).readonly(),
  /** That there is such a line under this name, for what `kinds` says. */
  exists: groundSchema,
  /** In plain English, as its source puts it. */
  about: factOf(z.string().min(1).max(300)).exactOptional(),
  page: factOf(httpsUrlSchema).exactOptional(),
  channels: z.array(channelSchema).readonly(),
  /** Parts of the country that it serves, as ISO 3166-2 ("CA-BC"), when not all of it. */
  areas: factOf(
    z
      .array(z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/))
      .min(1)
      .readonly(),
  ).exactOptional(),
  /** Of whoever asks for help. */
  ages: factOf(ageRangeSchema).exactOptional(),
  /** Of whoever is in the picture, when it was taken. */
  agesInPictures: factOf(ageRangeSchema).exactOptional(),
  cost: factOf(z.enum(["free", "as-a-call", "more-than-a-call"])).exactOptional(),
  anonymous: factOf(z.boolean()).exactOptional(),
  callsPolice: factOf(actsSchema).exactOptional(),
  tellsParents: factOf(actsSchema).exactOptional(),
  showsOnBill: factOf(z.boolean()).exactOptional(),
  /** BCP 47. */
  languages: factOf(
    z
      .array(z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]+)*$/))
      .min(1)
      .readonly(),
  ).exactOptional(),
  welcomes: factOf(
    z
      .array(
        z.enum([
          "any-gender",
          "women",
          "men",
          "lgbtq",
          "any-immigration-status",
          "sex-workers",
          "from-abroad",
        ]),
      )
      .min(1)
      .readonly(),
  ).exactOptional(),
  /** Numbers that older lists still give for this line, and that lead elsewhere or nowhere. */
  outdatedNumbers: factOf(z.array(z.string().min(2)).min(1).readonly()).exactOptional(),
  /** For whoever corrects this file next. Shown to nobody else. */
  editorNote: z.string().min(1).max(400).exactOptional(),
});
export type Helpline = z.infer<typeof helplineSchema>;

/** `for` is absent where the sources do not say whether one number serves for everything. */
export const emergencyNumberSchema = z.strictObject({
  by: z.enum(["call", "text"]),
  number: factOf(dialNumberSchema),
  /** True when a phone must be made known to the service before it answers: of no use in the moment itself. */
  registerFirst: z.boolean().exactOptional(),
  for: z
    .array(z.enum(["police", "ambulance", "fire"]))
    .min(1)
    .readonly()
    .exactOptional(),
  editorNote: z.string().min(1).max(400).exactOptional(),
});
export type EmergencyNumber = z.infer<typeof emergencyNumberSchema>;

/** One file of content/helplines: a country, a region whose members share numbers, or the world (GLOBAL). */
export const helplinePlaceSchema = z.strictObject({
  place: z.union([z.literal("GLOBAL"), countryCodeSchema]),
  /** Countries of a region. A country has none. */
  members: factOf(z.array(countryCodeSchema).min(1).readonly()).exactOptional(),
  emergency: z.array(emergencyNumberSchema).readonly(),
  lines: z.array(helplineSchema).readonly(),
});
export type HelplinePlace = z.infer<typeof helplinePlaceSchema>;
