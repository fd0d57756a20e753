import { err, ok, type Result } from "@holdfast/evidence";

export interface MicrophoneError {
  readonly code: "refused" | "no-microphone" | "broke";
}

/** A recording that runs. It ends once, by whichever of these comes first. */
export interface Listening {
  /** What was heard until now; the microphone is let go of. `undefined` when nothing came. */
  readonly stop: () => Promise<Blob | undefined>;
  /** Nothing of it is left. */
  readonly drop: () => void;
}

export interface Microphone {
  /** Whether this browser can record at all. */
  readonly canRecord: boolean;
  /** Asks for the microphone; `onEnd` is called when it goes away by itself. */
  readonly listen: (onEnd: () => void) => Promise<Result<Listening, MicrophoneError>>;
}

/** What `holdsOnlySound` knows. The first that the browser can write. */
const types = ["audio/webm;codecs=opus", "audio/mp4;codecs=mp4a.40.2", "audio/mp4"];

/** Speech is clear at this, and a minute of it is 240 kilobytes. */
const bitsPerSecond = 32_000;

export const createMicrophone = (): Microphone => {
  const type = typeToWrite();
  return {
    canRecord: type !== undefined,
    listen: async (onEnd) => {
      if (type === undefined) return err({ code: "broke" });
      const opened = await openMicrophone();
      return opened.ok ? record(opened.value, type, onEnd) : opened;
    },
  };
};

/** Outside of a secure address, and in browsers that are too old, there are no devices at all. */
const typeToWrite = (): string | undefined => {
  const hasDevices = "mediaDevices" in navigator && "MediaRecorder" in globalThis;
  return hasDevices ? types.find((type) => MediaRecorder.isTypeSupported(type)) : undefined;
};

const openMicrophone = async (): Promise<Result<MediaStream, MicrophoneError>> => {
  try {
    return ok(await navigator.mediaDevices.getUserMedia({ audio: true, video: false }));
  } catch (failure) {
    return err({ code: codeOf(failure) });
  }
};

/** Source: Media Capture and Streams §10.1, the names of its errors. */
const codeOf = (failure: unknown): MicrophoneError["code"] => {
  if (!(failure instanceof DOMException)) throw failure;
  switch (failure.name) {
    case "NotAllowedError":
    case "SecurityError":
      return "refused";
    case "NotFoundError":
    case "OverconstrainedError":
      return "no-microphone";
    default:
      return "broke";
  }
};

const record = (
  stream: MediaStream,
  type: string,
  onEnd: () => void,
): Result<Listening, MicrophoneError> => {
  const recorder = new MediaRecorder(stream, {
    mimeType: type,
    audioBitsPerSecond: bitsPerSecond,
  });
  const parts: Blob[] = [];
  const letGo = (): void => stream.getTracks().forEach((track) => track.stop());
  const ended = new Promise<void>((resolve) => {
    recorder.addEventListener("stop", () => {
      letGo();
      resolve();
      onEnd();
    });
  });
  recorder.addEventListener("dataavailable", ({ data }) => parts.push(data));
  recorder.start();
  const end = (): void => {
    if (recorder.state !== "inactive") recorder.stop();
  };
  return ok({
    stop: async () => {
      end();
      await ended;
      const sound = new Blob(parts, { type: type.split(";")[0] ?? type });
      return sound.size === 0 ? undefined : sound;
    },
    drop: () => {
      end();
      letGo();
      parts.length = 0;
    },
  });
};
