// holdfast add of 1 GiB against openssl dgst -sha256 followed by age -r on the same file; the same with the peers waiting for
// the device as we do; memory again at 4 GiB.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

import { writeRandomFile } from "../inputs/random-file.mjs";
import { median, runInTurn, runProcess } from "../measure/run-process.mjs";
import { createTable, inSeconds } from "../measure/table.mjs";

const gibibyte = 2 ** 30;
const environment = { HOLDFAST_PASSPHRASE: "bench passphrase of four words" };

export const measure = async ({ root, cache }) => {
  const holdfast = join(root, "apps/cli/bin/holdfast.mjs");
  const vault = join(cache, "seal-vault");
  const addFresh = async (file) => {
    rmSync(vault, { recursive: true, force: true });
    await runProcess("node", [holdfast, "init", vault, "--pictures", "all-adult"], { environment });
    return runProcess("node", [holdfast, "add", vault, file, "--json"], { environment });
  };
  const oneGib = join(cache, "random-1g.bin");
  if (!existsSync(oneGib)) await writeRandomFile(oneGib, gibibyte);
  const recipient = await ageRecipient(cache);
  const table = createTable();
  const result = await runInTurn(
    3,
    () => addFresh(oneGib),
    async () => {
      const hashed = await runProcess("openssl", ["dgst", "-sha256", oneGib]);
      const out = join(cache, "random-1g.age");
      const locked = await runProcess("age", ["-r", recipient, "-o", out, oneGib]);
      const flushed = await runProcess("sync", [out]);
      rmSync(out);
      return {
        seconds: hashed.seconds + locked.seconds,
        secondsWithSync: hashed.seconds + locked.seconds + flushed.seconds,
        peakInMb: Math.max(hashed.peakInMb, locked.peakInMb),
      };
    },
  );
  table.add({
    name: "add 1 GiB | openssl dgst -sha256 + age -r",
    ours: inSeconds(result.ours.seconds),
    peer: inSeconds(result.peer.seconds),
    ratio: result.ratio,
    peakOurs: result.ours.peakInMb,
    peakPeer: result.peer.peakInMb,
    target: "ratio <= 0.7, under 250 MB",
  });
  const withSync = median(result.peer.all.map((one) => one.secondsWithSync));
  table.add({
    name: "the same | … + sync of the result, as ours does",
    ours: inSeconds(result.ours.seconds),
    peer: inSeconds(withSync),
    ratio: result.ours.seconds / withSync,
  });
  const fourGib = join(cache, "random-4g.bin");
  await writeRandomFile(fourGib, 4 * gibibyte);
  const large = await addFresh(fourGib);
  table.add({
    name: "add 4 GiB, memory",
    ours: inSeconds(large.seconds),
    peakOurs: large.peakInMb,
    target: "as for 1 GiB",
  });
  rmSync(fourGib);
  rmSync(vault, { recursive: true, force: true });
};

const ageRecipient = async (cache) => {
  const key = join(cache, "bench-age-key.txt");
  rmSync(key, { force: true });
  await runProcess("age-keygen", ["-o", key]);
  const { output } = await runProcess("age-keygen", ["-y", key]);
  return output.trim();
};
