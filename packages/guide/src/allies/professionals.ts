import { err, ok, type Result } from "@holdfast/evidence";
import { z } from "zod";

import type { ContentPort, LoadContentError } from "../content/content-port.ts";
import { factOf } from "../content/fact.ts";
import { needs } from "./find-help.ts";

const text = factOf(z.string().min(1));

/** Which kind of professional helps with what, the ones that know these threats best first. */
export const professionalsSchema = z.strictObject({
  id: z.string(),
  about: z.string(),
  professionals: z
    .array(
      z
        .strictObject({
          id: z.string(),
          name: text,
          helpsWith: text,
          /** The helplines that lead there. */
          need: z.enum(needs).exactOptional(),
        })
        .readonly(),
    )
    .readonly(),
});
export type Professional = z.infer<typeof professionalsSchema>["professionals"][number];

export const loadProfessionals = async (
  content: ContentPort,
): Promise<Result<readonly Professional[], LoadContentError>> => {
  const loaded = await content.loadContent("professionals", "professionals");
  if (!loaded.ok) return loaded;
  const read = professionalsSchema.safeParse(loaded.value);
  return read.success
    ? ok(read.data.professionals)
    : err({ code: "content_misfit", kind: "professionals", id: "professionals" });
};
