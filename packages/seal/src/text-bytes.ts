/** UTF-8 of a text, in memory of its own: what WebCrypto takes. */
export const textToBytes = (text: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(new TextEncoder().encode(text));
