// The policy of index.html requires Trusted Types: no string becomes code, markup or a script's address unless a policy
// made it so. This is the only policy there may be, and all it lets through is a script of our own.

interface ScriptUrlPolicyFactory {
  readonly createPolicy: (
    name: "default",
    rules: {
      readonly createScriptURL: (url: string) => string | undefined;
      readonly createHTML: (html: string) => string | undefined;
    },
  ) => unknown;
}

declare global {
  /** Absent where a browser has no Trusted Types: there the policy's `script-src` and `worker-src` stand alone. */
  var trustedTypes: ScriptUrlPolicyFactory | undefined;
}

/**
 * The address, when it is a script of this app: same origin, own folder, `sw.js` or a built file. Undefined else.
 *
 * Shape: `ownFolder` is absolute and ends with "/".
 */
export const toOwnScriptUrl = (url: string, ownFolder: string): string | undefined => {
  if (!URL.canParse(url, ownFolder)) return undefined;
  const { href } = new URL(url, ownFolder);
  if (!href.startsWith(ownFolder)) return undefined;
  return ownScript.test(href.slice(ownFolder.length)) ? href : undefined;
};
/** As apps/web/vite.config.ts names them. */
const ownScript = /^(?:sw|a\/[A-Za-z0-9_-]+)\.js$/;

/**
 * Makes the browser ask `toOwnScriptUrl` whenever a script, worker or service worker is started by its address: with
 * the default policy every `new Worker(new URL(…))` is written as usual, in libraries too. To be called once, first, in
 * the page and in each worker that starts another one.
 */
export const allowOwnScriptUrls = (ownFolder: string): void => {
  globalThis.trustedTypes?.createPolicy("default", {
    createScriptURL: (url) => toOwnScriptUrl(url, ownFolder),
    // React Aria empties what it reads aloud by `innerHTML = ""`. No markup but none.
    createHTML: (html) => (html === "" ? "" : undefined),
  });
};
