import { useState } from "react";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { isolated } from "../../app/isolated.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import { Field } from "../../design/components/Field.tsx";
import { Lines } from "../../design/components/Lines.tsx";
import { useFacts } from "./use-facts.ts";
import { cityOf, findZones } from "./zones.ts";

const mostFound = 8;

/** The zone of the case: asked, never taken from the phone, whose own is only offered. */
export const ZoneScreen = () => {
  const { navigation } = useApp();
  const say = useSay();
  const { facts, failed, save } = useFacts();
  const [letters, setLetters] = useState("");
  const phone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const found = findZones(Intl.supportedValuesOf("timeZone"), letters, mostFound);
  const choose = async (zone: string | undefined): Promise<void> => {
    const kept = await save(({ zone: _before, ...others }) =>
      zone === undefined ? others : { ...others, zone },
    );
    if (kept) navigation.back();
  };
  const line = (zone: string, hint?: string) => ({
    id: zone,
    title: <bdi>{cityOf(zone)}</bdi>,
    hint: hint ?? <bdi>{zone.replaceAll("_", " ")}</bdi>,
    onPress: () => void choose(zone),
  });
  return (
    <Page
      title={say("zone_title")}
      lead={say("zone_lead")}
      actions={
        <Button kind="quiet" onPress={navigation.back}>
          {say("shell_skip_do")}
        </Button>
      }
    >
      {failed === undefined ? undefined : <p role="alert">{sayProblem(say, failed)}</p>}
      {facts?.zone === undefined ? undefined : (
        <div className="row">
          <span>{say("zone_now", { zone: isolated(cityOf(facts.zone)) })}</span>
          <Button kind="quiet" onPress={() => void choose(undefined)}>
            {say("zone_forget_do")}
          </Button>
        </div>
      )}
      {letters.trim() === "" ? (
        <Lines choices={[line(phone, say("zone_phone_hint"))]} />
      ) : undefined}
      <Field
        kind="search"
        label={say("zone_search")}
        hint={say("zone_search_hint")}
        value={letters}
        onChange={setLetters}
      />
      {letters.trim() !== "" && found.length === 0 ? (
        <p role="status">{say("zone_none")}</p>
      ) : undefined}
      {found.length === 0 ? undefined : (
        <Lines size="small" choices={found.map((zone) => line(zone))} />
      )}
    </Page>
  );
};
