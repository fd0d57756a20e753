import type { Server } from "node:http";

import type { Result } from "@holdfast/evidence";

export interface ListenError {
  readonly code: "port_not_usable";
  readonly cause: string;
}

/** Listens on 127.0.0.1 at `port`, or at the next free one, and gives the port. Port 0 is any free one. */
export const listenFrom = (
  server: Server,
  port: number,
  tries = 20,
): Promise<Result<number, ListenError>> =>
  new Promise((resolve) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      if (error.code === "EADDRINUSE" && tries > 1 && port < 65_535) {
        return resolve(listenFrom(server, port + 1, tries - 1));
      }
      return resolve({
        ok: false,
        error: { code: "port_not_usable", cause: `${port}: ${error.message}` },
      });
    };
    server.once("error", onError);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", onError);
      const address = server.address();
      resolve({
        ok: true,
        value: typeof address === "object" && address !== null ? address.port : port,
      });
    });
  });
