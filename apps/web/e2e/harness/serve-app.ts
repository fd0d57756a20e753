import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../../../", import.meta.url));

export interface ServedApp {
  /** With "/" at the end. */
  readonly url: string;
  /** What is served. It is a copy: a test may change it. */
  readonly folder: string;
  /** Really ends the server's process: from then on nobody answers. */
  readonly stop: () => Promise<void>;
  /** Starts it again at the same address. */
  readonly start: () => Promise<void>;
  /** Stops it and removes the copy. */
  readonly remove: () => Promise<void>;
}

/** Builds the app when it is not up to date, and serves it as people do: by `holdfast serve`, with its headers. */
export const serveApp = async (): Promise<ServedApp> => {
  execFileSync(process.execPath, [join(root, "tools/build.mjs")], { stdio: "inherit" });
  const copy = mkdtempSync(join(tmpdir(), "holdfast-served-"));
  for (const app of ["apps/cli/dist", "apps/web/dist"]) {
    cpSync(join(root, app), join(copy, app), { recursive: true });
  }
  const command = join(copy, "apps/cli/dist/holdfast.mjs");
  let server = await startServer(command, 0);
  const stop = async (): Promise<void> => {
    if (server.child.exitCode !== null) return;
    const ended = once(server.child, "exit");
    server.child.kill("SIGINT");
    await ended;
  };
  return {
    url: `http://localhost:${server.port}/`,
    folder: join(copy, "apps/web/dist"),
    stop,
    start: async () => {
      server = await startServer(command, server.port);
    },
    remove: async () => {
      await stop();
      rmSync(copy, { recursive: true, force: true });
    },
  };
};

interface Running {
  readonly child: ChildProcess;
  readonly port: number;
}

const startServer = async (command: string, port: number): Promise<Running> => {
  const child = spawn(process.execPath, [command, "serve", "--port", String(port), "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [first]: unknown[] = await once(child.stdout, "data");
  const answer: unknown = JSON.parse(String(first));
  if (typeof answer !== "object" || answer === null || !("port" in answer)) {
    throw new Error(`The server said ${String(first)}`);
  }
  const got = Number(answer.port);
  if (port !== 0 && got !== port) throw new Error(`Port ${port} was taken meanwhile.`);
  return { child, port: got };
};
