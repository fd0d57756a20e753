// @ts-check
// `npm start`: sets up, builds, says how to go on, and serves the app and the verify page until Ctrl-C.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

import { setUp } from "./setup.mjs";

const holdfast = fileURLToPath(new URL("../apps/cli/bin/holdfast.mjs", import.meta.url));

const howToGoOn = `
Holdfast is built. The app opens in a browser at the address below; nothing that is put into it leaves this computer.
The command line does the same work on files. To try it, open a second terminal in this folder; it is Maya's case, and
everything in it is made up.

  npx holdfast init try/maya --pictures all-adult      make a private place; it asks for a passphrase
  npx holdfast add try/maya fixtures/maya              seal every file, unchanged, and read what is in it
  npx holdfast timeline try/maya                       everything that happened, in one order
  npx holdfast search try/maya "your sister"           find a message again
  npx holdfast export try/maya --out try/case.zip --plain
                                                       a copy for the police, with its proof
  npx holdfast verify try/case.zip                     check it, as a stranger would

  npx holdfast --help                                  all the rest
`;

setUp();
const { build } = await import("./build.mjs");
await build();
console.log(howToGoOn);

// `npm start -- --port 5000` goes through.
const server = spawn(process.execPath, [holdfast, "serve", "--open", ...process.argv.slice(2)], {
  stdio: "inherit",
});
// A terminal sends Ctrl-C to both; whoever signals this process alone means the server too.
process.on("SIGINT", () => server.kill("SIGINT"));
process.on("SIGTERM", () => server.kill("SIGINT"));
server.on("exit", (code) => process.exit(code ?? 1));
