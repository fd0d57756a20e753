import { ok, type Result, type Secret } from "@holdfast/evidence";
import { type Finding, verifyBag, type VerifyReport } from "@holdfast/verify";
import {
  cliSentence,
  findingSentence,
  groupHex,
  severityMessages,
  verdictMeaning,
  verdictSentence,
} from "@holdfast/words";

import { openBagInput } from "../bags/open-bag-input.ts";
import { type Command, type CommandContext, type Outcome, textOption } from "../command.ts";
import { createNodeSignaturePort } from "../ports/node-signatures.ts";
import { createTwoCoreHash } from "../ports/two-core-hash-file.ts";
import { readSecret, type SecretError } from "../secrets.ts";
import { readTextFile } from "../sources/read-text-file.ts";
import { createProgressLine } from "../terminal/progress-line.ts";
import { toTerminalText } from "../text-columns.ts";
import { cannotOpen, notDone } from "../usage.ts";

export const verifyCommand: Command = {
  name: "verify",
  options: {
    seal: { type: "string" },
    "tsa-root": { type: "string" },
    "age-passphrase-file": { type: "string" },
  },
  positionals: { least: 1, most: 1 },
  run: async (context, input) => {
    const [path = ""] = input.positionals;
    const root = await readTextFile(textOption(input.values, "tsa-root"));
    if (!root.ok) return cannotOpen(root.error);
    const asked: { secretError?: SecretError } = {};
    const opened = await openBagInput(
      path,
      async () => {
        const secret = await askBagPassphrase(
          context,
          textOption(input.values, "age-passphrase-file"),
        );
        if (secret.ok) return secret.value;
        asked.secretError = secret.error;
        return undefined;
      },
      context.signal,
    );
    if (!opened.ok) {
      return opened.error.code === "cancelled_reading"
        ? notDone(opened.error)
        : cannotOpen(opened.error, path);
    }
    const progress = createProgressLine(context);
    const seal = textOption(input.values, "seal");
    const hash = createTwoCoreHash(context.hasher);
    const verified = await verifyBag(opened.value.input, {
      hasher: context.hasher,
      hashFile: hash.hashFile,
      signatures: createNodeSignaturePort(),
      signal: context.signal,
      onProgress: progress.report,
      ...(seal === undefined ? {} : { seal }),
      ...(root.value === undefined ? {} : { timestampRoots: [root.value] }),
    });
    progress.end();
    await hash.close();
    await opened.value.close();
    return verified.ok ? answerOf(path, verified.value) : notDone(verified.error, path);
  },
};

const askBagPassphrase = async (
  context: CommandContext,
  file: string | undefined,
): Promise<Result<Secret<string>, SecretError>> => {
  const secret = await readSecret(context, {
    file,
    variable: "HOLDFAST_AGE_PASSPHRASE",
    question: cliSentence("ask_bag_passphrase", {}),
    isNew: false,
  });
  return secret.ok ? ok(secret.value) : secret;
};

const answerOf = (path: string, report: VerifyReport): Outcome => {
  const { facts, findings } = report;
  const sentence = verdictSentence(report.verdict, verdictParameters(report));
  const shown = findings.map((finding) => ({
    finding,
    text: sentenceOf(finding),
    place: placeOf(finding),
  }));
  const lines = [
    sentence,
    verdictMeaning(report.verdict, verdictParameters(report)),
    "",
    ...(facts.seal === undefined
      ? []
      : [cliSentence("verify_seal", { seal: groupHex(facts.seal) }), ""]),
    cliSentence("verify_findings", { count: findings.length }),
    ...shown.map(
      ({ finding, text, place }) =>
        `  ${severityMessages[finding.severity]}: ${toTerminalText(text)}${place === undefined ? "" : `\n      ${toTerminalText(place)}`}`,
    ),
  ];
  const isFine =
    report.verdict !== "broken"
    && report.verdict !== "not-a-bag"
    && !findings.some(
      (finding) => finding.code === "seal_differs" || finding.code === "seal_malformed",
    );
  return {
    kind: "answered",
    exitCode: isFine ? 0 : 1,
    answer: {
      holdfast: 1,
      command: "verify",
      bag: path,
      verdict: report.verdict,
      sentence,
      ...(facts.seal === undefined ? {} : { seal: facts.seal }),
      findings: shown.map(({ finding, text, place }) => ({
        code: finding.code,
        severity: finding.severity,
        ...(place === undefined ? {} : { place }),
        sentence: text,
      })),
    },
    text: `${lines.join("\n")}\n`,
  };
};

/** The time-stamp that the verdict speaks of: one that leads to a trusted root before any other. */
const verdictParameters = ({ facts: { timestamps } }: VerifyReport) => {
  const accepted = timestamps.filter((stamp) => stamp.accepted);
  const stamp = accepted.find(({ root }) => root === "known") ?? accepted[0];
  return { authority: stamp?.authority ?? "", stampedAt: stamp?.genTime ?? "" };
};

const sentenceOf = (finding: Finding): string => findingSentence(finding.code, finding.params);

const placeOf = ({ place: { path, line, seq } }: Finding): string | undefined => {
  const parts = [
    path,
    line === undefined ? undefined : cliSentence("verify_line", { line }),
    seq === undefined ? undefined : cliSentence("verify_entry", { seq }),
  ].filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.join(", ");
};
