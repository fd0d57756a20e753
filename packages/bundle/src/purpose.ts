import { z } from "zod";

/** For whom a bag is made. It decides what may be in it, and never stands as a person's name. */
export const purposeSchema = z.enum(["police", "lawyer", "ally", "workplace", "platform", "self"]);
export type Purpose = z.infer<typeof purposeSchema>;
