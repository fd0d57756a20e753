import { useSyncExternalStore } from "react";

import type { DoorState } from "../door/door.ts";
import { useApp } from "./app-context.ts";

export const useDoorState = (): DoorState => {
  const { door } = useApp();
  return useSyncExternalStore(door.subscribe, door.state);
};
