// holdfast verify of a 4 GiB bag against sha256sum -c and sha512sum -c of both its manifests.
import { existsSync, rmSync } from "node:fs";
import { readdirSync } from "node:fs";
import { join } from "node:path";

import { writeRandomFile } from "../inputs/random-file.mjs";
import { runInTurn, runProcess } from "../measure/run-process.mjs";
import { createTable, inSeconds } from "../measure/table.mjs";

/** GiB in the bag; the target speaks of 4. */
const size = Number(process.env["HOLDFAST_BENCH_GIB"] ?? 4);
const environment = { HOLDFAST_PASSPHRASE: "bench passphrase of four words" };

export const measure = async ({ root, cache }) => {
  const holdfast = join(root, "apps/cli/bin/holdfast.mjs");
  const folder = join(cache, "bag-4g");
  if (!existsSync(folder)) await makeBag({ holdfast, cache, folder });
  const zip = join(folder, "bag.zip");
  const bag = join(
    folder,
    readdirSync(folder).find((name) => name.startsWith("case-")),
  );
  const table = createTable();
  const peer = async () => {
    const first = await runProcess("sh", [
      "-c",
      `cd '${bag}' && sha256sum -c --quiet manifest-sha256.txt`,
    ]);
    const second = await runProcess("sh", [
      "-c",
      `cd '${bag}' && sha512sum -c --quiet manifest-sha512.txt`,
    ]);
    return {
      seconds: first.seconds + second.seconds,
      peakInMb: Math.max(first.peakInMb, second.peakInMb),
    };
  };
  for (const [name, subject] of [
    ["the zip", zip],
    ["the folder", bag],
  ]) {
    const result = await runInTurn(
      2,
      () => runProcess("node", [holdfast, "verify", subject, "--json"]),
      peer,
    );
    table.add({
      name: `verify a ${size} GiB bag, ${name} | sha256sum -c + sha512sum -c`,
      ours: inSeconds(result.ours.seconds),
      peer: inSeconds(result.peer.seconds),
      ratio: result.ratio,
      peakOurs: result.ours.peakInMb,
      peakPeer: result.peer.peakInMb,
      target: "ratio <= 0.4",
    });
  }
  rmSync(folder, { recursive: true, force: true });
};

const makeBag = async ({ holdfast, cache, folder }) => {
  const vault = join(cache, "verify-vault");
  const input = join(cache, "verify-4g.bin");
  rmSync(vault, { recursive: true, force: true });
  await writeRandomFile(input, size * 2 ** 30);
  await runProcess("node", [holdfast, "init", vault, "--pictures", "all-adult"], { environment });
  await runProcess("node", [holdfast, "add", vault, input, "--json"], { environment });
  rmSync(input);
  await runProcess("mkdir", ["-p", folder]);
  await runProcess(
    "node",
    [holdfast, "export", vault, "--out", join(folder, "bag.zip"), "--plain", "--json"],
    { environment },
  );
  rmSync(vault, { recursive: true, force: true });
  await runProcess("sh", ["-c", `cd '${folder}' && unzip -q bag.zip`]);
};
