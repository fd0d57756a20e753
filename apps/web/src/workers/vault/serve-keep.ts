import { acquire, type AcquireOptions, createPictureQuestion } from "@holdfast/acquire";
import { err, type Result } from "@holdfast/evidence";
import type { z } from "zod";

import {
  keepContract as contract,
  pictureQuestionSchema,
  pictureReplySchema,
} from "../../door/contract/keep-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import { type CallContext, serve, type Served } from "../../wire/serve-calls.ts";
import { blobSource } from "../blob-source.ts";
import { done, type Host, type Opened } from "./host.ts";
import { keepText } from "./keep-text.ts";
import { servePrivate } from "./serve-private.ts";
import { orDoorError, toDoorError } from "./to-door-error.ts";

export const serveKeep = (host: Host): readonly Served[] => [
  serve(contract.keepFiles, (input, context) =>
    host.withPlace((place) => keepFiles(host, place, input, context)),
  ),
  serve(contract.keepText, (input) => host.withPlace((place) => keepText(host, place, input))),
  serve(contract.answerPictures, (answer) =>
    host.withPlace(({ vault }) => changed(host, orDoorError(vault.setPictures(answer)))),
  ),
  serve(contract.liftPictureProtection, () =>
    host.withPlace(({ vault }) => changed(host, orDoorError(vault.liftPictureProtection()))),
  ),
  serve(contract.withdraw, (id) =>
    host.withPlace(({ vault }) => changed(host, orDoorError(vault.withdraw(id)))),
  ),
  serve(contract.erase, (id) =>
    host.withPlace(async ({ vault }) => changed(host, orDoorError(await vault.erase(id)))),
  ),
  ...servePrivate(host),
];

const changed = (host: Host, result: Result<void, DoorError>): Result<undefined, DoorError> => {
  if (!result.ok) return result;
  host.changed(true);
  return done;
};

type KeepFilesIn = z.output<typeof contract.keepFiles.input>;
type KeepEventOut = z.input<typeof contract.keepFiles.item>;
type Context = CallContext<KeepEventOut>;

/** One file after the other; each waits for its turn among all that is being added. */
const keepFiles = async (
  host: Host,
  place: Opened,
  input: KeepFilesIn,
  context: Context,
): Promise<Result<undefined, DoorError>> => {
  const options = optionsOf(place, input, context);
  let failure: DoorError | undefined;
  for (const [index, file] of input.files.entries()) {
    if (context.signal.aborted) break;
    // Locking waits for the file in hand, and no other is begun.
    const taken = await place.addAlone(async () => {
      if (place.isClosing) return false;
      await context.give({ kind: "began", index, name: file.name });
      failure = await keepFile(host, place, { index, file, options, context });
      return true;
    });
    if (!taken) return err({ code: "place_locked" });
    if (failure !== undefined) return err(failure);
  }
  completeIndex(host, place);
  return context.signal.aborted ? err({ code: "cancelled" }) : done;
};

const optionsOf = (place: Opened, input: KeepFilesIn, context: Context): AcquireOptions => ({
  signal: context.signal,
  withoutMedia: input.withoutMedia ?? place.vault.readCase().facts.strangers === true,
  onProgress: (progress) => context.report(progress),
  ...(input.canAsk
    ? {
        pictureQuestion: createPictureQuestion(async (about) =>
          pictureReplySchema.parse(await context.ask(pictureQuestionSchema.parse(about))),
        ),
      }
    : {}),
});

/** Gives an error only when nothing more can be taken in: the place itself fails. */
const keepFile = async (
  host: Host,
  place: Opened,
  {
    index,
    file,
    options,
    context,
  }: {
    readonly index: number;
    readonly file: KeepFilesIn["files"][number];
    readonly options: AcquireOptions;
    readonly context: Context;
  },
): Promise<DoorError | undefined> => {
  const before = place.vault.readCase().pictures;
  const road = acquire(
    place,
    { source: blobSource(file.file), name: file.name },
    { ...options, ...(file.origin === undefined ? {} : { origin: file.origin }) },
  );
  for await (const one of road) {
    if (one.kind === "kept") {
      host.changed(place.vault.readCase().pictures !== before);
      await context.give({ kind: "kept", index, file: one.file });
    } else {
      const error = toDoorError(one.error);
      await context.give({ kind: "not-kept", index, name: one.name, error });
      if (error.code === "vault_damaged") return error;
    }
  }
  if (place.vault.readCase().pictures !== before) host.changed(true);
  return undefined;
};

/**
 * Search works without it, by looking through what is not indexed yet. A failing device shows itself at the next write,
 * and an index that was cut short is completed by the next call.
 */
const completeIndex = (host: Host, place: Opened): void => {
  const controller = new AbortController();
  void place.addAlone(async () => {
    if (place.isClosing) return;
    await place.vault.indexPending({
      signal: controller.signal,
      onProgress: () => {
        if (place.isClosing) controller.abort();
      },
    });
    host.changed();
  });
};
