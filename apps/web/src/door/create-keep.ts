import type { Result } from "@holdfast/evidence";

import type { Asking, Channel } from "../wire/channel.ts";
import { keepContract as contract, keepQuestionSchema } from "./contract/keep-contract.ts";
import type { DoorError } from "./door-error.ts";
import type { FileToKeep, Keep, KeepEvent, KeepOptions } from "./keeping.ts";

export const createKeep = (channel: Channel): Keep => ({
  keepFiles: (files, options = {}) =>
    keepEvents(options, files, (asked, work) =>
      channel.stream(
        contract.keepFiles,
        { files: partOf(files, 0), total: files.length, ...asked },
        work,
      ),
    ),
  inbox: {
    list: () => channel.call(contract.inboxList, undefined),
    takeIn: (ids, options = {}) =>
      keepEvents(options, [], (asked, work) =>
        channel.stream(contract.inboxTakeIn, { ids, ...asked }, work),
      ),
    remove: (id) => channel.call(contract.inboxRemove, id),
  },
  keepText: (text) => channel.call(contract.keepText, text),
  answerPictures: (answer) => channel.call(contract.answerPictures, answer),
  liftPictureProtection: () => channel.call(contract.liftPictureProtection, undefined),
  withdraw: (id) => channel.call(contract.withdraw, id),
  erase: (id, { evenWords = false } = {}) => channel.call(contract.erase, { id, evenWords }),
  wordsOfLocked: () => channel.call(contract.wordsOfLocked, undefined),
  notes: {
    list: () => channel.call(contract.listNotes, undefined),
    set: (note) => channel.call(contract.setNote, note),
    remove: (id) => channel.call(contract.removeNote, id),
    addToRecord: (id) => channel.call(contract.addNoteToRecord, id),
  },
  voices: {
    list: () => channel.call(contract.listVoices, undefined),
    set: (voice) => channel.call(contract.setVoice, voice),
    sound: (id) => channel.call(contract.voiceSound, id),
    remove: (id) => channel.call(contract.removeVoice, id),
    addToRecord: (id) => channel.call(contract.addVoiceToRecord, id),
  },
  shelf: {
    keys: () => channel.call(contract.shelfKeys, undefined),
    get: (key) => channel.call(contract.shelfGet, key),
    set: (key, value) => channel.call(contract.shelfSet, { key, value }),
    remove: (key) => channel.call(contract.shelfRemove, key),
  },
});

/** A handle for each costs the page's thread up to a millisecond, and four on a slow phone. */
const filesAtOnce = 4;

const partOf = (files: readonly FileToKeep[], from: number): readonly FileToKeep[] =>
  files.slice(from, from + filesAtOnce);

interface Asked {
  readonly canAsk: boolean;
  readonly withoutMedia?: boolean;
}

async function* keepEvents(
  { withoutMedia, askPictures, ...work }: KeepOptions,
  files: readonly FileToKeep[],
  begin: (asked: Asked, work: Asking) => AsyncGenerator<KeepEvent, Result<undefined, DoorError>>,
): AsyncGenerator<KeepEvent> {
  const canAsk = askPictures !== undefined;
  const result = yield* begin(
    { canAsk, ...(withoutMedia === undefined ? {} : { withoutMedia }) },
    {
      ...work,
      onQuestion: async (about) => {
        const question = keepQuestionSchema.parse(about);
        if (question.kind === "more-files") return partOf(files, question.from);
        return askPictures?.({ name: question.name });
      },
    },
  );
  // After an abort the files without a turn are silent; why it ended else is the last thing that is said.
  if (!result.ok && result.error.code !== "cancelled") {
    yield { kind: "stopped", error: result.error };
  }
}
