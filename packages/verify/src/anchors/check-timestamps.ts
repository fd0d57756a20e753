import { bagFiles, bagFolders, parentFiles } from "@holdfast/bundle";

import type { Bag, BagFile } from "../bag/bag-input.ts";
import { readGuarded } from "../bag/read-guarded.ts";
import { type CheckContext, sha256HexOf } from "../check-context.ts";
import { verifyLimits } from "../limits.ts";
import {
  checkTimestampResponse,
  maximumResponseSizeInBytes,
  type TimestampFacts,
} from "../tsp/check-response.ts";
import { parseTimestampRequest } from "../tsp/request.ts";

export interface CheckedTimestamp extends TimestampFacts {
  readonly path: string;
  /** What it stamps: a path in the bag. */
  readonly stamped: string;
  readonly accepted: boolean;
}

interface Place {
  readonly signatures: string;
  readonly witness: string;
  /** The folder of the tag manifest that they belong to, with "/" at its end. */
  readonly base: string;
}

const ownPlace: Place = {
  signatures: `${bagFolders.signatures}/`,
  witness: `${bagFolders.witness}/`,
  base: "",
};
const parentPlace: Place = {
  signatures: `${parentFiles.signatures}/`,
  witness: `${bagFolders.parent}/${bagFolders.witness}/`,
  base: `${bagFolders.parent}/`,
};

/**
 * Every time-stamp in the bag: `X.tsr` stamps `X`, `X.tsr.tsr` stamps `X.tsr`. Whatever else lies beside them is named,
 * and nothing is said against it.
 *
 * Shape: the stamps of the bag's own tag manifest, then those that a disclosure bag brought from the full bag.
 */
export const checkTimestamps = async (
  context: CheckContext,
  bag: Bag,
  roots: readonly string[],
): Promise<{
  readonly own: readonly CheckedTimestamp[];
  readonly parent: readonly CheckedTimestamp[];
}> => {
  const own = await checkPlace(context, bag, roots, ownPlace);
  return { own, parent: await checkPlace(context, bag, roots, parentPlace) };
};

const checkPlace = async (
  context: CheckContext,
  bag: Bag,
  roots: readonly string[],
  place: Place,
): Promise<readonly CheckedTimestamp[]> => {
  const checked: CheckedTimestamp[] = [];
  let count = 0;
  for (const file of filesIn(bag, place.signatures)) {
    const name = file.path.slice(place.signatures.length);
    if (isCompanion(bag, place, name)) continue;
    if (!name.endsWith(".tsr")) {
      context.findings.say("signature_file_unknown", { path: file.path });
      continue;
    }
    count += 1;
    if (count > verifyLimits.maximumTimestamps) {
      context.findings.say(
        "limit_too_many_files",
        { path: file.path },
        { maximum: verifyLimits.maximumTimestamps },
      );
      break;
    }
    const found = await checkOne(context, bag, roots, place, file, name.slice(0, -".tsr".length));
    if (found !== undefined) checked.push(found);
  }
  for (const file of filesIn(bag, place.witness)) await checkWitness(context, bag, place, file);
  return checked;
};

/** In the order of their names: `X.tsr` before `X.tsr.tsr`. */
const filesIn = (bag: Bag, folder: string): readonly BagFile[] =>
  [...bag.files.values()]
    .filter(({ path }) => path.startsWith(folder))
    .sort((a, b) => (a.path < b.path ? -1 : 1));

const isCompanion = (bag: Bag, place: Place, name: string): boolean =>
  name.endsWith(".tsr.crt") && bag.files.has(`${place.signatures}${name.slice(0, -".crt".length)}`);

/** Only stamps of the tag manifest, directly or through another stamp, say something about the bag. */
const stampedPath = (bag: Bag, place: Place, target: string): string | undefined => {
  const path =
    target === bagFiles.tagManifest ? `${place.base}${target}` : `${place.signatures}${target}`;
  const leadsToTheBag = /^tagmanifest-sha256\.txt(?:\.tsr)*$/.test(target);
  return leadsToTheBag && bag.files.has(path) ? path : undefined;
};

const checkOne = async (
  context: CheckContext,
  bag: Bag,
  roots: readonly string[],
  place: Place,
  file: BagFile,
  target: string,
): Promise<CheckedTimestamp | undefined> => {
  const { findings, signatures } = context;
  const stamped = stampedPath(bag, place, target);
  if (stamped === undefined) {
    findings.say("timestamp_orphan", { path: file.path }, { name: target });
    return undefined;
  }
  if (signatures === undefined) {
    findings.say("timestamp_not_checked", { path: file.path });
    return undefined;
  }
  const response = await readGuarded(context, file, maximumResponseSizeInBytes);
  const content = await readCompanion(
    context,
    bag,
    stamped,
    verifyLimits.maximumTagFileSizeInBytes,
  );
  if (response === undefined || content === undefined) return undefined;
  const request = await readCompanion(context, bag, `${place.witness}${target}.tsq`);
  const chain = await readCompanion(context, bag, `${file.path}.crt`);
  const answer = await checkTimestampResponse(
    { signatures },
    {
      response,
      imprintHex: sha256HexOf(context, content),
      ...(request === undefined ? {} : { request }),
      certificates: chain === undefined ? [] : [new TextDecoder().decode(chain)],
      roots,
      place: { path: file.path },
    },
  );
  for (const found of answer.findings) findings.add(found);
  if (answer.facts === undefined) return undefined;
  if (answer.accepted) {
    const { authority, genTime } = answer.facts;
    findings.say("timestamp_fits", { path: file.path }, { authority, stampedAt: genTime });
  }
  return { ...answer.facts, path: file.path, stamped, accepted: answer.accepted };
};

const readCompanion = async (
  context: CheckContext,
  bag: Bag,
  path: string,
  maximumSizeInBytes: number = maximumResponseSizeInBytes,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  const file = bag.files.get(path);
  return file === undefined ? undefined : readGuarded(context, file, maximumSizeInBytes);
};

const checkWitness = async (
  context: CheckContext,
  bag: Bag,
  place: Place,
  file: BagFile,
): Promise<void> => {
  const { findings } = context;
  const { path } = file;
  if (!path.endsWith(".tsq")) {
    findings.say("signature_file_unknown", { path });
    return;
  }
  const bytes = await readGuarded(context, file, maximumResponseSizeInBytes);
  const request = bytes === undefined ? undefined : parseTimestampRequest(bytes);
  if (request === undefined) {
    findings.say("witness_request_malformed", { path });
    return;
  }
  const target = path.slice(place.witness.length, -".tsq".length);
  const stamped = stampedPath(bag, place, target);
  const content =
    stamped === undefined
      ? undefined
      : await readCompanion(context, bag, stamped, verifyLimits.maximumTagFileSizeInBytes);
  const fits =
    content !== undefined
    && request.imprintAlgorithm === "SHA-256"
    && request.imprintHex === sha256HexOf(context, content);
  findings.say(fits ? "witness_fits" : "witness_request_other", { path });
};
