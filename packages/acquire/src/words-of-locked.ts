import {
  createWordsSource,
  hasWords,
  type WordsLabels,
  writeWords,
  type WrittenWords,
} from "@holdfast/casework";
import {
  type ByteSource,
  err,
  type Exhibit,
  type ExhibitId,
  type Item,
  ok,
  type Parsed,
  type Result,
} from "@holdfast/evidence";
import type { ExhibitDraft, SealError, Vault, VaultError } from "@holdfast/vault";

export type WordsVault = Pick<Vault, "lockedExhibits" | "exhibits" | "itemsOf" | "sealSource">;

export interface KeepWordsOptions {
  readonly signal: AbortSignal;
  /** The few sentences that stand between the words. */
  readonly labelsOf: (from: Exhibit) => WordsLabels;
  /** Waited for every few hundred messages: lets others have their turn, an abort among them. */
  readonly breathe: () => Promise<void>;
  /** This one alone. */
  readonly only?: ExhibitId;
}

export interface MadeWords {
  readonly exhibit: ExhibitId;
  readonly from: ExhibitId;
  readonly name: string;
  readonly sizeInBytes: number;
  readonly items: number;
}
export interface WordsNotMade {
  readonly from: Exhibit;
  readonly error: SealError | VaultError;
}
export interface WordsOfLocked {
  readonly made: readonly MadeWords[];
  readonly notMade: readonly WordsNotMade[];
}

/**
 * Writes the words of locked chats and mails into texts that can be handed over, each once. What holds no words (a picture,
 * a recording) has none. Nothing is half made: after an abort the one in hand is not there, and the next call makes it.
 * See [Note: words of a locked file].
 */
export const keepWordsOfLocked = async (
  vault: WordsVault,
  options: KeepWordsOptions,
): Promise<WordsOfLocked> => {
  const made: MadeWords[] = [];
  const notMade: WordsNotMade[] = [];
  for (const from of lockedWithoutWords(vault)) {
    if (options.signal.aborted) break;
    if (options.only !== undefined && options.only !== from.id) continue;
    const kept = await keepWords(vault, from, options);
    if (kept.ok) made.push(kept.value);
    else notMade.push({ from, error: kept.error });
  }
  return { made, notMade };
};

/** Locked, with words in it, and none of them written out yet: not even those of the same bytes under another name. */
export const lockedWithoutWords = (
  vault: Pick<WordsVault, "lockedExhibits" | "exhibits" | "itemsOf">,
): readonly Exhibit[] => {
  const locked = new Set(vault.lockedExhibits());
  const done = new Set(lockedWithWords(vault).map(({ sha256 }) => sha256));
  return vault.exhibits().filter((exhibit) => {
    if (!locked.has(exhibit.id) || exhibit.withdrawn || done.has(exhibit.sha256)) return false;
    for (const item of itemsOf(vault, exhibit.id)) {
      if (!hasWords(item)) continue;
      done.add(exhibit.sha256);
      return true;
    }
    return false;
  });
};

/** Those whose words stand in a text of their own. */
export const lockedWithWords = (vault: Pick<WordsVault, "exhibits">): readonly Exhibit[] => {
  const all = vault.exhibits();
  const origins = new Set(
    all
      .filter((one) => !one.withdrawn && one.derivedFrom?.by === "words-only")
      .map((one) => one.derivedFrom?.exhibit),
  );
  return all.filter(({ id }) => origins.has(id));
};

function* itemsOf(vault: Pick<WordsVault, "itemsOf">, id: ExhibitId): Generator<Item> {
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

type Pieces = () => Iterable<WrittenWords>;

const keepWords = async (
  vault: WordsVault,
  from: Exhibit,
  options: KeepWordsOptions,
): Promise<Result<MadeWords, SealError | VaultError>> => {
  const { signal } = options;
  const labels = options.labelsOf(from);
  const pieces: Pieces = () => writeWords(labels, itemsOf(vault, from.id));
  const source = await sourceOf(pieces, options);
  if (source === undefined) return err({ code: "cancelled" });
  const name = `${from.originalName}/words.txt`;
  const sealed = await vault.sealSource(
    source,
    {
      kind: from.kind,
      origin: "words-only",
      originalName: name,
      mediaType: "text/plain",
      formatId: `${from.formatId}-words`,
      derivedFrom: { by: "words-only", exhibit: from.id },
    },
    { signal },
  );
  if (!sealed.ok) return sealed;
  const draft = sealed.value;
  const items = await addItems(draft, pieces, options);
  if (!items.ok) {
    await draft.abandon();
    return items;
  }
  if (from.kind === "email") draft.setEventTime(from.eventTime);
  const exhibit = await draft.commit();
  if (!exhibit.ok) return exhibit;
  const { sizeInBytes } = source;
  return ok({ exhibit: exhibit.value.id, from: from.id, name, sizeInBytes, items: items.value });
};

const piecesAtOnce = 500;

/** The text is written anew for every reading and never held; its length is known only when it was written once. */
const sourceOf = async (
  pieces: Pieces,
  { signal, breathe }: KeepWordsOptions,
): Promise<ByteSource | undefined> => {
  const encoder = new TextEncoder();
  let sizeInBytes = 0;
  let count = 0;
  for (const { text } of pieces()) {
    sizeInBytes += encoder.encode(text).length;
    count += 1;
    if (count % piecesAtOnce > 0) continue;
    await breathe();
    if (signal.aborted) return undefined;
  }
  const texts = function* () {
    for (const { text } of pieces()) yield text;
  };
  const source = createWordsSource(texts, sizeInBytes);
  return {
    sizeInBytes,
    read: async (offset, length) => {
      await breathe();
      return source.read(offset, length);
    },
  };
};

/** The same text, kept before and withdrawn since, has its items already. */
const addItems = async (
  draft: ExhibitDraft,
  pieces: Pieces,
  { signal, breathe }: KeepWordsOptions,
): Promise<Result<number, SealError | VaultError>> => {
  let items = 0;
  let batch: Parsed[] = [];
  let waiting = 0;
  const flush = async (): Promise<Result<void, VaultError>> => {
    const kept = draft.addParsed(batch);
    batch = [];
    waiting = 0;
    if (!kept.ok) return kept;
    await breathe();
    return signal.aborted ? err({ code: "cancelled" }) : ok(undefined);
  };
  for (const { parsed } of draft.known ? [] : pieces()) {
    batch.push(...parsed);
    items += parsed.filter(({ kind }) => kind === "item").length;
    waiting += 1;
    if (waiting < piecesAtOnce) continue;
    const kept = await flush();
    if (!kept.ok) return kept;
  }
  const kept = await flush();
  return kept.ok ? ok(items) : kept;
};
