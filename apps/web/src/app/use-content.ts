import type { Result } from "@holdfast/evidence";
import type { ContentPort, LoadContentError } from "@holdfast/guide";
import { useEffect, useState } from "react";

import { useApp } from "./app-context.ts";

/**
 * A piece of what lies in the app itself, read when it is needed; `undefined` until it is there.
 *
 * @param load one that stays the same from one drawing to the next
 */
export const useContent = <T>(
  load: (content: ContentPort) => Promise<Result<T, LoadContentError>>,
): T | "failed" | undefined => {
  const { content } = useApp();
  const [found, setFound] = useState<{ readonly value: T | "failed" }>();
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const loaded = await load(content);
      if (isCurrent) setFound({ value: loaded.ok ? loaded.value : "failed" });
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [content, load]);
  return found?.value;
};
