import type { Secret } from "@holdfast/evidence";

import type { NewSecret, OpenPlace, OpenSecret, SecretKind } from "./places.ts";
import type { Answer, Work } from "./work.ts";

/** One way into the open place, without its secret. */
export interface WayIn {
  readonly id: string;
  readonly kind: SecretKind;
}

/** `threshold` of the `count` cards open the place together. 2 to 15, and not more than there are. */
export interface CardsWanted {
  readonly count: number;
  readonly threshold: number;
}

/** One recovery share, to be written by hand or printed. */
export interface RecoveryCard {
  /** Sixteen words with a space between. */
  readonly words: Secret<string>;
  /** HTML, to be saved and printed: it loads nothing and says nothing of what it is for. */
  readonly page: string;
}

export interface Keys {
  readonly list: () => Answer<readonly WayIn[]>;
  readonly add: (secret: NewSecret) => Answer<WayIn>;
  /** Errors: `last_wrap`. Whoever has an old copy of the place still opens that copy. */
  readonly remove: (id: string) => Answer<void>;
  /**
   * Adds the new passphrase, then removes the old one. The keys under it stay what they were: a copy that somebody took
   * before still opens with the old passphrase, and `renew` is for when somebody knows it. Errors: `wrong_secret` when `old` is not the passphrase.
   */
  readonly replacePassphrase: (old: Secret<string>, next: Secret<string>) => Answer<void>;
  /**
   * For when somebody knows what opens it: new keys for everything, in one step. Only `newSecrets` open it afterwards; a
   * copy that somebody took before still opens with what opened it then. Needs room for the case a second time. The place
   * is closed meanwhile and open again at the end, also after a failure that left it as it was.
   */
  readonly renew: (
    secret: OpenSecret,
    newSecrets: readonly [NewSecret, ...NewSecret[]],
    work?: Work,
  ) => Answer<OpenPlace>;
  /** Twelve new words, for the person to write down; nothing is opened by them until they are added. */
  readonly createRecoveryWords: () => Answer<Secret<string>>;
  /** Cards for people whom the person trusts; nothing is opened by them until they are added, all of them at once. */
  readonly createCards: (of: CardsWanted) => Answer<readonly RecoveryCard[]>;
  /** The rehearsal: would this open the place? Nothing is changed, and a wrong one counts no try. */
  readonly check: (secret: OpenSecret) => Answer<boolean>;
}
