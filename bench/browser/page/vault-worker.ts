import { type ByteSource, type Result, Secret } from "@holdfast/evidence";
import { createIntakeClient, defaultLimits, type IntakeWorker } from "@holdfast/intake";
import { createVault } from "@holdfast/vault";

import { createNewDeps } from "../../../test/browser/page/web-vault.ts";
import type { ChatAnswer, ChatOrder, MeasuredChat } from "./messages.ts";

const startIntakeWorker = (): IntakeWorker => {
  const worker = new Worker(new URL("./intake-worker.ts", import.meta.url), { type: "module" });
  return {
    port: {
      postMessage: (message, transfer) =>
        worker.postMessage(message, { transfer: [...(transfer ?? [])] }),
      onMessage: (handler) =>
        worker.addEventListener("message", ({ data }: MessageEvent<unknown>) => handler(data)),
    },
    terminate: () => worker.terminate(),
    onDeath: (handler) => worker.addEventListener("error", handler),
  };
};

const startTimer = (durationMs: number, elapsed: () => void): (() => void) => {
  const timer = setTimeout(elapsed, durationMs);
  return () => clearTimeout(timer);
};

const fileSource = (file: File): ByteSource => ({
  sizeInBytes: file.size,
  read: async (offset, length) =>
    new Uint8Array(await file.slice(offset, offset + length).arrayBuffer()),
});

const orThrow = <T>(result: Result<T, { readonly code: string }>): T => {
  if (result.ok) return result.value;
  throw new Error(result.error.code);
};

/** The road of a file in the app: recognised and parsed by a worker without keys, sealed and kept by this one. */
const putChat = async (file: File): Promise<MeasuredChat> => {
  const newDeps = await createNewDeps(`bench-${crypto.randomUUID()}`);
  const passphrase = new Secret("bench passphrase of four words");
  const vault = orThrow(
    await createVault(newDeps(), {
      secrets: [{ kind: "passphrase", passphrase }],
      pictures: "all-adult",
      software: "holdfast bench",
    }),
  );
  const intake = createIntakeClient({ startWorker: startIntakeWorker, startTimer });
  const source = fileSource(file);
  const startedAt = performance.now();
  const secondsNow = (): number => (performance.now() - startedAt) / 1000;
  const job = { source, name: file.name, limits: defaultLimits };
  const [best] = await intake.recognise(job);
  const draft = orThrow(
    await vault.sealSource(source, {
      kind: best.format.exhibitKind,
      origin: "received-export",
      originalName: file.name,
      mediaType: best.recognition.mediaType,
      formatId: best.format.id,
    }),
  );
  const sealedAfter = secondsNow();
  for await (const batch of intake.parse({ ...job, source: draft.sealed })) {
    orThrow(draft.addParsed(batch));
  }
  const exhibit = orThrow(await draft.commit());
  const keptAfter = secondsNow();
  orThrow(await vault.indexPending());
  const indexedAfter = secondsNow();
  const measured = {
    items: vault.countItems(),
    notes: vault.notesOf(exhibit.id).length,
    sealedAfter,
    keptAfter,
    indexedAfter,
  };
  intake.close();
  await vault.close();
  return measured;
};

self.addEventListener("message", ({ data }: MessageEvent<ChatOrder>) => {
  const answer = (message: ChatAnswer): void =>
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port has none.
    self.postMessage(message);
  putChat(data.file).then(
    (measured) => answer({ kind: "done", measured }),
    (error: unknown) => answer({ kind: "failed", error: String(error) }),
  );
});
