import {
  acquire,
  type AcquireDeps,
  type AcquireOptions,
  createPictureQuestion,
  type FileToAcquire,
} from "@holdfast/acquire";
import { err, type ExhibitOrigin, type Result } from "@holdfast/evidence";
import type { z } from "zod";

import {
  type keepContract,
  keepQuestionSchema,
  pictureReplySchema,
} from "../../door/contract/keep-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import type { CallContext } from "../../wire/serve-calls.ts";
import { completeIndex } from "./complete-index.ts";
import { done, type Host, type Opened } from "./host.ts";
import { keepLateWords } from "./keep-late-words.ts";
import { toDoorError } from "./to-door-error.ts";

type Context = CallContext<z.input<typeof keepContract.keepFiles.item>>;

export interface Asked {
  readonly asked: { readonly withoutMedia?: boolean; readonly canAsk: boolean };
  readonly context: Context;
}

/** What is to be taken in, and into what: the vault itself, or the vault by way of its inbox. */
export interface OneToKeep {
  readonly vault: AcquireDeps["vault"];
  readonly file: FileToAcquire;
  readonly origin?: ExhibitOrigin;
  /** Called when all of it is kept. */
  readonly afterwards?: () => Promise<void>;
}

/** One after the other; each waits for its turn among all that is being added. A failure to begin one is its own event. */
export const keepEach = async <T extends { readonly name: string }>(
  host: Host,
  place: Opened,
  { asked, context }: Asked,
  all: Iterable<T> | AsyncIterable<T>,
  begin: (one: T) => OneToKeep | DoorError | Promise<OneToKeep | DoorError>,
): Promise<Result<undefined, DoorError>> => {
  const options = optionsOf(place, asked, context);
  let failure: DoorError | undefined;
  let next = 0;
  for await (const one of all) {
    if (context.signal.aborted) break;
    const index = next;
    next += 1;
    // Locking waits for the file in hand, and no other is begun.
    const taken = await place.addAlone(async () => {
      if (place.isClosing) return false;
      await context.give({ kind: "began", index, name: one.name });
      const begun = await begin(one);
      if ("code" in begun) {
        await context.give({ kind: "not-kept", index, name: one.name, error: begun });
      } else failure = await keepOne(host, place, { index, begun, options, context });
      return true;
    });
    if (!taken) return err({ code: "place_locked" });
    if (failure !== undefined) return err(failure);
  }
  completeIndex(host, place);
  return context.signal.aborted ? err({ code: "cancelled" }) : done;
};

const optionsOf = (place: Opened, asked: Asked["asked"], context: Context): AcquireOptions => ({
  signal: context.signal,
  withoutMedia: asked.withoutMedia ?? place.vault.readCase().facts.strangers === true,
  onProgress: (progress) => context.report(progress),
  ...(asked.canAsk
    ? {
        pictureQuestion: createPictureQuestion(async (about) =>
          pictureReplySchema.parse(
            await context.ask(keepQuestionSchema.parse({ kind: "pictures", name: about.name })),
          ),
        ),
      }
    : {}),
});

/** Gives an error only when nothing more can be taken in: the place itself fails. */
const keepOne = async (
  host: Host,
  place: Opened,
  {
    index,
    begun,
    options,
    context,
  }: {
    readonly index: number;
    readonly begun: OneToKeep;
    readonly options: AcquireOptions;
    readonly context: Context;
  },
): Promise<DoorError | undefined> => {
  const { vault, intake } = place;
  const before = vault.readCase().pictures;
  const { origin } = begun;
  const road = acquire({ vault: begun.vault, intake }, begun.file, {
    ...options,
    ...(origin === undefined ? {} : { origin }),
  });
  let isWhole = true;
  for await (const one of road) {
    if (one.kind === "kept") {
      host.changed(vault.readCase().pictures !== before);
      await context.give({ kind: "kept", index, file: one.file });
    } else {
      isWhole = false;
      const error = toDoorError(one.error);
      await context.give({ kind: "not-kept", index, name: one.name, error });
      if (error.code === "vault_damaged") return error;
    }
  }
  if (isWhole) await begun.afterwards?.();
  if (vault.readCase().pictures !== before) {
    host.changed(true);
    keepLateWords(host, place);
  }
  return undefined;
};
