import type { AppDeps } from "../../app/app-context.ts";
import type { Opening } from "./walk.ts";

/** Goes from a page of the walk to the real screen, on the example's own data. */
export const openStation = (
  { navigation, see }: Pick<AppDeps, "navigation" | "see">,
  opening: Opening,
): void => {
  switch (opening.kind) {
    case "day":
      see.change({ ...everything, place: { day: opening.day, row: 0, withinPx: 0 } });
      return navigation.go({ screen: "see" });
    case "rhythm":
      see.change(everything);
      return navigation.go({ screen: "see-days" });
    case "search":
      see.change({ ...everything, text: opening.text });
      return navigation.go({ screen: "see" });
    case "give":
      return navigation.go({ screen: "give-choose", purpose: opening.purpose });
  }
};

/** What was chosen on the page before must not hide what this one is about. */
const everything = {
  text: "",
  person: undefined,
  platform: undefined,
  kind: undefined,
  place: undefined,
};
