import type { ExhibitId } from "@holdfast/evidence";

import { useSay } from "../../app/frame.ts";
import { Fold } from "../../design/components/Fold.tsx";
import type { Choosable } from "./what-goes.ts";

/** What does not go, by name, and why. */
export const WhatStays = ({
  all,
  ticked,
}: {
  readonly all: Choosable;
  readonly ticked: ReadonlySet<ExhibitId>;
}) => {
  const say = useSay();
  const staying = [
    ...all.staying.map(({ exhibit, why }) => ({ exhibit, why: say(`give_out_${why}`) })),
    ...all.exhibits
      .filter(({ id }) => !ticked.has(id))
      .map((exhibit) => ({ exhibit, why: say("give_stays_unticked") })),
  ];
  return (
    <>
      {staying.length === 0 ? undefined : (
        <Fold title={say("give_stays", { count: staying.length })}>
          <ul className="give-staying">
            {staying.map(({ exhibit, why }) => (
              <li key={exhibit.id}>
                <bdi className="give-name">{exhibit.originalName}</bdi>
                <span className="soft small">{why}</span>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      <p className="soft small">{say("give_stays_private")}</p>
    </>
  );
};
