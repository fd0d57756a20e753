/** One file of a build, by its path below the app's folder. "" is the page itself, as hosts serve it. */
export interface BuiltFile {
  readonly path: string;
  readonly sha256: string;
}

/** Everything that one build consists of: the same for everybody. */
export interface Version {
  /** A hash over the list. */
  readonly id: string;
  readonly files: readonly BuiltFile[];
}

export interface VersionDeps {
  readonly caches: CacheStorage;
  readonly fetch: (request: Request) => Promise<Response>;
  readonly sha256: (bytes: ArrayBuffer) => Promise<string>;
  /** The app's folder, absolute, with "/" at its end. */
  readonly scope: string;
  /** Once true, nothing is written any more. */
  readonly isForgotten: () => boolean;
}

/** Not more at once: other requests of a slow phone want their turn. */
const fetchedAtOnce = 6;

/** Caches belong to the whole origin: the folder keeps two apps on one host apart. */
export const cacheNamePrefix = (scope: string): string => `files ${new URL(scope).pathname} `;

const cacheNameOf = (scope: string, { id }: Version): string => `${cacheNamePrefix(scope)}${id}`;

/**
 * Brings every file of the version into its own cache, each checked against its SHA-256. Files that are there already
 * stay: what was cut off goes on where it was. False when a file could not be had or is not the one of this build, as
 * on a host that is half through an update; what is in use is not touched.
 */
export const bringVersion = async (deps: VersionDeps, version: Version): Promise<boolean> => {
  const cache = await deps.caches.open(cacheNameOf(deps.scope, version));
  const have = new Set((await cache.keys()).map(({ url }) => url));
  const missing = version.files.filter(({ path }) => !have.has(urlOf(deps, path)));
  let whole = true;
  const bringOneByOne = async (): Promise<void> => {
    for (let file = missing.shift(); file !== undefined && whole; file = missing.shift()) {
      whole = (await bringFile(deps, cache, file)) && whole;
    }
  };
  await Promise.all(Array.from({ length: fetchedAtOnce }, bringOneByOne));
  return whole;
};

const urlOf = ({ scope }: VersionDeps, path: string): string => new URL(path, scope).href;

const bringFile = async (deps: VersionDeps, cache: Cache, file: BuiltFile): Promise<boolean> => {
  const url = urlOf(deps, file.path);
  for (const find of [findInOlderVersion, findOnHost]) {
    const found = await find(deps, url);
    if (found === undefined) continue;
    const bytes = await found.arrayBuffer();
    if ((await deps.sha256(bytes)) !== file.sha256) continue;
    if (deps.isForgotten()) return false;
    // A new answer: one that a host had redirected could not be given to a navigation.
    await cache.put(url, new Response(bytes, { headers: withoutEncoding(found.headers) }));
    return true;
  }
  return false;
};

/** Pages and scripts come with the headers of their day, the policy among them: only what is inert is taken again. */
const inert = /\.(?:json|wasm|png|woff2)$/;

const findInOlderVersion = async (
  { caches, scope }: VersionDeps,
  url: string,
): Promise<Response | undefined> => {
  if (!inert.test(url)) return undefined;
  for (const name of await caches.keys()) {
    if (!name.startsWith(cacheNamePrefix(scope))) continue;
    const found = await (await caches.open(name)).match(url, { ignoreVary: true });
    if (found !== undefined) return found;
  }
  return undefined;
};

const findOnHost = async ({ fetch }: VersionDeps, url: string): Promise<Response | undefined> => {
  try {
    const response = await fetch(
      new Request(url, { cache: "no-store", credentials: "same-origin" }),
    );
    return response.ok ? response : undefined;
  } catch (error) {
    // A TypeError is how `fetch` says that there is no network.
    if (error instanceof TypeError) return undefined;
    throw error;
  }
};

/** The bytes are as they were before compression. */
const withoutEncoding = (headers: Headers): Headers => {
  const kept = new Headers(headers);
  kept.delete("content-encoding");
  kept.delete("content-length");
  return kept;
};

export const removeOtherVersions = async (deps: VersionDeps, version: Version): Promise<void> => {
  const kept = cacheNameOf(deps.scope, version);
  const names = await deps.caches.keys();
  await Promise.all(
    names
      .filter((name) => name.startsWith(cacheNamePrefix(deps.scope)) && name !== kept)
      .map((name) => deps.caches.delete(name)),
  );
};

/** The path of a file of this version that a request asks for, or undefined: then it is none of ours to answer. */
export const pathInVersion = (
  scope: string,
  version: Version,
  request: Pick<Request, "method" | "url">,
): string | undefined => {
  const { origin, pathname } = new URL(request.url);
  const address = `${origin}${pathname}`;
  if (request.method !== "GET" || !address.startsWith(scope)) return undefined;
  const path = address.slice(scope.length);
  const wanted = path === "index.html" ? "" : path;
  return version.files.some((file) => file.path === wanted) ? wanted : undefined;
};

/** The file out of this version's own cache; from the host when the browser has thrown the cache away. */
export const answerFromVersion = async (
  deps: VersionDeps,
  version: Version,
  path: string,
  request: Request,
): Promise<Response> => {
  const name = cacheNameOf(deps.scope, version);
  const found = (await deps.caches.has(name))
    ? await (await deps.caches.open(name)).match(urlOf(deps, path), { ignoreVary: true })
    : undefined;
  return found ?? deps.fetch(request);
};
