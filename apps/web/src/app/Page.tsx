import { type ReactNode, useEffect, useRef } from "react";

import { useSay } from "./frame.ts";
import { ReadAloud } from "./ReadAloud.tsx";
import "./Page.css";

/**
 * One screen: what it is about, what stands on it, and the one thing to do, always at the thumb's reach in the same place.
 * The title takes the focus when the screen appears, so that a screen reader begins there.
 */
export const Page = ({
  title,
  lead,
  children,
  actions,
  after,
  isWide = false,
}: {
  readonly title: string;
  readonly lead?: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  /** Quieter ways on. On a phone they stand above the action, which stays at the thumb; else below it. */
  readonly after?: ReactNode;
  readonly isWide?: boolean;
}) => {
  const say = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    heading.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, []);
  return (
    <main id="page" ref={page} className={isWide ? "page page-wide" : "page"}>
      <div className="page-words stack">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {lead === undefined ? undefined : <p className="page-lead">{lead}</p>}
        {children}
        <ReadAloud
          from={page}
          label={say("shell_read_aloud_do")}
          stopLabel={say("shell_read_aloud_stop_do")}
        />
      </div>
      {actions === undefined ? undefined : <div className="page-actions">{actions}</div>}
      {after === undefined ? undefined : <div className="page-after stack">{after}</div>}
    </main>
  );
};
