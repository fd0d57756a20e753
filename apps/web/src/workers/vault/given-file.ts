import { bytesToSource } from "@holdfast/evidence";
import type { z } from "zod";

import type { keepContract } from "../../door/contract/keep-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import { blobSource } from "../blob-source.ts";
import type { OneToKeep } from "./keep-each.ts";
import type { Opened } from "./host.ts";
import { readMember } from "./read-member.ts";

type GivenFile = z.output<typeof keepContract.keepFiles.input>["files"][number];

/** Whoever chooses one picture out of a chat chooses no film of an hour: it is held whole. */
const largestMemberInBytes = 256 * 1_048_576;

/** What a screen gave: a file, or the one thing in it that was chosen by itself (care rule 4). */
export const toOneToKeep = async (
  { vault }: Opened,
  { file, name, origin, member }: GivenFile,
  signal: AbortSignal,
): Promise<OneToKeep | DoorError> => {
  const source = blobSource(file);
  if (member === undefined) {
    return { vault, file: { source, name }, ...(origin === undefined ? {} : { origin }) };
  }
  const opened = await readMember(source, member, largestMemberInBytes, signal);
  if (!opened.ok) return opened.error;
  return {
    vault,
    file: { source: bytesToSource(opened.value.bytes), name: [name, ...member].join("/") },
    origin: origin ?? "received-export",
  };
};
