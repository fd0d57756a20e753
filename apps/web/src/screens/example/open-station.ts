import type { AppDeps } from "../../app/app-context.ts";
import { everything } from "../see/see-memory.ts";
import type { Opening } from "./walk.ts";

/**
 * Goes from a page of the walk to the real screen, on the example's own data. What was chosen on the page before must not
 * hide what this one is about.
 */
export const openStation = (
  { navigation, see, guide, words }: Pick<AppDeps, "navigation" | "see" | "guide" | "words">,
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
    case "letter":
      guide.say({ facts: opening.facts, hearsKept: true });
      return navigation.go({ screen: "guide-letter" });
    case "begin":
      return navigation.go({ screen: "tell-words", to: opening.to });
    case "reply":
      return navigation.go({ screen: "reply", begun: words.say(opening.text) });
  }
};
