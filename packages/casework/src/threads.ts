import type { Handle, Item } from "@holdfast/evidence";

import { handleKey } from "./handle-key.ts";

/** One conversation: what the source calls a thread, or else everything between the same people in one exhibit. */
export interface Thread {
  readonly key: string;
  readonly title: string | undefined;
  readonly exhibit: string;
  readonly handles: readonly Handle[];
  readonly count: number;
}

/** Groups items as they stream by; memory grows with the number of conversations, not of messages. */
export const collectThreads = (
  items: Iterable<{ readonly exhibit: string; readonly item: Item }>,
): readonly Thread[] => {
  const threads = new Map<
    string,
    { title: string | undefined; exhibit: string; handles: Map<string, Handle>; count: number }
  >();
  for (const { exhibit, item } of items) {
    if (item.kind !== "message" && item.kind !== "email" && item.kind !== "call") continue;
    const key = `${exhibit}\n${item.thread ?? ""}`;
    const thread = threads.get(key) ?? {
      title: item.thread,
      exhibit,
      handles: new Map<string, Handle>(),
      count: 0,
    };
    thread.count += 1;
    for (const handle of [...(item.from === undefined ? [] : [item.from]), ...(item.to ?? [])]) {
      thread.handles.set(handleKey(handle), handle);
    }
    threads.set(key, thread);
  }
  return [...threads.entries()].map(([key, { title, exhibit, handles, count }]) => ({
    key,
    title,
    exhibit,
    handles: [...handles.values()],
    count,
  }));
};
