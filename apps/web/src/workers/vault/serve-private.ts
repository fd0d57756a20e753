import { bytesToHex, err, exhibitIdSchema, ok, type Result } from "@holdfast/evidence";
import { z } from "zod";

import { keepContract as contract } from "../../door/contract/keep-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import type { PrivateNote } from "../../door/keeping.ts";
import { serve, type Served } from "../../wire/serve-calls.ts";
import { done, type Host, type Opened } from "./host.ts";
import { keepText } from "./keep-text.ts";
import { orDoorError } from "./to-door-error.ts";

/** Private notes stand on the private shelf: in no copy, and gone without a trace (care rules 5 and 6). */
const prefix = "note/";

const noteSchema = z
  .strictObject({
    text: z.string(),
    exhibit: exhibitIdSchema.exactOptional(),
    changedAt: z.int(),
  })
  .readonly();

export const servePrivate = (host: Host): readonly Served[] => [
  serve(contract.listNotes, () => host.withPlace((place) => ok(listNotes(place)))),
  serve(contract.setNote, (note) => host.withPlace((place) => setNote(host, place, note))),
  serve(contract.removeNote, (id) =>
    host.withPlace((place) => orNothing(place.vault.privateShelf.remove(`${prefix}${id}`))),
  ),
  serve(contract.addNoteToRecord, (id) => host.withPlace((place) => addToRecord(host, place, id))),
  serve(contract.shelfKeys, () =>
    host.withPlace(({ vault }) =>
      ok(vault.privateShelf.keys().filter((key) => !/^(?:note|voice)\//.test(key))),
    ),
  ),
  serve(contract.shelfGet, (key) => host.withPlace(({ vault }) => ok(vault.privateShelf.get(key)))),
  serve(contract.shelfSet, ({ key, value }) =>
    host.withPlace(({ vault }) => orNothing(vault.privateShelf.set(key, value))),
  ),
  serve(contract.shelfRemove, (key) =>
    host.withPlace(({ vault }) => orNothing(vault.privateShelf.remove(key))),
  ),
];

export const orNothing = (
  result: Parameters<typeof orDoorError<void>>[0],
): Result<undefined, DoorError> => {
  const answered = orDoorError(result);
  return answered.ok ? done : answered;
};

const readNote = ({ vault }: Opened, key: string): PrivateNote | undefined => {
  const text = vault.privateShelf.get(key);
  if (text === undefined) return undefined;
  return { id: key.slice(prefix.length), ...noteSchema.parse(JSON.parse(text)) };
};

const listNotes = (place: Opened): readonly PrivateNote[] =>
  place.vault.privateShelf
    .keys()
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => readNote(place, key) ?? [])
    .toSorted((a, b) => a.changedAt - b.changedAt);

const setNote = async (
  host: Host,
  { vault }: Opened,
  { id: known, ...note }: z.output<typeof contract.setNote.input>,
): Promise<Result<PrivateNote, DoorError>> => {
  if (note.text.trim() === "") return err({ code: "text_empty" });
  const { clock, random } = await host.ports.ports();
  const id = known ?? bytesToHex(random.bytes(8));
  const value = { ...note, changedAt: clock.now() };
  const kept = orDoorError(vault.privateShelf.set(`${prefix}${id}`, JSON.stringify(value)));
  return kept.ok ? ok({ id, ...value }) : kept;
};

/** First into the record, then off the shelf: a crash between leaves it twice, never nowhere. */
const addToRecord = async (
  host: Host,
  place: Opened,
  id: string,
): Promise<Result<{ readonly exhibit?: string }, DoorError>> => {
  const { vault } = place;
  const note = readNote(place, `${prefix}${id}`);
  if (note === undefined) return err({ code: "no_such_note" });
  const recorded = await record(host, place, note);
  if (!recorded.ok) return recorded;
  const removed = orDoorError(vault.privateShelf.remove(`${prefix}${id}`));
  if (!removed.ok) return removed;
  host.changed();
  return recorded;
};

const record = async (
  host: Host,
  place: Opened,
  { text, exhibit }: PrivateNote,
): Promise<Result<{ readonly exhibit?: string }, DoorError>> => {
  if (exhibit === undefined) {
    const kept = await keepText(host, place, { text, what: "written", title: "" });
    return kept.ok ? ok({ exhibit: kept.value.exhibit }) : kept;
  }
  if (place.vault.exhibit(exhibit) === undefined) return err({ code: "no_such_exhibit", exhibit });
  const added = orDoorError(place.vault.record({ action: "note.add", exhibit, text }));
  return added.ok ? ok({ exhibit }) : added;
};
