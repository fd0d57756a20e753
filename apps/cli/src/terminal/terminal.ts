import { createInterface } from "node:readline";

import { toTerminalLines, toTerminalText } from "../text-columns.ts";

/** Where words go: answers to stdout, everything said on the way to stderr, so that a pipe holds the answer alone. */
export interface Terminal {
  readonly answer: (text: string) => void;
  readonly say: (text: string) => void;
  readonly isInteractive: boolean;
  readonly ask: (question: string) => Promise<string | undefined>;
  readonly askSecret: (question: string) => Promise<string | undefined>;
  /** The status line of long work; an empty text takes it away. Nothing is drawn when stderr is not a screen. */
  readonly showStatus: (text: string) => void;
}

interface Streams {
  readonly stdin: NodeJS.ReadStream;
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
}

export const createTerminal = ({ stdin, stdout, stderr }: Streams): Terminal => {
  let statusIsShown = false;
  const clearStatus = (): void => {
    if (statusIsShown) stderr.write("\r\u001B[2K");
    statusIsShown = false;
  };
  const isInteractive = stdin.isTTY && stderr.isTTY;
  return {
    isInteractive,
    answer: (text) => {
      clearStatus();
      stdout.write(text);
    },
    say: (text) => {
      clearStatus();
      stderr.write(`${toTerminalLines(text)}\n`);
    },
    ask: (question) =>
      isInteractive ? askLine({ stdin, stderr }, question) : Promise.resolve(undefined),
    askSecret: (question) =>
      isInteractive ? askHiddenLine({ stdin, stderr }, question) : Promise.resolve(undefined),
    showStatus: (text) => {
      if (!stderr.isTTY) return;
      clearStatus();
      if (text === "") return;
      stderr.write(toTerminalText(text).slice(0, Math.max(20, (stderr.columns || 80) - 1)));
      statusIsShown = true;
    },
  };
};

const askLine = (
  { stdin, stderr }: Pick<Streams, "stdin" | "stderr">,
  question: string,
): Promise<string | undefined> =>
  new Promise((resolve) => {
    const reader = createInterface({ input: stdin, output: stderr });
    let answer: string | undefined;
    reader.on("close", () => resolve(answer));
    reader.question(question, (line) => {
      answer = line;
      reader.close();
    });
  });

/** Raw mode, so that nothing typed is echoed; Ctrl-C and Ctrl-D give no answer. */
const askHiddenLine = (
  { stdin, stderr }: Pick<Streams, "stdin" | "stderr">,
  question: string,
): Promise<string | undefined> =>
  new Promise((resolve) => {
    stderr.write(question);
    stdin.setRawMode(true);
    stdin.resume();
    stdin.setEncoding("utf8");
    let typed = "";
    const finish = (answer: string | undefined): void => {
      stdin.off("data", onData);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write("\n");
      resolve(answer);
    };
    const onData = (data: string | Buffer): void => {
      for (const character of data.toString()) {
        if (character === "\r" || character === "\n") return finish(typed);
        if (character === "\u0003" || character === "\u0004") return finish(undefined);
        typed =
          character === "\u007F" || character === "\b" ? typed.slice(0, -1) : typed + character;
      }
      return undefined;
    };
    stdin.on("data", onData);
  });
