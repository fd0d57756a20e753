import type { ReportProgress, Result } from "@holdfast/evidence";

import type { DoorError } from "./door-error.ts";

/** What every answer of the door is. Rejects only for bugs. */
export type Answer<T> = Promise<Result<T, DoorError>>;

/** For long work. Progress comes at most ten times a second; after an abort the answer is `cancelled`. */
export interface Work {
  readonly signal?: AbortSignal;
  readonly onProgress?: ReportProgress;
}
