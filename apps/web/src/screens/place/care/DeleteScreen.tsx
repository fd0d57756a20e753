import { useApp } from "../../../app/app-context.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import { isolated } from "../../../app/isolated.ts";
import { Button } from "../../../design/components/Button.tsx";
import type { PlaceSummary } from "../../../door/places.ts";
import { usePlaces } from "../use-places.ts";
import { daysOld } from "./days-old.ts";
import { useAsked } from "./use-asked.tsx";
import { useOwnPlace } from "./use-own-place.ts";

/** The first of two screens: what goes, how old the backup is, and what stays elsewhere. */
export const DeleteScreen = ({ place: asked }: { readonly place: string | undefined }) => {
  const { navigation } = useApp();
  const say = useSay();
  const own = useOwnPlace();
  const places = usePlaces();
  const { ask, question } = useAsked();
  const id = asked ?? own?.id;
  const place = places?.find((candidate) => candidate.id === id);
  if (places === undefined) {
    return <Page key="looking" title={say("care_delete_title")} lead={say("shell_loading")} />;
  }
  if (place === undefined) {
    return <Page key="none" title={say("care_delete_title")} lead={say("problem_no_such_place")} />;
  }
  const goOn = (): void => navigation.go({ screen: "care", part: "delete-sure", place: place.id });
  return (
    <Page
      key="found"
      title={
        place.name === ""
          ? say("care_delete_title")
          : say("care_delete_named", { name: isolated(place.name) })
      }
      lead={say("care_delete_lead")}
      actions={
        <>
          <Button kind="primary" onPress={navigation.back}>
            {say("care_delete_keep_do")}
          </Button>
          <Button kind="plain" onPress={() => (place.id === own?.id ? ask(goOn) : goOn())}>
            {say("care_delete_next_do")}
          </Button>
        </>
      }
    >
      <p>{say("care_delete_keys_first")}</p>
      <Backup place={place} />
      <StaysElsewhere />
      <p>{say(places.length > 1 ? "care_delete_others" : "care_delete_last")}</p>
      {question}
    </Page>
  );
};

const Backup = ({ place }: { readonly place: PlaceSummary }) => {
  const say = useSay();
  return place.lastBackupAt === undefined ? (
    <p>{say("care_delete_backup_none")}</p>
  ) : (
    <>
      <p>{say("care_delete_backup_age", { days: daysOld(place.lastBackupAt, Date.now()) })}</p>
      <p>{say("care_delete_backup_note")}</p>
    </>
  );
};

const StaysElsewhere = () => {
  const say = useSay();
  return (
    <>
      <h2>{say("care_delete_stays_title")}</h2>
      <ul>
        <li>{say("care_delete_stays_photos")}</li>
        <li>{say("care_delete_stays_downloads")}</li>
        <li>{say("care_delete_stays_history")}</li>
        <li>{say("care_delete_stays_chat")}</li>
      </ul>
    </>
  );
};
