import { joinHandles, takeHandleAway } from "@holdfast/casework";
import type { Handle, Party } from "@holdfast/evidence";

/** What the person said a handle is. */
export type Who =
  | { readonly kind: "self" }
  | { readonly kind: "same"; readonly party: string }
  | { readonly kind: "new"; readonly role: "threatening" | "other" };

/** A handle that was somebody else's before is taken from them: the last answer counts. */
export const joinPerson = (
  parties: readonly Party[],
  handle: Handle,
  who: Who,
): readonly Party[] => {
  const free = takeHandleAway(parties, handle);
  const joined = joinHandles(free, { party: partyFor(free, handle, who), handles: [handle] });
  return joined.ok ? joined.value : parties;
};

const partyFor = (parties: readonly Party[], handle: Handle, who: Who): Omit<Party, "handles"> => {
  const known = parties.find((party) =>
    who.kind === "self" ? party.role === "self" : who.kind === "same" && party.id === who.party,
  );
  if (known !== undefined) {
    const { handles: _handles, ...party } = known;
    return party;
  }
  const id = freeId(parties);
  if (who.kind !== "new") return { id, role: who.kind === "self" ? "self" : "other" };
  return { id, role: who.role, label: handle.value };
};

const freeId = (parties: readonly Party[]): string => {
  let number = parties.length + 1;
  while (parties.some(({ id }) => id === `p${number}`)) number += 1;
  return `p${number}`;
};
