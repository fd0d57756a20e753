import { useSay } from "../../app/frame.ts";
import type { Brought } from "./brought.ts";

const shownNames = 20;

/** What was dropped and did not even come: by name, and what to do about it. */
export const NotBrought = ({ unreadable, setAside }: Pick<Brought, "unreadable" | "setAside">) => {
  const say = useSay();
  if (unreadable.length + setAside === 0) return undefined;
  return (
    <div className="stack-tight keeping" role="status">
      {unreadable.length === 0 ? undefined : (
        <>
          <p>{say("keep_unreadable", { count: unreadable.length })}</p>
          <ul>
            {unreadable.slice(0, shownNames).map((name) => (
              <li key={name}>
                <bdi>{name}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {setAside === 0 ? undefined : (
        <p className="soft">{say("keep_set_aside", { count: setAside })}</p>
      )}
    </div>
  );
};
