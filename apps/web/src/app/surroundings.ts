/** Apps whose own small browser opens links: it can see what is typed, and loses what is kept. */
const appBrowsers = {
  Instagram: /\bInstagram\b/,
  Facebook: /\bFB(?:AN|AV|_IAB)\b/,
  Snapchat: /\bSnapchat\b/,
  TikTok: /\b(?:musical_ly|BytedanceWebview|TikTok|trill_)/i,
  WhatsApp: /\bWhatsApp\b/,
  Messenger: /\bFBAN\/Messenger/,
} as const;
export type AppBrowser = keyof typeof appBrowsers;

export interface Surroundings {
  /** The app in whose own browser this page was opened. */
  readonly inside: AppBrowser | undefined;
  readonly isIphone: boolean;
  /** Opened from the home screen: there the iPhone's seven days do not count. */
  readonly isInstalled: boolean;
}

/**
 * Where the page was opened, as far as the browser tells. Source: the user agents that these apps send; they change, and
 * an app that hides itself is not found.
 */
export const readSurroundings = (browser: {
  readonly userAgent: string;
  readonly isStandalone: boolean;
  readonly touchPoints: number;
}): Surroundings => {
  const { userAgent } = browser;
  const inside: AppBrowser | undefined = appBrowsers.Messenger.test(userAgent)
    ? "Messenger"
    : names.find((name) => appBrowsers[name].test(userAgent));
  return {
    inside,
    // An iPad says that it is a Mac; no Mac has a touch screen.
    isIphone:
      /\b(?:iPhone|iPad|iPod)\b/.test(userAgent)
      || (/\bMacintosh\b/.test(userAgent) && browser.touchPoints > 1),
    isInstalled: browser.isStandalone,
  };
};

const names: readonly AppBrowser[] = ["Instagram", "Facebook", "Snapchat", "TikTok", "WhatsApp"];

/**
 * Whether this may be a private window: browsers give those a small part of the device. A guess, said as one.
 * Units: bytes, as `navigator.storage.estimate` gives them.
 */
export const mayBePrivateWindow = (quotaInBytes: number | undefined): boolean =>
  quotaInBytes !== undefined && quotaInBytes < smallQuotaInBytes;

/** Chromium gives an ordinary profile a share of the whole disk, a private window a share of the memory. */
const smallQuotaInBytes = 1.5 * 1024 ** 3;
