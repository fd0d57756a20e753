import { err, ok, type Result, type Sha256Hex } from "@holdfast/evidence";
import { nonceSizeInBytes, timestampRequest } from "@holdfast/output";
import type { Vault } from "@holdfast/vault";
import { certificatesPemOf, checkTimestampResponse, createSignaturePort } from "@holdfast/verify";
import type { z } from "zod";

import type { giveContract } from "../../door/contract/give-contract.ts";
import type { DoorError } from "../../door/door-error.ts";
import type { Host, Opened } from "./host.ts";
import { logEntries } from "./log-entries.ts";
import { orDoorError } from "./to-door-error.ts";

type RequestIn = z.output<typeof giveContract.timestampRequest.input>;
type RequestOut = z.input<typeof giveContract.timestampRequest.output>;
type ResponseIn = z.output<typeof giveContract.timestampResponse.input>;
type ResponseOut = z.input<typeof giveContract.timestampResponse.output>;

/** 59 bytes and a random number; what leaves with it is a hash, when the person brings it somewhere. */
export const requestStamp = async (
  host: Host,
  { vault }: Opened,
  of: RequestIn,
): Promise<Result<RequestOut, DoorError>> => {
  const imprint = of.kind === "log" ? vault.custodyHead().sha256 : sealOf(vault, of.bag);
  if (imprint === undefined) {
    return err({ code: "no_such_bag", bag: of.kind === "bag" ? of.bag : "" });
  }
  const { random } = await host.ports.ports();
  const bytes = timestampRequest(imprint, random.bytes(nonceSizeInBytes));
  const recorded = orDoorError(vault.record({ action: "timestamp.request", imprint }));
  if (!recorded.ok) return recorded;
  host.changed();
  const file = new File([bytes], `${imprint.slice(0, 16)}.tsq`, {
    type: "application/timestamp-query",
  });
  return ok({ file, imprint });
};

/** The log has grown since: the answer must fit one of the imprints that were asked about. Newest first. */
export const acceptStamp = async (
  host: Host,
  { vault }: Opened,
  { response: blob, rootPem }: ResponseIn,
): Promise<Result<ResponseOut, DoorError>> => {
  const response = new Uint8Array(await blob.slice(0, maximumResponseInBytes + 1).arrayBuffer());
  if (response.length > maximumResponseInBytes) {
    return err({ code: "timestamp_not_accepted", cause: "timestamp_malformed" });
  }
  const signatures = createSignaturePort(crypto.subtle);
  let cause = "timestamp_imprint_differs";
  for (const imprint of requestedImprints(vault)) {
    const answer = await checkTimestampResponse(
      { signatures },
      {
        response,
        imprintHex: imprint,
        ...(rootPem === undefined ? {} : { roots: [rootPem], certificates: [rootPem] }),
      },
    );
    const { facts } = answer;
    if (answer.accepted && facts !== undefined) {
      const { genTime, authority, root } = facts;
      const recorded = orDoorError(
        vault.record({
          action: "timestamp.ok",
          imprint,
          genTime,
          authority,
          response: toBase64(response),
          chain: chainOf(response, rootPem),
        }),
      );
      if (!recorded.ok) return recorded;
      host.changed();
      return ok({ imprint, genTime, authority, root });
    }
    const faults = answer.findings.filter(({ severity }) => severity === "fault");
    const codes = faults.map(({ code }) => code).join(", ");
    if (!codes.includes("timestamp_imprint_differs")) cause = codes;
  }
  return err({ code: "timestamp_not_accepted", cause });
};

/** An honest answer has a few kilobytes. */
const maximumResponseInBytes = 1_048_576;

const requestedImprints = (vault: Vault): ReadonlySet<Sha256Hex> => {
  const asked: Sha256Hex[] = [];
  for (const { entry } of logEntries(vault)) {
    if (entry.action === "timestamp.request") asked.push(entry.imprint);
  }
  return new Set(asked.reverse());
};

const sealOf = (vault: Vault, bag: string): Sha256Hex | undefined => {
  for (const { entry } of logEntries(vault)) {
    if (entry.action === "export.sealed" && entry.bag === bag) return entry.seal;
  }
  return undefined;
};

const chainOf = (response: Uint8Array<ArrayBuffer>, rootPem: string | undefined): string => {
  const sent = certificatesPemOf(response);
  return rootPem === undefined || sent.includes(rootPem.trim())
    ? sent
    : `${sent}${rootPem.trimEnd()}\n`;
};

const toBase64 = (bytes: Uint8Array): string => {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
};
