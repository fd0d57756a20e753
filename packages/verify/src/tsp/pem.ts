const block =
  /-----BEGIN (?:X509 |TRUSTED )?CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END (?:X509 |TRUSTED )?CERTIFICATE-----/g;

/** Against a file that is nothing but certificates: a chain has 2 to 5. */
export const maximumCertificates = 64;

/** The DER of each certificate in a PEM text, in order; blocks that are not base64 are left out. */
export const certificatesOfPem = (pem: string): readonly Uint8Array<ArrayBuffer>[] => {
  const found: Uint8Array<ArrayBuffer>[] = [];
  for (const match of pem.matchAll(block)) {
    const bytes = base64ToBytes(match[1] ?? "");
    if (bytes !== undefined) found.push(bytes);
    if (found.length === maximumCertificates) break;
  }
  return found;
};

const base64ToBytes = (text: string): Uint8Array<ArrayBuffer> | undefined => {
  const compact = text.replaceAll(/\s/g, "");
  if (
    compact.length === 0
    || !/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/.test(compact)
  ) {
    return undefined;
  }
  const binary = atob(compact);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  return bytes;
};
