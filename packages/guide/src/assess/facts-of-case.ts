import type { Facts, PicturesPolicy } from "@holdfast/evidence";

import { countryCodeSchema } from "../allies/dial-number.ts";
import type { GuideFacts } from "./facts.ts";

/**
 * What was answered in a case, as the guide asks it. A case that keeps words only without a reason given is one where
 * somebody was not sure: that counts as under 18 (care.md 1).
 */
export const factsOfCase = (facts: Facts, pictures: PicturesPolicy): GuideFacts => {
  const ageInPictures = facts.ageInPictures ?? ageOfPolicy[pictures];
  const country = countryCodeSchema.safeParse(facts.livesIn?.toUpperCase());
  return {
    ...(facts.underEighteen === undefined
      ? {}
      : { age: facts.underEighteen ? "under-18" : "adult" }),
    ...(ageInPictures === undefined ? {} : { ageInPictures }),
    ...(country.success ? { country: country.data } : {}),
    // "No" only says that it is somebody known, and not who.
    ...(facts.strangers === true ? { who: "stranger" } : {}),
  };
};

const ageOfPolicy: Readonly<Record<PicturesPolicy, GuideFacts["ageInPictures"] | undefined>> = {
  "all-adult": "all-adult",
  protected: "unknown",
  unasked: undefined,
};
