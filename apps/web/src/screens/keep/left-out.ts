import { err, ok, type Result } from "@holdfast/evidence";

import type { Door, DoorError } from "../../door/door.ts";
import type { FileToKeep, KeepEvent, KeptFile } from "../../door/keeping.ts";

/** An archive's own name, then what lies in it; an archive can lie in an archive. */
const archiveStep = /^.*?\.zip(?=\/)/i;

/** "chats.zip/Ann.zip/IMG-1.jpg" → ["chats.zip", "Ann.zip", "IMG-1.jpg"], as the steps lead through the archives. */
const stepsOf = (path: string): readonly string[] => {
  const first = archiveStep.exec(path)?.[0];
  return first === undefined ? [path] : [first, ...stepsOf(path.slice(first.length + 1))];
};

/**
 * Where a file lies that a kept chat names, counted from its archive: beside the chat. `undefined` when the chat did not come
 * out of one.
 */
export const memberBeside = (chatName: string, name: string): readonly string[] | undefined => {
  const [, ...steps] = stepsOf(chatName);
  const chat = steps.at(-1);
  if (chat === undefined) return undefined;
  return [...steps.slice(0, -1), chat.slice(0, chat.lastIndexOf("/") + 1) + name];
};

/** What was left out of an archive that is still at hand, and its place in it. */
export const leftOutOf = (
  event: KeepEvent,
  file: FileToKeep | undefined,
): (FileToKeep & { readonly member: readonly string[] }) | undefined => {
  if (event.kind !== "not-kept" || !isLeftOut(event.error)) return undefined;
  if (file === undefined || file.member !== undefined) return undefined;
  const isInside = /\.zip$/i.test(file.name) && event.name.startsWith(`${file.name}/`);
  return isInside
    ? { ...file, member: stepsOf(event.name.slice(file.name.length + 1)) }
    : undefined;
};

const isLeftOut = ({ code }: DoorError): boolean =>
  code === "picture_not_kept" || code === "recording_not_kept" || code === "file_not_kept";

/** One thing that was chosen by itself, whatever else its chat leaves out. */
export const keepChosen = async (
  door: { readonly keep: Pick<Door["keep"], "keepFiles"> },
  file: FileToKeep,
): Promise<Result<KeptFile, DoorError>> => {
  for await (const event of door.keep.keepFiles([file], { withoutMedia: false })) {
    if (event.kind === "kept") return ok(event.file);
    if (event.kind !== "began") return err(event.error);
  }
  return err({ code: "cancelled" });
};
