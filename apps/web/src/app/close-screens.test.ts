import { describe, expect, it } from "vitest";

import type { DoorState } from "../door/door.ts";
import type { OpenPlace } from "../door/places.ts";
import { closeScreensWithPlace } from "./close-screens.ts";
import type { Route } from "./routes.ts";

const place: OpenPlace = {
  id: "0".repeat(32),
  name: "1",
  keeps: "on-device",
  pictures: "unasked",
  unfinishedAdds: 0,
  lockedExhibits: [],
};

const createRoom = (given: { readonly route?: Route; readonly isExample?: boolean } = {}) => {
  let state: DoorState = { kind: "locked", why: "start" };
  let tell = (): void => undefined;
  const seen: string[] = [];
  const heard: string[] = [];
  const { takeWayBack } = closeScreensWithPlace({
    door: {
      state: () => state,
      subscribe: (listener) => {
        tell = listener;
        return () => undefined;
      },
    },
    navigation: {
      current: () => given.route ?? { screen: "home" },
      reset: ({ screen }) => seen.push(screen),
    },
    keeping: { placeClosed: () => seen.push("closed") },
    voice: { placeClosed: () => heard.push("dropped") },
    isExample: () => given.isExample ?? false,
  });
  return {
    seen,
    heard,
    takeWayBack,
    go: (next: DoorState) => {
      state = next;
      tell();
    },
  };
};

describe("screens of a place that closes", () => {
  it.each(["asked", "taken-over", "worker-died"] as const)("go at once, once: %s", (why) => {
    const room = createRoom();
    room.go({ kind: "open", place, revision: 1 });
    room.go({ kind: "open", place, revision: 2 });
    expect(room.seen).toEqual([]);
    room.go({ kind: "locking" });
    expect(room.seen).toEqual(["closed", "open"]);
    room.go({ kind: "locked", why });
    expect(room.seen).toEqual(["closed", "open"]);
    expect(room.heard).toEqual(["dropped"]);
  });

  it("have no door to go to when nothing was kept", () => {
    const room = createRoom();
    room.go({ kind: "open", place: { ...place, keeps: "nothing" }, revision: 1 });
    room.go({ kind: "locked", why: "asked" });
    expect(room.seen).toEqual(["closed", "first"]);
  });

  it("say so when a place that kept nothing went by itself", () => {
    const room = createRoom();
    room.go({ kind: "open", place: { ...place, keeps: "nothing" }, revision: 1 });
    room.go({ kind: "locked", why: "place-gone" });
    expect(room.seen).toEqual(["closed", "open"]);
  });

  it.each(["talk", "danger", "gates", "example"] as const)(
    "stay when they show nothing of it: %s",
    (screen) => {
      const room = createRoom({ route: { screen } });
      room.go({ kind: "open", place, revision: 1 });
      room.go({ kind: "locked", why: "asked" });
      expect(room.seen).toEqual(["closed"]);
    },
  );

  it("leave the end of an example to the example", () => {
    const room = createRoom({ isExample: true });
    room.go({ kind: "open", place: { ...place, keeps: "nothing" }, revision: 1 });
    room.go({ kind: "locked", why: "asked" });
    expect(room.seen).toEqual(["closed"]);
  });

  it("stay where they are while no place was open", () => {
    const room = createRoom();
    room.go({ kind: "locked", why: "worker-died" });
    expect(room.seen).toEqual([]);
  });
});

describe("the way back to half-written words", () => {
  const closed: DoorState = { kind: "locked", why: "asked" };

  it("is given once, after the same place was opened again", () => {
    const room = createRoom({ route: { screen: "write" } });
    room.go({ kind: "open", place, revision: 1 });
    room.go(closed);
    room.go({ kind: "open", place, revision: 2 });
    expect(room.takeWayBack()).toEqual({ screen: "write" });
    expect(room.takeWayBack()).toBeUndefined();
  });

  it("is not given to another place, nor from a screen where nobody writes", () => {
    const other = { ...place, id: "1".repeat(32) };
    for (const [screen, then] of [
      ["write", other],
      ["see", place],
    ] as const) {
      const room = createRoom({ route: { screen } });
      room.go({ kind: "open", place, revision: 1 });
      room.go(closed);
      room.go({ kind: "open", place: then, revision: 1 });
      expect(room.takeWayBack()).toBeUndefined();
    }
  });
});
