// @ts-check
import { readdirSync, readFileSync } from "node:fs";

/**
 * The peak of the resident memory of a browser's largest renderer, in MB: VmHWM, which the kernel keeps, so one look
 * before the page is closed is enough. The browser is the one with this profile.
 *
 * @param {string} profileFolder
 */
export const rendererPeakInMb = (profileFolder) => {
  let peakInKib = 0;
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/u.test(name))) {
    const commandLine = readOf(pid, "cmdline");
    if (!commandLine.includes("--type=renderer") || !commandLine.includes(profileFolder)) continue;
    const match = /VmHWM:\s+(\d+) kB/u.exec(readOf(pid, "status"));
    peakInKib = Math.max(peakInKib, Number(match?.[1] ?? 0));
  }
  if (peakInKib === 0) throw new Error(`no renderer of ${profileFolder} is running`);
  return peakInKib / 1024;
};

/** Processes end while we look. @param {string} pid @param {string} name */
const readOf = (pid, name) => {
  try {
    return readFileSync(`/proc/${pid}/${name}`, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    if (code === "ENOENT" || code === "ESRCH" || code === "EACCES") return "";
    throw error;
  }
};
