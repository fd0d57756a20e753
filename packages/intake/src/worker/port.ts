/**
 * One end of a channel between the side that holds keys and storage and the side that parses. Node's worker_threads and
 * the browser's Worker are both wrapped into it by the apps. What comes in is `unknown`: the other side has read a
 * hostile file.
 */
export interface IntakePort {
  readonly postMessage: (message: unknown, transfer?: readonly ArrayBuffer[]) => void;
  /** Called once, before anything is sent. */
  readonly onMessage: (handler: (message: unknown) => void) => void;
}
