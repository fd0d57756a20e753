import type { ByteSource, Result } from "@holdfast/evidence";

import type { DoorError } from "../../door/door-error.ts";
import { memberContract } from "../member-contract.ts";
import type { OpenedMember } from "../open-member.ts";
import { askMemberWorker } from "./ask-member-worker.ts";

/** All of what a member path leads to. */
export const readMember = (
  source: ByteSource,
  member: readonly string[],
  maximumInBytes: number,
  signal: AbortSignal,
): Promise<Result<OpenedMember, DoorError>> => {
  const { sizeInBytes } = source;
  return askMemberWorker(source, signal, (channel, reading) =>
    channel.call(memberContract.open, { sizeInBytes, member, maximumInBytes }, reading),
  );
};
