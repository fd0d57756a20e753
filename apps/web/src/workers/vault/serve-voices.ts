import { acquire, type KeptFile } from "@holdfast/acquire";
import {
  bytesToHex,
  bytesToSource,
  err,
  holdsOnlySound,
  ok,
  type Result,
} from "@holdfast/evidence";
import { z } from "zod";

import { keepContract as contract } from "../../door/contract/keep-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import type { VoiceNote } from "../../door/keeping.ts";
import { serve, type Served } from "../../wire/serve-calls.ts";
import type { Host, Opened } from "./host.ts";
import { orNothing } from "./serve-private.ts";
import { orDoorError, toDoorError } from "./to-door-error.ts";

/** What somebody said into the app stands beside their notes: in no copy, and gone without a trace. See [Note: own voice]. */
const prefix = "voice/";

/** A quarter of an hour, as the app records it, has three; a backup's frame holds 64. */
const maximumSizeInBytes = 16 * 1_048_576;

/** One row, so that a crash leaves all of it or none: what it is, and the sound in base64. */
const storedSchema = z
  .strictObject({
    saidAt: z.int(),
    durationMs: z.int().nonnegative(),
    sizeInBytes: z.int().nonnegative(),
    name: z.string(),
    mediaType: z.enum(["audio/webm", "audio/mp4"]),
    sound: z.base64(),
  })
  .readonly();
type Stored = z.infer<typeof storedSchema>;

export const serveVoices = (host: Host): readonly Served[] => [
  serve(contract.listVoices, () => host.withPlace((place) => ok(listVoices(place)))),
  serve(contract.setVoice, (voice) => host.withPlace((place) => setVoice(host, place, voice))),
  serve(contract.voiceSound, (id) =>
    host.withPlace((place) => {
      const stored = readVoice(place, id);
      if (stored === undefined) return err({ code: "no_such_note" });
      return ok(new Blob([bytesOf(stored)], { type: stored.mediaType }));
    }),
  ),
  serve(contract.removeVoice, (id) => host.withPlace((place) => removeVoice(place, id))),
  serve(contract.addVoiceToRecord, (id) => host.withPlace((place) => addToRecord(host, place, id))),
];

const readVoice = ({ vault }: Opened, id: string): Stored | undefined => {
  const text = vault.privateShelf.get(`${prefix}${id}`);
  return text === undefined ? undefined : storedSchema.parse(JSON.parse(text));
};

const bytesOf = ({ sound }: Stored): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(sound), (letter) => letter.charCodeAt(0));

const listVoices = (place: Opened): readonly VoiceNote[] =>
  place.vault.privateShelf
    .keys()
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const id = key.slice(prefix.length);
      const stored = readVoice(place, id);
      return stored === undefined ? [] : toNote(id, stored);
    })
    .toSorted((a, b) => a.saidAt - b.saidAt);

const toNote = (id: string, { saidAt, durationMs, sizeInBytes }: Stored): VoiceNote => ({
  id,
  saidAt,
  durationMs,
  sizeInBytes,
});

const setVoice = async (
  host: Host,
  { vault }: Opened,
  { sound, ...voice }: z.output<typeof contract.setVoice.input>,
): Promise<Result<VoiceNote, DoorError>> => {
  if (sound.size > maximumSizeInBytes) return err({ code: "voice_too_long" });
  const bytes = new Uint8Array(await sound.arrayBuffer());
  if (!holdsOnlySound(bytes)) return err({ code: "not_only_sound" });
  const { random } = await host.ports.ports();
  const id = bytesToHex(random.bytes(8));
  const stored: Stored = {
    ...voice,
    sizeInBytes: bytes.length,
    mediaType: sound.type.startsWith("audio/mp4") ? "audio/mp4" : "audio/webm",
    sound: toBase64(bytes),
  };
  const kept = orDoorError(vault.privateShelf.set(`${prefix}${id}`, JSON.stringify(stored)));
  return kept.ok ? ok(toNote(id, stored)) : kept;
};

/** In pieces: a function does not take a million arguments. A multiple of three, so that the pieces join. */
const pieceInBytes = 24_576;

const toBase64 = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += pieceInBytes) {
    text += btoa(String.fromCharCode(...bytes.subarray(at, at + pieceInBytes)));
  }
  return text;
};

const removeVoice = ({ vault }: Opened, id: string): Result<undefined, DoorError> =>
  orNothing(vault.privateShelf.remove(`${prefix}${id}`));

/** First into the record, then off the shelf: a crash between leaves it twice, never nowhere. */
const addToRecord = async (
  host: Host,
  place: Opened,
  id: string,
): Promise<Result<KeptFile, DoorError>> => {
  const stored = readVoice(place, id);
  if (stored === undefined) return err({ code: "no_such_note" });
  const kept = await place.addAlone(() => record(place, stored));
  if (!kept.ok) return kept;
  const removed = removeVoice(place, id);
  if (!removed.ok) return removed;
  host.changed();
  return kept;
};

const record = async (place: Opened, stored: Stored): Promise<Result<KeptFile, DoorError>> => {
  if (place.isClosing) return err({ code: "place_locked" });
  const { mediaType } = stored;
  const file = {
    source: bytesToSource(bytesOf(stored)),
    name: `${stored.name}.${mediaType === "audio/mp4" ? "m4a" : "webm"}`,
    kind: "note",
    ownVoice: { mediaType },
  } as const;
  const { signal } = new AbortController();
  const options = { signal, origin: "recollection", withoutMedia: false } as const;
  for await (const one of acquire(place, file, options)) {
    return one.kind === "kept" ? ok(one.file) : err(toDoorError(one.error));
  }
  throw new Error("a voice note is kept, or it is said why not");
};
