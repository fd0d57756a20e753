import { useDoorState } from "../../../app/use-door.ts";
import type { OpenPlace } from "../../../door/places.ts";

/** The place that is open here, if one is. */
export const useOwnPlace = (): OpenPlace | undefined => {
  const state = useDoorState();
  return state.kind === "open" ? state.place : undefined;
};
