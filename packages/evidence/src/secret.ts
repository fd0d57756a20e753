const inspectSymbol = Symbol.for("nodejs.util.inspect.custom");

/** A value that no log, error or dump prints: text, JSON and inspect show "<redacted>". */
export class Secret<T> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The only way out; its uses can be counted with a search. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return "<redacted>";
  }

  toJSON(): string {
    return "<redacted>";
  }

  [inspectSymbol](): string {
    return "<redacted>";
  }
}
