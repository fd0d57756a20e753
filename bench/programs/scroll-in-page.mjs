// What scroll-timeline.mjs runs inside of the page; a browser knows names that Node does not.

/** In the page: a steady fast fling, forty pixels a frame. @param {number} durationMs */
export const fling = async (durationMs) => {
  const list = document.querySelector(".see-list");
  if (list === null) throw new Error("There is no list.");
  /** @type {number[]} */
  const frames = [];
  /** @type {number[]} */
  const blocked = [];
  let empty = 0;
  const watching = new PerformanceObserver((entries) => {
    for (const entry of entries.getEntries()) blocked.push(entry.duration);
  });
  watching.observe({ type: "longtask" });
  const began = performance.now();
  let before = began;
  while (before - began < durationMs) {
    list.scrollTop += 40;
    const now = await new Promise((resolve) => requestAnimationFrame(resolve));
    frames.push(now - before);
    before = now;
    const seen = list.getBoundingClientRect();
    const middle = document.elementFromPoint(
      seen.left + seen.width / 2,
      seen.top + seen.height / 2,
    );
    if (middle?.closest('.see-block[data-loaded="no"]') !== null) empty += 1;
  }
  watching.disconnect();
  return { frames: frames.slice(2), blocked, empty };
};

/** In the page: to a part of the whole height, until what is seen there is there. @param {number} part */
export const jump = async (part) => {
  const list = document.querySelector(".see-list");
  if (list === null) throw new Error("There is no list.");
  const began = performance.now();
  list.scrollTop = list.scrollHeight * part;
  for (;;) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const seen = list.getBoundingClientRect();
    const blocks = [...list.querySelectorAll(".see-block")].filter((block) => {
      const { top, bottom } = block.getBoundingClientRect();
      return bottom > seen.top && top < seen.bottom;
    });
    if (blocks.length > 0 && blocks.every((block) => block.getAttribute("data-loaded") === "yes"))
      return performance.now() - began;
  }
};
