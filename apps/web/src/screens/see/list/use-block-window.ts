import {
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";

import { type Block, findBlock, type RowPlace } from "./blocks.ts";
import { createHeights, type Heights } from "./heights.ts";

/** Drawn above and below what is seen. */
const aheadPx = 900;
/**
 * Browsers cannot make an element taller than some ten to thirty million pixels, and a million messages are more. The
 * ground is never taller than this, and moves along below a list that is.
 */
const tallestPx = 6_000_000;
const rowPx = 74;
const dayPx = 64;

export interface BlockWindow {
  readonly first: number;
  readonly last: number;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly ground: RefObject<HTMLDivElement | null>;
  readonly pane: RefObject<HTMLDivElement | null>;
  readonly onScroll: () => void;
}

export type PlaceInList = RowPlace & { readonly withinPx: number };

/** See [Note: blocks of a timeline]. Blocks are measured when drawn; what stands at the top of the view stays there. */
export const useBlockWindow = (
  blocks: readonly Block[],
  start: PlaceInList | undefined,
  onPlace: (place: PlaceInList) => void,
): BlockWindow => {
  const scroller = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const pane = useRef<HTMLDivElement>(null);
  const heights = useMemo(() => createHeights(blocks.map(guessHeight)), [blocks]);
  const at = useRef(beginAt(blocks, start, 0));
  // Other blocks: a filter, or something new that was kept. The place is looked up in them anew.
  if (at.current.blocks !== blocks) {
    at.current = beginAt(blocks, start, scroller.current?.scrollTop ?? 0);
  }
  const [range, setRange] = useState({ first: at.current.block, last: at.current.block });

  const look = useCallback(
    (topPx: number): void => {
      const seenPx = scroller.current?.clientHeight ?? 0;
      const first = heights.blockAt(topPx - aheadPx);
      const last = heights.blockAt(topPx + seenPx + aheadPx);
      setRange((before) =>
        before.first === first && before.last === last ? before : { first, last },
      );
    },
    [heights],
  );

  /** Takes over where somebody scrolled to; not what `settle` did itself, of which the browser tells too. */
  const follow = useCallback((): void => {
    const scrollPx = scroller.current?.scrollTop ?? 0;
    if (Math.abs(scrollPx - at.current.scrollPx) < 1) return;
    const topPx = scrollPx + at.current.shiftPx;
    const block = anchorAt(heights, topPx);
    at.current = { ...at.current, scrollPx, block, withinPx: topPx - heights.topOf(block) };
    onPlace(placeOf(blocks, block, at.current.withinPx));
  }, [blocks, heights, onPlace]);

  const settle = useCallback((): void => {
    if (scroller.current === null || ground.current === null || pane.current === null) return;
    follow();
    measure(heights, pane.current, range.first);
    const seenPx = scroller.current.clientHeight;
    const totalPx = heights.total();
    const tallPx = Math.min(totalPx, tallestPx);
    const wishedPx = heights.topOf(at.current.block) + at.current.withinPx;
    const topPx = Math.max(0, Math.min(wishedPx, totalPx - seenPx));
    at.current.shiftPx = shiftGround(at.current.shiftPx, topPx, tallPx, totalPx);
    ground.current.style.height = `${tallPx}px`;
    pane.current.style.insetBlockStart = `${heights.topOf(range.first) - at.current.shiftPx}px`;
    const scrollPx = topPx - at.current.shiftPx;
    if (Math.abs(scroller.current.scrollTop - scrollPx) > 1) scroller.current.scrollTop = scrollPx;
    at.current.scrollPx = scroller.current.scrollTop;
    look(topPx);
  }, [follow, heights, look, range.first]);

  const onScroll = useCallback((): void => {
    follow();
    const { scrollPx, shiftPx } = at.current;
    if (isNearEdge(scrollPx, shiftPx, heights.total())) settle();
    else look(scrollPx + shiftPx);
  }, [follow, heights, look, settle]);

  // After every drawing: heights may be others now.
  useLayoutEffect(settle);
  useEffect(() => {
    const watching = new ResizeObserver(settle);
    if (scroller.current !== null) watching.observe(scroller.current);
    if (pane.current !== null) watching.observe(pane.current);
    return () => watching.disconnect();
  }, [settle]);
  return { ...range, scroller, ground, pane, onScroll };
};

interface At {
  readonly blocks: readonly Block[];
  /** What keeps its place, and how far below its top the view begins. */
  readonly block: number;
  readonly withinPx: number;
  /** How far the ground was moved along below a list that is taller. */
  shiftPx: number;
  /** Where the browser scrolled to at last, as far as we know. */
  scrollPx: number;
}

const beginAt = (
  blocks: readonly Block[],
  start: PlaceInList | undefined,
  scrollPx: number,
): At => ({
  blocks,
  block: start === undefined ? 0 : findBlock(blocks, start),
  withinPx: start?.withinPx ?? 0,
  shiftPx: 0,
  scrollPx,
});

const guessHeight = ({ rows, slices }: Block): number =>
  rows * rowPx + slices.filter(({ from }) => from === 0).length * dayPx;

/** A block that is not loaded yet is as tall as it was guessed. */
const measure = (heights: Heights, pane: HTMLElement, first: number): void => {
  const drawn = [...pane.children].filter((child) => child instanceof HTMLElement);
  drawn.forEach((element, index) => {
    const block = first + index;
    element.style.height = element.dataset["loaded"] === "no" ? `${heights.of(block)}px` : "";
  });
  drawn.forEach((element, index) => {
    if (element.dataset["loaded"] === "yes") {
      heights.set(first + index, element.getBoundingClientRect().height);
    }
  });
};

/** What keeps its place while others change their height: the block at the top, or the next one when that is a guess. */
const anchorAt = (heights: Heights, topPx: number): number => {
  const block = heights.blockAt(topPx);
  return heights.isMeasured(block) || block + 1 >= heights.count ? block : block + 1;
};

const placeOf = (blocks: readonly Block[], block: number, withinPx: number): PlaceInList => {
  const slice = blocks[block]?.slices[0];
  return { day: slice?.day, row: slice?.from ?? 0, withinPx };
};

const edgePx = tallestPx / 10;

const isNearEdge = (scrollPx: number, shiftPx: number, totalPx: number): boolean =>
  (scrollPx < edgePx && shiftPx > 0)
  || (scrollPx > tallestPx - edgePx && shiftPx < totalPx - tallestPx);

const shiftGround = (shiftPx: number, topPx: number, tallPx: number, totalPx: number): number => {
  const mostPx = totalPx - tallPx;
  const within = Math.max(0, Math.min(shiftPx, mostPx));
  if (!isNearEdge(topPx - within, within, totalPx)) return within;
  return Math.max(0, Math.min(topPx - tallPx / 2, mostPx));
};
