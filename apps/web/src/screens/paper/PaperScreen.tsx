import { instantSentence } from "@holdfast/words";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { Page } from "../../app/Page.tsx";
import { sayProblem } from "../../app/say-problem.ts";
import { Button } from "../../design/components/Button.tsx";
import { useCaseDays } from "../see/days/DaysScreen.tsx";
import { createDayWords } from "../see/local-time.ts";
import { useCase, useExhibits } from "../see/use-see-words.ts";
import "../see/days/days.css";
import "./paper.css";

/** Days, people and what was kept, to be printed: no picture, no message, and a heading that tells nothing. */
export const PaperScreen = () => {
  const { lockTimer } = useApp();
  const say = useSay();
  const days = useCaseDays();
  const theCase = useCase();
  const exhibits = useExhibits();
  const failed = [days, theCase, exhibits].find((asked) => asked.kind === "failed");
  if (failed?.kind === "failed") {
    return <Page title={say("paper_title")} lead={sayProblem(say, failed.error)} />;
  }
  if (days.kind !== "there" || theCase.kind !== "there" || exhibits.kind !== "there") {
    return <Page title={say("paper_title")} lead={say("see_loading")} />;
  }
  const printIt = (): void => {
    const release = lockTimer.hold();
    addEventListener("afterprint", release, { once: true });
    print();
  };
  return (
    <Page
      title={say("paper_title")}
      lead={say("paper_lead")}
      actions={
        <Button kind="primary" onPress={printIt}>
          {say("paper_print_do")}
        </Button>
      }
    >
      <p className="soft paper-not">{say("paper_think")}</p>
      <article className="paper stack">
        <h2>{say("paper_heading")}</h2>
        <PaperDays days={days.value.all.days} />
        <PaperPeople parties={theCase.value.facts.parties ?? []} />
        <PaperKept exhibits={exhibits.value} zone={theCase.value.facts.zone} />
      </article>
    </Page>
  );
};

const PaperDays = ({
  days,
}: {
  readonly days: readonly {
    readonly day: string;
    readonly total: number;
    readonly atNight: number;
  }[];
}) => {
  const { words } = useApp();
  const say = useSay();
  const dayWords = createDayWords(words.locale);
  const number = new Intl.NumberFormat(words.locale);
  return (
    <>
      <h3>{say("paper_days")}</h3>
      <table className="paper-table">
        <thead>
          <tr>
            <th scope="col">{say("paper_column_day")}</th>
            <th scope="col">{say("paper_column_all")}</th>
            <th scope="col">{say("paper_column_night")}</th>
          </tr>
        </thead>
        <tbody>
          {days.map(({ day, total, atNight }) => (
            <tr key={day}>
              <th scope="row">{dayWords(day)}</th>
              <td>{number.format(total)}</td>
              <td>{number.format(atNight)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
};

const PaperPeople = ({
  parties,
}: {
  readonly parties: NonNullable<
    Extract<ReturnType<typeof useCase>, { readonly kind: "there" }>["value"]["facts"]["parties"]
  >;
}) => {
  const say = useSay();
  return (
    <>
      <h3>{say("paper_people")}</h3>
      {parties.length === 0 ? <p>{say("paper_none_said")}</p> : undefined}
      <ul className="paper-list">
        {parties.map(({ id, role, label, handles }) => (
          <li key={id}>
            {say(`people_role_${role}`)}
            {label === undefined ? undefined : (
              <>
                {": "}
                <bdi>{label}</bdi>
              </>
            )}
            {" ("}
            {handles.map(({ scheme, value }, index) => (
              <span key={`${scheme}:${value}`}>
                {index > 0 ? ", " : ""}
                <bdi className="exact">{value}</bdi>
              </span>
            ))}
            {")"}
          </li>
        ))}
      </ul>
    </>
  );
};

const PaperKept = ({
  exhibits,
  zone,
}: {
  readonly zone: string | undefined;
  readonly exhibits: Extract<ReturnType<typeof useExhibits>, { readonly kind: "there" }>["value"];
}) => {
  const { zones } = useApp();
  const say = useSay();
  const added = (at: number): string => {
    const { local, utc } = instantSentence({ zones }, at, zone);
    return [local, ...(utc === undefined ? [] : [utc])].join(" · ");
  };
  return (
    <>
      <h3>{say("paper_kept")}</h3>
      <ol className="paper-list">
        {exhibits
          .filter(({ exhibit }) => !exhibit.withdrawn)
          .map(({ exhibit }) => (
            <li key={exhibit.id}>
              <bdi>{exhibit.originalName}</bdi>
              <div className="soft small">
                {[
                  say(`label_exhibit_${exhibit.kind}`),
                  say(`label_origin_${exhibit.origin}`),
                  say("paper_added", { when: added(exhibit.addedAt) }),
                ].join(" · ")}
              </div>
            </li>
          ))}
      </ol>
    </>
  );
};
