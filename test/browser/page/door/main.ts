import { createDoor } from "../../../../apps/web/src/door/create-door.ts";
import { startWorker } from "../../../../apps/web/src/workers/start-workers.ts";
import { createScenes } from "./scenes.ts";

// The app's door and its workers, without any screen before them.
const door = createDoor({ startWorker });
const scenes = createScenes(door);
Object.assign(window, { ask: scenes.run, heard: scenes.heard });
