import type { Item } from "@holdfast/evidence";
import { ok } from "@holdfast/evidence";
import { joinConversations, theirWords } from "@holdfast/guide";
import type { TimelineCursor, TimelineEntry, Vault } from "@holdfast/vault";

import { keptWordsContract as contract } from "../../door/contract/guide-contract.ts";
import { serve, type Served } from "../../wire/serve-calls.ts";
import { createBreath } from "./breath.ts";
import type { Host } from "./host.ts";

export const serveGuide = (host: Host): readonly Served[] => [
  serve(contract.keptWords, () =>
    host.withPlace(async ({ vault }) => {
      const isTheirs = theirWords(vault.readCase().facts.parties ?? []);
      return ok(joinConversations(await wordsOf(vault, isTheirs)));
    }),
  ),
];

const pageSize = 500;
/** Of years of a chat the newest count; more than this is never heard (joinConversations has the same bound in letters). */
const mostItems = 20_000;

/** Newest last. Page by page, with room for other calls between them. */
const wordsOf = async (
  vault: Vault,
  isTheirs: (item: Item) => boolean,
): Promise<readonly TimelineEntry[]> => {
  const breathe = createBreath();
  let kept: TimelineEntry[] = [];
  let after: TimelineCursor | undefined;
  do {
    const page = vault.timeline({
      kinds: ["message", "email"],
      limit: pageSize,
      ...(after === undefined ? {} : { after }),
    });
    kept.push(...page.entries.filter(({ item }) => isTheirs(item)));
    if (kept.length > 2 * mostItems) kept = kept.slice(-mostItems);
    after = page.next;
    await breathe();
  } while (after !== undefined);
  return kept;
};
