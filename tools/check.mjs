// @ts-check
// `npm run check`: everything that needs no browser, in under three minutes.
import { setUp } from "./setup.mjs";
import { finish, runStep, runVitest, staticSteps } from "./steps.mjs";

setUp();
finish([...staticSteps.map(runStep), runVitest("Tests", [])]);
