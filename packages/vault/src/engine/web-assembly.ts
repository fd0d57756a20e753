/**
 * The few things of WebAssembly that the engine needs. Node 20 and every browser have them, but the library files that
 * packages compile with name none, so they are described here and looked up once.
 */
export interface WebAssemblyApi {
  readonly compile: (bytes: Uint8Array<ArrayBuffer>) => Promise<WasmModule>;
  readonly instantiate: (module: WasmModule, imports: WasmImports) => Promise<WasmInstance>;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => WasmModule;
  readonly Instance: new (module: WasmModule, imports: WasmImports) => WasmInstance;
  readonly Memory: {
    new (limits: { readonly initial: number; readonly maximum: number }): WasmMemory;
    new (limits: { readonly initial: number; readonly maximum: number; readonly shared: true }): {
      readonly buffer: SharedArrayBuffer;
    };
  };
}

/** A compiled module; it holds no data and can be instantiated again and again. */
export type WasmModule = object;

export interface WasmInstance {
  readonly exports: unknown;
}

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  readonly grow: (pages: number) => number;
}

export interface WasmTable {
  readonly length: number;
  readonly grow: (entries: number) => number;
  readonly set: (index: number, value: unknown) => void;
}

export type WasmImports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Throws in an environment without WebAssembly: no supported one is. */
export const webAssembly = (): WebAssemblyApi => {
  const api: unknown = Reflect.get(globalThis, "WebAssembly");
  if (!isWebAssembly(api)) throw new Error("This environment has no WebAssembly");
  return api;
};

const isWebAssembly = (value: unknown): value is WebAssemblyApi =>
  typeof value === "object" && value !== null && "instantiate" in value && "Memory" in value;
