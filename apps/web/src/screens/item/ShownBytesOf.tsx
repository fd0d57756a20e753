import { useEffect, useId, useState } from "react";

import { isolated } from "../../app/isolated.ts";
import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import type { ShownBytes } from "../../door/seeing.ts";
import { saveBlob } from "./save-blob.ts";
import { useUncoveredPicture } from "./uncovered.ts";
import { type BytesRef, useBytes, useObjectUrl } from "./use-bytes.ts";

/** A file, opened when it is asked for: a picture blurred, a recording silent, words as words, all else to be saved. */
export const ShownBytesOf = ({ of, name }: { readonly of: BytesRef; readonly name: string }) => {
  const say = useSay();
  const { state, open, close } = useBytes(of);
  switch (state.kind) {
    case "closed":
      return (
        <Button kind="plain" onPress={open}>
          {say("item_attachment_open_do", { name: isolated(name) })}
        </Button>
      );
    case "opening":
      return (
        <div className="row" role="status">
          <span>{say("item_working")}</span>
          <Button kind="quiet" onPress={close}>
            {say("shell_cancel_do")}
          </Button>
        </div>
      );
    case "failed":
      return <p role="alert">{sayProblem(say, state.error)}</p>;
    case "open":
      return (
        <div ref={takeLostFocus} tabIndex={-1} className="item-shown stack-tight">
          <Shown bytes={state.bytes} name={name} />
          <Saving blob={state.bytes.blob} name={name} />
        </div>
      );
  }
};

/** The button that opened it is gone: whoever listens or uses keys goes on here, not at the page's top. */
const takeLostFocus = (element: HTMLElement | null): void => {
  if (document.activeElement === document.body) element?.focus({ preventScroll: true });
};

const Shown = ({
  bytes: { blob, shownAs },
  name,
}: {
  readonly bytes: ShownBytes;
  readonly name: string;
}) => {
  const say = useSay();
  switch (shownAs) {
    case "picture":
      return <BlurredPicture blob={blob} name={name} />;
    case "recording":
      return <Recording blob={blob} name={name} isFilm={false} />;
    case "film":
      return <Recording blob={blob} name={name} isFilm />;
    case "text":
      return <PlainText blob={blob} />;
    case "pdf":
      return <p>{say("item_file_pdf")}</p>;
    case "download":
      return <p>{say("item_file_other")}</p>;
  }
};

const Saving = ({ blob, name }: { readonly blob: Blob; readonly name: string }) => {
  const { lockTimer } = useApp();
  const say = useSay();
  return (
    <div className="item-saving">
      <Button kind="quiet" onPress={() => saveBlob(lockTimer, blob, name)}>
        {say("item_file_save_do")}
      </Button>
      <span className="soft small">{say("item_file_save_note")}</span>
    </div>
  );
};

/** Blurred until tapped, one at a time, and again when the page goes out of sight. */
const BlurredPicture = ({ blob, name }: { readonly blob: Blob; readonly name: string }) => {
  const say = useSay();
  const id = useId();
  const { id: shown, show } = useUncoveredPicture();
  const url = useObjectUrl(blob);
  const [isBroken, setIsBroken] = useState(false);
  const isShown = shown === id;
  if (isBroken) return <p>{say("item_blur_broken")}</p>;
  return (
    <div className="stack-tight">
      <button
        type="button"
        className={isShown ? "item-picture" : "item-picture item-picture-blurred"}
        onClick={() => show(isShown ? undefined : id)}
        aria-pressed={isShown}
        aria-label={isShown ? say("item_blur_hide_do") : say("item_blur_show_do")}
      >
        {url === undefined ? undefined : (
          <img
            src={url}
            alt={isShown ? say("item_blur_alt", { name: isolated(name) }) : ""}
            draggable={false}
            onError={() => setIsBroken(true)}
          />
        )}
      </button>
      <p className="soft small">{say(isShown ? "item_blur_hide_do" : "item_blur")}</p>
    </div>
  );
};

/** Never by itself: with its controls, and silent until somebody presses play. */
const Recording = ({
  blob,
  name,
  isFilm,
}: {
  readonly blob: Blob;
  readonly name: string;
  readonly isFilm: boolean;
}) => {
  const say = useSay();
  const url = useObjectUrl(blob);
  if (url === undefined) return undefined;
  const label = say("item_recording_label", { name: isolated(name) });
  return isFilm ? (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- evidence as it came has no captions
    <video className="item-film" controls preload="none" src={url} aria-label={label} />
  ) : (
    // oxlint-disable-next-line jsx-a11y/media-has-caption -- evidence as it came has no captions
    <audio className="item-sound" controls preload="metadata" src={url} aria-label={label} />
  );
};

/** Enough to recognise it; a chat of a year is better read in the timeline. */
const shownTextInBytes = 20_000;

const PlainText = ({ blob }: { readonly blob: Blob }) => {
  const say = useSay();
  const [text, setText] = useState("");
  useEffect(() => {
    let isCurrent = true;
    const read = async (): Promise<void> => {
      const words = await blob.slice(0, shownTextInBytes).text();
      if (isCurrent) setText(words);
    };
    void read();
    return () => {
      isCurrent = false;
    };
  }, [blob]);
  return (
    <>
      <pre className="item-text" dir="auto">
        {text}
      </pre>
      {blob.size > shownTextInBytes ? (
        <p className="soft small">{say("item_file_text_long")}</p>
      ) : undefined}
    </>
  );
};
