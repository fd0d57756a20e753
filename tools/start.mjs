// @ts-check
// `npm start`: sets up, builds, serves the verify page, and says how to go on.
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

import { createPageServer, listenFrom } from "./serve-page.mjs";
import { setUp } from "./setup.mjs";

const pagePath = fileURLToPath(new URL("../apps/verify-page/dist/verify.html", import.meta.url));
const wantedPort = 4173;

const howToGoOn = `
Holdfast is built. The app is not part of this version yet; the command line is.
Open a second terminal in this folder and try it on Maya's case. Everything in it is made up.

  npx holdfast init try/maya --pictures all-adult      make a private place; it asks for a passphrase
  npx holdfast add try/maya fixtures/maya              seal every file, unchanged, and read what is in it
  npx holdfast timeline try/maya                       everything that happened, in one order
  npx holdfast search try/maya "your sister"           find a message again
  npx holdfast export try/maya --out try/case.zip --plain
                                                       a copy for the police, with its proof
  npx holdfast verify try/case.zip                     check it, as a stranger would

  npx holdfast --help                                  all the rest
`;

/** Opens the page where there is a desktop; whoever has none reads the address above. @param {string} url */
const openInBrowser = (url) => {
  const opener =
    process.platform === "darwin"
      ? "open"
      : process.platform === "linux" && (process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"])
        ? "xdg-open"
        : undefined;
  if (opener === undefined || process.env["CI"] !== undefined) return;
  const child = spawn(opener, [url], { stdio: "ignore", detached: true });
  child.on("error", () => console.log(`No browser could be opened here. The address is ${url}`));
  child.unref();
};

setUp();
const { build } = await import("./build.mjs");
await build();
console.log(howToGoOn);

if (existsSync(pagePath)) {
  const server = createPageServer(pagePath);
  const port = await listenFrom(server, wantedPort);
  const url = `http://localhost:${port}`;
  if (port !== wantedPort) console.log(`Port ${wantedPort} is taken; using ${port}.`);
  console.log(
    `The verify page, for the one who receives a copy: ${url}\n`
      + "It answers this computer only, and works without a network. Stop it with Ctrl-C.",
  );
  openInBrowser(url);
  const stop = () => {
    server.closeAllConnections();
    server.close(() => process.exit(0));
  };
  process.on("SIGINT", stop);
  process.on("SIGTERM", stop);
}
