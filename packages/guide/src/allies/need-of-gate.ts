import type { Gate } from "../assess/scenarios.ts";
import type { Need } from "./find-help.ts";

/** What each gate needs somebody for. Whoever is watched at home is asked for by a line for violence. */
export const needOfGate: Readonly<Record<Gate, Need | undefined>> = {
  "self-harm": "self-harm",
  danger: "danger-now",
  minor: "under-18",
  "already-shared": "image-abuse",
  paid: "cybercrime-money",
  "watched-device": "domestic-violence",
  "meeting-demanded": undefined,
};
