import {
  acquire,
  type AcquireError,
  type FileIntake,
  type KeptFile,
  type PictureQuestion,
} from "@holdfast/acquire";
import type { ExhibitOrigin } from "@holdfast/evidence";
import type { Vault } from "@holdfast/vault";
import { cliSentence } from "@holdfast/words";

import type { CommandContext } from "../command.ts";
import type { AddedFile } from "../contract/answers.ts";
import type { Problem } from "../contract/common.ts";
import { toProblem } from "../problem.ts";
import { childLineSentence } from "../protected/tell-protected.ts";
import { openFileSource } from "../sources/file-source.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { toTerminalText } from "../text-columns.ts";

export interface AddContext extends CommandContext {
  readonly vault: Vault;
  readonly intake: FileIntake;
  readonly origin: ExhibitOrigin | undefined;
  readonly withoutMedia: boolean;
}

export type AddedOrNot =
  | { readonly kind: "added"; readonly file: AddedFile }
  | { readonly kind: "not-added"; readonly problem: Problem };

/** One file on its road (See `acquire`), with a line of progress and the question about pictures in the terminal. */
export async function* addFile(
  context: AddContext,
  file: { readonly path: string; readonly name: string },
): AsyncGenerator<AddedOrNot> {
  const opened = await openFileSource(file.path);
  if (!opened.ok) {
    yield notAdded(opened.error, file.name);
    return;
  }
  const { source, close } = opened.value;
  const { origin, withoutMedia, signal } = context;
  const line = createLine(context);
  const road = acquire(
    context,
    { source, name: file.name },
    {
      signal,
      withoutMedia,
      onProgress: line.report,
      ...(origin === undefined ? {} : { origin }),
      ...(context.terminal.isInteractive ? { pictureQuestion: questionOf(context) } : {}),
    },
  );
  try {
    for await (const one of road) {
      line.end();
      yield one.kind === "kept"
        ? { kind: "added", file: toAdded(one.file) }
        : notAdded(one.error, one.name);
    }
  } finally {
    line.end();
    await close();
  }
}

/** One line for each exhibit in the making. */
const createLine = (context: AddContext) => {
  let line:
    { readonly name: string; readonly shown: ReturnType<typeof createProgressLine> } | undefined;
  const end = (): void => {
    line?.shown.end();
    line = undefined;
  };
  return {
    end,
    report: (...[progress, name]: Parameters<NonNullable<AcquireProgress>>): void => {
      if (line?.name !== name) {
        end();
        line = { name, shown: createProgressLine(context, name) };
      }
      line.shown.report(progress);
    },
  };
};

type AcquireProgress = Parameters<typeof acquire>[2]["onProgress"];

/** Asks at each picture until it is answered: somebody at a terminal may have slipped. */
const questionOf = ({ terminal, vault, clock }: AddContext): PictureQuestion => ({
  ask: async ({ name }) => {
    const answer = readPicturesAnswer(
      await terminal.ask(cliSentence("ask_pictures", { name: toTerminalText(name) })),
    );
    if (answer === "protected") {
      terminal.say(cliSentence("init_pictures_protected", {}));
      terminal.say(await childLineSentence(vault.readCase().facts.livesIn, clock.now()));
    }
    return answer;
  },
});

/**
 * Only an answer that can be understood is one: after Ctrl-D or a slip of the finger the question stays open for the next
 * picture, and none is kept meanwhile. A slip must not close the case to pictures: that is not taken back in passing.
 */
export const readPicturesAnswer = (
  answer: string | undefined,
): "all-adult" | "protected" | undefined => {
  const words = answer?.trim().toLowerCase() ?? "";
  if (/^y(?:es)?$/.test(words)) return "all-adult";
  return /^(?:no?|not sure|unsure)$/.test(words) ? "protected" : undefined;
};

const toAdded = (file: KeptFile): AddedFile => ({
  exhibit: file.exhibit,
  name: file.name,
  format: file.format,
  mediaType: file.mediaType,
  sizeInBytes: file.sizeInBytes,
  sha256: file.sha256,
  origin: file.origin,
  alreadyKept: file.alreadyKept,
  items: file.items,
  itemsByKind: { ...file.itemsByKind },
  notes: [...file.notes],
  noteCount: file.noteCount,
  findings: file.findings,
});

const notAdded = (
  error: AcquireError | Parameters<typeof toProblem>[0],
  name: string,
): AddedOrNot => ({ kind: "not-added", problem: toProblem(error, name) });
