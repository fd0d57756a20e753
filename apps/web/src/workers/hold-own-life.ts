import { holdLife } from "../wire/life.ts";
import { ownPort } from "./own-port.ts";

/** See [Note: a worker's life]. */
export const holdOwnLife = (): void =>
  holdLife(ownPort, navigator.locks, `life/${crypto.randomUUID()}`);
