import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { App } from "./app/App.tsx";
import { allowOwnScriptUrls } from "./app/trusted-urls.ts";

allowOwnScriptUrls(new URL("./", document.baseURI).href);

const root = document.querySelector("#root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}
