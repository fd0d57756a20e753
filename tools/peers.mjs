// @ts-check
// The programs of strangers that the tests check us against. No test is skipped because its peer is missing.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Program, and the Debian package that brings it. */
export const peers = /** @type {const} */ ([
  ["chromium", "chromium"],
  ["age", "age"],
  ["exiftool", "libimage-exiftool-perl"],
  ["openssl", "openssl"],
  ["zbarimg", "zbar-tools"],
  ["unzip", "unzip"],
  ["zip", "zip"],
  ["sha256sum", "coreutils"],
  ["sha512sum", "coreutils"],
]);

/** @param {string} program */
const isOnPath = (program) =>
  (process.env["PATH"] ?? "").split(delimiter).some((folder) => existsSync(join(folder, program)));

/** The Debian packages that are missing here. */
export const missingPackages = () => [
  ...new Set(peers.filter(([program]) => !isOnPath(program)).map(([, name]) => name)),
];

/** Installs the missing ones when root on Debian; else says the one command, and ends the process. */
export const needPeers = () => {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const installation = ["apt-get", "install", "-y", "--no-install-recommends", ...missing];
  if (process.getuid?.() !== 0 || !isOnPath("apt-get")) {
    console.error(
      `The tests compare Holdfast with programs that are not on this computer. Install them with\n\n`
        + `  sudo ${installation.join(" ")}\n\nand run npm test again.`,
    );
    process.exit(1);
  }
  console.log(`Installing for the tests: ${missing.join(", ")} …`);
  run(["apt-get", "update", "-q=2"]);
  run([...installation, "-q=2", "-o=Dpkg::Use-Pty=0"]);
  const still = missingPackages();
  if (still.length > 0) {
    console.error(
      `apt-get finished, and still missing: ${still.join(", ")}. Install them by hand, then run npm test again.`,
    );
    process.exit(1);
  }
};

/** @param {readonly string[]} command */
const run = ([program = "", ...args]) => {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    maxBuffer: 64 << 20,
  });
  if (status === 0) return;
  console.error(`${program} ${args.join(" ")} failed:\n${stdout ?? ""}${stderr ?? ""}`);
  process.exit(1);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  needPeers();
  console.log("Every program that the tests compare with is here.");
}
