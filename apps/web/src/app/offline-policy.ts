import type { Navigation } from "./navigation.ts";
import type { Route } from "./routes.ts";
import type { Session, SessionState } from "./session-state.ts";

export interface Offline {
  /** From now on the app opens without a network; leaves a service worker and its cache on the device. */
  readonly register: () => Promise<unknown>;
  /** Takes both away again. */
  readonly forget: () => Promise<unknown>;
}

/** Before these are answered nobody knows whether anything may stay on the device. */
const beforeTheChoice: ReadonlySet<Route["screen"]> = new Set([
  "first",
  "exit-explained",
  "gates",
  "danger",
  "watched",
  "young",
]);

/** Whether the app itself may stay on this device. Somebody who may be watched is asked first. */
const mayStay = ({ screen }: Route, { keeping, watched, gatesAnswered }: SessionState): boolean => {
  if (keeping === "nothing") return false;
  if (keeping === "device") return true;
  if (beforeTheChoice.has(screen)) return false;
  return !(gatesAnswered && watched);
};

/**
 * Makes the app work without a network as soon as it may stay on the device, and takes it away again when the person chooses
 * that nothing stays. A host that could not be reached is tried again at the next screen.
 */
export const keepOffline = (navigation: Navigation, session: Session, offline: Offline): void => {
  let stands: "unknown" | "registered" | "forgotten" = "unknown";
  const settle = (): void => {
    const wants = mayStay(navigation.current(), session.read());
    if (wants && stands !== "registered") {
      stands = "registered";
      void offline.register();
    } else if (session.read().keeping === "nothing" && stands !== "forgotten") {
      stands = "forgotten";
      void offline.forget();
    }
  };
  navigation.subscribe(settle);
  session.subscribe(settle);
};
