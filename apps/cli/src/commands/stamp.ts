import { readFile, writeFile } from "node:fs/promises";

import { placeTimestamp } from "@holdfast/output";
import { bytesToHex, err, ok, type Result, toSha256Hex, utcMsToIso } from "@holdfast/evidence";
import type { Vault } from "@holdfast/vault";
import { cliSentence } from "@holdfast/words";
import { createHash } from "node:crypto";

import { addFilesToFolder, addFilesToZip } from "../bags/add-files-to-bag.ts";
import { openBagInput, type OpenedBag } from "../bags/open-bag-input.ts";
import { readStampSubject, type StampSubject } from "../bags/seal-of-bag.ts";
import {
  type Command,
  type CommandContext,
  type CommandInput,
  type Outcome,
  textOption,
} from "../command.ts";
import { isVaultFolder } from "../making/vault-folder.ts";
import { withVault } from "../open-vault.ts";
import { createNodeSignaturePort } from "../ports/node-signatures.ts";
import { messageOf } from "../sources/file-source.ts";
import { readTextFile } from "../sources/read-text-file.ts";
import {
  checkStamp,
  type FittingStamp,
  newRequest,
  type StampError,
  stampOverNetwork,
} from "../stamping/stamp-imprint.ts";
import { cannotOpen, notDone, wrongUsage } from "../usage.ts";
import { toPlaced } from "./export.ts";

export const stampCommand: Command = {
  name: "stamp",
  options: {
    tsa: { type: "string" },
    tsq: { type: "string" },
    tsr: { type: "string" },
    "tsa-root": { type: "string" },
    request: { type: "string" },
    "passphrase-file": { type: "string" },
  },
  positionals: { least: 1, most: 1 },
  run: async (context, input) => {
    const way = readWay(input);
    if (way === undefined) return wrongUsage("usage_stamp", {});
    const root = await readTextFile(textOption(input.values, "tsa-root"));
    if (!root.ok) return cannotOpen(root.error);
    const [path = ""] = input.positionals;
    return (await isVaultFolder(path))
      ? withVault(context, input, (vault) => stampVault(context, path, vault, way, root.value))
      : stampBag(context, path, way, root.value);
  },
};

type Way =
  | { readonly kind: "ask"; readonly url: string }
  | { readonly kind: "write-request"; readonly file: string }
  | { readonly kind: "take-answer"; readonly file: string; readonly request: string | undefined };

const readWay = ({ values }: CommandInput): Way | undefined => {
  const url = textOption(values, "tsa");
  const tsq = textOption(values, "tsq");
  const tsr = textOption(values, "tsr");
  const ways: Way[] = [
    ...(url === undefined ? [] : [{ kind: "ask" as const, url }]),
    ...(tsq === undefined ? [] : [{ kind: "write-request" as const, file: tsq }]),
    ...(tsr === undefined
      ? []
      : [{ kind: "take-answer" as const, file: tsr, request: textOption(values, "request") }]),
  ];
  return ways.length === 1 ? ways[0] : undefined;
};

const stampBag = async (
  context: CommandContext,
  path: string,
  way: Way,
  rootPem: string | undefined,
): Promise<Outcome> => {
  const opened = await openBagInput(path, () => Promise.resolve(undefined), context.signal);
  if (!opened.ok) {
    const code =
      opened.error.code === "bag_needs_passphrase" ? "bag_encrypted_stamp" : opened.error.code;
    return cannotOpen({ ...opened.error, code }, path);
  }
  try {
    const subject = await readStampSubject(opened.value.input);
    if (!subject.ok) return cannotOpen(subject.error, path);
    const imprint = imprintOf(subject.value);
    if (way.kind === "write-request")
      return await writeRequest(context, "bag", path, imprint, way.file);
    const stamp = await obtain(context, way, imprint, rootPem);
    if (!stamp.ok) return notDone(stamp.error, path);
    const added = await place(path, opened.value, subject.value, stamp.value);
    if (!added.ok) return notDone(added.error, path);
    return stamped("bag", imprint, stamp.value);
  } finally {
    await opened.value.close();
  }
};

/** The first time-stamp is over the tag manifest; a further one over the first response, which is also a renewal. */
const imprintOf = (subject: StampSubject): string =>
  subject.firstResponse === undefined
    ? subject.seal
    : bytesToHex(createHash("sha256").update(subject.firstResponse).digest());

const place = async (
  path: string,
  opened: OpenedBag,
  subject: StampSubject,
  stamp: FittingStamp,
) => {
  if (subject.hasSecondResponse) return err({ code: "stamp_twice_already" as const });
  const which = subject.firstResponse === undefined ? "first" : "second";
  const files = placeTimestamp(which, toPlaced(stamp)).map((file) => ({
    path: `${subject.prefix}${file.path}`,
    bytes: file.bytes,
  }));
  return opened.input.kind === "zip"
    ? addFilesToZip(path, opened.input.source, files)
    : addFilesToFolder(path, files);
};

const stampVault = async (
  context: CommandContext,
  path: string,
  vault: Vault,
  way: Way,
  rootPem: string | undefined,
): Promise<Outcome> => {
  if (way.kind === "take-answer") return takeVaultAnswer(context, path, vault, way, rootPem);
  const imprint = vault.custodyHead().sha256;
  const requested = vault.record({
    action: "timestamp.request",
    imprint,
    ...(way.kind === "ask" ? { authority: way.url } : {}),
  });
  if (!requested.ok) return notDone(requested.error);
  if (way.kind === "write-request") return writeRequest(context, "vault", path, imprint, way.file);
  const stamp = await obtain(context, way, imprint, rootPem);
  if (!stamp.ok) {
    const failed = vault.record({ action: "timestamp.fail", imprint, reason: stamp.error.code });
    return notDone(failed.ok ? stamp.error : failed.error, path);
  }
  return recordVaultStamp(vault, imprint, stamp.value);
};

/** The log has grown since the request was written: the answer must fit one of the heads that it was asked about. */
const takeVaultAnswer = async (
  context: CommandContext,
  path: string,
  vault: Vault,
  way: Extract<Way, { readonly kind: "take-answer" }>,
  rootPem: string | undefined,
): Promise<Outcome> => {
  const asked = new Set<string>();
  for (let seq = vault.custodyHead().seq; seq > 0; seq -= 1) {
    const opening = vault.custodyOpening(seq);
    const match =
      opening === undefined
        ? null
        : /"action":"timestamp\.request".*?"imprint":"([0-9a-f]{64})"/.exec(opening);
    if (match?.[1] !== undefined) asked.add(match[1]);
  }
  let last: StampError | ReadError = {
    code: "tsr_not_accepted",
    cause: "timestamp_imprint_differs",
  };
  for (const imprint of asked) {
    const stamp = await obtain(context, way, imprint, rootPem);
    if (stamp.ok) return recordVaultStamp(vault, imprint, stamp.value);
    if (stamp.error.code !== "tsr_not_accepted" || !stamp.error.cause.includes("imprint_differs")) {
      last = stamp.error;
    }
  }
  return notDone(last, path);
};

const recordVaultStamp = (vault: Vault, imprint: string, stamp: FittingStamp): Outcome => {
  const recorded = vault.record({
    action: "timestamp.ok",
    imprint: toSha256Hex(imprint),
    genTime: stamp.facts.genTime,
    authority: stamp.facts.authority,
    response: Buffer.from(stamp.response).toString("base64"),
    chain: stamp.chainPem,
  });
  return recorded.ok ? stamped("vault", imprint, stamp) : notDone(recorded.error);
};

const obtain = async (
  context: CommandContext,
  way: Exclude<Way, { readonly kind: "write-request" }>,
  imprint: string,
  rootPem: string | undefined,
): Promise<Result<FittingStamp, StampError | ReadError>> => {
  const signatures = createNodeSignaturePort();
  if (way.kind === "ask") {
    return stampOverNetwork({ ...context, signatures }, { url: way.url, imprint, rootPem });
  }
  const response = await readBytes(way.file);
  if (!response.ok) return response;
  const request = way.request === undefined ? undefined : await readBytes(way.request);
  if (request !== undefined && !request.ok) return request;
  return checkStamp(
    { signatures },
    { imprint, response: response.value, request: request?.value, rootPem },
  );
};

interface ReadError {
  readonly code: "file_not_readable";
  readonly path: string;
  readonly cause: string;
}

const readBytes = async (path: string): Promise<Result<Uint8Array<ArrayBuffer>, ReadError>> => {
  try {
    return ok(new Uint8Array(await readFile(path)));
  } catch (error) {
    return err({ code: "file_not_readable", path, cause: messageOf(error) });
  }
};

const writeRequest = async (
  { random }: CommandContext,
  subject: "bag" | "vault",
  path: string,
  imprint: string,
  file: string,
): Promise<Outcome> => {
  try {
    await writeFile(file, newRequest(random, imprint), { flag: "wx" });
  } catch (error) {
    return cannotOpen({ code: "file_not_written", cause: messageOf(error) }, file);
  }
  return {
    kind: "answered",
    exitCode: 0,
    answer: { holdfast: 1, command: "stamp", subject, imprint, request: file, problems: [] },
    text: `${cliSentence("stamp_request_written", { request: file, subject: path })}\n`,
  };
};

const stamped = (subject: "bag" | "vault", imprint: string, { facts }: FittingStamp): Outcome => {
  const time = utcMsToIso(facts.genTime);
  const remark = facts.root === "known" ? "" : `\n${cliSentence("tsr_root_unknown", {})}`;
  return {
    kind: "answered",
    exitCode: 0,
    answer: {
      holdfast: 1,
      command: "stamp",
      subject,
      imprint,
      timestamp: { genTime: time, authority: facts.authority },
      problems: [],
    },
    text: `${cliSentence("stamp_done", { authority: facts.authority, time })}${remark}\n`,
  };
};
