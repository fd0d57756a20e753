import { chacha20poly1305 } from "@noble/ciphers/chacha.js";
import { scryptAsync } from "@noble/hashes/scrypt.js";
import { base64nopad } from "@scure/base";
import type { Identity, Stanza } from "age-encryption";

const label = new TextEncoder().encode("age-encryption.org/v1/scrypt");

/** 2^20 is one GiB of memory; age itself writes 2^18. A file that asks for more is an attack on the reader. */
export const maximumWorkFactor = 20;

/**
 * A passphrase as an identity of age. The library's own does the same in one go, and the page would stand still for
 * seconds; this one lets the page breathe.
 *
 * Errors: throws on a stanza that is not scrypt's, as the library does.
 * Source: age-encryption.org/v1 (C2SP), "The scrypt recipient type".
 */
export const createPassphraseIdentity = (passphrase: string): Identity => ({
  unwrapFileKey: async (stanzas: Stanza[]) => {
    const [stanza] = stanzas;
    const [type, saltText = "", workText = ""] = stanza?.args ?? [];
    const isPlain =
      stanzas.length === 1 && stanza?.args.length === 3 && /^[1-9]\d?$/.test(workText);
    if (stanza === undefined || type !== "scrypt" || !isPlain)
      throw new Error("not one scrypt stanza");
    const salt = base64nopad.decode(saltText);
    const workFactor = Number(workText);
    if (salt.length !== 16 || workFactor > maximumWorkFactor || stanza.body.length !== 32) {
      throw new Error("a scrypt stanza out of bounds");
    }
    const key = await scryptAsync(passphrase, Uint8Array.from([...label, ...salt]), {
      N: 2 ** workFactor,
      r: 8,
      p: 1,
      dkLen: 32,
      asyncTick: 20,
    });
    try {
      return chacha20poly1305(key, new Uint8Array(12)).decrypt(stanza.body);
    } catch {
      // The cipher's one way of saying that the key is wrong.
      return null;
    }
  },
});
