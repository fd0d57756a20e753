import { useEffect, useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Button } from "../../../design/components/Button.tsx";

type Promised = "granted" | "refused" | "unknown";

const sentences = {
  granted: "care_storage_granted",
  refused: "care_storage_refused",
  unknown: "care_storage_unknown",
} as const satisfies Record<Promised, string>;

/** Whether the browser may clear the place by itself, and how much room there is. */
export const StoragePromise = () => {
  const { door, words } = useApp();
  const say = useSay();
  const [promised, setPromised] = useState<Promised>();
  const [room, setRoom] = useState<{ readonly used: number; readonly left: number }>();
  useEffect(() => {
    let isCurrent = true;
    const look = async (): Promise<void> => {
      const [answer, estimate] = [await door.storage.isPersisted(), await door.storage.estimate()];
      if (!isCurrent) return;
      setPromised(answer);
      if (estimate !== undefined) {
        setRoom({ used: estimate.usedInBytes, left: estimate.availableInBytes });
      }
    };
    void look();
    return () => {
      isCurrent = false;
    };
  }, [door]);
  const ask = async (): Promise<void> => setPromised(await door.storage.persist());
  return (
    <>
      <h2>{say("care_storage_title")}</h2>
      <p role="status">
        {promised === undefined ? say("shell_loading") : say(sentences[promised])}
      </p>
      {room === undefined ? undefined : (
        <p className="soft">
          {say("care_storage_room", {
            used: inMegabytes(words.locale, room.used),
            room: inMegabytes(words.locale, room.left),
          })}
        </p>
      )}
      {promised === "refused" ? (
        <Button kind="plain" onPress={() => void ask()}>
          {say("care_storage_ask_do")}
        </Button>
      ) : undefined}
    </>
  );
};

const inMegabytes = (locale: string, bytes: number): string =>
  new Intl.NumberFormat(locale, {
    style: "unit",
    unit: bytes < 1e9 ? "megabyte" : "gigabyte",
    maximumFractionDigits: bytes < 1e7 ? 1 : 0,
  }).format(bytes / (bytes < 1e9 ? 1e6 : 1e9));
