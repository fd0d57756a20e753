import { Secret } from "@holdfast/evidence";
import type { AgreementPair, KeyAgreement } from "@holdfast/seal";

/** `CryptoKey` has its name in the browser's types alone. */
type ImportedKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const curve = { name: "ECDH", namedCurve: "P-256" } as const;
const sharedLengthInBits = 256;

/** ECDH over P-256 and HKDF by WebCrypto: browsers, service workers and Node 20 have the same. */
export const createWebKeyAgreement = (): KeyAgreement => ({
  createPair: async () => {
    const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, true, ["deriveBits"]);
    const { d } = await crypto.subtle.exportKey("jwk", privateKey);
    if (d === undefined) throw new Error("a private key has its number");
    return {
      publicKey: new Uint8Array(await crypto.subtle.exportKey("raw", publicKey)),
      privateKey: new Secret(fromBase64Url(d)),
    };
  },
  agree: async ({ own, publicKey, salt, info }) => {
    const other = await importPublicKey(publicKey);
    if (other === undefined) return undefined;
    const shared = await crypto.subtle.deriveBits(
      { name: "ECDH", public: other },
      await importPrivateKey(own),
      sharedLengthInBits,
    );
    const key = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveBits"]);
    const derived = await crypto.subtle.deriveBits(
      { name: "HKDF", hash: "SHA-256", salt, info: new TextEncoder().encode(info) },
      key,
      sharedLengthInBits,
    );
    return new Secret(new Uint8Array(derived));
  },
});

const importPublicKey = async (
  bytes: Uint8Array<ArrayBuffer>,
): Promise<ImportedKey | undefined> => {
  try {
    return await crypto.subtle.importKey("raw", bytes, curve, false, []);
  } catch (cause) {
    // WebCrypto's only word for bytes that are not a point of the curve; anything else is a fault of ours.
    if (cause instanceof DOMException && cause.name === "DataError") return undefined;
    throw cause;
  }
};

/** As JSON, which holds both halves: the only form of a bare number that every WebCrypto takes. */
const importPrivateKey = ({ publicKey, privateKey }: AgreementPair): Promise<ImportedKey> =>
  crypto.subtle.importKey(
    "jwk",
    {
      kty: "EC",
      crv: curve.namedCurve,
      x: toBase64Url(publicKey.subarray(1, 33)),
      y: toBase64Url(publicKey.subarray(33)),
      d: toBase64Url(privateKey.reveal()),
    },
    curve,
    false,
    ["deriveBits"],
  );

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const fromBase64Url = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
    character.charCodeAt(0),
  );
