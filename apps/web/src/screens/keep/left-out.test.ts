import { describe, expect, it } from "vitest";

import type { FileToKeep, KeepEvent } from "../../door/keeping.ts";
import { keepChosen, leftOutOf, memberBeside } from "./left-out.ts";

const archive: FileToKeep = { file: new Blob(), name: "WhatsApp Chat with Ann.zip" };
const notKept = (name: string, code: "picture_not_kept" | "disk_full"): KeepEvent => ({
  kind: "not-kept",
  index: 0,
  name,
  error: code === "disk_full" ? { code, path: "" } : { code },
});

describe("what a chat left out", () => {
  it("is found in the archive that is still at hand, also in an archive inside of it", () => {
    expect(leftOutOf(notKept(`${archive.name}/IMG-1.jpg`, "picture_not_kept"), archive)).toEqual({
      ...archive,
      member: ["IMG-1.jpg"],
    });
    const inner = notKept(`${archive.name}/b/Inner.zip/media/IMG-1.jpg`, "picture_not_kept");
    expect(leftOutOf(inner, archive)?.member).toEqual(["b/Inner.zip", "media/IMG-1.jpg"]);
  });

  it("is nothing that failed for another reason, or that was chosen by itself", () => {
    expect(leftOutOf(notKept(`${archive.name}/IMG-1.jpg`, "disk_full"), archive)).toBeUndefined();
    expect(leftOutOf(notKept("IMG-1.jpg", "picture_not_kept"), archive)).toBeUndefined();
    expect(
      leftOutOf(notKept("a.jpg", "picture_not_kept"), { file: new Blob(), name: "a.jpg" }),
    ).toBeUndefined();
    expect(leftOutOf(notKept(`${archive.name}/a`, "picture_not_kept"), undefined)).toBeUndefined();
  });

  it("lies beside its chat", () => {
    expect(memberBeside("WhatsApp Chat.zip/_chat.txt", "a.jpg")).toEqual(["a.jpg"]);
    expect(memberBeside("in/Chat.zip/b/_chat.txt", "a.jpg")).toEqual(["b/a.jpg"]);
    expect(memberBeside("all.zip/Chat.zip/_chat.txt", "a.jpg")).toEqual(["Chat.zip", "a.jpg"]);
    expect(memberBeside("_chat.txt", "a.jpg")).toBeUndefined();
  });
});

describe("one thing that is chosen", () => {
  it("is asked for by itself, and not left out again", async () => {
    const asked: unknown[] = [];
    const error = { code: "picture_not_kept" } as const;
    async function* keepFiles(...call: readonly unknown[]): AsyncGenerator<KeepEvent> {
      asked.push(call);
      yield { kind: "began", index: 0, name: "a.jpg" };
      yield { kind: "not-kept", index: 0, name: "a.jpg", error };
    }
    const chosen = { ...archive, member: ["a.jpg"] };
    expect(await keepChosen({ keep: { keepFiles } }, chosen)).toEqual({ ok: false, error });
    expect(asked).toEqual([[[chosen], { withoutMedia: false }]]);
  });
});
