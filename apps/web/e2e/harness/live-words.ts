import type { Page } from "playwright-core";

export interface Spoken {
  readonly how: "polite" | "assertive";
  readonly words: string;
}

/**
 * Writes down what a screen reader would say by itself from now on: the words of each live region whenever they change. One
 * that comes with its words is heard by some readers and not by others, and is counted too.
 */
export const hearLiveWords = async (page: Page): Promise<readonly Spoken[]> => {
  const spoken: Spoken[] = [];
  await page.exposeFunction("hearWords", (how: Spoken["how"], words: string) => {
    spoken.push({ how, words });
  });
  // Text, not a function: what it calls is only in the page.
  await page.evaluate(`(() => {
    const regions = "[role=status], [role=alert], [aria-live=polite], [aria-live=assertive]";
    const last = new WeakMap();
    const look = () => {
      for (const region of document.querySelectorAll(regions)) {
        if (region.closest("[data-live-announcer]") !== null) continue;
        const words = region.textContent.replace(/\\s+/g, " ").trim();
        if (words === (last.get(region) ?? "")) continue;
        last.set(region, words);
        const isAlert = region.getAttribute("role") === "alert" || region.ariaLive === "assertive";
        if (words !== "") hearWords(isAlert ? "assertive" : "polite", words);
      }
    };
    look();
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  })()`);
  return spoken;
};
