import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

import { createTestAuthority, type TestAuthority } from "@holdfast/verify/testing";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

import {
  addAnswerSchema,
  exportAnswerSchema,
  initAnswerSchema,
  stampAnswerSchema,
  verifyAnswerSchema,
} from "../../apps/cli/src/contract/answers.ts";
import {
  answerOf,
  buildCommandLine,
  newFolder,
  removeCommandLine,
  root,
  runBeside,
  runHoldfast,
  stranger,
  unpackInto,
} from "./holdfast-command.ts";

const maya = join(root, "fixtures/maya");
const folder = newFolder();
const vault = join(folder, "case");
const bag = join(folder, "case.zip");
let authority: TestAuthority;

beforeAll(() => {
  buildCommandLine();
  authority = createTestAuthority(folder, { name: "authority" });
  answerOf(initAnswerSchema, ["init", vault, "--pictures", "all-adult"]);
  answerOf(addAnswerSchema, ["add", vault, join(maya, "whatsapp")]);
  answerOf(exportAnswerSchema, ["export", vault, "--out", bag, "--plain"]);
}, 300_000);
afterAll(() => {
  removeCommandLine();
  stranger("rm", ["-rf", folder], "/");
});

describe("a moment that an authority confirms", () => {
  test("request out, answer in, and openssl agrees", () => {
    const out = join(folder, "stamped.zip");
    answerOf(exportAnswerSchema, ["export", vault, "--out", out, "--plain"]);
    const tsq = join(folder, "case.tsq");
    const tsr = join(folder, "case.tsr");
    answerOf(stampAnswerSchema, ["stamp", out, "--tsq", tsq]);
    writeFileSync(tsr, authority.reply(readFileSync(tsq)));
    answerOf(stampAnswerSchema, [
      "stamp",
      out,
      "--tsr",
      tsr,
      "--request",
      tsq,
      "--tsa-root",
      authority.rootFile,
    ]);
    stranger("unzip", ["-tq", out], folder);
    const top = unpackInto(out, join(folder, "stamped"));
    const verified = stranger(
      "openssl",
      [
        "ts",
        "-verify",
        "-data",
        "tagmanifest-sha256.txt",
        "-in",
        "signatures/tagmanifest-sha256.txt.tsr",
        "-CAfile",
        authority.rootFile,
        "-untrusted",
        "signatures/tagmanifest-sha256.txt.tsr.crt",
      ],
      top,
    );
    expect(verified).toContain("Verification: OK");
    expect(
      answerOf(verifyAnswerSchema, ["verify", out, "--tsa-root", authority.rootFile]).verdict,
    ).toBe("anchored-by-timestamp-root-known");
  });

  test("the round trip over the network, asked for by name, and only then", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.headers["content-type"] ?? "");
      const chunks: Buffer[] = [];
      request.on("data", (chunk: Buffer) => chunks.push(chunk));
      request.on("end", () => {
        response.setHeader("content-type", "application/timestamp-reply");
        response.end(authority.reply(Buffer.concat(chunks)));
      });
    });
    const port = await new Promise<number>((resolve) => {
      server.listen(0, "127.0.0.1", () => {
        const address = server.address();
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
    const out = join(folder, "over-network.zip");
    const ran = await runBeside([
      "export",
      vault,
      "--out",
      out,
      "--plain",
      "--tsa",
      `http://127.0.0.1:${port}/`,
      "--tsa-root",
      authority.rootFile,
      "--json",
    ]);
    await new Promise((resolve) => server.close(resolve));
    expect(ran.code).toBe(0);
    expect(exportAnswerSchema.parse(JSON.parse(ran.stdout)).timestamp).toBeDefined();
    expect(asked).toEqual(["application/timestamp-query"]);
    expect(
      answerOf(verifyAnswerSchema, ["verify", out, "--tsa-root", authority.rootFile]).verdict,
    ).toBe("anchored-by-timestamp-root-known");
  });

  test("the head of the log is stamped too", () => {
    const tsq = join(folder, "head.tsq");
    const tsr = join(folder, "head.tsr");
    answerOf(stampAnswerSchema, ["stamp", vault, "--tsq", tsq]);
    writeFileSync(tsr, authority.reply(readFileSync(tsq)));
    expect(
      answerOf(stampAnswerSchema, ["stamp", vault, "--tsr", tsr, "--tsa-root", authority.rootFile])
        .subject,
    ).toBe("vault");
  });

  test("an answer to somebody else's question is not taken", () => {
    const foreign = join(folder, "foreign.tsr");
    const other = join(folder, "other.tsq");
    stranger(
      "openssl",
      ["ts", "-query", "-data", join(maya, "other/lentils.txt"), "-sha256", "-cert", "-out", other],
      folder,
    );
    writeFileSync(foreign, authority.reply(readFileSync(other)));
    const copy = join(folder, "untouched.zip");
    cpSync(bag, copy);
    expect(
      runHoldfast(["stamp", copy, "--tsr", foreign, "--tsa-root", authority.rootFile]).code,
    ).toBe(1);
    expect(readFileSync(copy).equals(readFileSync(bag))).toBe(true);
  });
});
