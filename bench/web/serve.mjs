// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

/** `holdfast serve` over the production build. @param {string} root */
export const serveApp = async (root) => {
  const command = join(root, "apps/cli/dist/holdfast.mjs");
  const child = spawn(process.execPath, [command, "serve", "--port", "0", "--json"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [first] = await once(child.stdout, "data");
  const { port } = JSON.parse(String(first));
  return {
    port: Number(port),
    url: `http://localhost:${port}/`,
    /** Ends the process: from then on nobody answers. */
    stop: async () => {
      if (child.exitCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGINT");
      await ended;
    },
  };
};
