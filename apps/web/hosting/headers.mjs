// @ts-check
// What every file of the app is served with: data, from which `_headers`, docs/hosting.md and the policy inside
// index.html are made. `holdfast serve` reads `_headers` as a host does.

/** @typedef {Readonly<Record<string, string>>} Headers */
/** @typedef {{ path: string, headers: Headers }} Rule `path` is exact, or ends with "*" for everything below */

/**
 * The inline styles of react-aria-components: touch-action of what can be pressed, and what keeps Safari on a phone from
 * scrolling behind a dialog. A test computes them from the library, and fails when it changes.
 */
export const reactAriaStyles = [
  "'sha256-38RhXrc7EdReTKsOm23ZPOCUgniTUUcjky8QOOrQx6o='",
  "'sha256-gYiS/BvZvRcK27JIXTuwhZ3hs2+VJ1X+2gUlE+farlg='",
];

/** Nothing that is not named here can be loaded, started or sent. */
const appDirectives = /** @type {const} */ ([
  "default-src 'none'",
  // The vault's engine is WebAssembly; text can still not become code.
  "script-src 'self' 'wasm-unsafe-eval'",
  `style-src 'self' ${reactAriaStyles.join(" ")}`,
  "font-src 'self'",
  "img-src 'self' blob:",
  "media-src blob:",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  // For what another app shares into this one.
  "form-action 'self'",
  "require-trusted-types-for 'script'",
  // One policy, in src/app/trusted-urls.ts: addresses of own scripts, and never markup or code.
  "trusted-types default",
]);

/** For the `<meta>` in index.html, the second line on a host without headers. `frame-ancestors` works only as a header. */
export const metaPolicy = appDirectives.join("; ");

export const appPolicy = `${metaPolicy}; frame-ancestors 'none'`;

/** The verify page brings its own policy inside; two policies are both enforced. */
export const verifyPagePolicy = "frame-ancestors 'none'";

/** Off, all of it: a photo is taken by the phone's own camera app through a file field, which needs no permission. */
const featuresOff = [
  "accelerometer",
  "autoplay",
  "camera",
  "display-capture",
  "encrypted-media",
  "gamepad",
  "geolocation",
  "gyroscope",
  "hid",
  "idle-detection",
  "local-fonts",
  "magnetometer",
  "midi",
  "payment",
  "picture-in-picture",
  "screen-wake-lock",
  "serial",
  "sync-xhr",
  "usb",
  "window-management",
  "xr-spatial-tracking",
];
/** Passkeys, copy buttons, and the microphone for a voice note, asked for when its button is pressed. Handing a file to another app is allowed to the own page already. */
const featuresOwn = [
  "clipboard-read",
  "clipboard-write",
  "fullscreen",
  "microphone",
  "publickey-credentials-create",
  "publickey-credentials-get",
];

/** @type {Headers} */
export const commonHeaders = {
  // The browser's own cache would keep traces for somebody who chose that nothing stays; offline is the service
  // worker's work, which is asked first. See docs/adr/0074-nothing-in-the-http-cache.md.
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": [
    ...featuresOff.map((name) => `${name}=()`),
    ...featuresOwn.map((name) => `${name}=(self)`),
  ].join(", "),
  "Referrer-Policy": "no-referrer",
  // Browsers ignore it on http://localhost.
  "Strict-Transport-Security": "max-age=63072000",
  "X-Content-Type-Options": "nosniff",
};

export const verifyPagePath = "verify.html";

/**
 * One rule for everything, and one for each file or folder at the top with its policy: hosts join what several rules
 * say of one header, and two policies would be the stricter of both. So no path may stand in two of the second kind.
 *
 * @param {readonly string[]} files paths in dist, with "/"
 * @returns {Rule[]}
 */
export const rulesFor = (files) => {
  const tops = new Set(
    files
      .filter((file) => file !== verifyPagePath)
      .map((file) => (file.includes("/") ? `/${file.split("/")[0]}/*` : `/${file}`)),
  );
  return [
    { path: "/*", headers: commonHeaders },
    ...["/", ...[...tops].sort()].map((path) => ({
      path,
      headers: { "Content-Security-Policy": appPolicy },
    })),
    { path: `/${verifyPagePath}`, headers: { "Content-Security-Policy": verifyPagePolicy } },
  ];
};
