import { useApp } from "../../../app/app-context.ts";
import { useFace } from "../../../app/face-choice.ts";
import { titleOfFace } from "../../../app/faces.ts";
import { useSay } from "../../../app/frame.ts";
import { Page } from "../../../app/Page.tsx";
import type { CarePart } from "../../../app/routes.ts";
import { useSession } from "../../../app/use-session.ts";
import { type LineChoice, Lines } from "../../../design/components/Lines.tsx";
import type { PlaceSummary } from "../../../door/places.ts";
import { usePlaces } from "../use-places.ts";
import { daysOld } from "./days-old.ts";
import { useOwnPlace } from "./use-own-place.ts";

/** What can be looked after: with the place open all of it, without one what stands around it. */
export const CareHub = () => {
  const say = useSay();
  const place = useOwnPlace();
  const { keeping } = useSession();
  const keepsNothing = place?.keeps === "nothing" || (place === undefined && keeping === "nothing");
  const lines = useLines();
  return (
    <Page
      title={say("care_title")}
      lead={say(
        keepsNothing ? "care_nothing" : place === undefined ? "care_lead_closed" : "care_lead",
      )}
    >
      <Lines choices={lines} />
    </Page>
  );
};

const useLines = (): readonly LineChoice[] => {
  const { navigation } = useApp();
  const say = useSay();
  const place = useOwnPlace();
  const places = usePlaces();
  const face = titleOfFace(useFace());
  const lock = useLockWords();
  const backup = useBackupWords(places);
  const line = (part: CarePart, title: string, hint: string): LineChoice => ({
    id: part,
    title,
    hint,
    onPress: () => navigation.go({ screen: "care", part }),
  });
  const onDevice = place?.keeps === "on-device";
  return [
    ...(onDevice ? [line("keys", say("care_keys_do"), say("care_keys_hint"))] : []),
    ...(place === undefined
      ? []
      : [line("lock", say("care_lock_do"), say("care_lock_hint", { lock }))]),
    ...(place === undefined
      ? []
      : [
          {
            id: "backup",
            title: say("backup_title"),
            hint: backup,
            onPress: () => navigation.go({ screen: "backup" }),
          },
        ]),
    line("leave", say("care_leave_do"), say("care_leave_hint")),
    line("look", say("care_look_do"), say("care_look_hint", { face })),
    line("places", say("care_places_do"), say("care_places_hint", { count: places?.length ?? 0 })),
    ...(place === undefined
      ? []
      : [line("pictures", say("care_pictures_do"), say("care_pictures_hint"))]),
    ...(onDevice ? [line("delete", say("care_delete_do"), say("care_delete_hint"))] : []),
  ];
};

/** What there is already: how old the last one is, as far as one was made and tried. */
const useBackupWords = (places: readonly PlaceSummary[] | undefined): string => {
  const say = useSay();
  const own = useOwnPlace();
  if (own?.keeps === "nothing") return say("backup_hint");
  const summary = places?.find(({ id }) => id === own?.id);
  if (summary === undefined) return say("backup_hint");
  const { lastBackupAt } = summary;
  return lastBackupAt === undefined
    ? say("backup_hint_none")
    : say("backup_hint_age", { days: daysOld(lastBackupAt, Date.now()) });
};

const useLockWords = (): string => {
  const say = useSay();
  const { watched, backAndForth } = useSession();
  if (watched) return say("care_lock_short_once");
  return say(backAndForth ? "care_lock_short_fifteen" : "care_lock_short_two");
};
