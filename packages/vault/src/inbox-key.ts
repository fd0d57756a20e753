import {
  type AgreementPair,
  createInboxKey,
  headerVersion,
  openInboxKey,
  type VaultHeader,
  type VaultKey,
} from "@holdfast/seal";

import type { VaultDeps } from "./vault-deps.ts";

export interface PreparedInbox {
  /** With an inbox that is this vault's own. */
  readonly header: VaultHeader;
  readonly inboxPair: AgreementPair | undefined;
}

/**
 * Authenticates the header's inbox, or makes one: for a new vault, for one of a time when there was none, and for one
 * whose public key somebody has replaced while it was locked.
 */
export const prepareInbox = async (
  deps: VaultDeps,
  header: VaultHeader,
  vaultKey: VaultKey,
): Promise<PreparedInbox & { readonly found: "own" | "none" | "replaced" }> => {
  const owner = { vault: header.vault, vaultKey };
  const own =
    header.inbox === undefined
      ? undefined
      : await openInboxKey(deps, { ...owner, inbox: header.inbox });
  if (own !== undefined) return { header, inboxPair: own, found: "own" };
  const inbox = await createInboxKey(deps, owner);
  const inboxPair = await openInboxKey(deps, { ...owner, inbox });
  const found = header.inbox === undefined ? "none" : "replaced";
  return { header: { ...header, version: headerVersion, inbox }, inboxPair, found };
};
