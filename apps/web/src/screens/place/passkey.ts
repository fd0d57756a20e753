import { Secret } from "@holdfast/evidence";

import type { Passkey } from "../../door/places.ts";

/**
 * Asks for one of these passkeys and takes its 32 secret bytes. `undefined` when the person closed the question or the
 * browser has none of them. Nothing is sent anywhere: the answer is read here.
 *
 * Source: WebAuthn Level 3, §10.1.4 (prf extension).
 */
export const readPasskey = async (
  passkeys: readonly Passkey[],
): Promise<Secret<Uint8Array<ArrayBuffer>> | undefined> => {
  const [first] = passkeys;
  if (first === undefined) return undefined;
  const credential = await ask({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      allowCredentials: passkeys.map(({ credentialId }) => ({
        type: "public-key",
        id: credentialId,
      })),
      userVerification: "required",
      extensions: { prf: { eval: { first: first.salt } } },
    },
  });
  return readPrf(credential);
};

/** Makes a passkey that can give secret bytes; `undefined` where the browser or the device cannot. */
export const createPasskey = async (
  name: string,
): Promise<
  { readonly passkey: Passkey; readonly key: Secret<Uint8Array<ArrayBuffer>> } | undefined
> => {
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const made = await make({
    publicKey: {
      challenge: crypto.getRandomValues(new Uint8Array(32)),
      rp: { name },
      user: { id: crypto.getRandomValues(new Uint8Array(16)), name, displayName: name },
      pubKeyCredParams: [
        { type: "public-key", alg: -7 },
        { type: "public-key", alg: -257 },
      ],
      authenticatorSelection: { residentKey: "discouraged", userVerification: "required" },
      extensions: { prf: { eval: { first: salt } } },
    },
  });
  if (!(made instanceof PublicKeyCredential)) return undefined;
  const passkey = { credentialId: new Uint8Array(made.rawId), salt };
  // Some authenticators give the bytes only when they are asked once more.
  const key = readPrf(made) ?? (await readPasskey([passkey]));
  return key === undefined ? undefined : { passkey, key };
};

/** Whether there is any use in offering it. */
export const canUsePasskeys = async (): Promise<boolean> =>
  typeof PublicKeyCredential === "function"
  && (await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable());

const readPrf = (credential: Credential | null): Secret<Uint8Array<ArrayBuffer>> | undefined => {
  if (!(credential instanceof PublicKeyCredential)) return undefined;
  const first = credential.getClientExtensionResults().prf?.results?.first;
  if (first === undefined) return undefined;
  const bytes =
    first instanceof ArrayBuffer ? new Uint8Array(first) : new Uint8Array(first.buffer.slice(0));
  return bytes.length === 32 ? new Secret(new Uint8Array(bytes)) : undefined;
};

/** The person's "no" comes as an exception; it is an answer like any other. */
const ask = async (options: CredentialRequestOptions): Promise<Credential | null> => {
  try {
    return await navigator.credentials.get(options);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
};

const make = async (options: CredentialCreationOptions): Promise<Credential | null> => {
  try {
    return await navigator.credentials.create(options);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
};
