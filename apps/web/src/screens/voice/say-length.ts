/** "0:07", "12:40": how long something was said, as every clock shows it. */
export const sayLength = (durationMs: number): string => {
  const seconds = Math.max(0, Math.floor(durationMs / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
};
