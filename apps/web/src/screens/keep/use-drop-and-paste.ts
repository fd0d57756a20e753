import { useEffect } from "react";

import { type Brought, nothingBrought } from "./brought.ts";
import { namesInFolder, readDropped } from "./read-dropped.ts";

/** Files dropped anywhere on the page, folders too, pictures that were copied, and words. */
export const useDropAndPaste = (onBrought: (brought: Brought) => void): void => {
  useEffect(() => {
    const over = (event: DragEvent): void => event.preventDefault();
    const take = async (transfer: DataTransfer): Promise<void> => {
      const text = transfer.getData("text/plain");
      const dropped = await readDropped(transfer);
      const hasFiles = dropped.files.length + dropped.unreadable.length + dropped.setAside > 0;
      // A dropped file brings its address as words too.
      if (hasFiles) onBrought({ ...dropped, text: "" });
      else if (text.trim() !== "") onBrought({ ...nothingBrought, text });
    };
    const drop = (event: DragEvent): void => {
      if (isField(event.target)) return;
      event.preventDefault();
      if (event.dataTransfer !== null) void take(event.dataTransfer);
    };
    const paste = (event: ClipboardEvent): void => {
      if (isField(event.target) || event.clipboardData === null) return;
      const files = namesInFolder([...event.clipboardData.files]);
      const text = files.length > 0 ? "" : event.clipboardData.getData("text/plain");
      if (files.length === 0 && text.trim() === "") return;
      event.preventDefault();
      onBrought({ ...nothingBrought, files, text });
    };
    addEventListener("dragover", over);
    addEventListener("drop", drop);
    addEventListener("paste", paste);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("drop", drop);
      removeEventListener("paste", paste);
    };
  }, [onBrought]);
};

/** Words that are pasted into a field are the field's: secret words among them. */
const isField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest("input, textarea, [contenteditable]") !== null;
