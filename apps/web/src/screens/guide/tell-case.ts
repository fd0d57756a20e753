import type { GuideFacts } from "@holdfast/guide";

import type { Door } from "../../door/door.ts";

/**
 * How old anyone was in the pictures is a fact of the case, and the case keeps to it from then on (care rule 1). What is known
 * there already is changed on its own page alone, where it is said what that does.
 */
export const tellCase = async (
  door: Pick<Door, "state"> & { readonly see: Pick<Door["see"], "readCase" | "setFacts"> },
  ageInPictures: GuideFacts["ageInPictures"],
): Promise<void> => {
  if (ageInPictures === undefined || door.state().kind !== "open") return;
  const known = await door.see.readCase();
  if (!known.ok || known.value.facts.ageInPictures !== undefined) return;
  await door.see.setFacts({ ...known.value.facts, ageInPictures });
};
