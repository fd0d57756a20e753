import { type CustodyEntry, custodyOpeningSchema } from "@holdfast/evidence";
import type { Vault } from "@holdfast/vault";

/** What the log can still tell, oldest first; what was erased has no opening. */
export function* logEntries(
  vault: Pick<Vault, "custodyHead" | "custodyOpening">,
): Generator<{ readonly seq: number; readonly entry: CustodyEntry }> {
  const last = vault.custodyHead().seq;
  for (let seq = 1; seq <= last; seq += 1) {
    const opening = vault.custodyOpening(seq);
    if (opening === undefined) continue;
    yield custodyOpeningSchema.parse({ seq, entry: JSON.parse(opening) });
  }
}
