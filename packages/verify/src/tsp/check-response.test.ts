import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";

import {
  createTestAuthority,
  makeRequest,
  opensslAccepts,
  type TestAuthority,
} from "../testing/test-authority.ts";
import { checkTimestampResponse, type TimestampQuestion } from "./check-response.ts";
import { createSignaturePort } from "./signature-port.ts";
import { parseTimestampResponse } from "./token.ts";

const folder = mkdtempSync(join(tmpdir(), "holdfast-tsa-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const signatures = createSignaturePort(globalThis.crypto.subtle);
const data = new TextEncoder().encode("tag manifest of a case\n");
const imprintHex = createHash("sha256").update(data).digest("hex");

let good: TestAuthority;
let foreign: TestAuthority;
let request: Uint8Array<ArrayBuffer>;
let response: Uint8Array<ArrayBuffer>;

beforeAll(() => {
  good = createTestAuthority(folder, { name: "good", intermediate: true });
  foreign = createTestAuthority(folder, { name: "foreign", key: "rsa", essDigest: "sha1" });
  request = makeRequest(folder, data);
  response = good.reply(request);
});

const check = (question: Partial<TimestampQuestion> = {}) =>
  checkTimestampResponse(
    { signatures },
    { response, imprintHex, request, roots: [good.rootPem], ...question },
  );

const codesOf = async (question: Partial<TimestampQuestion> = {}): Promise<readonly string[]> =>
  (await check(question)).findings.map(({ code }) => code);

test("accepts an honest response and tells its time, authority and end, as openssl accepts it", async () => {
  const answer = await check();
  expect(answer.findings.map(({ code }) => code)).toEqual(["timestamp_renew_by"]);
  expect(answer.accepted).toBe(true);
  expect(answer.facts).toMatchObject({
    authority: "good stamps",
    root: "known",
    rootName: "good root",
    imprintHex,
    signatureAlgorithm: "SHA-256 with ECDSA",
  });
  expect(Math.abs((answer.facts?.genTime ?? 0) - Date.now())).toBeLessThan(120_000);
  expect(opensslAccepts(folder, { response, data, ...good })).toBe(true);
});

test("accepts RSA signatures and the older binding by SHA-1", async () => {
  const other = foreign.reply(request);
  const answer = await check({ response: other, roots: [foreign.rootPem] });
  expect(answer.accepted).toBe(true);
  expect(answer.facts?.signatureAlgorithm).toBe("SHA-256 with RSA");
  expect(opensslAccepts(folder, { response: other, data, ...foreign })).toBe(true);
});

test("names a root that was not given, and does not call that a fault", async () => {
  const answer = await check({ roots: [foreign.rootPem] });
  expect(answer.findings.map(({ code }) => code)).toContain("timestamp_root_unknown");
  expect(answer).toMatchObject({
    accepted: true,
    facts: { root: "unknown", rootName: "good root" },
  });
  expect(opensslAccepts(folder, { response, data, ...good, rootFile: foreign.rootFile })).toBe(
    false,
  );
});

test("finds the imprint of other bytes", async () => {
  const other = new TextEncoder().encode("other bytes\n");
  expect(await codesOf({ imprintHex: createHash("sha256").update(other).digest("hex") })).toContain(
    "timestamp_imprint_differs",
  );
  expect(opensslAccepts(folder, { response, data: other, ...good })).toBe(false);
});

test("finds the nonce of another request", async () => {
  const again = makeRequest(folder, data, ["-cert", "-tspolicy", "1.3.6.1.4.1.99999.1"]);
  expect(await codesOf({ request: again })).toContain("timestamp_nonce_differs");
  expect(opensslAccepts(folder, { response, data, ...good, request: again })).toBe(false);
});

test("says when the answer to a request with a nonce has none", async () => {
  const without = good.reply(makeRequest(folder, data, ["-cert", "-no_nonce"]));
  expect(await codesOf({ response: without })).toContain("timestamp_nonce_missing");
});

test("recognises a bare token and says so", async () => {
  const token = good.replyToken(request);
  const answer = await check({ response: token });
  expect(answer.findings.map(({ code }) => code)).toContain("timestamp_is_bare_token");
  expect(answer.accepted).toBe(true);
  expect(opensslAccepts(folder, { response: token, data, ...good })).toBe(false);
  expect(opensslAccepts(folder, { response: token, data, ...good, isToken: true })).toBe(true);
});

test("finds the certificates beside the response when the token carries none", async () => {
  const lean = good.reply(makeRequest(folder, data, []));
  expect(await codesOf({ response: lean, request: makeRequest(folder, data, []) })).toContain(
    "timestamp_signer_missing",
  );
  const answer = await check({
    response: lean,
    request: makeRequest(folder, data, []),
    certificates: [good.chainPem],
  });
  expect(answer.facts?.root).toBe("known");
});

test("refuses an answer that was not granted", async () => {
  const refused = good.reply(makeRequest(folder, data, ["-cert", "-tspolicy", "1.2.3.4.5"]));
  expect(await codesOf({ response: refused })).toEqual(["timestamp_not_granted"]);
  expect(opensslAccepts(folder, { response: refused, data, ...good })).toBe(false);
});

test("refuses a certificate that was over when it stamped", async () => {
  const late = createTestAuthority(folder, { name: "late", ends: "20210101000000Z" });
  const stamped = late.reply(request);
  const answer = await check({ response: stamped, roots: [late.rootPem] });
  expect(answer.accepted).toBe(false);
  expect(answer.findings.map(({ code }) => code)).toContain("timestamp_certificate_not_valid_then");
  expect(opensslAccepts(folder, { response: stamped, data, ...late })).toBe(false);
});

test("accepts a certificate that ended after it stamped, as openssl does at that time", async () => {
  const soon = new Date(Date.now() + 3_600_000);
  const ends = `${soon.toISOString().replaceAll(/[-:T]/g, "").slice(0, 14)}Z`;
  const short = createTestAuthority(folder, { name: "short", ends });
  const stamped = short.reply(request);
  const answer = await check({ response: stamped, roots: [short.rootPem] });
  const genTime = Math.floor((answer.facts?.genTime ?? 0) / 1_000);
  expect(answer.accepted).toBe(true);
  expect(answer.facts?.certificateEnds).toBe(Math.floor(soon.getTime() / 1_000) * 1_000);
  expect(opensslAccepts(folder, { response: stamped, data, ...short, at: genTime })).toBe(true);
  expect(opensslAccepts(folder, { response: stamped, data, ...short, at: genTime + 7_200 })).toBe(
    false,
  );
});

/** The TSTInfo of the honest response, to be signed by others. */
const tokenInfo = (): Uint8Array => {
  const parsed = parseTimestampResponse(response);
  if (parsed?.token === undefined) throw new Error("the honest response has a token");
  return parsed.token.content;
};

test("accepts an honest TSTInfo that openssl cms signed: the forger below forges nothing else", async () => {
  const forged = good.forge(tokenInfo());
  expect((await check({ response: forged })).accepted).toBe(true);
  expect(opensslAccepts(folder, { response: forged, data, ...good })).toBe(true);
});

test.each([
  ["without a purpose", "", "timestamp_purpose_missing"],
  ["for another purpose", "critical,codeSigning", "timestamp_purpose_missing"],
  ["whose purpose is not critical", "timeStamping", "timestamp_purpose_not_critical"],
  ["with a second purpose", "critical,timeStamping,clientAuth", "timestamp_purpose_not_sole"],
])("refuses a certificate %s, as openssl does", async (name, purpose, code) => {
  const wrong = createTestAuthority(folder, {
    name: `purpose ${name}`.replaceAll(" ", "-"),
    purpose,
  });
  const forged = wrong.forge(tokenInfo());
  const answer = await check({ response: forged, roots: [wrong.rootPem] });
  expect(answer.accepted).toBe(false);
  expect(answer.findings.map((found) => found.code)).toContain(code);
  expect(opensslAccepts(folder, { response: forged, data, ...wrong })).toBe(false);
});

test("refuses a signature that does not bind its certificate", async () => {
  const forged = good.forge(tokenInfo(), { bound: false });
  expect(await codesOf({ response: forged })).toContain("timestamp_signer_not_bound");
  expect(opensslAccepts(folder, { response: forged, data, ...good })).toBe(false);
});

test("refuses a signed content that calls itself something else", async () => {
  const forged = good.forge(tokenInfo(), { contentType: "1.2.840.113549.1.7.1" });
  expect(await codesOf({ response: forged })).toContain("timestamp_content_type_wrong");
});

test("refuses a chain whose middle certificate is missing", async () => {
  const answer = await check({
    response: good.reply(makeRequest(folder, data, [])),
    certificates: [
      good.chainPem.split("-----END CERTIFICATE-----")[0] + "-----END CERTIFICATE-----\n",
    ],
  });
  expect(answer.findings.map(({ code }) => code)).toContain("timestamp_chain_incomplete");
  expect(answer.accepted).toBe(false);
});

test("notes a chain that is signed with SHA-1, and short keys", async () => {
  const weak = createTestAuthority(folder, {
    name: "weak",
    certificateDigest: "sha1",
    key: "rsa",
    rsaBits: 1024,
  });
  const answer = await check({ response: weak.reply(request), roots: [weak.rootPem] });
  expect(answer.accepted).toBe(true);
  expect(
    answer.findings
      .filter(({ code }) => code === "timestamp_weak_algorithm")
      .map(({ params }) => params["algorithm"]),
  ).toEqual(["RSA 1024", "SHA-1"]);
});

test("holds a second authority's stamp against the first response", async () => {
  const second = foreign.reply(makeRequest(folder, response));
  const firstHex = createHash("sha256").update(response).digest("hex");
  const answer = await checkTimestampResponse(
    { signatures },
    { response: second, imprintHex: firstHex, roots: [foreign.rootPem] },
  );
  expect(answer.accepted).toBe(true);
  expect(opensslAccepts(folder, { response: second, data: response, ...foreign })).toBe(true);
});

test("finds each changed byte of a response, or the response says the same", async () => {
  const honest = await check();
  await fc.assert(
    fc.asyncProperty(
      fc.nat(response.length - 1),
      fc.integer({ min: 1, max: 255 }),
      async (at, mask) => {
        const changed = response.slice();
        changed[at] = (changed[at] ?? 0) ^ mask;
        const answer = await check({ response: changed });
        if (!answer.accepted || answer.facts?.root !== "known") return;
        // Unsigned bytes may change: the status, certificates that are not needed. What is told must not.
        expect(answer.facts).toEqual(honest.facts);
      },
    ),
    { numRuns: process.env["SLOW"] === "1" ? 1_000 : 100 },
  );
});

test("answers with findings whatever bytes it is given", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const answer = await check({ response: Uint8Array.from(bytes) });
      expect(answer.accepted).toBe(false);
    }),
    { numRuns: process.env["SLOW"] === "1" ? 1_000 : 50 },
  );
});
