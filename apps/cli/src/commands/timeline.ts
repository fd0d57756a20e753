import { setImmediate } from "node:timers/promises";

import type { TimelineCursor, TimelineEntry, Vault } from "@holdfast/vault";
import { cliSentence } from "@holdfast/words";
import { assert, type ExhibitId, utcMsToIso } from "@holdfast/evidence";
import { indexParties } from "@holdfast/casework";
import { timelineCsv } from "@holdfast/output";

import type { Command, CommandContext, CommandInput, Outcome } from "../command.ts";
import { flagOption, textOption } from "../command.ts";
import { withVault } from "../open-vault.ts";
import { notDone, wrongUsage } from "../usage.ts";
import { readCount } from "./read-count.ts";
import { readTimelineFilter, type TimelineFilter } from "./timeline-options.ts";
import { nameOfSender, timelineText } from "./timeline-text.ts";

const defaultLimit = 200;
const pageSize = 500;

export const timelineCommand: Command = {
  name: "timeline",
  options: {
    from: { type: "string" },
    to: { type: "string" },
    party: { type: "string" },
    kind: { type: "string" },
    limit: { type: "string" },
    csv: { type: "boolean" },
    "passphrase-file": { type: "string" },
  },
  positionals: { least: 1, most: 1 },
  run: (context, input) =>
    withVault(context, input, async (vault) => {
      const filter = readTimelineFilter(context, input.values, vault.readCase().facts);
      if (!filter.ok) return wrongUsage(filter.error.code, { kinds: "", ...filter.error });
      const limit = readCount(textOption(input.values, "limit"));
      if (!limit.ok) return wrongUsage("usage_number", { value: limit.error.value });
      if (flagOption(input.values, "csv"))
        return printCsv(context, vault, filter.value, limit.value);
      const rows = collect(vault, filter.value, limit.value ?? defaultLimit);
      return answerOf(context, input, vault, rows);
    }),
};

/** Page by page: a million rows never stand in memory together. */
function* pages(
  vault: Vault,
  filter: TimelineFilter,
  limit: number,
): Generator<readonly TimelineEntry[]> {
  let left = limit;
  let after: TimelineCursor | undefined;
  do {
    const page = vault.timeline({
      ...filter,
      limit: Math.min(pageSize, left),
      ...(after === undefined ? {} : { after }),
    });
    yield page.entries;
    left -= page.entries.length;
    after = page.next;
  } while (after !== undefined && left > 0);
}

const collect = (
  vault: Vault,
  filter: TimelineFilter,
  limit: number,
): { readonly entries: readonly TimelineEntry[]; readonly more: boolean } => {
  const entries = [...pages(vault, filter, limit + 1)].flat();
  return { entries: entries.slice(0, limit), more: entries.length > limit };
};

const printCsv = async (
  { terminal, zones, signal }: CommandContext,
  vault: Vault,
  filter: TimelineFilter,
  limit: number | undefined,
): Promise<Outcome> => {
  const { zone } = vault.readCase().facts;
  const known = new Map(vault.exhibits().map((exhibit) => [exhibit.id, exhibit]));
  const options = {
    zones,
    zone,
    withoutWords: false,
    exhibit: (id: ExhibitId) => {
      const exhibit = known.get(id);
      assert(exhibit !== undefined, "an entry of the timeline names an exhibit of the case");
      return { label: id, folder: "", sha256: exhibit.sha256 };
    },
  };
  let rows = 0;
  for (const piece of timelineCsv(
    options,
    csvEvents(pages(vault, filter, limit ?? Number.MAX_SAFE_INTEGER)),
  )) {
    terminal.answer(piece);
    rows += 1;
    if (rows % pageSize !== 0) continue;
    // Ctrl-C is heard only between two turns.
    await setImmediate();
    if (signal.aborted) return notDone({ code: "cancelled_between" });
  }
  return { kind: "streamed", exitCode: 0 };
};

function* csvEvents(entryPages: Iterable<readonly TimelineEntry[]>) {
  for (const entries of entryPages) {
    for (const { exhibits, item, earliestMs, latestMs, orderCertain } of entries) {
      const [source] = exhibits;
      assert(source !== undefined, "an entry of the timeline has an exhibit");
      const bounds =
        earliestMs === undefined || latestMs === undefined
          ? undefined
          : { earliest: earliestMs, latest: latestMs };
      yield { entry: { exhibits, item, source, time: item.time, bounds }, orderCertain };
    }
  }
}

const answerOf = (
  context: CommandContext,
  input: CommandInput,
  vault: Vault,
  { entries, more }: { readonly entries: readonly TimelineEntry[]; readonly more: boolean },
): Outcome => {
  const { facts } = vault.readCase();
  const parties = indexParties(facts.parties ?? []);
  return {
    kind: "answered",
    exitCode: 0,
    answer: {
      holdfast: 1,
      command: "timeline",
      ...(facts.zone === undefined ? {} : { zone: facts.zone }),
      tzdata: context.tzdataVersion,
      entries: entries.map((entry) => ({
        exhibits: entry.exhibits,
        ...(nameOfSender(entry.item, parties) === undefined
          ? {}
          : { party: nameOfSender(entry.item, parties) }),
        time: entry.item.time,
        ...(entry.earliestMs === undefined ? {} : { earliest: utcMsToIso(entry.earliestMs) }),
        ...(entry.latestMs === undefined ? {} : { latest: utcMsToIso(entry.latestMs) }),
        orderCertain: entry.orderCertain,
        item: entry.item,
      })),
      more,
    },
    text: toText(context, input, vault, entries, more),
  };
};

const toText = (
  { zones }: CommandContext,
  { positionals, values }: CommandInput,
  vault: Vault,
  entries: readonly TimelineEntry[],
  more: boolean,
): string => {
  const { facts } = vault.readCase();
  if (entries.length === 0) {
    const isFiltered = ["from", "to", "party", "kind"].some((name) => values[name] !== undefined);
    return `${cliSentence(isFiltered ? "timeline_empty_filter" : "timeline_empty", { vault: positionals[0] ?? "" })}\n`;
  }
  const names = new Map<string, string>(
    vault.exhibits().map(({ id, originalName }) => [id, originalName]),
  );
  const text = timelineText(
    { zones, facts, fileNameOf: (exhibit = "") => names.get(exhibit) ?? "" },
    entries,
  );
  const remarks = [
    ...(more ? [cliSentence("timeline_more", {})] : []),
    ...(entries.some((entry) => !entry.orderCertain && entry.item.time.kind !== "unknown")
      ? [cliSentence("timeline_order_uncertain", {})]
      : []),
    ...(facts.zone === undefined && entries.some((entry) => entry.item.time.kind === "wall")
      ? [cliSentence("timeline_no_zone", { vault: positionals[0] ?? "" })]
      : []),
  ];
  return `${text}${remarks.length === 0 ? "" : `\n${remarks.join("\n")}\n`}`;
};
