import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { verifyText } from "@holdfast/words";
import { afterAll, beforeAll, expect, test } from "vitest";

import { type MadeBag, makeBag, textOf, writeFolder } from "../testing/make-bag.ts";
import { sampleCase } from "../testing/sample-case.ts";
import { placeTimestamp } from "../timestamp/place-timestamp.ts";
import { timestampRequest } from "../timestamp/timestamp-request.ts";

/** An authority made by openssl for this test alone. */
const authority = mkdtempSync(join(tmpdir(), "tsa-"));
const folders = [authority];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const openssl = (...args: readonly string[]): void => {
  execFileSync("openssl", args, { cwd: authority, stdio: "pipe" });
};

const settings = `[tsa]
default_tsa = tsa1
[tsa1]
serial = ./serial
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256
ess_cert_id_alg = sha256
[ext]
extendedKeyUsage = critical,timeStamping
`;

beforeAll(() => {
  writeFileSync(join(authority, "tsa.cnf"), settings);
  writeFileSync(join(authority, "serial"), "01\n");
  openssl(
    "req",
    "-x509",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:P-256",
    "-nodes",
    "-keyout",
    "ca.key",
    "-out",
    "ca.pem",
    "-subj",
    "/CN=Test root",
    "-days",
    "2",
  );
  openssl(
    "req",
    "-newkey",
    "ec",
    "-pkeyopt",
    "ec_paramgen_curve:P-256",
    "-nodes",
    "-keyout",
    "tsa.key",
    "-out",
    "tsa.csr",
    "-subj",
    "/CN=Test authority",
  );
  openssl(
    "x509",
    "-req",
    "-in",
    "tsa.csr",
    "-CA",
    "ca.pem",
    "-CAkey",
    "ca.key",
    "-CAcreateserial",
    "-out",
    "tsa.pem",
    "-days",
    "2",
    "-extfile",
    "tsa.cnf",
    "-extensions",
    "ext",
  );
});

const answer = (request: Uint8Array): Uint8Array<ArrayBuffer> => {
  writeFileSync(join(authority, "in.tsq"), request);
  openssl(
    "ts",
    "-reply",
    "-config",
    "tsa.cnf",
    "-queryfile",
    "in.tsq",
    "-signer",
    "tsa.pem",
    "-inkey",
    "tsa.key",
    "-out",
    "out.tsr",
  );
  return new Uint8Array(readFileSync(join(authority, "out.tsr")));
};

const stampedBag = (): Promise<MadeBag> =>
  makeBag(
    sampleCase(),
    { purpose: "self", exhibits: "all" },
    {
      stampSeal: (seal) => {
        const request = timestampRequest(seal, Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8));
        const chainPem = ["tsa.pem", "ca.pem"]
          .map((name) => readFileSync(join(authority, name), "utf8"))
          .join("");
        return Promise.resolve(
          placeTimestamp("first", { response: answer(request), chainPem, request }),
        );
      },
    },
  );

/** The lines of VERIFY.txt that check a time stamp on Linux, as they stand there. */
const printedLines = (): string => {
  const printed = /^ {4}T=.*?\.tsr\.crt$/ms.exec(verifyText)?.[0];
  if (printed === undefined) throw new Error("VERIFY.txt holds the lines");
  return printed;
};

test("the printed lines verify a time stamp on the seal", async () => {
  const made = await stampedBag();
  const folder = writeFolder(made.files);
  folders.push(folder);
  const run = spawnSync("sh", ["-c", printedLines()], { cwd: folder, encoding: "utf8" });
  expect(run.stdout + run.stderr).toContain("Verification: OK");
  expect(run.status).toBe(0);
});

test("the printed lines refuse a stamp on another seal", async () => {
  const made = await stampedBag();
  const folder = writeFolder(made.files);
  folders.push(folder);
  writeFileSync(
    join(folder, "tagmanifest-sha256.txt"),
    textOf(made, "tagmanifest-sha256.txt").replace(/^./, "x"),
  );
  const run = spawnSync("sh", ["-c", printedLines()], { cwd: folder, encoding: "utf8" });
  expect(run.stdout + run.stderr).toContain("FAILED");
  expect(run.status).not.toBe(0);
});
