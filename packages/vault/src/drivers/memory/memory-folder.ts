/** The names of a memory disk. They become durable by a flush of their own, apart from what the files hold. */
export interface MemoryFolder<F> {
  readonly names: () => readonly string[];
  readonly get: (path: string) => F | undefined;
  readonly entries: () => readonly (readonly [string, F])[];
  readonly set: (path: string, file: F) => void;
  readonly remove: (path: string) => void;
  readonly rename: (from: string, to: string, file: F) => void;
  readonly flush: () => void;
  /** The names after a power cut: changes since the last flush are there up to one of them, as a file system's log has it. */
  readonly surviving: (choose: (choices: number) => number) => readonly (readonly [string, F])[];
}

export const createMemoryFolder = <F>(
  initial: Iterable<readonly [string, F]>,
  remembersUnflushed: boolean,
): MemoryFolder<F> => {
  let names: ReadonlyMap<string, F> = new Map(initial);
  /** As it was flushed last, then after each change since. */
  let states: ReadonlyMap<string, F>[] = [names];
  const become = (changed: ReadonlyMap<string, F>): void => {
    names = changed;
    if (remembersUnflushed) states.push(changed);
    else states = [changed];
  };
  const without = (...paths: readonly string[]): readonly (readonly [string, F])[] =>
    [...names].filter(([name]) => !paths.includes(name));
  return {
    names: () => [...names.keys()].sort(),
    get: (path) => names.get(path),
    entries: () => [...names],
    set: (path, file) => become(new Map([...names, [path, file]])),
    remove: (path) => become(new Map(without(path))),
    rename: (from, to, file) => become(new Map([...without(from, to), [to, file]])),
    flush: () => {
      states = [names];
    },
    surviving: (choose) => [...(states[choose(states.length)] ?? names)],
  };
};
