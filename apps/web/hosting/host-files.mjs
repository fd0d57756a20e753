// @ts-check
// The headers in the languages of hosts.
import { appPolicy, commonHeaders, verifyPagePath, verifyPagePolicy } from "./headers.mjs";

/** Netlify, Cloudflare Pages and others read this file from the folder they serve. @param {readonly import("./headers.mjs").Rule[]} rules */
export const toHeadersFile = (rules) =>
  rules
    .map(({ path, headers }) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ""].join(
        "\n",
      ),
    )
    .join("\n");

/** `add_header … always`, so that a refusal has them too. */
export const toNginx = () =>
  [
    "map $uri $holdfast_policy {",
    `    default "${appPolicy}";`,
    `    ~/${verifyPagePath.replace(".", "\\.")}$ "${verifyPagePolicy}";`,
    "}",
    "",
    "server {",
    "    listen 443 ssl;",
    "    server_name notes.example.org;",
    "    root /srv/notes;",
    "",
    "    # No record of who came.",
    "    access_log off;",
    "    server_tokens off;",
    "",
    "    types {",
    "        text/html html;",
    "        text/css css;",
    "        text/javascript js;",
    "        application/json json;",
    "        application/manifest+json webmanifest;",
    "        application/wasm wasm;",
    "        image/png png;",
    "        image/svg+xml svg;",
    "        font/woff2 woff2;",
    "    }",
    "    charset utf-8;",
    "",
    "    # A third of the bytes; pictures and fonts are compressed already. With its module, brotli saves a tenth more.",
    "    gzip on;",
    "    gzip_vary on;",
    "    gzip_comp_level 6;",
    "    gzip_types text/css text/javascript application/json application/manifest+json application/wasm image/svg+xml;",
    "",
    ...Object.entries(commonHeaders).map(
      ([name, value]) => `    add_header ${name} "${value}" always;`,
    ),
    "    add_header Content-Security-Policy $holdfast_policy always;",
    "",
    "    location / { try_files $uri $uri/index.html =404; }",
    "    location = /_headers { return 404; }",
    "}",
    "",
  ].join("\n");

export const toCaddy = () =>
  [
    "notes.example.org {",
    "\troot * /srv/notes",
    "\tfile_server {",
    "\t\thide _headers",
    "\t}",
    "\tencode zstd gzip",
    "\theader {",
    ...Object.entries(commonHeaders).map(([name, value]) => `\t\t${name} "${value}"`),
    "\t}",
    `\t@verify path */${verifyPagePath}`,
    `\t@rest not path */${verifyPagePath}`,
    "\t@manifest path *.webmanifest",
    "\theader @manifest Content-Type application/manifest+json",
    `\theader @verify Content-Security-Policy "${verifyPagePolicy}"`,
    `\theader @rest Content-Security-Policy "${appPolicy}"`,
    "}",
    "",
  ].join("\n");
