import { parseTimestampResponse } from "./token.ts";

/** The certificates that an authority put into its response, as PEM; empty when it put none. */
export const certificatesPemOf = (response: Uint8Array<ArrayBuffer>): string => {
  const parsed = parseTimestampResponse(response);
  const certificates = parsed?.token?.certificates ?? [];
  return certificates.map(({ raw }) => toPem(raw)).join("");
};

const toPem = (der: Uint8Array): string => {
  let binary = "";
  for (const byte of der) binary += String.fromCharCode(byte);
  const lines = btoa(binary).replace(/.{64}/g, "$&\n").replace(/\n$/, "");
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
};
