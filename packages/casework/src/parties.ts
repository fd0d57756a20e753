import { err, type Handle, ok, type Party, type Result } from "@holdfast/evidence";

import { handleKey } from "./handle-key.ts";

/** Who stands behind a handle, as far as the person using Holdfast has said. */
export interface PartyIndex {
  readonly partyOf: (handle: Handle) => Party | undefined;
}

/** Builds the look-up once for a whole timeline. */
export const indexParties = (parties: readonly Party[]): PartyIndex => {
  const byHandle = new Map<string, Party>();
  for (const party of parties) {
    for (const handle of party.handles) byHandle.set(handleKey(handle), party);
  }
  return { partyOf: (handle) => byHandle.get(handleKey(handle)) };
};

/**
 * Two handles are one person because the person said so, never because they look alike.
 *
 * Errors: `handle_taken` when one of the handles already belongs to somebody else: it has to be taken from them first.
 */
export const joinHandles = (
  parties: readonly Party[],
  joined: { readonly party: Omit<Party, "handles">; readonly handles: readonly Handle[] },
): Result<readonly Party[], JoinHandlesError> => {
  const index = indexParties(parties);
  for (const handle of joined.handles) {
    const owner = index.partyOf(handle);
    if (owner !== undefined && owner.id !== joined.party.id) {
      return err({ code: "handle_taken", handle, party: owner.id });
    }
  }
  const before = parties.find((party) => party.id === joined.party.id);
  const handles = uniqueHandles([...(before?.handles ?? []), ...joined.handles]);
  const after: Party = { ...joined.party, handles };
  return ok(
    before === undefined
      ? [...parties, after]
      : parties.map((party) => (party.id === after.id ? after : party)),
  );
};

export interface JoinHandlesError {
  readonly code: "handle_taken";
  readonly handle: Handle;
  readonly party: string;
}

/** Takes one handle back from its party; a party without handles disappears. */
export const takeHandleAway = (parties: readonly Party[], handle: Handle): readonly Party[] => {
  const key = handleKey(handle);
  return parties
    .map((party) => ({
      ...party,
      handles: party.handles.filter((owned) => handleKey(owned) !== key),
    }))
    .filter((party) => party.handles.length > 0);
};

const uniqueHandles = (handles: readonly Handle[]): readonly Handle[] => {
  const byKey = new Map<string, Handle>();
  for (const handle of handles) {
    const key = handleKey(handle);
    if (!byKey.has(key)) byKey.set(key, handle);
  }
  return [...byKey.values()];
};
