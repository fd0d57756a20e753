import { type ReactNode, useEffect, useRef } from "react";

import { useApp } from "../../app/app-context.ts";
import { Button } from "../../design/components/Button.tsx";

/**
 * A button that opens the phone's own choice of files. The place does not lock while somebody chooses; when they come back
 * without having chosen, that ends too.
 */
export const PickFiles = ({
  children,
  accept,
  kind = "primary",
  takesPhoto = false,
  takesOne = false,
  takesFolder = false,
  onPick,
}: {
  readonly children: ReactNode;
  readonly accept?: string;
  readonly kind?: "primary" | "plain" | "quiet";
  /** Opens the camera where there is one. */
  readonly takesPhoto?: boolean;
  readonly takesOne?: boolean;
  readonly takesFolder?: boolean;
  readonly onPick: (files: readonly File[]) => void;
}) => {
  const { lockTimer } = useApp();
  const input = useRef<HTMLInputElement>(null);
  const release = useRef<() => void>(undefined);
  const end = (): void => {
    release.current?.();
    release.current = undefined;
  };
  useEffect(() => {
    const element = input.current;
    element?.addEventListener("cancel", end);
    return () => element?.removeEventListener("cancel", end);
  });
  const open = (): void => {
    end();
    release.current = lockTimer.hold();
    const element = input.current;
    if (element === null) return;
    element.webkitdirectory = takesFolder;
    element.click();
  };
  return (
    <>
      <Button kind={kind} onPress={open}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        tabIndex={-1}
        multiple={!takesPhoto && !takesOne}
        {...(accept === undefined ? {} : { accept })}
        {...(takesPhoto ? { capture: "environment" as const } : {})}
        onChange={(event) => {
          end();
          const files = [...(event.target.files ?? [])];
          // The same file can be chosen again.
          event.target.value = "";
          if (files.length > 0) onPick(files);
        }}
      />
    </>
  );
};
