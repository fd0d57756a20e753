import { createWordsSource, hasWords, writeWords, type WrittenWords } from "@holdfast/casework";
import type { Exhibit, ExhibitId, Item } from "@holdfast/evidence";
import type { Vault } from "@holdfast/vault";
import { cliSentence } from "@holdfast/words";

import type { CommandContext } from "../command.ts";
import type { Problem } from "../contract/common.ts";
import { type CodedError, toProblem } from "../problem.ts";

export interface MadeWords {
  readonly exhibit: ExhibitId;
  readonly from: ExhibitId;
  readonly name: string;
  readonly sizeInBytes: number;
  readonly items: number;
}
export interface KeptWords {
  readonly made: readonly MadeWords[];
  readonly notMade: readonly Problem[];
}

/**
 * Writes the words of locked chats and mails into texts that can be handed over, each once. What holds no words (a picture,
 * a recording) has none. See [Note: words of a locked file].
 */
export const keepWordsOfLocked = async (
  context: CommandContext,
  vault: Vault,
): Promise<KeptWords> => {
  const made: MadeWords[] = [];
  const notMade: Problem[] = [];
  for (const exhibit of withoutWords(vault)) {
    if (context.signal.aborted) break;
    const kept = await keepWords(context, vault, exhibit);
    if ("code" in kept) notMade.push(toProblem(kept, exhibit.originalName));
    else made.push(kept);
  }
  return { made, notMade };
};

/** Locked, with words in it, and none of them written out yet: not even those of the same bytes under another name. */
export const withoutWords = (vault: Vault): readonly Exhibit[] => {
  const locked = new Set(vault.lockedExhibits());
  const all = vault.exhibits();
  const done = new Set(
    all
      .filter((one) => !one.withdrawn && one.derivedFrom?.by === "words-only")
      .map((one) => one.derivedFrom?.exhibit)
      .flatMap((id) => all.filter((one) => one.id === id))
      .map((one) => one.sha256),
  );
  return all.filter((exhibit) => {
    if (!locked.has(exhibit.id) || exhibit.withdrawn || done.has(exhibit.sha256)) return false;
    for (const item of itemsOf(vault, exhibit.id)) {
      if (!hasWords(item)) continue;
      done.add(exhibit.sha256);
      return true;
    }
    return false;
  });
};

function* itemsOf(vault: Vault, id: ExhibitId): Generator<Item> {
  let afterRowId = 0;
  for (;;) {
    const page = vault.itemsOf(id, { afterRowId });
    if (page.length === 0) return;
    for (const { item, rowId } of page) {
      afterRowId = rowId;
      yield item;
    }
  }
}

const labelsOf = ({ originalName }: Exhibit) => ({
  head: cliSentence("words_head", { name: originalName }),
  timeNotKnown: cliSentence("time_unknown", {}),
  fileNotHere: (kind: Item["kind"], name: string) =>
    kind === "picture"
      ? cliSentence("words_picture", { name })
      : kind === "recording"
        ? cliSentence("words_recording", { name })
        : cliSentence("words_file", { name }),
});

const keepWords = async (
  context: CommandContext,
  vault: Vault,
  from: Exhibit,
): Promise<MadeWords | CodedError> => {
  const pieces = (): Iterable<WrittenWords> => writeWords(labelsOf(from), itemsOf(vault, from.id));
  const source = createWordsSource(function* () {
    for (const piece of pieces()) yield piece.text;
  });
  const originalName = `${from.originalName}/words.txt`;
  const sealed = await vault.sealSource(
    source,
    {
      kind: from.kind,
      origin: "words-only",
      originalName,
      mediaType: "text/plain",
      formatId: `${from.formatId}-words`,
      derivedFrom: { by: "words-only", exhibit: from.id },
    },
    { signal: context.signal },
  );
  if (!sealed.ok) return sealed.error;
  const draft = sealed.value;
  let items = 0;
  for (const { parsed } of draft.known ? [] : pieces()) {
    const kept = draft.addParsed(parsed);
    items += parsed.filter(({ kind }) => kind === "item").length;
    if (kept.ok && !context.signal.aborted) continue;
    await draft.abandon();
    return kept.ok ? { code: "cancelled" } : kept.error;
  }
  if (from.kind === "email") draft.setEventTime(from.eventTime);
  const exhibit = await draft.commit();
  if (!exhibit.ok) return exhibit.error;
  return {
    exhibit: exhibit.value.id,
    from: from.id,
    name: originalName,
    sizeInBytes: source.sizeInBytes,
    items,
  };
};

/** What was made and what was not, for people. */
export const wordsSentences = ({ made, notMade }: KeptWords): readonly string[] => [
  ...made.map(({ exhibit, from, name, items }) =>
    cliSentence("words_made", { exhibit, from, name, items }),
  ),
  ...notMade.map(({ sentence }) => sentence),
];
