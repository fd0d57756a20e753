import type { Door } from "../door/door.ts";
import type { Session } from "./session-state.ts";

/** On the private shelf: it would tell who looks for it that somebody is feared, so nobody else may read it. */
const shelfKey = "lock";

/** Only what was chosen under "When it locks" is kept; answers to the first questions never are (care rule 5). */
export const keepLockChoice = async (door: Door, choice: "two" | "once"): Promise<void> => {
  // A failure is said by whatever is kept next; the choice holds for this visit in any case.
  await (choice === "once"
    ? door.keep.shelf.set(shelfKey, choice)
    : door.keep.shelf.remove(shelfKey));
};

/** A place that was opened brings its choice along. */
export const followLockChoice = (
  door: Pick<Door, "state" | "subscribe"> & { readonly keep: Pick<Door["keep"], "shelf"> },
  session: Pick<Session, "change">,
): void => {
  let openId: string | undefined;
  const read = async (): Promise<void> => {
    const kept = await door.keep.shelf.get(shelfKey);
    if (kept.ok && kept.value === "once") session.change({ watched: true });
  };
  door.subscribe(() => {
    const now = door.state();
    const id = now.kind === "open" ? now.place.id : undefined;
    if (id === openId) return;
    openId = id;
    if (id !== undefined) void read();
  });
};
