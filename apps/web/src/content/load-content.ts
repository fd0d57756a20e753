import { bytesToHex, err, ok, type Result } from "@holdfast/evidence";
import type { ContentPort, LoadContentError } from "@holdfast/guide";
import { z } from "zod";

/** What the loader needs of the browser; `window` and `self` fit. */
export interface ContentDeps {
  readonly fetch: (url: string) => Promise<Response>;
  readonly crypto: { readonly subtle: Pick<SubtleCrypto, "digest"> };
}

const indexSchema = z.strictObject({
  version: z.literal(1),
  files: z.record(
    z.string(),
    z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/), sizeInBytes: z.int().min(0) }),
  ),
});
const packSchema = z.record(z.string(), z.string());

type Index = z.infer<typeof indexSchema>;
type Pack = z.infer<typeof packSchema>;
interface Content {
  readonly index: Index;
  readonly pack: Pack;
}
type Fault = LoadContentError["code"];

/**
 * Reads content from our own origin. Two requests, the same two for everyone: a request by country, platform or
 * language would tell the host what somebody is going through. Each file is used only if its bytes are the ones that
 * the index names; a fault of the network is not remembered, so that the next try asks again.
 *
 * @param folder where the built content lies, relative to the page, for example "./content/"
 */
export const createWebContent = (deps: ContentDeps, folder: string): ContentPort => {
  let loading: Promise<Result<Content, Fault>> | undefined;
  const loadAll = async (): Promise<Result<Content, Fault>> => {
    loading ??= fetchContent(deps, folder);
    const content = await loading;
    if (!content.ok) loading = undefined;
    return content;
  };
  return {
    loadContent: async (kind, id) => {
      const content = await loadAll();
      const found = content.ok
        ? await takeFile(deps, content.value, `${kind}/${id}.json`)
        : content;
      return found.ok ? found : err({ code: found.error, kind, id });
    },
  };
};

const fetchContent = async (deps: ContentDeps, folder: string): Promise<Result<Content, Fault>> => {
  const [index, pack] = await Promise.all([
    fetchJson(deps, `${folder}index.json`, indexSchema),
    fetchJson(deps, `${folder}pack.json`, packSchema),
  ]);
  if (!index.ok) return index;
  if (!pack.ok) return pack;
  return ok({ index: index.value, pack: pack.value });
};

const fetchJson = async <T>(
  deps: ContentDeps,
  url: string,
  schema: z.ZodType<T>,
): Promise<Result<T, Fault>> => {
  const text = await fetchText(deps, url);
  if (text === undefined) return err("content_unreachable");
  const read = schema.safeParse(parseJson(text));
  return read.success ? ok(read.data) : err("content_misfit");
};

const fetchText = async (deps: ContentDeps, url: string): Promise<string | undefined> => {
  try {
    const response = await deps.fetch(url);
    return response.ok ? await response.text() : undefined;
  } catch (error) {
    // What `fetch` throws when there is no network, or when a body breaks off.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

const takeFile = async (
  deps: ContentDeps,
  { index, pack }: Content,
  path: string,
): Promise<Result<unknown, Fault>> => {
  // Own fields only: "constructor" is the name of no file.
  const entry = Object.hasOwn(index.files, path) ? index.files[path] : undefined;
  if (entry === undefined) return err("content_missing");
  const text = Object.hasOwn(pack, path) ? pack[path] : undefined;
  if (text === undefined) return err("content_changed");
  const digest = await deps.crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  if (bytesToHex(new Uint8Array(digest)) !== entry.sha256) return err("content_changed");
  const value = parseJson(text);
  return value === undefined ? err("content_misfit") : ok(value);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
