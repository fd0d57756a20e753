import { listZip, openEntry, type ZipEntry } from "@holdfast/containers";
import {
  type ByteSource,
  bytesToHex,
  bytesToSource,
  err,
  type Facts,
  factsSchema,
  ok,
  type Result,
} from "@holdfast/evidence";
import { z } from "zod";

import type { FileToKeep } from "../../door/keeping.ts";
import { type ExampleName, exampleNames } from "./example-names.ts";

/** A made-up case: what the person in it says, and the files that are brought in, as they would be. */
export interface Example {
  readonly facts: Facts;
  readonly files: readonly FileToKeep[];
}

/**
 * - `example_unreachable`: the host does not answer, and nothing lies ready for it
 * - `example_changed`: its bytes are not those that were built
 */
export interface LoadExampleError {
  readonly code: "example_unreachable" | "example_changed";
}

/** What the loader needs of the browser; `window` fits. */
export interface ExampleDeps {
  readonly fetch: (url: string) => Promise<Response>;
  readonly crypto: { readonly subtle: Pick<SubtleCrypto, "digest"> };
}

const partSchema = z.strictObject({
  sizeInBytes: z.int().min(0),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
const indexSchema = z.strictObject({
  version: z.literal(1),
  packs: z.record(
    z.enum(exampleNames),
    partSchema.extend({ files: z.record(z.string(), partSchema) }),
  ),
});

/** Our own packs are far smaller: these stop a host that sends something else. */
const limits = {
  maximumArchiveEntries: 200,
  maximumExpandedSizeInBytes: 8 * 1_024 * 1_024,
  maximumExpansionRatio: 1_000,
};

/**
 * Reads an example from our own origin. Three requests, the same for everyone: whether somebody looks at the example with
 * an ex or with a stranger would tell the host what they are going through.
 *
 * @param folder where the packs lie, relative to the page, for example "./examples/"
 */
export const loadExample = async (
  deps: ExampleDeps,
  folder: string,
  name: ExampleName,
): Promise<Result<Example, LoadExampleError>> => {
  const [index, ...packs] = await Promise.all([
    fetchBytes(deps, `${folder}index.json`),
    ...exampleNames.map((each) => fetchBytes(deps, `${folder}${each}.zip`)),
  ]);
  const pack = packs[exampleNames.indexOf(name)];
  if (index === undefined || pack === undefined) return err({ code: "example_unreachable" });
  const listed = indexSchema.safeParse(parseJson(index));
  if (!listed.success || (await sha256(deps, pack)) !== listed.data.packs[name].sha256) {
    return err({ code: "example_changed" });
  }
  return unpack(bytesToSource(pack));
};

const unpack = async (source: ByteSource): Promise<Result<Example, LoadExampleError>> => {
  const { entries } = await listZip(source, limits);
  let facts: Facts | undefined;
  const files: FileToKeep[] = [];
  for (const entry of entries) {
    const blob = await readEntry(source, entry);
    const path = /^files\/(.+)$/.exec(entry.name)?.[1];
    if (path !== undefined) files.push({ file: blob, name: path });
    else if (entry.name === "facts.json") {
      const read = factsSchema.safeParse(parseJson(new Uint8Array(await blob.arrayBuffer())));
      if (read.success) facts = read.data;
    }
  }
  return facts === undefined || files.length === 0
    ? err({ code: "example_changed" })
    : ok({ facts, files });
};

const readEntry = async (source: ByteSource, entry: ZipEntry): Promise<Blob> => {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  for await (const chunk of openEntry(source, entry, { limits })) chunks.push(chunk);
  return new Blob(chunks);
};

const fetchBytes = async (
  deps: ExampleDeps,
  url: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> => {
  try {
    const response = await deps.fetch(url);
    return response.ok ? new Uint8Array(await response.arrayBuffer()) : undefined;
  } catch (error) {
    // What `fetch` throws when there is no network, or when a body breaks off.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

const sha256 = async (deps: ExampleDeps, bytes: Uint8Array<ArrayBuffer>): Promise<string> =>
  bytesToHex(new Uint8Array(await deps.crypto.subtle.digest("SHA-256", bytes)));

const parseJson = (bytes: Uint8Array): unknown => {
  try {
    return JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
