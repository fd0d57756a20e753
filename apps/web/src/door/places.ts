import type { ExhibitId, PicturesPolicy, Secret } from "@holdfast/evidence";

import type { Answer, Work } from "./work.ts";

/** Opaque: 32 hexadecimal digits, the name of a folder. */
export type PlaceId = string;

/** What opens a place. `device-key` carries nothing: the worker takes it out of the browser itself. */
export type OpenSecret =
  | { readonly kind: "passphrase"; readonly passphrase: Secret<string> }
  | { readonly kind: "recovery-words"; readonly words: Secret<string> }
  | { readonly kind: "device-key" }
  /** Enough recovery shares of one set, in any order: the cards of people whom the person trusts. */
  | { readonly kind: "shares"; readonly shares: readonly Secret<string>[] }
  /** The 32 bytes of WebAuthn's PRF extension, asked for with `PlaceSummary.passkeys`. */
  | { readonly kind: "passkey-prf"; readonly key: Secret<Uint8Array<ArrayBuffer>> };

export type SecretKind = OpenSecret["kind"];

/** A way in that is being made. */
export type NewSecret =
  | Exclude<OpenSecret, { readonly kind: "passkey-prf" }>
  | {
      readonly kind: "passkey-prf";
      readonly key: Secret<Uint8Array<ArrayBuffer>>;
      readonly passkey: Passkey;
    };

/** What the browser has to be asked with so that it gives the same 32 bytes again. No secret. */
export interface Passkey {
  readonly credentialId: Uint8Array<ArrayBuffer>;
  readonly salt: Uint8Array<ArrayBuffer>;
}

/**
 * A place is one case. What stands here can be read by anybody who can open this browser, without any secret: the name
 * that the person gave, the days, the kinds of what opens it. Of the case nothing: not its size, not its content.
 */
export interface PlaceSummary {
  readonly id: PlaceId;
  /** The person's own name for it. Readable while locked: say so where it is asked for. */
  readonly name: string;
  /** Milliseconds since 1970 UTC by the device's clock. */
  readonly createdAt: number;
  readonly lastBackupAt?: number;
  /** Wrong tries in a row, and the moment from which the next one is heard. 0 and 0 after a right one. */
  readonly failedTries: number;
  readonly nextTryAt: number;
  readonly opensWith: readonly SecretKind[];
  readonly passkeys: readonly Passkey[];
  /**
   * - `ready`
   * - `unfinished`: its making was cut short, nothing is in it, wipe it
   * - `damaged`: neither copy of the header can be read
   * - `newer`: made by a newer version
   */
  readonly state: "ready" | "unfinished" | "damaged" | "newer";
  /** Another tab, or this one, has it open. */
  readonly isOpen: boolean;
}

export interface OpenPlace {
  readonly id: PlaceId;
  readonly name: string;
  /** `nothing`: it lives in memory alone, and is gone with the tab, the lock and the quick exit. */
  readonly keeps: "on-device" | "nothing";
  readonly pictures: PicturesPolicy;
  /** Adds that a crash had cut short, cleared away at this opening. */
  readonly unfinishedAdds: number;
  readonly lockedExhibits: readonly ExhibitId[];
}

export interface NewPlace {
  /** 1 to 80 characters. */
  readonly name: string;
  readonly keeps: OpenPlace["keeps"];
  readonly pictures: PicturesPolicy;
  /** At least one where it is kept on the device; none is needed where nothing is. */
  readonly secrets: readonly NewSecret[];
}

export interface Places {
  /** Oldest first. Looks at the browser's storage, and writes nothing. */
  readonly list: () => Answer<readonly PlaceSummary[]>;
  /** Made and open. Needs that no place is open here. With `keeps: "nothing"` no storage is touched. */
  readonly create: (place: NewPlace) => Answer<OpenPlace>;
  /** Errors: `wrong_secret`, `too_early`, `place_in_use` (then `takeOver`), and why it does not open at all. */
  readonly open: (id: PlaceId, secret: OpenSecret) => Answer<OpenPlace>;
  /**
   * Whether cards are whole and belong together, while they are still being gathered: asked of no place. Errors: the
   * `share_…` ones, which count from 1 in the order given.
   */
  readonly readCards: (
    shares: readonly Secret<string>[],
  ) => Answer<{ readonly given: number; readonly needed: number }>;
  /** Asks the tab that has it to lock. Ok when it has: then `open` again. Errors: `place_not_released`. */
  readonly takeOver: (id: PlaceId) => Answer<void>;
  /**
   * Finishes what is being written (the file in hand, not those after it), drops the keys and ends the worker. Exports,
   * backups and the like are cancelled. In a place that keeps nothing, everything is gone.
   */
  readonly lock: () => Promise<void>;
  /**
   * For the quick exit: ends the worker in the same breath, and the keys with its memory. What was kept is whole; the
   * file in hand is as if it had never been added.
   */
  readonly lockNow: () => void;
  readonly rename: (id: PlaceId, name: string) => Answer<void>;
  /** Header and keys first, then the files. Not undone by anybody. Locks it when it is open here. */
  readonly wipe: (id: PlaceId) => Answer<void>;
  /**
   * A backup file becomes a new place, open. `secret` opened the backed-up place when the backup was made; with
   * `newSecrets` everything gets new keys and only those open it. Errors: `not_a_backup`, `backup_damaged`,
   * `wrong_secret` …
   */
  readonly restore: (
    backup: Blob,
    options: Work & {
      readonly name: string;
      readonly keeps: OpenPlace["keeps"];
      readonly secret: Exclude<OpenSecret, { readonly kind: "device-key" }>;
      readonly newSecrets?: readonly NewSecret[];
    },
  ) => Answer<OpenPlace>;
}
