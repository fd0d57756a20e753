import { describe, expect, it } from "vitest";

import { createNavigation } from "./navigation.ts";
import { keepOffline } from "./offline-policy.ts";
import { createSession } from "./session-state.ts";

const createVisit = () => {
  const history = {
    push: () => undefined,
    replace: () => undefined,
    back: () => undefined,
    onMove: () => undefined,
  };
  const navigation = createNavigation(history, { screen: "first" });
  const session = createSession(undefined);
  const calls: string[] = [];
  keepOffline(navigation, session, {
    register: () => Promise.resolve(calls.push("register")),
    forget: () => Promise.resolve(calls.push("forget")),
  });
  return { navigation, session, calls };
};

describe("staying on the device", () => {
  it("does not begin before the first questions are answered", () => {
    const { navigation, calls } = createVisit();
    navigation.go({ screen: "exit-explained" });
    navigation.go({ screen: "gates" });
    expect(calls).toEqual([]);
  });

  it("begins once somebody went on who is not watched", () => {
    const { navigation, session, calls } = createVisit();
    session.change({ gatesAnswered: true });
    navigation.go({ screen: "happened" });
    navigation.go({ screen: "save" });
    expect(calls).toEqual(["register"]);
  });

  it("waits, for somebody who may be watched, until they chose to keep things here", () => {
    const { navigation, session, calls } = createVisit();
    session.change({ gatesAnswered: true, watched: true });
    navigation.go({ screen: "happened" });
    expect(calls).toEqual([]);
    session.change({ keeping: "device" });
    expect(calls).toEqual(["register"]);
  });

  it("takes everything away when the person chooses that nothing stays", () => {
    const { navigation, session, calls } = createVisit();
    navigation.go({ screen: "home" });
    session.change({ keeping: "nothing" });
    navigation.go({ screen: "talk" });
    expect(calls).toEqual(["register", "forget"]);
  });
});
