import { fileURLToPath } from "node:url";

import type { Page } from "playwright-core";
import { rolldown } from "rolldown";

const source = fileURLToPath(new URL("../../src/service-worker/offline.ts", import.meta.url));

/** The app's own functions, to be called in one of its pages whatever its screens are today. */
export const bundleOffline = async (): Promise<string> => {
  const bundle = await rolldown({ input: source, platform: "browser", logLevel: "warn" });
  const { output } = await bundle.generate({ format: "iife", name: "offline" });
  await bundle.close();
  return output[0].code;
};

type OfflineCall = "registerOffline" | "forgetOffline" | "findNewVersion" | "useNewVersion";

/** Evaluated from outside, as the developer tools do: the policy of the page stays as it is. */
export const callOffline = (page: Page, code: string, call: OfflineCall): Promise<unknown> =>
  page.evaluate(`(() => { ${code}; return offline.${call}(); })()`);

/**
 * Begins the change and waits for no answer: the page goes before it could give one. A window that was just loaded anew is
 * still counted for a moment as another one, and a worker that is being started may say nothing in time, so it is asked for
 * until it is granted.
 */
export const startChange = (page: Page, code: string): Promise<void> =>
  page.evaluate(`(() => {
    ${code}
    const change = async () => {
      while (["other-windows", "no-answer"].includes(await offline.useNewVersion())) {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    };
    void change();
  })()`);
