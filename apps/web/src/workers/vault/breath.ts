/** The longest stretch in which no message comes through, an abort among them. */
const breathEveryMs = 30;

/** Called often in long work; lets messages through whenever it is time. */
export const createBreath = (): (() => Promise<void>) => {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < breathEveryMs) return;
    await new Promise((resolve) => setTimeout(resolve));
    last = performance.now();
  };
};
