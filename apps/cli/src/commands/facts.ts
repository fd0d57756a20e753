import { readFile } from "node:fs/promises";

import {
  err,
  type Exhibit,
  factsSchema,
  type Facts,
  ok,
  type Result,
  utcMsToIso,
} from "@holdfast/evidence";
import type { Vault } from "@holdfast/vault";
import { cliSentence, formatBytes } from "@holdfast/words";

import {
  type Command,
  type CommandContext,
  type CommandInput,
  flagOption,
  type Outcome,
  textOption,
} from "../command.ts";
import type { ExhibitSummary } from "../contract/answers.ts";
import { withVault } from "../open-vault.ts";
import { toProblem } from "../problem.ts";
import { offerChoice } from "../protected/erase-locked.ts";
import { keepLockedWords, wordsSentences } from "../protected/say-words.ts";
import { tellProtected } from "../protected/tell-protected.ts";
import { messageOf } from "../sources/file-source.ts";
import { toTerminalText } from "../text-columns.ts";
import { notDone, wrongUsage } from "../usage.ts";

/** Facts are a page of answers; a file of this size is something else. */
const maximumFactsSizeInBytes = 1_048_576;

export const factsCommand: Command = {
  name: "facts",
  options: {
    set: { type: "string" },
    pictures: { type: "string" },
    mistake: { type: "boolean" },
    yes: { type: "boolean" },
    "passphrase-file": { type: "string" },
  },
  positionals: { least: 1, most: 1 },
  run: (context, input) =>
    withVault(context, input, async (vault) => {
      const before = vault.readCase().pictures;
      const failed = await change(context, input, vault);
      if (failed !== undefined) return failed;
      const became = before !== "protected" && vault.readCase().pictures === "protected";
      const changed =
        textOption(input.values, "pictures") !== undefined
        || textOption(input.values, "set") !== undefined;
      return answerOf(context, input, vault, changed, became);
    }),
};

/** Facts first: an answer that was a mistake can be put right together with the facts that came of it. */
const change = async (
  context: CommandContext,
  input: CommandInput,
  vault: Vault,
): Promise<Outcome | undefined> => {
  const pictures = textOption(input.values, "pictures");
  const setFile = textOption(input.values, "set");
  const isMistake = flagOption(input.values, "mistake");
  if (pictures !== undefined && pictures !== "all-adult" && pictures !== "protected") {
    return wrongUsage("usage_pictures", {});
  }
  if (isMistake && pictures !== "all-adult") return wrongUsage("usage_mistake", {});
  if (setFile !== undefined) {
    const facts = await readFacts(setFile, context.zones.offsetsOf);
    if (!facts.ok) return notDone(facts.error, setFile);
    const kept = vault.setFacts(facts.value);
    if (!kept.ok) return notDone(kept.error);
  }
  if (pictures === undefined) return undefined;
  if (isMistake && vault.readCase().pictures === "protected") {
    return takeBack(context, vault, flagOption(input.values, "yes"));
  }
  const answered = vault.setPictures(pictures);
  return answered.ok ? undefined : notDone(answered.error);
};

/** Asked for in so many words: neither a slip of the finger nor somebody else's impatience opens pictures again. */
const takeBack = async (
  { terminal }: CommandContext,
  vault: Vault,
  isSure: boolean,
): Promise<Outcome | undefined> => {
  if (!isSure) {
    if (!terminal.isInteractive) return wrongUsage("usage_mistake_not_interactive", {});
    const wanted = cliSentence("mistake_words", {});
    const answer = await terminal.ask(cliSentence("mistake_ask", { words: wanted }));
    if (answer?.trim().toLowerCase() !== wanted) return notDone({ code: "mistake_not_confirmed" });
  }
  const lifted = vault.liftPictureProtection();
  return lifted.ok ? undefined : notDone(lifted.error);
};

const readFacts = async (
  path: string,
  offsetsOf: (zone: string, at: number) => readonly number[],
): Promise<Result<Facts, { readonly code: "facts_not_readable"; readonly cause: string }>> => {
  try {
    const text = await readFile(path, "utf8");
    if (text.length > maximumFactsSizeInBytes)
      return err({ code: "facts_not_readable", cause: "too large" });
    const parsed = factsSchema.safeParse(JSON.parse(text));
    if (!parsed.success) {
      const issue = parsed.error.issues[0];
      return err({
        code: "facts_not_readable",
        cause: `${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}`,
      });
    }
    if (parsed.data.zone !== undefined && offsetsOf(parsed.data.zone, 0).length === 0) {
      return err({ code: "facts_not_readable", cause: `zone: ${parsed.data.zone}` });
    }
    return ok(parsed.data);
  } catch (error) {
    return err({ code: "facts_not_readable", cause: messageOf(error) });
  }
};

const answerOf = async (
  context: CommandContext,
  input: CommandInput,
  vault: Vault,
  changed: boolean,
  became: boolean,
): Promise<Outcome> => {
  const path = input.positionals[0] ?? "";
  const told = became ? await becomeProtected(context, vault, path) : undefined;
  const { id, facts, pictures } = vault.readCase();
  const locked = new Set(vault.lockedExhibits());
  const exhibits = vault.exhibits().map((exhibit) => summaryOf(exhibit, locked.has(exhibit.id)));
  const head = cliSentence("facts_head", {
    case: id,
    pictures:
      pictures === "protected" && !became
        ? await tellProtected(vault, path, context.clock.now())
        : cliSentence(picturesMessage[pictures], {}),
    zone: facts.zone ?? cliSentence("facts_zone_unknown", {}),
  });
  const lines = exhibits.map((exhibit) =>
    cliSentence("facts_exhibit", {
      exhibit: exhibit.id,
      name: toTerminalText(exhibit.originalName),
      format: exhibit.formatId,
      size: formatBytes(exhibit.sizeInBytes),
      added: exhibit.addedAt,
      locked: exhibit.locked ? "yes" : "no",
    }),
  );
  const words = told?.words ?? { made: [], notMade: [] };
  const erased = told?.erased ?? { erased: [] };
  const problems = [
    ...words.notMade,
    ...(erased.error === undefined ? [] : [toProblem(erased.error)]),
  ];
  return {
    kind: "answered",
    exitCode: problems.length > 0 ? 1 : 0,
    answer: {
      holdfast: 1,
      command: "facts",
      case: id,
      pictures,
      facts,
      exhibits,
      changed,
      words: words.made,
      notMade: problems,
      erased: erased.erased,
    },
    text: `${[
      head,
      ...(Object.keys(facts).length === 0 ? [] : [JSON.stringify(facts, undefined, 2)]),
      "",
      ...(lines.length === 0 ? [cliSentence("facts_empty", {})] : lines),
      ...(changed ? ["", cliSentence("facts_changed", {})] : []),
      ...problems.map(({ sentence }) => sentence),
    ].join("\n")}\n`,
  };
};

/** The lock is there already. First the words, so that deleting a chat does not delete them; then the choice. */
const becomeProtected = async (context: CommandContext, vault: Vault, path: string) => {
  context.terminal.say(await tellProtected(vault, path, context.clock.now()));
  const words = await keepLockedWords(context, vault);
  const indexed = await vault.indexPending({ signal: context.signal });
  for (const sentence of wordsSentences({ ...words, notMade: [] })) context.terminal.say(sentence);
  if (!indexed.ok) context.terminal.say(cliSentence("add_index_unfinished", {}));
  const erased = await offerChoice(context, vault);
  for (const exhibit of erased?.erased ?? []) {
    context.terminal.say(cliSentence("erase_done", { exhibit }));
  }
  return { words, erased };
};

const picturesMessage = {
  "all-adult": "init_pictures_all_adult",
  protected: "init_pictures_protected",
  unasked: "init_pictures_unasked",
} as const;

/** Of a locked picture no fingerprint is shown either (care rule 3). */
const summaryOf = (exhibit: Exhibit, locked: boolean): ExhibitSummary => ({
  locked,
  id: exhibit.id,
  kind: exhibit.kind,
  origin: exhibit.origin,
  originalName: exhibit.originalName,
  mediaType: exhibit.mediaType,
  formatId: exhibit.formatId,
  sizeInBytes: exhibit.sizeInBytes,
  ...(locked ? {} : { sha256: exhibit.sha256 }),
  addedAt: utcMsToIso(exhibit.addedAt),
  eventTime: exhibit.eventTime,
  withdrawn: exhibit.withdrawn,
});
