import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { useDoorState } from "../../app/use-door.ts";
import { Button } from "../../design/components/Button.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import type { PlaceSummary } from "../../door/places.ts";
import { OpenPlaceForm } from "./OpenPlaceForm.tsx";
import { usePlaces } from "./use-places.ts";
import { WhyHere } from "./WhyHere.tsx";

/** The door of what is kept: which place, and what opens it. */
export const OpenScreen = ({ place: asked }: { readonly place?: string | undefined }) => {
  const { navigation } = useApp();
  const say = useSay();
  const places = usePlaces();
  const [chosen, setChosen] = useState<string>();
  const door = useDoorState();
  if (door.kind === "locking") {
    return <Page title={say("open_locking_title")} lead={say("open_locking")} />;
  }
  if (places === undefined) return <Page title={say("open_title")} lead={say("shell_loading")} />;
  const usable = places.filter(({ state }) => state !== "unfinished");
  const place =
    usable.find(({ id }) => id === (chosen ?? asked))
    ?? (usable.length === 1 ? usable[0] : undefined);
  if (usable.length === 0) {
    const isGone = door.kind === "locked" && door.why === "place-gone";
    return (
      <Page
        title={say("open_title")}
        lead={isGone ? undefined : say("open_none")}
        actions={
          <>
            <Button kind="primary" onPress={() => navigation.reset({ screen: "first" })}>
              {say("home_start_do")}
            </Button>
            <Button onPress={() => navigation.go({ screen: "restore" })}>
              {say("open_restore_do")}
            </Button>
          </>
        }
      >
        <WhyHere />
      </Page>
    );
  }
  return place === undefined ? (
    <WhichPlace places={usable} onChoose={setChosen} />
  ) : (
    <OpenPlaceForm place={place} />
  );
};

const WhichPlace = ({
  places,
  onChoose,
}: {
  readonly places: readonly PlaceSummary[];
  readonly onChoose: (id: string) => void;
}) => {
  const { navigation, words } = useApp();
  const say = useSay();
  return (
    <Page title={say("open_title")} lead={say("open_which")}>
      <WhyHere />
      <Lines
        choices={places.map((place) => ({
          id: place.id,
          title: <bdi>{place.name}</bdi>,
          hint: new Date(place.createdAt).toLocaleDateString(words.locale, { dateStyle: "full" }),
          onPress: () => onChoose(place.id),
        }))}
      />
      <Button kind="quiet" onPress={() => navigation.go({ screen: "restore" })}>
        {say("open_restore_do")}
      </Button>
    </Page>
  );
};
