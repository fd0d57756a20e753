import { exhibitIdSchema, Secret } from "@holdfast/evidence";

import type { Door } from "../../../../apps/web/src/door/door.ts";
import type { BagLock } from "../../../../apps/web/src/door/giving.ts";
import type { KeepEvent } from "../../../../apps/web/src/door/keeping.ts";
import type { DoorOrder, SecretOrder } from "./orders.ts";
import { shareWords } from "./share-words.ts";

export interface Scenes {
  readonly run: (order: DoorOrder) => Promise<unknown>;
  /** What the door's state has been, in order, and how long the page was kept from answering at the longest. */
  readonly heard: { readonly states: string[]; readonly longTasksMs: number[] };
}

/** Files that were made, for the next order. */
interface Made {
  bag?: File;
  backup?: File;
}

const heard: Scenes["heard"] = { states: [], longTasksMs: [] };

export const createScenes = (door: Door): Scenes => {
  door.subscribe(() => {
    const state = door.state();
    heard.states.push(state.kind === "locked" ? `locked ${state.why}` : state.kind);
  });
  new PerformanceObserver((list) => {
    heard.longTasksMs.push(...list.getEntries().map(({ duration }) => duration));
  }).observe({ type: "longtask", buffered: true });
  const made: Made = {};
  return { heard, run: (order) => run(door, made, order) };
};

const run = (door: Door, made: Made, order: DoorOrder): Promise<unknown> => {
  switch (order.kind) {
    case "state":
      return Promise.resolve(door.state());
    case "list":
      return door.places.list();
    case "create": {
      const { kind: _, secrets, ...place } = order;
      return door.places.create({ ...place, secrets: secrets.map(toSecret) });
    }
    case "open":
      return door.places.open(order.id, toSecret(order.secret));
    case "take-over":
      return door.places.takeOver(order.id);
    case "lock":
      return door.places.lock();
    case "lock-now":
      return Promise.resolve(door.places.lockNow());
    case "wipe":
      return door.places.wipe(order.id);
    case "count":
      return door.see.count();
    case "days":
      return door.see.days();
    case "exhibits":
      return door.see.exhibits();
    case "timeline":
      return timeline(door, order);
    case "search":
      return door.see.search({ text: order.text });
    case "storage-left":
      return storageLeft();
    case "shelf":
      return order.value === undefined
        ? door.keep.shelf.get(order.key)
        : door.keep.shelf.set(order.key, order.value);
    case "keep-chosen":
    case "keep-chat":
    case "keep-noise":
    case "keep-text":
    case "note":
      return keep(door, order);
    case "bytes":
    case "give":
    case "backup":
    case "check":
    case "restore-made":
      return bring(door, made, order);
    case "keys":
    case "check-secret":
      return keys(door, order);
    case "share":
      return shareWords(order);
    case "inbox":
      return order.step === "list" ? door.keep.inbox.list() : takeInbox(door);
  }
};

const toSecret = (secret: SecretOrder) => {
  switch (secret.kind) {
    case "passphrase":
      return { kind: secret.kind, passphrase: new Secret(secret.text) } as const;
    case "recovery-words":
      return { kind: secret.kind, words: new Secret(secret.text) } as const;
    case "device-key":
      return { kind: secret.kind } as const;
  }
};

const portable = (secret: SecretOrder) => {
  const made = toSecret(secret);
  if (made.kind === "device-key") throw new Error("a device key opens nothing elsewhere");
  return made;
};

const timeline = async (
  door: Door,
  { from, limit }: Extract<DoorOrder, { readonly kind: "timeline" }>,
): Promise<unknown> => {
  const page = await door.see.timeline({
    ...(from === undefined ? {} : { handles: [from] }),
    ...(limit === undefined ? {} : { limit }),
  });
  return page.ok
    ? page.value.entries.map(({ item, exhibits }) => ({
        kind: item.kind,
        text: item.text,
        exhibits,
        members: item.attachments?.flatMap(({ member }) => (member === undefined ? [] : [member])),
      }))
    : page;
};

type KeepOrder = Extract<
  DoorOrder,
  { readonly kind: "keep-chosen" | "keep-chat" | "keep-noise" | "keep-text" | "note" }
>;

const keep = async (door: Door, order: KeepOrder): Promise<unknown> => {
  switch (order.kind) {
    case "keep-chosen": {
      const files = [...(document.querySelector("input")?.files ?? [])];
      const asked: string[] = [];
      const events: KeepEvent[] = [];
      const { answer, cancelAfter = Number.POSITIVE_INFINITY } = order;
      const keeping = door.keep.keepFiles(
        files.map((file) => ({ file, name: file.name })),
        answer === undefined
          ? {}
          : {
              askPictures: ({ name }) => {
                asked.push(name);
                return Promise.resolve(answer === "put-off" ? undefined : answer);
              },
            },
      );
      for await (const event of keeping) {
        events.push(event);
        if (events.length >= cancelAfter) break;
      }
      return { events, asked };
    }
    case "keep-chat":
      return keepChat(door, order);
    case "keep-noise": {
      const parts: Uint8Array<ArrayBuffer>[] = [];
      for (let size = 0; size < order.sizeInBytes; size += 65_536) {
        parts.push(crypto.getRandomValues(new Uint8Array(65_536)));
      }
      return collect(door.keep.keepFiles([{ file: new Blob(parts), name: "noise.dat" }]));
    }
    case "keep-text":
      return door.keep.keepText({ text: order.text, what: order.what, title: "what was said" });
    case "note": {
      const exhibit =
        order.exhibit === undefined ? {} : { exhibit: exhibitIdSchema.parse(order.exhibit) };
      const note = await door.keep.notes.set({ text: order.text, ...exhibit });
      return note.ok ? door.keep.notes.addToRecord(note.value.id) : note;
    }
  }
};

const takeInbox = async (door: Door): Promise<unknown> => {
  const listed = await door.keep.inbox.list();
  return listed.ok
    ? collect(door.keep.inbox.takeIn(listed.value.entries.map(({ id }) => id)))
    : listed;
};

const collect = async (events: AsyncIterable<KeepEvent>): Promise<readonly KeepEvent[]> => {
  const all: KeepEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
};

const keepChat = async (
  door: Door,
  { messages, cancelAt }: Extract<DoorOrder, { readonly kind: "keep-chat" }>,
): Promise<unknown> => {
  const lines = Array.from(
    { length: messages },
    (_, nth) =>
      `${1 + (nth % 28)}/03/2025, ${10 + (nth % 12)}:${String(nth % 60).padStart(2, "0")} - ${nth % 2 === 0 ? "Robin" : "Maya"}: message number ${nth} of this chat\n`,
  );
  const file = new Blob(lines);
  // What it took to make the chat is not what it takes to keep it.
  await new Promise((resolve) => setTimeout(resolve, 200));
  heard.longTasksMs.length = 0;
  const controller = new AbortController();
  const reports: string[] = [];
  const events = await collect(
    door.keep.keepFiles([{ file, name: "WhatsApp Chat with Robin.txt" }], {
      signal: controller.signal,
      onProgress: ({ step, done }) => {
        reports.push(step);
        if (cancelAt !== undefined && step === "reading" && done >= cancelAt) controller.abort();
      },
    }),
  );
  return { events, reports: [...new Set(reports)] };
};

type BringOrder = Extract<
  DoorOrder,
  { readonly kind: "bytes" | "give" | "backup" | "check" | "restore-made" }
>;

const bring = async (door: Door, made: Made, order: BringOrder): Promise<unknown> => {
  switch (order.kind) {
    case "bytes": {
      const exhibit = exhibitIdSchema.parse(order.exhibit);
      const member = order.member === undefined ? {} : { member: order.member };
      const shown = await door.see.bytes({ exhibit, ...member });
      if (!shown.ok) return shown;
      const { blob, shownAs } = shown.value;
      return { shownAs, type: blob.type, base64: await toBase64(blob) };
    }
    case "give":
      return give(door, made, order);
    case "backup": {
      const backup = await door.give.backup();
      if (!backup.ok) return backup;
      made.backup = backup.value.file;
      const tried = await door.give.testBackup(backup.value.file, portable(order.test));
      return { damaged: backup.value.damaged, size: backup.value.file.size, tried };
    }
    case "restore-made": {
      if (made.backup === undefined) throw new Error("no backup was made");
      return door.places.restore(made.backup, {
        name: "restored",
        keeps: "on-device",
        secret: portable(order.secret),
      });
    }
    case "check": {
      const file = made.bag;
      if (file === undefined) throw new Error("no bag was made");
      const secret =
        order.passphrase === undefined
          ? {}
          : {
              secret: {
                kind: "passphrase" as const,
                passphrase: new Secret(order.passphrase),
              },
            };
      return door.check.verify({ kind: "file", file }, secret);
    }
  }
};

const give = async (
  door: Door,
  made: Made,
  { purpose, passphrase, recipient, cancel }: Extract<DoorOrder, { readonly kind: "give" }>,
): Promise<unknown> => {
  const review = await door.give.plan({ purpose, exhibits: "all" });
  if (!review.ok) return review;
  const controller = new AbortController();
  const bag = await door.give.build(review.value.plan, toLock(passphrase, recipient), {
    signal: controller.signal,
    onProgress: () => {
      if (cancel === true) controller.abort();
    },
  });
  if (!bag.ok) return bag;
  made.bag = bag.value.file;
  const { file, ...facts } = bag.value;
  return {
    ...facts,
    items: review.value.items,
    name: file.name,
    base64: await toBase64(file),
  };
};

const toLock = (passphrase: string | undefined, recipient: string | undefined): BagLock => {
  if (recipient !== undefined) return { kind: "recipient", recipient };
  return passphrase === undefined
    ? { kind: "plain" }
    : { kind: "passphrase", passphrase: new Secret(passphrase) };
};

const keys = async (
  door: Door,
  order: Extract<DoorOrder, { readonly kind: "keys" | "check-secret" }>,
): Promise<unknown> => {
  if (order.kind === "check-secret") return door.keys.check(toSecret(order.secret));
  const { old = "", next = "" } = order;
  switch (order.step) {
    case "list":
      return door.keys.list();
    case "replace":
      return door.keys.replacePassphrase(new Secret(old), new Secret(next));
    case "words": {
      const words = await door.keys.createRecoveryWords();
      if (!words.ok) return words;
      const added = await door.keys.add({ kind: "recovery-words", words: words.value });
      return added.ok ? words.value.reveal() : added;
    }
    case "renew":
      return door.keys.renew({ kind: "passphrase", passphrase: new Secret(old) }, [
        { kind: "passphrase", passphrase: new Secret(next) },
      ]);
  }
};

const toBase64 = async (blob: Blob): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.addEventListener("load", () =>
      resolve(typeof reader.result === "string" ? (reader.result.split(",")[1] ?? "") : ""),
    );
    reader.addEventListener("error", () => reject(new Error("the blob was not read")));
    reader.readAsDataURL(blob);
  });

/** Everything in which a page can leave something. */
const storageLeft = async (): Promise<unknown> => {
  const files: string[] = [];
  const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
    for await (const [name, entry] of folder.entries()) {
      files.push(`${path}${name}`);
      if (entry.kind === "directory")
        await walk(await folder.getDirectoryHandle(name), `${path}${name}/`);
    }
  };
  await walk(await navigator.storage.getDirectory(), "");
  return {
    files,
    databases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    workers: (await navigator.serviceWorker.getRegistrations()).length,
  };
};
