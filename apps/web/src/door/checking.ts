import type { Secret } from "@holdfast/evidence";
import type { VerifyReport } from "@holdfast/verify";

import type { Answer, Work } from "./work.ts";

export type GivenBag =
  | { readonly kind: "file"; readonly file: Blob }
  /** An unpacked folder: paths with "/" and the folder's own name in front, as `webkitRelativePath` has them. */
  | {
      readonly kind: "folder";
      readonly files: readonly { readonly path: string; readonly file: Blob }[];
    };

export interface Check {
  /**
   * Checks a copy that somebody gave: in a worker of its own that holds nothing, without any place open.
   * Errors: `bag_needs_secret` for an encrypted one; what is wrong with the bag itself is a finding.
   * Another seal is compared with `withSeal` of `@holdfast/verify`, without reading the bag again.
   */
  readonly verify: (
    bag: GivenBag,
    options?: Work & {
      readonly secret?:
        | { readonly kind: "passphrase"; readonly passphrase: Secret<string> }
        /** The text of an age key file. */
        | { readonly kind: "key"; readonly identities: Secret<string> };
      /** From paper; groups of four are fine. */
      readonly seal?: string;
      readonly timestampRoots?: readonly string[];
    },
  ) => Answer<VerifyReport>;
}
