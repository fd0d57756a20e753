import { z } from "zod";

import { countryCodeSchema } from "../allies/dial-number.ts";
import { daySchema } from "../content/fact.ts";

/**
 * What the person answered, in the form of facts.json. Every key may stay away: nothing is asked twice, nothing has to be
 * answered. Care rule 8: consequences are asked, never identity.
 */
export const guideFactsSchema = z.strictObject({
  age: z.enum(["adult", "under-18", "unknown"]).exactOptional(),
  who: z
    .enum(["stranger", "partner", "ex", "acquaintance", "family", "colleague", "unknown"])
    .exactOptional(),
  /** `email`, `letter`, `sms`, `call`, or the id of a platform. */
  channel: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .exactOptional(),
  proof: z.enum(["none", "real-private", "public-only", "synthetic", "unknown"]).exactOptional(),
  picturesExist: z.enum(["yes", "no", "unsure"]).exactOptional(),
  alreadyShared: z.boolean().exactOptional(),
  paid: z.boolean().exactOptional(),
  passwordQuoted: z.enum(["none", "old", "current"]).exactOptional(),
  deviceWatched: z.boolean().exactOptional(),
  selfHarm: z.boolean().exactOptional(),
  danger: z.boolean().exactOptional(),
  meetingDemanded: z.boolean().exactOptional(),
  accountChanges: z.boolean().exactOptional(),
  /** The one who threatens told or showed somebody; whom the person has told is not asked. Source: guidance E06. */
  toldOthers: z.boolean().exactOptional(),
  workLink: z.boolean().exactOptional(),
  country: countryCodeSchema.exactOptional(),
  conductOn: daySchema.exactOptional(),
  ageInPictures: z.enum(["all-adult", "some-under-18", "unknown"]).exactOptional(),
  police: z.enum(["ok", "undecided", "no"]).exactOptional(),
  tellFamily: z.enum(["ok", "undecided", "dangerous"]).exactOptional(),
  beingKnown: z.enum(["ok", "dangerous"]).exactOptional(),
  role: z.enum(["self", "parent", "teacher", "friend", "advocate"]).exactOptional(),
  holds: z
    .array(
      z.enum([
        "intimate-picture",
        "ordinary-picture",
        "chat",
        "call-recording",
        "identity-or-status",
        "work-content",
        "nothing-shown",
      ]),
    )
    .readonly()
    .exactOptional(),
  gave: z
    .array(z.enum(["money", "id-document", "bank-login", "account", "received-money"]))
    .readonly()
    .exactOptional(),
  sharedWhere: z
    .enum(["no", "claims", "private", "group", "public", "work", "school"])
    .exactOptional(),
});

export type GuideFacts = z.infer<typeof guideFactsSchema>;
export type FactName = keyof GuideFacts;
