import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const root = join(import.meta.dirname, "../..");
let holdfast = "";

const passphrase = "four words for tests";

/**
 * Builds what the tests of a file run: the program that `npx holdfast` starts, in a folder that is theirs alone. A build into
 * dist/ beside them, of sources that somebody changes, would put other code under a test while it runs.
 */
export const buildCommandLine = (): void => {
  const build = [join(root, "tools/build.mjs"), "--for-tests"];
  const folder = execFileSync(process.execPath, build, { cwd: root, encoding: "utf8" });
  holdfast = join(folder, "holdfast.mjs");
};

export const removeCommandLine = (): void => {
  if (holdfast !== "") rmSync(dirname(holdfast), { recursive: true });
};

export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export const runHoldfast = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
  input = "",
): Ran => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [holdfast, ...args], {
    input,
    env: { ...process.env, HOLDFAST_PASSPHRASE: passphrase, ...environment },
    encoding: "utf8",
    maxBuffer: 256 * 1_048_576,
  });
  return { code: status, stdout, stderr };
};

/** The same without blocking this process: what listens here can answer. */
export const runBeside = (
  args: readonly string[],
): Promise<{ code: number | null; stdout: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [holdfast, ...args], {
      env: { ...process.env, HOLDFAST_PASSPHRASE: passphrase },
    });
    let stdout = "";
    child.stdout.on("data", (chunk: Buffer) => {
      stdout += chunk.toString();
    });
    child.on("close", (code) => resolve({ code, stdout }));
  });

/** Started and left running: to be interrupted. */
export const startHoldfast = (
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
) =>
  spawn(process.execPath, [holdfast, ...args], {
    env: { ...process.env, HOLDFAST_PASSPHRASE: passphrase, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });

interface Contract<T> {
  readonly parse: (answer: unknown) => T;
}

/** Runs with --json and holds the answer against its contract. */
export const answerOf = <T>(schema: Contract<T>, args: readonly string[], expectedCode = 0): T => {
  const ran = runHoldfast([...args, "--json"]);
  if (ran.code !== expectedCode) {
    throw new Error(
      `holdfast ${args.join(" ")} ended with ${ran.code}: ${ran.stderr}\n${ran.stdout}`,
    );
  }
  return schema.parse(JSON.parse(ran.stdout));
};

export const newFolder = (): string => mkdtempSync(join(tmpdir(), "holdfast-test-"));

/** A stranger's tool; throws when it is not content. */
export const stranger = (command: string, args: readonly string[], cwd: string): string =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

/** Unpacks a bag with a stranger's tool and gives the folder that lies at its top. */
export const unpackInto = (zip: string, target: string): string => {
  stranger("unzip", ["-q", zip, "-d", target], root);
  const [top] = readdirSync(target);
  if (top === undefined) throw new Error("the zip is empty");
  return join(target, top);
};
