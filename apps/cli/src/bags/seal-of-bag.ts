import { listZip, openEntry, type ZipEntry } from "@holdfast/containers";
import { type ByteSource, bytesToHex, err, ok, type Result } from "@holdfast/evidence";
import { bagFiles, signatureFiles } from "@holdfast/bundle";
import type { BagInput } from "@holdfast/verify";
import { createHash } from "node:crypto";

import { bagZipLimits } from "./zip-limits.ts";

/** What a time-stamp is made over: the tag manifest, and a first response when there is one already. */
export interface StampSubject {
  /** The bag's folder inside the zip or the chosen folder, with its "/"; empty at the top. */
  readonly prefix: string;
  readonly seal: string;
  readonly firstResponse: Uint8Array<ArrayBuffer> | undefined;
  readonly hasSecondResponse: boolean;
  readonly request: Uint8Array<ArrayBuffer> | undefined;
  readonly secondRequest: Uint8Array<ArrayBuffer> | undefined;
}

/** Tag manifests and responses are small; what is larger is not one. */
const maximumTagFileSizeInBytes = 64 * 1_048_576;

export const readStampSubject = async (
  input: BagInput,
): Promise<Result<StampSubject, { readonly code: "bag_not_readable"; readonly cause: string }>> => {
  const files = input.kind === "zip" ? await filesOfZip(input.source) : filesOfFolder(input.files);
  const found = [...files.keys()].filter(
    (path) => path === bagFiles.tagManifest || /^[^/]+\/tagmanifest-sha256\.txt$/.test(path),
  );
  const [path] = found;
  if (path === undefined || found.length > 1) {
    return err({ code: "bag_not_readable", cause: bagFiles.tagManifest });
  }
  const prefix = path.slice(0, path.length - bagFiles.tagManifest.length);
  const read = async (name: string): Promise<Uint8Array<ArrayBuffer> | undefined> => {
    const file = files.get(prefix + name);
    return file === undefined || file.sizeInBytes > maximumTagFileSizeInBytes
      ? undefined
      : file.read();
  };
  const manifest = await read(bagFiles.tagManifest);
  if (manifest === undefined) return err({ code: "bag_not_readable", cause: bagFiles.tagManifest });
  return ok({
    prefix,
    seal: bytesToHex(createHash("sha256").update(manifest).digest()),
    firstResponse: await read(signatureFiles.first),
    hasSecondResponse: files.has(prefix + signatureFiles.second),
    request: await read(signatureFiles.firstRequest),
    secondRequest: await read(signatureFiles.secondRequest),
  });
};

interface SmallFile {
  readonly sizeInBytes: number;
  readonly read: () => Promise<Uint8Array<ArrayBuffer>>;
}

const filesOfZip = async (source: ByteSource): Promise<ReadonlyMap<string, SmallFile>> => {
  const listing = await listZip(source, bagZipLimits);
  return new Map(
    listing.entries.map((entry) => [
      entry.name,
      { sizeInBytes: entry.sizeInBytes, read: () => readEntry(source, entry) },
    ]),
  );
};

const readEntry = async (source: ByteSource, entry: ZipEntry): Promise<Uint8Array<ArrayBuffer>> => {
  const bytes = new Uint8Array(entry.sizeInBytes);
  let at = 0;
  for await (const chunk of openEntry(source, entry, { limits: bagZipLimits })) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
};

const filesOfFolder = (
  files: readonly { readonly path: string; readonly source: ByteSource }[],
): ReadonlyMap<string, SmallFile> =>
  new Map(
    files.map(({ path, source }) => [
      path,
      { sizeInBytes: source.sizeInBytes, read: () => source.read(0, source.sizeInBytes) },
    ]),
  );
