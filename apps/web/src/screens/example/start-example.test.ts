import { ok } from "@holdfast/evidence";
import { expect, it } from "vitest";

import { createNavigation } from "../../app/navigation.ts";
import { createFakeDoor } from "./testing/fake-door.ts";
import { startExample } from "./start-example.ts";

const start = async () => {
  const navigation = createNavigation(
    {
      push: () => undefined,
      replace: () => undefined,
      back: () => undefined,
      onMove: () => undefined,
    },
    { screen: "first" },
  );
  navigation.go({ screen: "example" });
  const fake = createFakeDoor();
  const example = startExample(navigation, {
    door: fake.door,
    load: () => Promise.resolve(ok({ facts: {}, files: [] })),
  });
  await example.begin("maya");
  return { ...fake, navigation, example };
};

it("keeps the example open while somebody looks for help", async () => {
  const { navigation, example } = await start();
  navigation.go({ screen: "talk" });
  expect(example.state().kind).toBe("open");
});

it.each(["first", "gates", "save", "keep", "home"] as const)(
  "closes the example before anything could be kept in it: %s",
  async (screen) => {
    const { navigation, example, asked } = await start();
    navigation.go({ screen });
    expect(example.state()).toEqual({ kind: "none", closed: false });
    expect(asked.at(-1)).toBe("lock");
  },
);

it("goes where it was chosen when it is closed from elsewhere", async () => {
  const { navigation, setState } = await start();
  navigation.go({ screen: "talk" });
  setState({ kind: "locked", why: "taken-over" });
  expect(navigation.current()).toEqual({ screen: "example" });
  expect(navigation.canGoBack()).toBe(false);
});
