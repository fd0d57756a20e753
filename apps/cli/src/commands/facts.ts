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

import { type Command, type Outcome, textOption } from "../command.ts";
import type { ExhibitSummary } from "../contract/answers.ts";
import { withVault } from "../open-vault.ts";
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
    "passphrase-file": { type: "string" },
  },
  positionals: { least: 1, most: 1 },
  run: (context, input) =>
    withVault(context, input, async (vault) => {
      const pictures = textOption(input.values, "pictures");
      const setFile = textOption(input.values, "set");
      if (pictures !== undefined) {
        if (pictures !== "all-adult" && pictures !== "protected")
          return wrongUsage("usage_pictures", {});
        const answered = vault.setPictures(pictures);
        if (!answered.ok) return notDone(answered.error);
      }
      if (setFile !== undefined) {
        const facts = await readFacts(setFile, context.zones.offsetsOf);
        if (!facts.ok) return notDone(facts.error, setFile);
        const kept = vault.setFacts(facts.value);
        if (!kept.ok) return notDone(kept.error);
      }
      return answerOf(vault, pictures !== undefined || setFile !== undefined);
    }),
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

const answerOf = (vault: Vault, changed: boolean): Outcome => {
  const { id, facts, pictures } = vault.readCase();
  const locked = new Set(vault.lockedExhibits());
  const exhibits = vault.exhibits().map((exhibit) => summaryOf(exhibit, locked.has(exhibit.id)));
  const head = cliSentence("facts_head", {
    case: id,
    pictures:
      pictures === "protected" && locked.size > 0
        ? cliSentence("facts_locked", { count: locked.size })
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
  return {
    kind: "answered",
    exitCode: 0,
    answer: { holdfast: 1, command: "facts", case: id, pictures, facts, exhibits, changed },
    text: `${[
      head,
      ...(Object.keys(facts).length === 0 ? [] : [JSON.stringify(facts, undefined, 2)]),
      "",
      ...(lines.length === 0 ? [cliSentence("facts_empty", {})] : lines),
      ...(changed ? ["", cliSentence("facts_changed", {})] : []),
    ].join("\n")}\n`,
  };
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
