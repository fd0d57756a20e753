import { err, ok } from "@holdfast/evidence";
import { expect, it } from "vitest";

import { createExampleRun } from "./example-run.ts";
import type { Example } from "./load-example.ts";
import { createFakeDoor } from "./testing/fake-door.ts";

const example: Example = {
  facts: { zone: "Europe/Madrid", strangers: true },
  files: ["one.txt", "two.png"].map((name) => ({ name, file: new Blob([name]) })),
};

const createRun = (fake = createFakeDoor()) => ({
  ...fake,
  run: createExampleRun({ door: fake.door, load: () => Promise.resolve(ok(example)) }),
});

it("brings the files into a place that keeps nothing, after what is known about the case", async () => {
  const { run, asked } = createRun();
  await run.begin("daniel");
  expect(asked).toEqual(["create nothing", "facts Europe/Madrid", "keep one.txt", "keep two.png"]);
  expect(run.state()).toEqual({ kind: "open", name: "daniel", station: 0 });
});

it("closes the person's own place first", async () => {
  const { run, asked, door } = createRun();
  await door.places.create({ name: "1", keeps: "on-device", pictures: "unasked", secrets: [] });
  await run.begin("maya");
  expect(asked.slice(0, 3)).toEqual(["create on-device", "lock", "create nothing"]);
});

it("is gone when it is left, at any time", async () => {
  const { run, asked } = createRun();
  await run.begin("maya");
  run.goTo(3);
  expect(run.state()).toMatchObject({ station: 3 });
  await run.leave();
  expect(asked.at(-1)).toBe("lock");
  expect(run.state()).toEqual({ kind: "none", closed: false });
});

it("leaves no place open when it is left while it is being loaded", async () => {
  const { run, door } = createRun();
  const beginning = run.begin("maya");
  await run.leave();
  await beginning;
  expect(door.state().kind).toBe("locked");
  expect(run.state()).toEqual({ kind: "none", closed: false });
});

it("gives way to the other example, also in the middle", async () => {
  const { run, door } = createRun();
  const first = run.begin("maya");
  const second = run.begin("daniel");
  await Promise.all([first, second]);
  expect(run.state()).toEqual({ kind: "open", name: "daniel", station: 0 });
  expect(door.state()).toMatchObject({ kind: "open", place: { keeps: "nothing" } });
});

it("says that it was closed when the place was locked from elsewhere", async () => {
  const { run, setState } = createRun();
  await run.begin("maya");
  setState({ kind: "locked", why: "worker-died" });
  expect(run.state()).toEqual({ kind: "none", closed: true });
});

it("fails with the reason, and leaves no half of an example behind", async () => {
  const full = createFakeDoor((index) => [
    { kind: "not-kept", index, name: "one.txt", error: { code: "disk_full", path: "" } },
  ]);
  const { run, door } = createRun(full);
  await run.begin("maya");
  expect(run.state()).toEqual({
    kind: "failed",
    name: "maya",
    error: { code: "disk_full", path: "" },
  });
  expect(door.state().kind).toBe("locked");
});

it("takes what the rules of the case keep out for what it is", async () => {
  const strict = createFakeDoor((index) => [
    { kind: "not-kept", index, name: "two.png", error: { code: "picture_not_kept" } },
  ]);
  const { run } = createRun(strict);
  await run.begin("daniel");
  expect(run.state().kind).toBe("open");
});

it("opens nothing when the packs are not to be had", async () => {
  const { door, asked } = createFakeDoor();
  const run = createExampleRun({
    door,
    load: () => Promise.resolve(err({ code: "example_unreachable" })),
  });
  await run.begin("maya");
  expect(run.state()).toEqual({
    kind: "failed",
    name: "maya",
    error: { code: "example_unreachable" },
  });
  expect(asked).toEqual([]);
});
