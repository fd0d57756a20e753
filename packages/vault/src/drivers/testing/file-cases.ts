import type { FileStore } from "../driver.ts";
import type { AcceptanceCase } from "./driver-acceptance.ts";
import { expectCode, expectOk, expectSame } from "./expectations.ts";

export const fileCases: readonly AcceptanceCase[] = [
  {
    name: "writes a new file in pieces and reads it at any position",
    run: async ({ newDriver }) => {
      const { files } = newDriver();
      const writer = expectOk(await files.create("blobs/ab/ab01"));
      const piece = Uint8Array.of(1, 2, 3, 4);
      expectOk(await writer.write(piece));
      piece.fill(9);
      expectOk(await writer.write(piece));
      expectOk(await writer.flush());
      await writer.close();
      const other = newDriver().files;
      expectSame(expectOk(await other.sizeInBytes("blobs/ab/ab01")), 8, "the size");
      const read = async (offset: number, length: number): Promise<Uint8Array> =>
        expectOk(await other.read("blobs/ab/ab01", offset, length));
      expectSame(await read(0, 8), Uint8Array.of(1, 2, 3, 4, 9, 9, 9, 9), "the whole");
      expectSame(await read(2, 3), Uint8Array.of(3, 4, 9), "the middle");
      expectSame(await read(6, 10), Uint8Array.of(9, 9), "the end");
      expectSame(await read(8, 4), new Uint8Array(), "past the end");
    },
  },
  {
    name: "writes a large file in pieces that fit nothing, and what was flushed once can go on",
    run: async ({ newDriver }) => {
      const { files } = newDriver();
      const writer = expectOk(await files.create("blobs/ab/large", { large: true }));
      const whole = new Uint8Array(9_500_000).map((_, at) => (at * 31 + (at >> 13)) & 0xff);
      const write = async (from: number, to: number): Promise<void> => {
        for (let at = from; at < to; at += 1_000_003) {
          const piece = whole.slice(at, Math.min(to, at + 1_000_003));
          expectOk(await writer.write(piece));
          piece.fill(0);
        }
      };
      await write(0, 8_700_001);
      expectOk(await writer.flush());
      await write(8_700_001, whole.length);
      expectOk(await writer.flush());
      await writer.close();
      const other = newDriver().files;
      const read = expectOk(await other.read("blobs/ab/large", 0, 10_000_000));
      expectSame(read.length, whole.length, "the size");
      expectSame(
        read.findIndex((byte, at) => byte !== whole[at]),
        -1,
        "the first wrong byte",
      );
      expectCode(await files.create("blobs/ab/large", { large: true }), "not_permitted");
    },
  },
  {
    name: "makes no file over another one",
    run: async ({ newDriver }) => {
      const { files } = newDriver();
      await put(files, "blobs/one", Uint8Array.of(1));
      expectCode(await files.create("blobs/one"), "not_permitted");
      expectSame(expectOk(await files.read("blobs/one", 0, 9)), Uint8Array.of(1), "the file");
    },
  },
  {
    name: "replaces a file whole, also with a shorter one, and leaves no other file behind",
    run: async ({ newDriver }) => {
      const { files } = newDriver();
      for (const bytes of [new Uint8Array(5000).fill(1), Uint8Array.of(2), new Uint8Array()]) {
        expectOk(await files.replace("header", bytes));
        expectSame(expectOk(await files.read("header", 0, 9000)), bytes, "the file");
        expectSame(expectOk(await files.list("")), ["header"], "the folder");
      }
    },
  },
  {
    name: "moves a file between folders, over another one",
    run: async ({ newDriver }) => {
      const { files } = newDriver();
      await put(files, "next/case.db", new Uint8Array(5_000).fill(3));
      await put(files, "case.db", new Uint8Array(9_000).fill(1));
      expectOk(await files.move("next/case.db", "case.db"));
      const moved = expectOk(await files.read("case.db", 0, 9_999));
      expectSame(moved, new Uint8Array(5_000).fill(3), "the file");
      expectSame(expectOk(await files.list("")), ["case.db"], "the folder");
      expectCode(await files.move("next/case.db", "case.db"), "not_found");
      expectSame(expectOk(await files.sizeInBytes("case.db")), 5_000, "the file after that");
    },
  },
  {
    name: "says so when a file is not there, and removes what is not there without a word",
    run: async ({ newDriver }) => {
      const { files } = newDriver();
      expectCode(await files.sizeInBytes("none"), "not_found");
      expectCode(await files.sizeInBytes("no/such"), "not_found");
      expectCode(await files.read("none", 0, 1), "not_found");
      expectOk(await files.remove("none"));
      expectOk(await files.remove("no/such"));
    },
  },
  {
    name: "lists every file below a folder, and nothing of a folder that is not there",
    run: async ({ newDriver }) => {
      const { files } = newDriver();
      for (const path of ["blobs/ab/ab01", "blobs/ab/ab02", "blobs/cd/cd01", "header"]) {
        await put(files, path, Uint8Array.of(1));
      }
      expectOk(await files.remove("blobs/ab/ab02"));
      const wanted = ["blobs/ab/ab01", "blobs/cd/cd01"];
      expectSame([...expectOk(await files.list("blobs"))].sort(), wanted, "the folder");
      expectSame([...expectOk(await files.list(""))].sort(), [...wanted, "header"], "all");
      expectSame(expectOk(await files.list("none")), [], "no folder");
    },
  },
  {
    name: "gives the vault to one owner at a time",
    run: async ({ newDriver }) => {
      const first = expectOk(await newDriver().lock());
      expectCode(await newDriver().lock(), "in_use");
      await first.release();
      const second = expectOk(await newDriver().lock());
      await second.release();
    },
  },
];

const put = async (files: FileStore, path: string, bytes: Uint8Array): Promise<void> => {
  const writer = expectOk(await files.create(path));
  expectOk(await writer.write(bytes));
  expectOk(await writer.flush());
  await writer.close();
};
