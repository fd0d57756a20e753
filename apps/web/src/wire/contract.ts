import type { z } from "zod";

/**
 * One thing that can be asked of a worker: what goes in and what comes out, checked by a schema on both sides.
 *
 * `item`: what a stream of it gives before it ends. `question` and `reply`: what the worker may ask back meanwhile.
 */
export interface Contract<
  In extends z.ZodType = z.ZodType,
  Out extends z.ZodType = z.ZodType,
  Item extends z.ZodType = z.ZodNever,
> {
  readonly name: string;
  readonly input: In;
  readonly output: Out;
  readonly item?: Item;
}
