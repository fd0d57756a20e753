import { createGrowableBytes, type GrowableBytes } from "./growable-bytes.ts";

/** The bytes of one file as they are read now, and as far as they would survive. */
export interface MemoryFile {
  readonly sizeInBytes: () => number;
  readonly read: (into: Uint8Array, offset: number) => number;
  readonly change: (made: Change) => void;
  readonly flush: () => void;
  readonly copy: () => Uint8Array<ArrayBuffer>;
  /** Of the changes since the last flush each is there, is missing, or (a write) is there up to some byte. */
  readonly surviving: (choose: (choices: number) => number) => Uint8Array<ArrayBuffer>;
}

export type Change =
  | { readonly kind: "write"; readonly bytes: Uint8Array; readonly offset: number }
  | { readonly kind: "truncate"; readonly sizeInBytes: number };

export const createMemoryFile = (bytes: Uint8Array, remembersUnflushed: boolean): MemoryFile => {
  const live = createGrowableBytes(bytes);
  const durable = remembersUnflushed ? createGrowableBytes(bytes) : live;
  let unflushed: Change[] = [];
  return {
    sizeInBytes: live.sizeInBytes,
    read: live.read,
    copy: live.copy,
    change: (made) => {
      applyChange(live, made);
      if (!remembersUnflushed) return;
      const kept = made.kind === "write" ? { ...made, bytes: made.bytes.slice() } : made;
      unflushed.push(kept);
    },
    flush: () => {
      for (const made of unflushed) applyChange(durable, made);
      unflushed = [];
    },
    surviving: (choose) => {
      const survived = createGrowableBytes(durable.copy());
      for (const made of unflushed) {
        const fate = choose(3);
        if (fate === 0) continue;
        const torn = fate === 2 && made.kind === "write";
        applyChange(survived, torn ? tear(made, choose) : made);
      }
      return survived.copy();
    },
  };
};

const tear = (
  made: Extract<Change, { readonly kind: "write" }>,
  choose: (choices: number) => number,
): Change => ({ ...made, bytes: made.bytes.slice(0, choose(made.bytes.length + 1)) });

const applyChange = (target: GrowableBytes, made: Change): void => {
  if (made.kind === "truncate") target.truncate(made.sizeInBytes);
  else if (made.bytes.length > 0) target.write(made.bytes, made.offset);
};
