import { Secret } from "@holdfast/evidence";
import { type ReactNode, useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import type { OpenSecret, PlaceSummary, SecretKind } from "../../door/places.ts";
import { readPasskey } from "./passkey.ts";

interface WayIn {
  /** What is said and asked. */
  readonly fields: ReactNode;
  /** The button that opens: the one action of the screen, or one of the others. */
  readonly action: ReactNode;
}

export interface WayInOf {
  readonly kind: SecretKind | undefined;
  readonly place: PlaceSummary;
  readonly open: (secret: OpenSecret) => Promise<void>;
  readonly isWorking: boolean;
  readonly isFirst: boolean;
}

/** One way into a place: what it asks for, and its button, which stands at the thumb when it is the first way. */
export const useWayIn = ({ kind, place, open, isWorking, isFirst }: WayInOf): WayIn => {
  const { navigation } = useApp();
  const say = useSay();
  const [words, setWords] = useState("");
  const button = { kind: isFirst ? "primary" : "plain", isPending: isWorking } as const;
  switch (kind) {
    case undefined:
      return { fields: undefined, action: undefined };
    case "device-key":
      return {
        fields: <p className="soft">{say("open_device_note")}</p>,
        action: (
          <Button {...button} onPress={() => void open({ kind })}>
            {say("open_device_do")}
          </Button>
        ),
      };
    case "passkey-prf": {
      const ask = async (): Promise<void> => {
        const key = await readPasskey(place.passkeys);
        if (key !== undefined) await open({ kind, key });
      };
      return {
        fields: undefined,
        action: (
          <Button {...button} onPress={() => void ask()}>
            {say("open_passkey_do")}
          </Button>
        ),
      };
    }
    case "shares":
      return {
        fields: isFirst ? <p className="soft">{say("open_cards_note")}</p> : undefined,
        action: (
          <Button
            {...button}
            onPress={() => navigation.go({ screen: "open-cards", place: place.id })}
          >
            {say("open_cards_do")}
          </Button>
        ),
      };
    case "passphrase":
    case "recovery-words": {
      const isPassphrase = kind === "passphrase";
      const submit = (): void => {
        if (words.trim() === "" || isWorking) return;
        const secret = new Secret(words);
        void open(isPassphrase ? { kind, passphrase: secret } : { kind, words: secret });
      };
      return {
        fields: (
          <Field
            kind="secret"
            label={say(isPassphrase ? "open_words_label" : "open_twelve_label")}
            {...(isPassphrase ? {} : { hint: say("open_twelve_hint") })}
            value={words}
            onChange={setWords}
            onEnter={submit}
            autoFocus={isFirst}
          />
        ),
        action: (
          <Button {...button} onPress={submit} isDisabled={words.trim() === ""}>
            {say(isPassphrase ? "open_words_do" : "open_twelve_do")}
          </Button>
        ),
      };
    }
  }
};
