import { createAppWords } from "@holdfast/words";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { App } from "./app/App.tsx";
import { createBrowserHistory } from "./app/browser-history.ts";
import { createLeave } from "./app/leave.ts";
import { createNavigation } from "./app/navigation.ts";
import { createSession } from "./app/session.ts";
import { allowOwnScriptUrls } from "./app/trusted-urls.ts";
import "./design/tokens.css";
import "./design/base.css";

allowOwnScriptUrls(new URL("./", document.baseURI).href);

const start = (root: Element): void => {
  const words = createAppWords("en");
  document.documentElement.lang = words.locale;
  document.documentElement.dir = words.direction;
  const navigation = createNavigation(createBrowserHistory(), { screen: "first" });
  const session = createSession(undefined);
  const leave = createLeave({ lockNow: () => undefined, neutralPath: () => "p/notes.html" });
  createRoot(root).render(
    <StrictMode>
      <App deps={{ words, navigation, session, leave }} />
    </StrictMode>,
  );
};

const root = document.querySelector("#root");
if (root !== null) start(root);
