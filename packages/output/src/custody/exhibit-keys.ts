import { bytesToHex, type HasherDep, type Sha256Hex, toSha256Hex } from "@holdfast/evidence";

import { bytesOfHex, hmacSha256, utf8 } from "../hash.ts";

export interface ExhibitKeys {
  /** Folder and id of the exhibit in every bag: 128 bits as hexadecimal. */
  readonly folder: string;
  /** The salt inside item.json. */
  readonly salt: Sha256Hex;
}

/**
 * [Note: exhibit keys]
 * Folder and salt must be random to whoever does not have the exhibit, and the same in the full bag and in every
 * disclosure bag made later under it. Both are derived from the salt of the exhibit's own `item.add` entry: 32 random bytes
 * that stand only in that entry's opening, are handed over only with the exhibit, and are destroyed when it is erased.
 * So nothing more has to be kept anywhere, and nothing is left of an exhibit that was erased.
 *
 * `nonce` is the full bag's: whoever gets the lists of two full bags must not find the same path in both, since only
 * true lines would be there twice.
 */
export const exhibitKeys = (deps: HasherDep, addSalt: Sha256Hex, nonce: Sha256Hex): ExhibitKeys => {
  const derive = (label: string): string =>
    bytesToHex(hmacSha256(deps, bytesOfHex(addSalt), utf8(`${label}/${nonce}`)));
  return {
    folder: derive("holdfast/bag/folder/2").slice(0, 32),
    salt: toSha256Hex(derive("holdfast/bag/item-salt/2")),
  };
};
