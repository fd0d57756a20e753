import { err, ok, type Result } from "@holdfast/evidence";
import {
  headerVersion,
  type UnlockSecret,
  type VaultHeader,
  wrapVaultKey,
  type WrapError,
} from "@holdfast/seal";

import { record } from "./custody-store.ts";
import { writeHeaders } from "./header-files.ts";
import type { Session } from "./session.ts";
import type { VaultError, WrapRemoveError } from "./vault.ts";

export const addWrap = async (
  session: Session,
  secret: UnlockSecret,
): Promise<Result<{ readonly id: string }, VaultError | WrapError>> => {
  const { deps, live, vaultKey } = session;
  const wrap = await wrapVaultKey(deps, { vault: live.header.vault, vaultKey, secret });
  if (!wrap.ok) return wrap;
  const header: VaultHeader = {
    ...live.header,
    version: headerVersion,
    wraps: [...live.header.wraps, wrap.value],
  };
  const changed = await changeHeader(session, header, { added: [wrap.value.kind], removed: [] });
  return changed.ok ? ok({ id: wrap.value.id }) : changed;
};

export const removeWrap = async (
  session: Session,
  id: string,
): Promise<Result<void, VaultError | WrapRemoveError>> => {
  const { header } = session.live;
  const gone = header.wraps.find((wrap) => wrap.id === id);
  if (gone === undefined) return err({ code: "no_such_wrap", id });
  if (header.wraps.length === 1) return err({ code: "last_wrap" });
  const wraps = header.wraps.filter((wrap) => wrap !== gone);
  return changeHeader(session, { ...header, wraps }, { added: [], removed: [gone.kind] });
};

/** Header first: a log that tells of a key which no header has would be worse than the other way round. */
const changeHeader = async (
  session: Session,
  header: VaultHeader,
  change: { readonly added: readonly string[]; readonly removed: readonly string[] },
): Promise<Result<void, VaultError>> => {
  const written = await writeHeaders(session.deps, header);
  if (!written.ok) return written;
  session.live.header = header;
  const recorded = record(session, { action: "key.change", ...change });
  return recorded.ok ? ok(undefined) : recorded;
};
