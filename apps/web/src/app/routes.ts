import type { Purpose } from "@holdfast/bundle";
import type { ExhibitId } from "@holdfast/evidence";
import type { Listener, Need, QuestionId, QuestionStage, WhomAnswers } from "@holdfast/guide";

/** Screens that come with the first script. See [Note: frame and engine]. */
export type FirstRoute =
  | { readonly screen: "first" }
  | { readonly screen: "exit-explained" }
  | { readonly screen: "gates" }
  | { readonly screen: "watched" }
  | { readonly screen: "happened" }
  | { readonly screen: "next" };

/** What "Look after this place" has, each a screen. */
export type CarePart =
  | "keys"
  | "words"
  | "twelve"
  /** Recovery cards for people whom the person trusts. */
  | "cards"
  | "lock"
  | "leave"
  | "look"
  | "places"
  | "pictures"
  | "delete"
  | "delete-sure"
  | "gone";

/** The guide's screens. */
export type GuideRoute =
  /** The words of the threat. */
  | { readonly screen: "guide-text" }
  /** `change`: one answer, and back. */
  | {
      readonly screen: "guide-ask";
      readonly question: QuestionId;
      readonly stage: QuestionStage | "change";
    }
  | { readonly screen: "guide-letter" }
  | { readonly screen: "guide-answers" }
  | { readonly screen: "plan" }
  | { readonly screen: "breath" }
  /** A reply, before it is sent. `begun`: what the one of the example wrote. */
  | { readonly screen: "reply"; readonly begun?: string }
  /** Whom to tell; with what was answered, the people whom that speaks for. */
  | { readonly screen: "tell"; readonly answers?: WhomAnswers }
  /** First words to somebody, or a warning to those who might be written to. */
  | { readonly screen: "tell-words"; readonly to: Listener | "contacts" };

/** All the others, in the order in which a person meets them. */
export type EngineRoute =
  // Arrive.
  | { readonly screen: "danger" }
  | { readonly screen: "young" }
  | { readonly screen: "save" }
  | { readonly screen: "talk"; readonly need?: Need }
  | { readonly screen: "home" }
  | GuideRoute
  // The place.
  | { readonly screen: "open"; readonly place?: string }
  /** With the cards of people whom the person trusts. */
  | { readonly screen: "open-cards"; readonly place: string }
  /** Two made-up cases, to walk through. */
  | { readonly screen: "example" }
  | { readonly screen: "care"; readonly part?: CarePart; readonly place?: string }
  // Bring in.
  | { readonly screen: "keep" }
  | { readonly screen: "write" }
  | { readonly screen: "notes" }
  | { readonly screen: "voice" }
  | { readonly screen: "coach" }
  | { readonly screen: "coach-for"; readonly platform: string }
  // Hand over.
  | { readonly screen: "give" }
  | {
      readonly screen: "give-choose";
      readonly purpose: Purpose;
      readonly ticked?: readonly ExhibitId[];
    }
  | {
      readonly screen: "give-copy";
      readonly purpose: Purpose;
      readonly exhibits: "all" | readonly ExhibitId[];
    }
  | { readonly screen: "give-made" }
  | { readonly screen: "check" }
  | { readonly screen: "backup" }
  | { readonly screen: "restore" }
  // See.
  /** `around`: a view of its own of everything, opened where this row stands. */
  | { readonly screen: "see"; readonly around?: number }
  | { readonly screen: "see-days" }
  | {
      readonly screen: "item";
      readonly exhibit: ExhibitId;
      readonly rowId: number;
      /** `undefined` when it was not come to by the timeline, which alone knows it. */
      readonly orderCertain?: boolean;
    }
  | { readonly screen: "paper" }
  // What the person says of their case.
  | { readonly screen: "people" }
  | { readonly screen: "zone" }
  | { readonly screen: "demand" };

/** Where somebody is. It never stands in the address. See [Note: one neutral address]. */
export type Route = FirstRoute | EngineRoute;

const firstScreens: Readonly<Record<FirstRoute["screen"], true>> = {
  first: true,
  "exit-explained": true,
  gates: true,
  watched: true,
  happened: true,
  next: true,
};

export const isFirstRoute = (route: Route): route is FirstRoute =>
  Object.hasOwn(firstScreens, route.screen);

const guideScreens: Readonly<Record<GuideRoute["screen"], true>> = {
  "guide-text": true,
  "guide-ask": true,
  "guide-letter": true,
  "guide-answers": true,
  plan: true,
  breath: true,
  reply: true,
  tell: true,
  "tell-words": true,
};

export const isGuideRoute = (route: Route): route is GuideRoute =>
  Object.hasOwn(guideScreens, route.screen);
