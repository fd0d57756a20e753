import { type Purpose, purposeSchema } from "@holdfast/bundle";
import { writeZip } from "@holdfast/containers";
import { err, type ExhibitId, isExhibitId, ok, type Result, utcMsToIso } from "@holdfast/evidence";
import {
  type BagPlan,
  buildBag,
  type BuiltBag,
  type BuildBagError,
  placeTimestamp,
  planBag,
} from "@holdfast/output";
import type { Vault, VaultError } from "@holdfast/vault";
import { type CliMessageCode, cliSentence, formatBytes, groupHex } from "@holdfast/words";

import {
  type Command,
  type CommandContext,
  type CommandInput,
  type Outcome,
  textOption,
} from "../command.ts";
import type { Problem } from "../contract/common.ts";
import { type Lock, lockStream, type RecipientError } from "../exporting/encrypt-stream.ts";
import { readLock } from "../exporting/read-lock.ts";
import { version } from "../help.ts";
import { isThere } from "../making/vault-folder.ts";
import { withVault } from "../open-vault.ts";
import { createNodeSignaturePort } from "../ports/node-signatures.ts";
import { type CodedError, toProblem } from "../problem.ts";
import { readTextFile } from "../sources/read-text-file.ts";
import { writeNewFile, type WriteNewFileError } from "../sources/write-new-file.ts";
import { type FittingStamp, type StampError, stampOverNetwork } from "../stamping/stamp-imprint.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { cannotOpen, notDone, wrongUsage } from "../usage.ts";

export const exportCommand: Command = {
  name: "export",
  options: {
    out: { type: "string" },
    items: { type: "string" },
    for: { type: "string" },
    "age-passphrase": { type: "boolean" },
    "age-recipient": { type: "string" },
    plain: { type: "boolean" },
    tsa: { type: "string" },
    "tsa-root": { type: "string" },
    "passphrase-file": { type: "string" },
  },
  positionals: { least: 1, most: 1 },
  run: async (context, input) => {
    const out = textOption(input.values, "out");
    if (out === undefined) return wrongUsage("usage_arguments", { command: "export" });
    const purpose = purposeSchema.safeParse(textOption(input.values, "for") ?? "self");
    if (!purpose.success) return wrongUsage("usage_recipient", {});
    const lock = await readLock(context, input.values);
    if (!lock.ok) return wrongUsage(lock.error.code, { cause: lock.error.cause ?? "" });
    const root = await readTextFile(textOption(input.values, "tsa-root"));
    if (!root.ok) return cannotOpen(root.error);
    // A platform takes fields, not a case (care rule 24), and somebody close is not shown everything by a word left out.
    const unchosen = needsItems[purpose.data];
    if (unchosen !== undefined && textOption(input.values, "items") === undefined) {
      return wrongUsage(unchosen, { vault: input.positionals[0] ?? "" });
    }
    return withVault(context, input, (vault) =>
      exportCase(context, input, vault, {
        out,
        purpose: purpose.data,
        lock: lock.value,
        rootPem: root.value,
      }),
    );
  },
};

/** For whom the least is chosen by the person, never assumed; and what is said when it was not. */
const needsItems: Readonly<Partial<Record<Purpose, CliMessageCode>>> = {
  platform: "usage_platform_items",
  ally: "usage_ally_items",
};

interface ExportOptions {
  readonly out: string;
  readonly purpose: Purpose;
  readonly lock: Lock;
  readonly rootPem: string | undefined;
}

const exportCase = async (
  context: CommandContext,
  input: CommandInput,
  vault: Vault,
  options: ExportOptions,
): Promise<Outcome> => {
  const wanted = readItems(textOption(input.values, "items"));
  if (!wanted.ok)
    return wrongUsage("usage_exhibit", {
      value: wanted.error.value,
      vault: input.positionals[0] ?? "",
    });
  const plan = planBag(
    { clock: context.clock, random: context.random, reader: vault },
    { purpose: options.purpose, exhibits: wanted.value },
  );
  if (!plan.ok) return notDone(plan.error);
  // Looked at before the log says that a copy was made; writing it checks again.
  if (await isThere(options.out)) return notDone({ code: "file_exists" }, options.out);
  const recorded = vault.recordExport(plan.value);
  if (!recorded.ok) return notDone(recorded.error);

  const tsa = textOption(input.values, "tsa");
  const written = await writeBag(context, vault, plan.value, options, tsa);
  if (!written.ok) return notDone(written.error, nameOf(written.error, options.out));
  const { built, sizeInBytes, stamp } = written.value;
  const kept = recordBag(vault, plan.value, built, stamp, tsa);
  if (!kept.ok) return notDone(kept.error);
  return answerOf(options, built, sizeInBytes, stamp);
};

const readItems = (
  text: string | undefined,
): Result<"all" | readonly ExhibitId[], { readonly value: string }> => {
  if (text === undefined) return ok("all");
  const ids: ExhibitId[] = [];
  for (const id of text.split(/[\s,]+/).filter((part) => part !== "")) {
    if (!isExhibitId(id)) return err({ value: id });
    ids.push(id);
  }
  return ids.length === 0 ? err({ value: text }) : ok(ids);
};

interface WrittenBag {
  readonly built: BuiltBag;
  readonly sizeInBytes: number;
  /** What came of asking for a time-stamp; the bag is whole without one. */
  readonly stamp: Result<FittingStamp, StampError> | undefined;
}

const writeBag = async (
  context: CommandContext,
  vault: Vault,
  plan: BagPlan,
  { out, lock, rootPem }: ExportOptions,
  tsa: string | undefined,
): Promise<Result<WrittenBag, BuildBagError | WriteNewFileError | RecipientError>> => {
  const progress = createProgressLine(context);
  const signatures = createNodeSignaturePort();
  let stamp: Result<FittingStamp, StampError> | undefined;
  const bag = buildBag(
    {
      hasher: context.hasher,
      random: context.random,
      clock: context.clock,
      reader: vault,
      zones: context.zones,
      timeZoneData: context.tzdataVersion,
      software: { version, userAgent: "holdfast command line" },
      signal: context.signal,
      onProgress: progress.report,
      ...(tsa === undefined
        ? {}
        : {
            stampSeal: async (imprint) => {
              stamp = await stampOverNetwork(
                { ...context, signatures },
                { url: tsa, imprint, rootPem },
              );
              return stamp.ok ? placeTimestamp("first", toPlaced(stamp.value)) : [];
            },
          }),
    },
    plan,
  );
  const locked = await lockStream(writeZip(bag.entries), lock);
  if (!locked.ok) return locked;
  let sizeInBytes = 0;
  const written = await writeNewFile(out, async (sink) => {
    for await (const chunk of locked.value) {
      sizeInBytes += chunk.length;
      await sink(chunk);
    }
    return bag.result();
  });
  progress.end();
  return written.ok ? ok({ built: written.value, sizeInBytes, stamp }) : written;
};

export const toPlaced = ({ response, chainPem, request }: FittingStamp) => ({
  response,
  chainPem,
  ...(request === undefined ? {} : { request }),
});

/** The log remembers what left, and the time-stamp with its whole response: later bags carry it. */
const recordBag = (
  vault: Vault,
  plan: BagPlan,
  built: BuiltBag,
  stamp: WrittenBag["stamp"],
  tsa: string | undefined,
): Result<void, VaultError> => {
  const entries = [
    {
      action: "export.sealed" as const,
      bag: built.bag,
      seal: built.seal,
      ...(built.record === undefined ? {} : { record: built.record }),
    },
    ...(plan.kind === "full"
      ? []
      : [
          {
            action: "disclose" as const,
            to: plan.purpose,
            exhibits: plan.exhibits,
            purpose: plan.purpose,
          },
        ]),
    ...(tsa === undefined
      ? []
      : [{ action: "timestamp.request" as const, imprint: built.seal, authority: tsa }]),
    ...(stamp === undefined
      ? []
      : [
          stamp.ok
            ? {
                action: "timestamp.ok" as const,
                imprint: built.seal,
                genTime: stamp.value.facts.genTime,
                authority: stamp.value.facts.authority,
                response: Buffer.from(stamp.value.response).toString("base64"),
                chain: stamp.value.chainPem,
              }
            : { action: "timestamp.fail" as const, imprint: built.seal, reason: stamp.error.code },
        ]),
  ];
  for (const entry of entries) {
    const recorded = vault.record(entry);
    if (!recorded.ok) return recorded;
  }
  return ok(undefined);
};

const answerOf = (
  { out, lock, purpose }: ExportOptions,
  built: BuiltBag,
  sizeInBytes: number,
  stamp: WrittenBag["stamp"],
): Outcome => {
  const encrypted = lock.kind !== "plain";
  const problems: readonly Problem[] = [
    ...built.leftOut.map(({ exhibit, code }) => toProblem({ code: leftOutCode[code] }, exhibit)),
    ...(stamp === undefined || stamp.ok ? [] : [toProblem(stamp.error)]),
  ];
  const time = stamp?.ok === true ? utcMsToIso(stamp.value.facts.genTime) : undefined;
  const authority = stamp?.ok === true ? stamp.value.facts.authority : "";
  const lines = [
    cliSentence("export_done", {
      out,
      size: formatBytes(sizeInBytes),
      exhibits: built.exhibits.length,
      encrypted: encrypted ? "yes" : "no",
      seal: groupHex(built.seal),
    }),
    ...(time === undefined ? [] : [cliSentence("export_timestamped", { authority, time })]),
    ...(encrypted ? [] : [cliSentence("export_plain_warning", {})]),
    ...(purpose === "platform" ? [cliSentence("export_platform_whole", {})] : []),
    cliSentence("export_how_to_check", {}),
    ...problems.map((problem) => problem.sentence),
  ];
  return {
    kind: "answered",
    exitCode: stamp !== undefined && !stamp.ok ? 1 : 0,
    answer: {
      holdfast: 1,
      command: "export",
      out,
      bag: built.bag,
      seal: built.seal,
      exhibits: built.exhibits.length,
      sizeInBytes,
      encrypted,
      ...(time === undefined ? {} : { timestamp: { genTime: time, authority } }),
      problems,
    },
    text: `${lines.join("\n\n")}\n`,
  };
};

const leftOutCode = { withdrawn: "export_withdrawn", picture_locked: "export_locked" } as const;

const nameOf = (error: CodedError, out: string): string => error.exhibit ?? error.path ?? out;
