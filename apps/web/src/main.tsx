import "./app/zod-without-eval.ts";

import { type AppLocale, appLocales, createAppWords } from "@holdfast/words";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";

import { App } from "./app/App.tsx";
import { createBrowserHistory } from "./app/browser-history.ts";
import { suggestCountry } from "./app/country-codes.ts";
import { createFaceChoice, createFaceMemory } from "./app/face-choice.ts";
import { applyFace, faceOfAddress, plainPageOf } from "./app/faces.ts";
import { firstPaint } from "./app/first-paint.ts";
import type { FrameDeps } from "./app/frame.ts";
import { createInstallOffer } from "./app/install-offer.ts";
import { createLeave } from "./app/leave.ts";
import { letGoOfField } from "./app/let-go-of-field.ts";
import { createNavigation } from "./app/navigation.ts";
import { createPlainPage } from "./app/plain-page.ts";
import { createSession } from "./app/session-state.ts";
import { keepOffline } from "./app/offline-policy.ts";
import { readSurroundings } from "./app/surroundings.ts";
import { allowOwnScriptUrls } from "./app/trusted-urls.ts";
import { forgetOffline, registerOffline, takeTicket } from "./service-worker/offline.ts";
import "./design/tokens.css";
import "./design/base.css";

allowOwnScriptUrls(new URL("./", document.baseURI).href);

const start = (root: Element): void => {
  const ticket = takeTicket();
  const words = createAppWords(languageOf(location.search), navigator.languages);
  document.documentElement.lang = words.language;
  document.documentElement.dir = words.direction;
  // Until the engine is here, there are no keys that could be dropped.
  let lockNow = (): void => undefined;
  const isInstalled = matchMedia("(display-mode: standalone)").matches;
  const face = createFaceChoice({
    ofAddress: faceOfAddress(location.search),
    isInstalled,
    memory: createFaceMemory(() => localStorage),
    apply: applyFace,
  });
  const plainPage = createPlainPage();
  const frame: FrameDeps = {
    words,
    navigation: createNavigation(createBrowserHistory(), { screen: "first" }),
    session: createSession(suggestCountry(navigator.languages)),
    surroundings: readSurroundings({
      userAgent: navigator.userAgent,
      isStandalone: isInstalled,
      touchPoints: navigator.maxTouchPoints,
    }),
    face,
    install: createInstallOffer(),
    leave: createLeave({
      lockNow: () => lockNow(),
      neutralPath: () => plainPageOf(face.current()),
      plainPage,
    }),
    forgetApp: async () => {
      face.forget();
      await forgetOffline();
    },
  };
  frame.navigation.subscribe(letGoOfField);
  const engine = loadEngine(root).then((startEngine) => {
    const started = startEngine(frame, ticket);
    lockNow = started.endForGood;
    const holdPlainPage = (): void =>
      void plainPage.hold(new URL(plainPageOf(face.current()), document.baseURI).href);
    holdPlainPage();
    face.subscribe(holdPlainPage);
    return started;
  });
  keepOffline(frame.navigation, frame.session, {
    register: registerOffline,
    forget: frame.forgetApp,
  });
  createRoot(root).render(
    <StrictMode>
      <App frame={frame} engine={engine} />
    </StrictMode>,
  );
};

/** The screens behind come with it: they wait for it, and nobody waits for one after the other. */
const loadEngine = async (root: Element) => {
  await firstPaint(root);
  const [{ startEngine }] = await Promise.all([
    import("./app/start-engine.ts"),
    import("./app/EngineScreens.tsx"),
  ]);
  return startEngine;
};

/** English, or one of the two made-up languages that the tests walk through. */
const languageOf = (search: string): AppLocale => {
  const asked = new URLSearchParams(search).get("l");
  return appLocales.find((locale) => locale === asked) ?? "en";
};

const root = document.querySelector("#root");
if (root !== null) start(root);
