import type { ReactNode } from "react";

import { Button } from "../design/components/Button.tsx";
import { useFrame, useRoute, useSay } from "./frame.ts";
import { useSession } from "./use-session.ts";
import { LeaveButton } from "./LeaveButton.tsx";
import { ShiftStatus } from "./ShiftStatus.tsx";
import "./Shell.css";

/** What stands around every screen: the way out, the way back, and a quiet line to somebody who listens. */
export const Shell = ({ children }: { readonly children: ReactNode }) => {
  const { leave, navigation } = useFrame();
  const say = useSay();
  const route = useRoute();
  const { keeping } = useSession();
  return (
    <div className="shell">
      <a className="shell-skip" href="#page">
        {say("shell_skip_to_page")}
      </a>
      <header className="shell-top">
        <div className="shell-back">
          {navigation.canGoBack() ? (
            <Button kind="quiet" onPress={navigation.back}>
              {say("shell_back_do")}
            </Button>
          ) : undefined}
        </div>
        <LeaveButton />
        <ShiftStatus onLeave={leave} />
      </header>
      {keeping === "nothing" ? (
        <p className="shell-band" role="status">
          {say("shell_nothing_banner")}
        </p>
      ) : undefined}
      {children}
      {route.screen === "talk" || route.screen === "danger" ? undefined : (
        <footer className="shell-foot">
          <span className="soft">{say("shell_too_much")}</span>{" "}
          <Button kind="quiet" onPress={() => navigation.go({ screen: "talk" })}>
            {say("shell_too_much_do")}
          </Button>
        </footer>
      )}
    </div>
  );
};
