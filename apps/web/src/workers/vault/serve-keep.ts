import { assert, ok, type Result } from "@holdfast/evidence";
import type { z } from "zod";

import {
  keepContract as contract,
  keepQuestionSchema,
  moreFilesReplySchema,
} from "../../door/contract/keep-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import { type CallContext, serve, type Served } from "../../wire/serve-calls.ts";
import { toOneToKeep } from "./given-file.ts";
import { done, type Host } from "./host.ts";
import { keepEach } from "./keep-each.ts";
import { eraseExhibit, keepLateWords, wordsOfLocked } from "./keep-late-words.ts";
import { keepText } from "./keep-text.ts";
import { serveInbox } from "./serve-inbox.ts";
import { servePrivate } from "./serve-private.ts";
import { serveVoices } from "./serve-voices.ts";
import { orDoorError } from "./to-door-error.ts";

export const serveKeep = (host: Host): readonly Served[] => [
  serve(contract.keepFiles, ({ files, total, ...asked }, context) =>
    host.withPlace((place) =>
      keepEach(host, place, { asked, context }, allFiles(files, total, context), (given) =>
        toOneToKeep(place, given, context.signal),
      ),
    ),
  ),
  ...serveInbox(host),
  serve(contract.keepText, (input) => host.withPlace((place) => keepText(host, place, input))),
  serve(contract.answerPictures, (answer) =>
    host.withPlace((place) => {
      const answered = changed(host, orDoorError(place.vault.setPictures(answer)));
      if (answered.ok) keepLateWords(host, place);
      return answered;
    }),
  ),
  serve(contract.liftPictureProtection, () =>
    // Words that are being written out are finished first, so that they are withdrawn with the others.
    host.withPlace((place) =>
      place.addAlone(() =>
        Promise.resolve(changed(host, orDoorError(place.vault.liftPictureProtection()))),
      ),
    ),
  ),
  serve(contract.withdraw, (id) =>
    host.withPlace(({ vault }) => changed(host, orDoorError(vault.withdraw(id)))),
  ),
  serve(contract.erase, (what) => host.withPlace((place) => eraseExhibit(host, place, what))),
  serve(contract.wordsOfLocked, () => host.withPlace((place) => ok(wordsOfLocked(place)))),
  ...servePrivate(host),
  ...serveVoices(host),
];

type Files = z.output<typeof contract.keepFiles.input>["files"];

/** Those that came with the call, then the others, part after part, each asked for when the one before has had its turn. */
async function* allFiles(
  first: Files,
  total: number,
  context: Pick<CallContext<never>, "ask" | "signal">,
): AsyncGenerator<Files[number]> {
  let given = first;
  let from = 0;
  for (;;) {
    yield* given;
    from += given.length;
    if (from >= total) return;
    const question = keepQuestionSchema.parse({ kind: "more-files", from });
    const more = moreFilesReplySchema.parse(await context.ask(question));
    if (context.signal.aborted) return;
    assert(more !== undefined && more.length > 0, "the page gives the files that it counted");
    given = more;
  }
}

const changed = (host: Host, result: Result<void, DoorError>): Result<undefined, DoorError> => {
  if (!result.ok) return result;
  host.changed(true);
  return done;
};
