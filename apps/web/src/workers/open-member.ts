import {
  entrySource,
  listZip,
  openEntry,
  type ZipEntry,
  ZipEntryFailure,
} from "@holdfast/containers";
import { type ByteSource, bytesToSource, err, ok, type Result } from "@holdfast/evidence";
import { bestOf, defaultLimits, openMailMember, recogniseSource } from "@holdfast/intake";

import type { DoorError } from "../door/door-error.ts";

export interface OpenedMember {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
}

const mailStep = /^(?:mail at \d{1,15}|part [\d.]+)$/;

/**
 * What a member path leads to, through zips and mails inside each other, as items and attachments name it. Every step is
 * held whole, so every step is bounded by `maximumInBytes`.
 */
export const openMember = async (
  source: ByteSource,
  path: readonly string[],
  maximumInBytes: number,
): Promise<Result<OpenedMember, DoorError>> => {
  let at = source;
  let rest = path;
  while (rest.length > 0) {
    const step = await openStep(at, rest, maximumInBytes);
    if (!step.ok) return step;
    at = step.value.source;
    rest = step.value.rest;
  }
  const bytes = await at.read(0, at.sizeInBytes);
  const best = bestOf(
    await recogniseSource({ source: at, name: path.at(-1) ?? "", limits: defaultLimits }),
  );
  return ok({ bytes, mediaType: best.recognition.mediaType });
};

/**
 * A stretch of what a member path leads to. Of a file in a zip it is inflated up to there and the rest let go, however
 * large it is: a chat of 200 MB costs the time, and no more memory than the stretch.
 */
export const openMemberPart = async (
  source: ByteSource,
  path: readonly string[],
  part: { readonly offset: number; readonly length: number },
  maximumInBytes: number,
): Promise<Result<{ readonly bytes: Uint8Array<ArrayBuffer> }, DoorError>> => {
  let at = source;
  let rest = path;
  while (rest.length > 0) {
    const step =
      rest.length === 1 && (await isZip(at))
        ? await openLastEntry(at, rest)
        : await openStep(at, rest, maximumInBytes);
    if (!step.ok) return step;
    at = step.value.source;
    rest = step.value.rest;
  }
  try {
    return ok({ bytes: await at.read(part.offset, part.length) });
  } catch (failure) {
    return entryRefused(failure);
  }
};

const entryRefused = (failure: unknown): Result<never, DoorError> => {
  if (!(failure instanceof ZipEntryFailure)) throw failure;
  return err({ code: "member_unreadable", reason: failure.code });
};

const openLastEntry = async (
  source: ByteSource,
  [name]: readonly string[],
): Promise<Result<Step, DoorError>> => {
  const { entries } = await listZip(source, defaultLimits);
  const entry = entries.find((one) => one.name === name && !one.isFolder);
  if (entry === undefined) return err({ code: "no_such_member" });
  try {
    return ok({ source: await entrySource(source, entry, { limits: defaultLimits }), rest: [] });
  } catch (failure) {
    return entryRefused(failure);
  }
};

interface Step {
  readonly source: ByteSource;
  readonly rest: readonly string[];
}

const openStep = async (
  source: ByteSource,
  path: readonly string[],
  maximumInBytes: number,
): Promise<Result<Step, DoorError>> =>
  (await isZip(source))
    ? openZipStep(source, path, maximumInBytes)
    : openMailStep(source, path, maximumInBytes);

const isZip = async (source: ByteSource): Promise<boolean> => {
  const [p, k] = await source.read(0, 2);
  return p === 0x50 && k === 0x4b;
};

const openZipStep = async (
  source: ByteSource,
  [name, ...rest]: readonly string[],
  maximumInBytes: number,
): Promise<Result<Step, DoorError>> => {
  const { entries } = await listZip(source, defaultLimits);
  const entry = entries.find((one) => one.name === name && !one.isFolder);
  if (entry === undefined) return err({ code: "no_such_member" });
  const opened = await readEntry(source, entry, maximumInBytes);
  return opened.ok ? ok({ source: bytesToSource(opened.value), rest }) : opened;
};

const readEntry = async (
  source: ByteSource,
  entry: ZipEntry,
  maximumInBytes: number,
): Promise<Result<Uint8Array, DoorError>> => {
  const tooLarge = (sizeInBytes: number): Result<never, DoorError> =>
    err({ code: "too_large_to_show", sizeInBytes, maximumInBytes });
  if (entry.sizeInBytes > maximumInBytes) return tooLarge(entry.sizeInBytes);
  const bytes = new Uint8Array(entry.sizeInBytes);
  let at = 0;
  try {
    for await (const chunk of openEntry(source, entry, { limits: defaultLimits })) {
      bytes.set(chunk, at);
      at += chunk.length;
    }
  } catch (failure) {
    return entryRefused(failure);
  }
  return ok(bytes);
};

const openMailStep = async (
  source: ByteSource,
  path: readonly string[],
  maximumInBytes: number,
): Promise<Result<Step, DoorError>> => {
  const end = path.findIndex((name) => !mailStep.test(name));
  const steps = end < 0 ? path : path.slice(0, end);
  if (steps.length === 0) return err({ code: "no_such_member" });
  const bytes = await openMailMember(source, steps, defaultLimits);
  if (bytes === undefined) return err({ code: "no_such_member" });
  if (bytes.length > maximumInBytes) {
    return err({ code: "too_large_to_show", sizeInBytes: bytes.length, maximumInBytes });
  }
  return ok({ source: bytesToSource(bytes), rest: path.slice(steps.length) });
};
