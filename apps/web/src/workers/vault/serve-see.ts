import { type CustodyEntry, err, type ExhibitId, ok, type Result } from "@holdfast/evidence";
import type { z } from "zod";

import { seeContract as contract } from "../../door/contract/see-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import { serve, type Served } from "../../wire/serve-calls.ts";
import { countDays, createLocalClock } from "./count-days.ts";
import { done, type Host, type Opened } from "./host.ts";
import { keepLateWords } from "./keep-late-words.ts";
import { logEntries } from "./log-entries.ts";
import { showBytes } from "./show-bytes.ts";
import { showWords } from "./show-words.ts";
import { orDoorError } from "./to-door-error.ts";
import { findWaysOn } from "./ways-on.ts";

/** Nobody reads on beyond so many hits, and counting them takes less than what a finger notices. */
const mostCounted = 1_000;

export const serveSee = (host: Host): readonly Served[] => [
  serve(contract.timeline, (query) => host.withPlace(({ vault }) => ok(vault.timeline(query)))),
  serve(contract.days, (filter) =>
    host.withPlace(async ({ vault }) => {
      const { zones } = await host.ports.ports();
      const local = createLocalClock(zones, vault.readCase().facts.zone);
      return ok(countDays(vault.countBySlot(filter), local));
    }),
  ),
  serve(contract.count, () =>
    host.withPlace(({ vault }) =>
      ok({ items: vault.countItems(), exhibits: vault.exhibits().length }),
    ),
  ),
  serve(contract.handles, () => host.withPlace(({ vault }) => ok(vault.countHandles()))),
  serve(contract.search, (query) => host.withPlace(({ vault }) => ok(vault.search(query)))),
  serve(contract.countHits, (query) =>
    host.withPlace(({ vault }) => ok(vault.countHits(query, mostCounted))),
  ),
  serve(contract.waysOn, (query) =>
    host.withPlace(({ vault }) => ok(findWaysOn(vault, query, mostCounted))),
  ),
  serve(contract.rowOnDay, ({ rowId, day }) =>
    host.withPlace(({ vault }) => ok(vault.countOnDayBefore(rowId, day))),
  ),
  serve(contract.exhibits, () =>
    host.withPlace((place) => {
      const locked = new Set(place.lockedExhibits);
      return ok(
        place.vault.exhibits().map((exhibit) => ({ exhibit, locked: locked.has(exhibit.id) })),
      );
    }),
  ),
  serve(contract.exhibit, (id) => host.withPlace((place) => viewExhibit(place, id))),
  serve(contract.itemsOf, ({ id, ...page }) =>
    host.withPlace(({ vault }) => ok(vault.itemsOf(id, page))),
  ),
  serve(contract.bytes, (of, context) =>
    host.withPlace((place) => showBytes(place, of, context.signal)),
  ),
  serve(contract.words, (of, context) =>
    host.withPlace((place) => showWords(place, of, context.signal)),
  ),
  serve(contract.readCase, () => host.withPlace(({ vault }) => ok(vault.readCase()))),
  serve(contract.setFacts, (facts) =>
    host.withPlace(async (place) => {
      const { zones } = await host.ports.ports();
      if (facts.zone !== undefined && zones.offsetsOf(facts.zone, 0).length === 0) {
        return err({ code: "zone_unknown", zone: facts.zone });
      }
      const kept = orDoorError(place.vault.setFacts(facts));
      if (!kept.ok) return kept;
      host.changed(true);
      keepLateWords(host, place);
      return done;
    }),
  ),
  serve(contract.checkOriginals, (_, context) =>
    host.withPlace((place) => checkOriginals(host, place, context)),
  ),
];

const viewExhibit = (
  { vault, lockedExhibits }: Opened,
  id: ExhibitId,
): Result<z.input<typeof contract.exhibit.output>, DoorError> => {
  const exhibit = vault.exhibit(id);
  if (exhibit === undefined) return err({ code: "no_such_exhibit", exhibit: id });
  return ok({
    exhibit,
    locked: lockedExhibits.includes(id),
    notes: vault.notesOf(id),
    custody: [...logEntries(vault)].filter(({ entry }) => names(entry, id)),
  });
};

const names = (entry: CustodyEntry, id: ExhibitId): boolean =>
  ("exhibit" in entry && entry.exhibit === id)
  || ("exhibits" in entry && entry.exhibits.includes(id))
  || ("from" in entry && entry.from === id);

const checkOriginals = async (
  host: Host,
  { vault }: Opened,
  context: Parameters<Served["run"]>[1],
): Promise<Result<z.input<typeof contract.checkOriginals.output>, DoorError>> => {
  const checked = orDoorError(
    await vault.checkBlobs({ signal: context.signal, onProgress: context.report }),
  );
  if (!checked.ok) return checked;
  host.changed();
  return checked;
};
