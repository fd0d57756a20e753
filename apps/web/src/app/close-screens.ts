import type { Door } from "../door/door.ts";
import type { OpenPlace } from "../door/places.ts";
import type { KeepingRun } from "../screens/keep/keeping-run.ts";
import type { VoiceRun } from "../screens/voice/voice-run.ts";
import type { Navigation } from "./navigation.ts";
import { isFirstRoute, type Route } from "./routes.ts";

/** These show nothing of a place: whoever calls for help goes on calling. */
const withoutPlace: ReadonlySet<Route["screen"]> = new Set<Route["screen"]>([
  "danger",
  "talk",
  "breath",
  "open",
  "example",
]);

export interface CloseScreensDeps {
  readonly door: Pick<Door, "state" | "subscribe">;
  readonly navigation: Pick<Navigation, "current" | "reset">;
  readonly keeping: Pick<KeepingRun, "placeClosed">;
  readonly voice: Pick<VoiceRun, "placeClosed">;
  /** The place that is being opened is an example: its own screens see to its end. */
  readonly isExample: () => boolean;
}

/** Where words may stand half written, and where somebody is in the middle of the guide. */
const comesBackTo: ReadonlySet<Route["screen"]> = new Set<Route["screen"]>([
  "write",
  "notes",
  "guide-text",
  "guide-ask",
  "guide-letter",
  "guide-answers",
  "plan",
  "reply",
  "tell-words",
]);

export interface ClosedScreens {
  /** Where somebody was writing, or in the guide, when the place closed. Given once, and for that place alone. */
  readonly takeWayBack: () => Route | undefined;
}

/**
 * A place that closes leaves nothing of itself on the screen, however it was closed, and not only when its last file is
 * written: its own door comes instead. One that keeps nothing is gone, and has no door.
 */
export const closeScreensWithPlace = (deps: CloseScreensDeps): ClosedScreens => {
  const { door, navigation, keeping, voice } = deps;
  let open: OpenPlace | undefined;
  let isExample = false;
  let wayBack: { readonly place: string; readonly route: Route } | undefined;
  door.subscribe(() => {
    const now = door.state();
    if (now.kind === "open") {
      if (now.place.id !== open?.id) isExample = deps.isExample();
      open = now.place;
      return;
    }
    if (open === undefined) return;
    const { id, keeps } = open;
    open = undefined;
    keeping.placeClosed();
    voice.placeClosed();
    const here = navigation.current();
    wayBack = comesBackTo.has(here.screen) ? { place: id, route: here } : undefined;
    if (isExample || isFirstRoute(here) || withoutPlace.has(here.screen)) return;
    // One that went by itself is not gone without a word.
    const isGone = now.kind === "locked" && now.why === "place-gone";
    navigation.reset(keeps === "on-device" || isGone ? { screen: "open" } : { screen: "first" });
  });
  return {
    takeWayBack: () => {
      const back = wayBack;
      wayBack = undefined;
      return back?.place === open?.id ? back?.route : undefined;
    },
  };
};
