import { useDoorState } from "../../app/use-door.ts";
import { useSession } from "../../app/use-session.ts";

/** A protected case, or one that will be. */
export const useWordsOnly = (): boolean => {
  const door = useDoorState();
  const { young } = useSession();
  return door.kind === "open" ? door.place.pictures === "protected" : young;
};
