import type { ByteSource } from "@holdfast/evidence";

export interface AgeHeader {
  /** From "age-encryption.org/v1" to the LF behind the header's MAC. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly lockedBy: "passphrase" | "key";
  /** The logarithm of scrypt's cost, when a passphrase locks it. */
  readonly workFactor: number | undefined;
}

export type AgeHead =
  | { readonly kind: "age"; readonly header: AgeHeader }
  | { readonly kind: "armored" }
  | { readonly kind: "damaged" }
  | { readonly kind: "other" };

const magic = "age-encryption.org/v1\n";
const armorMagic = "-----BEGIN AGE ENCRYPTED FILE-----";

/** A header grows with its recipients, 100 bytes each; post-quantum ones need 1.5 kB. */
const maximumHeaderSizeInBytes = 256 * 1024;

/** Looks at the beginning of a file: is it encrypted with age, and how. Source: age-encryption.org/v1 (C2SP), "Header". */
export const readAgeHead = async (source: ByteSource): Promise<AgeHead> => {
  const head = await source.read(0, Math.min(source.sizeInBytes, maximumHeaderSizeInBytes));
  const text = new TextDecoder("latin1").decode(head);
  if (text.startsWith(armorMagic)) return { kind: "armored" };
  if (!text.startsWith(magic)) return { kind: "other" };
  const mac = text.indexOf("\n--- ");
  const end = mac < 0 ? -1 : text.indexOf("\n", mac + 1);
  if (end < 0) return { kind: "damaged" };
  const header = text.slice(0, end + 1);
  const scrypt = /^-> scrypt [^ \n]+ (\d{1,4})$/m.exec(header);
  return {
    kind: "age",
    header: {
      bytes: head.slice(0, end + 1),
      lockedBy: scrypt === null ? "key" : "passphrase",
      workFactor: scrypt === null ? undefined : Number(scrypt[1]),
    },
  };
};
