import { spawn } from "node:child_process";

/**
 * Opens an address where there is a desktop. Gives false where there is none; whoever has none reads the address.
 * Errors of the opener come later, through `onFailure`.
 */
export const openInBrowser = (
  environment: Readonly<Record<string, string | undefined>>,
  url: string,
  onFailure: () => void,
): boolean => {
  const opener = openerFor(environment);
  if (opener === undefined || environment["CI"] !== undefined) return false;
  const child = spawn(opener, [url], { stdio: "ignore", detached: true });
  child.on("error", onFailure);
  child.unref();
  return true;
};

const openerFor = (
  environment: Readonly<Record<string, string | undefined>>,
): string | undefined => {
  if (process.platform === "darwin") return "open";
  const hasDesktop = (environment["DISPLAY"] ?? environment["WAYLAND_DISPLAY"] ?? "") !== "";
  return process.platform === "linux" && hasDesktop ? "xdg-open" : undefined;
};
