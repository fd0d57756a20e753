import { once } from "node:events";
import { existsSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { cliSentence } from "@holdfast/words";

import { type Command, type CommandContext, flagOption, textOption } from "../command.ts";
import { createAppServer } from "../serving/app-server.ts";
import { listenFrom } from "../serving/listen-from.ts";
import { openInBrowser } from "../serving/open-in-browser.ts";
import { cannotOpen, wrongUsage } from "../usage.ts";

const usualPort = 4173;

/** Both lie where the build puts them: apps/cli/dist and apps/web/dist. */
const appFolder = fileURLToPath(new URL("../../web/dist", import.meta.url));

/** The web app for this computer alone. It never sees a case of the command line: the browser keeps its own. */
export const serveCommand: Command = {
  name: "serve",
  options: { port: { type: "string" }, open: { type: "boolean" } },
  positionals: { least: 0, most: 0 },
  run: async (context, { values }) => {
    const wanted = readPort(textOption(values, "port"));
    if (wanted === undefined) return wrongUsage("usage_arguments", { command: "serve" });
    if (!existsSync(join(appFolder, "_headers"))) return cannotOpen({ code: "app_not_built" });
    const server = createAppServer(appFolder);
    const port = await listenFrom(server, wanted);
    if (!port.ok) return cannotOpen(port.error);
    sayWhere(context, wanted, port.value, flagOption(values, "open"));
    await untilStopped(server, context.signal);
    return { kind: "streamed", exitCode: 0 };
  },
};

const readPort = (text: string | undefined): number | undefined => {
  if (text === undefined) return usualPort;
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
};

const sayWhere = (
  { terminal, environment, json }: CommandContext,
  wanted: number,
  port: number,
  open: boolean,
): void => {
  const url = `http://localhost:${port}/`;
  if (port !== wanted && wanted !== 0) {
    terminal.say(cliSentence("serve_other_port", { wanted: String(wanted), port: String(port) }));
  }
  if (json) {
    terminal.answer(`${JSON.stringify({ holdfast: 1, command: "serve", url, port })}\n`);
  } else terminal.answer(`${cliSentence("serve_at", { url })}\n`);
  if (open) {
    openInBrowser(environment, url, () => terminal.say(cliSentence("serve_no_browser", { url })));
  }
};

const untilStopped = async (server: Server, signal: AbortSignal): Promise<void> => {
  if (!signal.aborted) await once(signal, "abort");
  const closed = once(server, "close");
  server.close();
  server.closeAllConnections();
  await closed;
};
