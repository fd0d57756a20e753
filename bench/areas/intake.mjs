// A WhatsApp export of 1,000,000 messages: parsing alone against whatsapp-chat-parser, then into an encrypted vault;
// an mbox of 200,000 mails against mbox-reader + postal-mime.
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";

import { writeMbox } from "../inputs/mbox.mjs";
import { writeWhatsAppExport } from "../inputs/whatsapp.mjs";
import { runInTurn, runProcess } from "../measure/run-process.mjs";
import { createTable, inSeconds } from "../measure/table.mjs";

const environment = { HOLDFAST_PASSPHRASE: "bench passphrase of four words" };

export const measure = async ({ root, cache }) => {
  const chat = join(cache, "WhatsApp Chat with Arlo.txt");
  if (!existsSync(chat)) await writeWhatsAppExport(chat, 1_000_000);
  const mbox = join(cache, "mails.mbox");
  if (!existsSync(mbox)) await writeMbox(mbox, 200_000);
  const program = join(cache, "programs/parse-alone.mjs");
  const peers = join(root, "bench/peers");
  const table = createTable();
  const parse = async (name, file, peerProgram, target) => {
    const result = await runInTurn(
      3,
      () => runProcess("node", [program, file]),
      () => runProcess("node", [join(peers, peerProgram), file]),
    );
    table.add({
      name,
      ours: inSeconds(result.ours.seconds),
      peer: inSeconds(result.peer.seconds),
      ratio: result.ratio,
      peakOurs: result.ours.peakInMb,
      peakPeer: result.peer.peakInMb,
      target,
    });
  };
  await parse(
    "parse 1,000,000 messages | whatsapp-chat-parser",
    chat,
    "whatsapp.mjs",
    "ratio <= 1.0, a tenth of the memory",
  );
  await parse("parse 200,000 mails | mbox-reader + postal-mime", mbox, "mbox.mjs", "ratio <= 1.1");
  await intoVault({ root, cache, chat, table });
};

const intoVault = async ({ root, cache, chat, table }) => {
  const holdfast = join(root, "apps/cli/bin/holdfast.mjs");
  const vault = join(cache, "intake-vault");
  rmSync(vault, { recursive: true, force: true });
  await runProcess("node", [holdfast, "init", vault, "--pictures", "all-adult"], { environment });
  const added = await runProcess("node", [holdfast, "add", vault, chat, "--json"], { environment });
  const { seconds: timings } = JSON.parse(added.output);
  table.add({
    name: "1,000,000 messages sealed and on the timeline",
    ours: `${Math.round(1_000_000 / timings.kept)}/s`,
    peakOurs: added.peakInMb,
    target: ">= 20,000/s, under 400 MB",
  });
  table.add({
    name: "… with both search indexes complete",
    ours: inSeconds(timings.kept + timings.indexed),
    target: `<= ${inSeconds(3 * timings.kept)} (three times)`,
  });
};
