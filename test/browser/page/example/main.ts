import { createDoor } from "../../../../apps/web/src/door/create-door.ts";
import { createExampleRun } from "../../../../apps/web/src/screens/example/example-run.ts";
import type { ExampleName } from "../../../../apps/web/src/screens/example/example-names.ts";
import { loadExample } from "../../../../apps/web/src/screens/example/load-example.ts";
import { readGlimpse, type Shown } from "../../../../apps/web/src/screens/example/read-glimpse.ts";
import { walks } from "../../../../apps/web/src/screens/example/walk.ts";
import { startWorker } from "../../../../apps/web/src/workers/start-workers.ts";

// The examples behind the app's own door, without any screen before them.
const door = createDoor({ startWorker });
const example = createExampleRun({
  door,
  load: (name) => loadExample({ fetch: (url) => fetch(url), crypto }, "./", name),
});

export interface Walked {
  readonly state: string;
  readonly count: unknown;
  readonly stations: readonly { readonly id: string; readonly shown: Shown }[];
  /** What is left of it afterwards. */
  readonly left: { readonly door: string; readonly databases: number; readonly files: number };
}

const walk = async (name: ExampleName): Promise<Walked> => {
  await example.begin(name);
  const state = example.state();
  const count = await door.see.count();
  const stations: { id: string; shown: Shown }[] = [];
  for (const { id, glimpse } of walks[name]) {
    stations.push({ id, shown: await readGlimpse(door.see, glimpse) });
  }
  await example.leave();
  return {
    state: state.kind === "failed" ? `failed ${state.error.code}` : state.kind,
    count,
    stations,
    left: {
      door: door.state().kind,
      databases: (await indexedDB.databases()).length,
      files: await countFiles(),
    },
  };
};

const countFiles = async (): Promise<number> => {
  let count = 0;
  const root = await navigator.storage.getDirectory();
  for await (const _ of root.values()) count += 1;
  return count;
};

Object.assign(window, { ask: walk });
