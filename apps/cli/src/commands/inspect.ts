import { createParsedCounter, type FileIntake, noteWeights } from "@holdfast/acquire";
import type { Item } from "@holdfast/evidence";
import { readPictureLocation } from "@holdfast/picture";
import { cliSentence, formatBytes, noteSentence } from "@holdfast/words";

import { createIntakeThread } from "../adding/intake-thread.ts";
import { type Command, type CommandContext, flagOption, type Outcome } from "../command.ts";
import type { InspectedFile } from "../contract/answers.ts";
import type { Problem } from "../contract/common.ts";
import { toProblem } from "../problem.ts";
import { openFileSource } from "../sources/file-source.ts";
import { walkPaths } from "../sources/walk-paths.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { shorten, toTerminalText } from "../text-columns.ts";
import { textOfItem } from "./timeline-text.ts";

const firstItemsShown = 5;
const notesShown = 10;

export const inspectCommand: Command = {
  name: "inspect",
  options: { location: { type: "boolean" } },
  positionals: { least: 1, most: Number.POSITIVE_INFINITY },
  run: async (context, input) => {
    const intake = createIntakeThread();
    const files: InspectedFile[] = [];
    const notRead: Problem[] = [];
    try {
      for await (const found of walkPaths(input.positionals)) {
        if (context.signal.aborted) break;
        const inspected =
          found.kind === "skipped"
            ? toProblem({ ...found, path: "" }, found.name)
            : await inspectFile(context, intake, found, flagOption(input.values, "location"));
        if ("code" in inspected) notRead.push(inspected);
        else files.push(inspected);
      }
    } finally {
      intake.close();
    }
    return answerOf(files, notRead, context.signal.aborted);
  },
};

const inspectFile = async (
  context: CommandContext,
  intake: FileIntake,
  file: { readonly path: string; readonly name: string },
  withLocation: boolean,
): Promise<InspectedFile | Problem> => {
  const opened = await openFileSource(file.path);
  if (!opened.ok) return toProblem(opened.error, file.name);
  const { source, close } = opened.value;
  const progress = createProgressLine(context, file.name);
  try {
    const look = await intake.look(source, file.name, {
      pictures: "all-adult",
      withoutMedia: false,
      signal: context.signal,
    });
    const counter = createParsedCounter();
    const firstItems: Item[] = [];
    const options = { wordsOnly: false, signal: context.signal };
    for await (const batch of intake.parse(source, file.name, options)) {
      counter.count(batch);
      for (const parsed of batch) {
        if (parsed.kind === "item" && firstItems.length < firstItemsShown)
          firstItems.push(cutItem(parsed.item));
      }
      progress.report({ step: "reading", done: counter.read().items, total: 0, unit: "messages" });
    }
    const counts = counter.read();
    // Only when asked for: where a picture was taken is nothing to come across by chance.
    const location =
      withLocation && look.formatId === "picture" ? await readPictureLocation(source) : undefined;
    return {
      name: file.name,
      sizeInBytes: source.sizeInBytes,
      format: look.formatId,
      mediaType: look.mediaType,
      confidence: look.confidence,
      reasons: [...look.reasons],
      firstItems,
      ...(location === undefined ? {} : { location: { ...location } }),
      ...counts,
      itemsByKind: { ...counts.itemsByKind },
      notes: [...counts.notes],
    };
  } finally {
    progress.end();
    await close();
  }
};

/** A look, not a copy: of a folder of long letters only their beginnings are held. */
const cutItem = (item: Item): Item =>
  item.text === undefined || item.text.length <= 2_000
    ? item
    : { ...item, text: shorten(item.text, 2_000) };

const answerOf = (
  files: readonly InspectedFile[],
  notRead: readonly Problem[],
  cancelled: boolean,
): Outcome => ({
  kind: "answered",
  exitCode: notRead.length > 0 || cancelled || files.some((file) => file.findings > 0) ? 1 : 0,
  answer: { holdfast: 1, command: "inspect", files, notRead },
  text: [
    ...files.map(toText),
    ...notRead.map(({ name = "", sentence }) => `${toTerminalText(name)}\n  ${sentence}\n`),
    `${cliSentence("inspect_nothing_kept", {})}\n`,
  ].join("\n"),
});

const toText = (file: InspectedFile): string => {
  const reasons = file.reasons.length === 0 ? "" : ` (${file.reasons.join(", ")})`;
  const kinds = Object.entries(file.itemsByKind).map(([kind, count]) => `${kind} ${count}`);
  const notes = file.notes
    .filter((note) => noteWeights[note.code] !== "quiet")
    .slice(0, notesShown)
    .map((note) => {
      const place = note.span.member?.join(" > ");
      return noteSentence(note.code, {
        ...(note.detail === undefined ? {} : { detail: note.detail }),
        ...(place === undefined ? {} : { place }),
      });
    });
  const more = file.notes.length < file.noteCount ? file.noteCount - file.notes.length : 0;
  const lines = [
    cliSentence("inspect_file", {
      name: toTerminalText(file.name),
      format: file.format,
      mediaType: file.mediaType,
      size: formatBytes(file.sizeInBytes),
      confidence: cliSentence(`confidence_${file.confidence}`, {}),
      reasons,
    }),
    cliSentence("inspect_items", {
      count: file.items,
      kinds: kinds.length === 0 ? "" : `: ${kinds.join(", ")}`,
    }),
    ...(file.location === undefined
      ? []
      : [
          cliSentence("inspect_location", {
            latitude: file.location.latitude.toFixed(6),
            longitude: file.location.longitude.toFixed(6),
          }),
        ]),
    ...file.firstItems.map((item) => `    ${shorten(toTerminalText(lineOf(item)), 110)}`),
    ...notes.map((sentence) => `  - ${toTerminalText(sentence)}`),
    ...(more > 0 ? [`  ${cliSentence("add_more_notes", { count: more })}`] : []),
  ];
  return `${lines.join("\n")}\n`;
};

const lineOf = (item: Item): string => {
  const time = item.time.kind === "wall" ? item.time.local.replace("T", " ") : "";
  const at = item.time.kind === "instant" ? new Date(item.time.at).toISOString() : time;
  return [at, item.from?.value, textOfItem(item)]
    .filter((part) => part !== undefined && part !== "")
    .join("  ");
};
