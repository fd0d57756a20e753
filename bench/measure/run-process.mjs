import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";

/**
 * Runs a command and measures it from outside: seconds of wall time, and the peak of its resident memory in MB
 * (VmHWM of the process, read from /proc while it runs; the kernel keeps the maximum, so polling loses nothing but the
 * last 10 ms).
 */
export const runProcess = (command, args, { environment = {}, input, expect = [0] } = {}) =>
  new Promise((resolve, reject) => {
    const startedAt = process.hrtime.bigint();
    const child = spawn(command, args, {
      env: { ...process.env, ...environment },
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
    });
    let peakInKib = 0;
    const readPeak = () => {
      try {
        const match = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${child.pid}/status`, "utf8"));
        if (match !== null) peakInKib = Math.max(peakInKib, Number(match[1]));
      } catch (error) {
        // The process has just ended: its last value was read a moment ago.
        if (error.code !== "ENOENT" && error.code !== "ESRCH") throw error;
      }
    };
    const poll = setInterval(readPeak, 10);
    let output = "";
    let errors = "";
    child.stdout.on("data", (chunk) => {
      if (output.length < 1_000_000) output += chunk;
    });
    child.stderr.on("data", (chunk) => {
      if (errors.length < 100_000) errors += chunk;
    });
    if (input !== undefined) child.stdin.end(input);
    child.on("error", reject);
    child.on("close", (code) => {
      clearInterval(poll);
      const seconds = Number(process.hrtime.bigint() - startedAt) / 1e9;
      if (!expect.includes(code)) {
        reject(
          new Error(`${command} ${args.join(" ")} ended with ${code}\n${errors.slice(-2_000)}`),
        );
        return;
      }
      resolve({ seconds, peakInMb: peakInKib / 1024, output, errors, code });
    });
  });

export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};

/** Runs ours and the peer in turn, so that both meet the same noise, and gives medians and the ratio of medians. */
export const runInTurn = async (rounds, ours, peer) => {
  const measured = { ours: [], peer: [] };
  for (let round = 0; round < rounds; round += 1) {
    measured.ours.push(await ours(round));
    measured.peer.push(await peer(round));
  }
  const seconds = (side) => median(measured[side].map((one) => one.seconds));
  const peak = (side) => Math.max(...measured[side].map((one) => one.peakInMb));
  return {
    ours: { seconds: seconds("ours"), peakInMb: peak("ours"), all: measured.ours },
    peer: { seconds: seconds("peer"), peakInMb: peak("peer"), all: measured.peer },
    ratio: seconds("ours") / seconds("peer"),
  };
};
