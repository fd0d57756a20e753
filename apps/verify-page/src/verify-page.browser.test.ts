import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

import { AxeBuilder } from "@axe-core/playwright";
import {
  bagToZip,
  createTestAuthority,
  makeRequest,
  makeTestBag,
  sealOf,
  type TestBag,
  testBagName,
  utf8,
} from "@holdfast/verify/testing";
import { Encrypter, generateX25519Identity, identityToRecipient } from "age-encryption";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";

const pagePath = fileURLToPath(new URL("../dist/verify.html", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "holdfast-page-"));
const at = (name: string): string => join(folder, name);
const passphrase = "four quiet green stones";

let browser: Browser;
let server: Server;
let served: string;
let identity: string;

beforeAll(async () => {
  execFileSync(process.execPath, [fileURLToPath(new URL("../build.mjs", import.meta.url))]);
  browser = await chromium.launch({
    executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
    args: ["--no-sandbox"],
  });
  server = createServer((request, response) => {
    if (request.url !== "/") return void response.writeHead(404).end();
    response.writeHead(200, { "content-type": "text/html" }).end(readFileSync(pagePath));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  served = `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}/`;
  await writeInputs();
});

afterAll(async () => {
  await browser.close();
  server.close();
  rmSync(folder, { recursive: true, force: true });
});

const writeInputs = async (): Promise<void> => {
  const bag = makeTestBag({
    originals: {
      "ev-0001": new Uint8Array(3_000_000).map((_, i) => (i * 7 + (i >> 9)) & 0xff),
      "ev-0002": new Uint8Array(20_000_000),
    },
  });
  const zip = await bagToZip(bag);
  writeFileSync(at("good.zip"), zip);
  const tampered: TestBag = new Map([
    ...bag,
    ["data/timeline.csv", utf8("changed")],
    ["data/added.txt", utf8("new")],
  ]);
  writeFileSync(at("tampered.zip"), await bagToZip(tampered));
  writeFileSync(at("not-a-bag.zip"), utf8("a shopping list"));
  writeFolder(bag);
  identity = await generateX25519Identity();
  const byPassphrase = new Encrypter();
  byPassphrase.setPassphrase(passphrase);
  byPassphrase.setScryptWorkFactor(14);
  writeFileSync(at("good.zip.age"), await byPassphrase.encrypt(zip));
  const byKey = new Encrypter();
  byKey.addRecipient(await identityToRecipient(identity));
  const sealed = await byKey.encrypt(zip);
  writeFileSync(at("key.zip.age"), sealed);
  writeFileSync(at("cut.zip.age"), sealed.slice(0, sealed.length - 70_000));
  const broken = sealed.slice();
  broken[1_000_000] = (broken[1_000_000] ?? 0) ^ 1;
  writeFileSync(at("broken.zip.age"), broken);
  writeFileSync(at("seal.txt"), sealOf(bag));
};

const writeFolder = (bag: TestBag): void => {
  for (const [path, bytes] of bag) {
    const target = at(join("folder", testBagName, path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
  }
};

let context: BrowserContext;
let page: Page;
let requests: string[];
let complaints: string[];

beforeEach(async () => {
  context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    acceptDownloads: true,
  });
  context.setDefaultTimeout(15_000);
  page = await context.newPage();
  requests = [];
  complaints = [];
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning")
      complaints.push(message.text().slice(0, 300));
  });
  page.on("pageerror", (error) => complaints.push(error.message));
});

afterEach(async () => {
  await context.close();
});

const openPage = async (from: "file" | "http"): Promise<void> => {
  await page.goto(from === "file" ? pathToFileURL(pagePath).href : served);
};

const choose = async (name: string): Promise<void> => {
  await page.setInputFiles("#file", at(name));
};

const verdict = async (): Promise<string> => {
  await page.waitForSelector("h1.verdict", { timeout: 60_000 });
  return (await page.textContent("h1.verdict")) ?? "";
};

/** A breach of the page's own policy, a script error or a warning fails every test that looks. */
const expectQuiet = (): void => expect(complaints).toEqual([]);

describe.each(["file", "http"] as const)("from %s:", (from) => {
  test("finds a whole bag whole, and asks the network for nothing but the page", async () => {
    await openPage(from);
    await choose("good.zip");
    expect(await verdict()).toBe("Everything in this bag fits together.");
    expect(await page.textContent(".findings")).toContain("Nothing from outside holds this bag");
    expect(requests).toHaveLength(1);
    expectQuiet();
  });

  test("compares the seal from paper, in groups of four", async () => {
    await openPage(from);
    await choose("good.zip");
    await verdict();
    await page.fill(
      "#seal",
      readFileSync(at("seal.txt"), "utf8")
        .toUpperCase()
        .replaceAll(/(.{4})/g, "$1 "),
    );
    await page.click("text=Compare >> nth=-1");
    await page.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("seal"));
    expect(await verdict()).toBe("This is the bag that the seal was made of, unchanged.");
    await page.click("summary:has-text('Compare with the seal')");
    await page.fill("#seal", "ab".repeat(32));
    await page.press("#seal", "Enter");
    await page.waitForFunction(() =>
      document.querySelector("h1")?.textContent?.includes("not fit"),
    );
    expectQuiet();
  });

  test("names each place of a tampered bag", async () => {
    await openPage(from);
    await choose("tampered.zip");
    expect(await verdict()).toBe("Something in this bag does not fit.");
    const found = await page.locator(".findings li.fault").allTextContents();
    expect(found.join("\n")).toContain(
      "This file was changed after the bag was made.data/timeline.csv",
    );
    expect(found.join("\n")).toContain("This file was added: it is in no list.data/added.txt");
    expectQuiet();
  });

  test("says that something else is not a bag", async () => {
    await openPage(from);
    await choose("not-a-bag.zip");
    expect(await verdict()).toBe("This is not a case bag.");
    expectQuiet();
  });

  test("opens an encrypted bag with its passphrase, and saves the zip", async () => {
    await openPage(from);
    await choose("good.zip.age");
    await page.fill("#secret", "wrong passphrase");
    await page.press("#secret", "Enter");
    await page.waitForSelector("#unlock-said:has-text('That does not open it')");
    await page.fill("#secret", passphrase);
    await page.press("#secret", "Enter");
    expect(await verdict()).toBe("Everything in this bag fits together.");
    const download = page.waitForEvent("download");
    await page.click("text=Save the opened zip");
    const saved = await (await download).path();
    const hash = (path: string) => createHash("sha256").update(readFileSync(path)).digest("hex");
    expect(hash(saved)).toBe(hash(at("good.zip")));
    expect((await download).suggestedFilename()).toBe("good.zip");
    expect(requests.filter((url) => !url.startsWith("blob:"))).toHaveLength(1);
    expectQuiet();
  });
});

test("opens what age itself encrypted, at its own cost", async () => {
  execFileSync("age", [
    "-r",
    await identityToRecipient(identity),
    "-o",
    at("theirs.zip.age"),
    at("good.zip"),
  ]);
  await openPage("file");
  await choose("theirs.zip.age");
  await page.fill("#secret", `# a comment\n${identity}\n`);
  await page.click("text=Open and check");
  expect(await verdict()).toBe("Everything in this bag fits together.");
  expectQuiet();
});

test("says of an encrypted file that was cut off that it is damaged", async () => {
  await openPage("file");
  await choose("cut.zip.age");
  await page.fill("#secret", identity);
  await page.click("text=Open and check");
  expect(await page.textContent("#unlock-said:has-text('damaged')")).toContain("Ask for it again");
  expectQuiet();
});

test("finds the file that a changed byte of the encrypted bag lies in", async () => {
  await openPage("file");
  await choose("broken.zip.age");
  await page.fill("#secret", identity);
  await page.click("text=Open and check");
  expect(await verdict()).toBe("Something in this bag does not fit.");
  expect(await page.textContent(".findings")).toContain("could not be read to its end");
  expectQuiet();
});

test("checks an unpacked folder", async () => {
  await openPage("file");
  await page.setInputFiles("#folder", at(join("folder", testBagName)));
  expect(await verdict()).toBe("Everything in this bag fits together.");
  expectQuiet();
});

test("takes a file that is dropped on it", async () => {
  await openPage("file");
  const bytes = [...readFileSync(at("not-a-bag.zip"))];
  const data = await page.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(content)], "dropped.zip"));
    return transfer;
  }, bytes);
  await page.dispatchEvent(".drop", "drop", { dataTransfer: data });
  expect(await verdict()).toBe("This is not a case bag.");
});

test("follows a time stamp to the root that the reader trusts", async () => {
  const bag = makeTestBag();
  const authority = createTestAuthority(folder, { name: "page" });
  const tags = bag.get("tagmanifest-sha256.txt") ?? new Uint8Array();
  bag.set("signatures/tagmanifest-sha256.txt.tsr", authority.reply(makeRequest(folder, tags)));
  writeFileSync(at("stamped.zip"), await bagToZip(bag));
  await openPage("file");
  await choose("stamped.zip");
  expect(await verdict()).toBe("Everything fits together, and a time stamp fits too.");
  await page.click("summary:has-text('Trust a root certificate')");
  await page.fill("#roots", authority.rootPem);
  await page.click("text=Check again with it");
  await page.waitForFunction(() =>
    document.querySelector("h1")?.textContent?.includes("unchanged since"),
  );
  expectQuiet();
});

test("stops when asked, and says that nothing was changed", async () => {
  await openPage("file");
  // A slow disk, so that there is time to press the button.
  await page.evaluate(() => {
    const { arrayBuffer } = Object.getOwnPropertyDescriptors(Blob.prototype);
    Blob.prototype.arrayBuffer = async function slow() {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return Reflect.apply(arrayBuffer.value ?? Blob, this, []);
    };
  });
  await choose("good.zip");
  await page.click("text=Stop");
  expect(await page.textContent(".notice")).toContain("Stopped, as you asked");
  expectQuiet();
});

test("can be used with the keyboard alone, and says what happens to those who listen", async () => {
  await openPage("file");
  await page.keyboard.press("Tab");
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Choose a file");
  await choose("tampered.zip");
  await verdict();
  expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H1");
  expect(await page.textContent("[role=status].visually-hidden")).toBe(
    "Something in this bag does not fit.",
  );
});

test.each(["light", "dark"] as const)(
  "has nothing that axe objects to, in %s",
  async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await openPage("http");
    const problems = async () =>
      (
        await new AxeBuilder({ page })
          .withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"])
          .analyze()
      ).violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
    expect(await problems()).toEqual([]);
    await page.click("summary >> nth=0");
    await choose("good.zip.age");
    await page.waitForSelector("#secret");
    expect(await problems()).toEqual([]);
    await page.click("text=Choose something else");
    await choose("tampered.zip");
    await verdict();
    await page.click(".findings summary >> nth=0");
    expect(await problems()).toEqual([]);
  },
);

test.each([
  [390, 844],
  [1280, 800],
])("fits a screen of %i by %i without scrolling sideways", async (width, height) => {
  await page.setViewportSize({ width, height });
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  await openPage("file");
  expect(await overflow()).toBe(0);
  await draw(`start-${width}`);
  await choose("key.zip.age");
  await page.waitForSelector("#secret");
  expect(await overflow()).toBe(0);
  await draw(`locked-${width}`);
  await page.click("text=Choose something else");
  await choose("tampered.zip");
  await verdict();
  await page.click(".findings summary >> nth=0");
  expect(await overflow()).toBe(0);
  await draw(`tampered-${width}`);
});

/** With SCREENSHOTS=<folder>: pictures of what a test looks at, for people to look at. */
const draw = async (name: string): Promise<void> => {
  const shots = process.env["SCREENSHOTS"];
  if (shots === undefined) return;
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: join(shots, `${name}-${colorScheme}.png`), fullPage: true });
  }
};
