// @ts-check
// `npm run check`: everything that needs neither a browser nor the built command line, in under three minutes.
import { setUp } from "./setup.mjs";
import { finish, runStep, runVitest, staticSteps } from "./steps.mjs";

setUp();
finish([...staticSteps.map(runStep), runVitest("Tests", ["--exclude", "test/journeys/**"])]);
