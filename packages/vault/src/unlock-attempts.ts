import { z } from "zod";

import type { VaultDeps } from "./vault-deps.ts";

/** A hand that shakes may slip a few times and waits for nothing. */
const freeTries = 3;
const firstDelayMs = 2_000;
/** Longer would let anybody who picks up the phone keep its owner out. */
const longestDelayMs = 60_000;

/**
 * How long to wait after so many wrong passphrases in a row. A slowing of a hand at the keyboard, never protection of a
 * copied vault: whoever has the files guesses elsewhere, without waiting. That is what Argon2id is for.
 */
export const nextDelayMs = (failures: number): number =>
  failures < freeTries
    ? 0
    : Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures - freeTries, 30));

/** Beside the header, and no secret. Whoever may remove it may remove the vault. */
const attemptsPath = "attempts";

const attemptsSchema = z.strictObject({ failures: z.int().nonnegative(), lastAt: z.int() });
type Attempts = z.infer<typeof attemptsSchema>;

export interface UnlockWait {
  readonly failures: number;
  /** 0 when the next try may be made now. */
  readonly waitMs: number;
}

/** For the screen that asks for the passphrase; `openVault` asks it too. */
export const readUnlockWait = async (
  deps: Pick<VaultDeps, "clock" | "driver">,
): Promise<UnlockWait> => {
  const { failures, lastAt } = await readAttempts(deps);
  const delay = nextDelayMs(failures);
  if (delay === 0) return { failures, waitMs: 0 };
  // A clock that was put back must not turn seconds into years.
  const passed = Math.max(0, deps.clock.now() - lastAt);
  return { failures, waitMs: Math.max(0, delay - passed) };
};

/** A device that cannot write this down counts nothing, and keeps nobody out. */
export const countFailure = async (deps: Pick<VaultDeps, "clock" | "driver">): Promise<void> => {
  const { failures } = await readAttempts(deps);
  const counted: Attempts = { failures: failures + 1, lastAt: deps.clock.now() };
  const bytes = new TextEncoder().encode(JSON.stringify(counted));
  await deps.driver.files.replace(attemptsPath, bytes);
};

export const forgetFailures = async (deps: Pick<VaultDeps, "driver">): Promise<void> => {
  await deps.driver.files.remove(attemptsPath);
};

const none: Attempts = { failures: 0, lastAt: 0 };
const largestSizeInBytes = 256;

/** What is missing or cannot be read counts as no failure: it protects nothing that could be lost by that. */
const readAttempts = async (deps: Pick<VaultDeps, "driver">): Promise<Attempts> => {
  const read = await deps.driver.files.read(attemptsPath, 0, largestSizeInBytes);
  if (!read.ok) return none;
  try {
    const parsed = attemptsSchema.safeParse(JSON.parse(new TextDecoder().decode(read.value)));
    return parsed.success ? parsed.data : none;
  } catch {
    // Not JSON: as above.
    return none;
  }
};
