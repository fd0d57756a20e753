import "./configure-zod.ts";
import { startApp } from "./app.ts";

// `subtle` is missing where the page came over plain http, whatever the types say.
startApp(document.body, globalThis.isSecureContext ? globalThis.crypto.subtle : undefined);
