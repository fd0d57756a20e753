import { err, ok, type Progress, type Result, Secret } from "@holdfast/evidence";
import { useEffect, useRef, useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import type { Door, DoorError } from "../../../door/door.ts";
import type { OpenSecret } from "../../../door/places.ts";

type How = "renew" | "replace";

export type RenewalState =
  | { readonly kind: "idle" }
  | { readonly kind: "running"; readonly progress: Progress | undefined }
  | { readonly kind: "failed"; readonly error: DoorError }
  | { readonly kind: "done"; readonly how: How };

/** New words for the place: with new keys for everything, or in the place of the old words alone. */
export const useRenewal = () => {
  const { door, lockTimer } = useApp();
  const [state, setState] = useState<RenewalState>({ kind: "idle" });
  const stopper = useRef<AbortController>(undefined);
  useEffect(() => () => stopper.current?.abort(), []);
  const start = async (how: How, secret: OpenSecret, words: string): Promise<void> => {
    const stopping = new AbortController();
    stopper.current = stopping;
    setState({ kind: "running", progress: undefined });
    // It opens with the old words or with the new ones, wherever it is cut; waiting for it is kinder.
    const release = lockTimer.hold();
    const next = new Secret(words);
    const changed =
      how === "renew"
        ? await renew(door, secret, next, {
            signal: stopping.signal,
            onProgress: (progress) => setState({ kind: "running", progress }),
          })
        : await replaceWords(door, secret, next);
    release();
    setState(changed.ok ? { kind: "done", how } : { kind: "failed", error: changed.error });
  };
  return { state, start, stop: () => stopper.current?.abort() };
};

const renew = async (
  door: Door,
  secret: OpenSecret,
  passphrase: Secret<string>,
  work: Parameters<Door["keys"]["renew"]>[2],
): Promise<Result<undefined, DoorError>> => {
  const renewed = await door.keys.renew(secret, [{ kind: "passphrase", passphrase }], work);
  return renewed.ok ? ok(undefined) : err(renewed.error);
};

/** Whoever proved by other means that the place is theirs gets the new words first; then the old ones go. */
const replaceWords = async (
  door: Door,
  secret: OpenSecret,
  next: Secret<string>,
): Promise<Result<void, DoorError>> => {
  if (secret.kind === "passphrase") return door.keys.replacePassphrase(secret.passphrase, next);
  const ways = await door.keys.list();
  if (!ways.ok) return ways;
  const added = await door.keys.add({ kind: "passphrase", passphrase: next });
  if (!added.ok) return added;
  for (const { id, kind } of ways.value) {
    const removed = kind === "passphrase" ? await door.keys.remove(id) : ok(undefined);
    if (!removed.ok) return removed;
  }
  return ok(undefined);
};
