import { Secret } from "@holdfast/evidence";
import { useState } from "react";

import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { sayProblem } from "../../../app/say-problem.ts";
import { useSession } from "../../../app/use-session.ts";
import { Button } from "../../../design/components/Button.tsx";
import { type LineChoice, Lines } from "../../../design/components/Lines.tsx";
import type { DoorError } from "../../../door/door.ts";
import type { PlaceSummary } from "../../../door/places.ts";
import { NewWordsAsk } from "../NewWordsAsk.tsx";
import { usePlaces } from "../use-places.ts";
import { NameAsk } from "./NameAsk.tsx";
import { useOwnPlace } from "./use-own-place.ts";

type Asked =
  | { readonly kind: "name" }
  | { readonly kind: "words"; readonly name: string }
  | { readonly kind: "rename"; readonly id: string; readonly name: string };

/** Several places, each a case of its own, under names that the person chose. */
export const PlacesScreen = () => {
  const { door } = useApp();
  const say = useSay();
  const place = useOwnPlace();
  const { keeping } = useSession();
  const { lines, isLoading } = usePlaceLines();
  const [asked, setAsked] = useState<Asked>();
  const [error, setError] = useState<DoorError>();
  const close = (): void => setAsked(undefined);
  const makeNew = useMakePlace(setError);
  const rename = async (id: string, name: string): Promise<void> => {
    const renamed = await door.places.rename(id, name);
    setError(renamed.ok ? undefined : renamed.error);
    close();
  };
  return (
    <Page
      title={say("care_places_title")}
      lead={isLoading ? say("shell_loading") : say("care_places_lead")}
      actions={
        keeping === "nothing" ? undefined : (
          <Button kind="primary" onPress={() => setAsked({ kind: "name" })}>
            {say("care_places_new_do")}
          </Button>
        )
      }
    >
      <div role="alert">{error === undefined ? undefined : <p>{sayProblem(say, error)}</p>}</div>
      <Lines choices={lines} />
      {place === undefined ? undefined : (
        <Button
          kind="quiet"
          onPress={() => setAsked({ kind: "rename", id: place.id, name: place.name })}
        >
          {say("care_places_rename_do")}
        </Button>
      )}
      <p className="soft">
        {say(keeping === "nothing" ? "care_places_nothing" : "care_places_name_seen")}
      </p>
      {asked?.kind === "name" ? (
        <NameAsk
          title={say("care_places_new_title")}
          note={say("care_places_new_note")}
          first=""
          doLabel={say("care_places_new_next_do")}
          onName={(name) => setAsked({ kind: "words", name })}
          onClose={close}
        />
      ) : undefined}
      {asked?.kind === "words" ? (
        <NewWordsAsk onClose={close} onChosen={(words) => makeNew(asked.name, words)} />
      ) : undefined}
      {asked?.kind === "rename" ? (
        <NameAsk
          title={say("care_places_rename_title")}
          first={asked.name}
          doLabel={say("care_places_rename_save_do")}
          onName={(name) => void rename(asked.id, name)}
          onClose={close}
        />
      ) : undefined}
    </Page>
  );
};

/** One tab has one place open: the open one is closed first, its writing finished. */
const useMakePlace = (onError: (error: DoorError) => void) => {
  const { door, navigation, session } = useApp();
  const { young } = useSession();
  return async (name: string, words: string): Promise<void> => {
    if (door.state().kind !== "locked") await door.places.lock();
    session.change({ keeping: "device" });
    void door.storage.persist();
    const made = await door.places.create({
      name,
      keeps: "on-device",
      pictures: young ? "protected" : "unasked",
      secrets: [{ kind: "passphrase", passphrase: new Secret(words) }],
    });
    if (made.ok) navigation.reset({ screen: "home" });
    else onError(made.error);
  };
};

const usePlaceLines = (): {
  readonly lines: readonly LineChoice[];
  readonly isLoading: boolean;
} => {
  const { door, navigation, words } = useApp();
  const say = useSay();
  const own = useOwnPlace();
  const places = usePlaces();
  const switchTo = async (id: string): Promise<void> => {
    if (id === own?.id) return navigation.reset({ screen: "home" });
    if (door.state().kind !== "locked") await door.places.lock();
    navigation.reset({ screen: "open", place: id });
  };
  const hintOf = ({ id, isOpen, createdAt, state }: PlaceSummary): string => {
    if (id === own?.id) return say("care_places_here");
    if (isOpen) return say("care_places_elsewhere");
    if (state === "unfinished") return say("open_unfinished");
    const day = new Date(createdAt).toLocaleDateString(words.locale, { dateStyle: "full" });
    return say("care_places_made", { day });
  };
  return {
    isLoading: places === undefined,
    lines: (places ?? []).map((place) => ({
      id: place.id,
      title: place.name === "" ? say("care_places_unnamed") : <bdi>{place.name}</bdi>,
      hint: hintOf(place),
      onPress: () =>
        place.state === "unfinished"
          ? navigation.go({ screen: "care", part: "delete", place: place.id })
          : void switchTo(place.id),
    })),
  };
};
