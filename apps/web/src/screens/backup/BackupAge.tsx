import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { daysOld } from "../place/care/days-old.ts";
import { useOwnPlace } from "../place/care/use-own-place.ts";
import { usePlaces } from "../place/use-places.ts";

/** How old the last backup is that was opened once; one that was never tried does not count. */
export const BackupAge = () => {
  const { words } = useApp();
  const say = useSay();
  const own = useOwnPlace();
  const places = usePlaces();
  if (places === undefined || own === undefined || own.keeps === "nothing") return undefined;
  const last = places.find(({ id }) => id === own.id)?.lastBackupAt;
  if (last === undefined) return <p>{say("backup_age_none")}</p>;
  const day = new Date(last).toLocaleDateString(words.locale, { dateStyle: "full" });
  return (
    <p>
      {say("backup_age", { day })} {say("backup_age_days", { days: daysOld(last, Date.now()) })}
    </p>
  );
};
