import { assert } from "@holdfast/evidence";

import { webAssembly, type WasmTable } from "./web-assembly.ts";

/** A function the engine may call. `parameters`: i = 32-bit integer or pointer, I = 64-bit integer (a bigint here). */
export interface EngineCallback {
  readonly parameters: string;
  readonly call: (...values: never[]) => number;
}

/**
 * Puts JavaScript functions into the engine's function table and returns their indexes, in order.
 *
 * A table takes WebAssembly functions only, and `WebAssembly.Function` is in no browser yet. A module that imports the
 * functions under their signatures and exports them again gives them that form: that module is written here, byte by
 * byte. Source: WebAssembly core specification 2.0, §5.5 (binary format of modules).
 */
export const addToFunctionTable = (
  table: WasmTable,
  callbacks: readonly EngineCallback[],
): readonly number[] => {
  const wasm = webAssembly();
  const imports = Object.fromEntries(callbacks.map(({ call }, i) => [String(i), call]));
  const { exports } = new wasm.Instance(new wasm.Module(reexportingModule(callbacks)), {
    j: imports,
  });
  assert(typeof exports === "object" && exports !== null, "an instance has exports");
  const first = table.grow(callbacks.length);
  return callbacks.map((_, i) => {
    table.set(first + i, Reflect.get(exports, String(i)));
    return first + i;
  });
};

const reexportingModule = (callbacks: readonly EngineCallback[]): Uint8Array<ArrayBuffer> => {
  const types = callbacks.map(({ parameters }) => [
    functionType,
    ...counted(Array.from(parameters, (letter) => (letter === "I" ? valueTypeI64 : valueTypeI32))),
    1,
    valueTypeI32,
  ]);
  const imported = callbacks.map((_, i) => [...name("j"), ...name(String(i)), 0, ...unsigned(i)]);
  const exported = callbacks.map((_, i) => [...name(String(i)), 0, ...unsigned(i)]);
  return Uint8Array.from([
    ...magicAndVersion,
    ...section(1, types),
    ...section(2, imported),
    ...section(7, exported),
  ]);
};

const magicAndVersion = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];
const functionType = 0x60;
const valueTypeI32 = 0x7f;
const valueTypeI64 = 0x7e;

const section = (id: number, entries: readonly (readonly number[])[]): readonly number[] => [
  id,
  ...counted([...unsigned(entries.length), ...entries.flat()]),
];

const name = (text: string): readonly number[] => counted(Array.from(text, (c) => c.charCodeAt(0)));

const counted = (bytes: readonly number[]): readonly number[] => [
  ...unsigned(bytes.length),
  ...bytes,
];

/** LEB128. */
const unsigned = (value: number): readonly number[] =>
  value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...unsigned(value >>> 7)];
