import { useEffect, useState } from "react";

import { useSay } from "../../app/frame.ts";
import { type Given, givenDrop } from "./given-bag.ts";
import "./check.css";

/** The whole page takes what is dropped: nobody has to aim. */
export const DropGiven = ({ onDrop }: { readonly onDrop: (given: Given | undefined) => void }) => {
  const say = useSay();
  const [isOver, setIsOver] = useState(false);
  useEffect(() => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const over = (event: DragEvent): void => {
      event.preventDefault();
      setIsOver(true);
    };
    const drop = async (event: DragEvent): Promise<void> => {
      event.preventDefault();
      setIsOver(false);
      const given = event.dataTransfer === null ? undefined : await readDrop(event.dataTransfer);
      if (!signal.aborted) onDrop(given);
    };
    addEventListener("dragover", over, { signal });
    addEventListener("dragleave", () => setIsOver(false), { signal });
    addEventListener("drop", (event) => void drop(event), { signal });
    return () => stopping.abort();
  }, [onDrop]);
  return <p className={isOver ? "drop-here drop-here-over" : "drop-here"}>{say("check_drop")}</p>;
};

const readDrop = async (data: DataTransfer): Promise<Given | undefined> => {
  try {
    return await givenDrop(data);
  } catch {
    // A browser that does not let a dropped folder be read: the buttons are said instead.
    return undefined;
  }
};
