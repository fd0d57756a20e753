import { describe, expect, it } from "vitest";

import { mayBePrivateWindow, readSurroundings } from "./surroundings.ts";

const insideOf = (userAgent: string) =>
  readSurroundings({ userAgent, isStandalone: false, touchPoints: 5 }).inside;

describe("readSurroundings", () => {
  it.each([
    [
      "Instagram",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/22B83 Instagram 356.0.0.22.111 (iPhone14,5; iOS 18_1; en_GB)",
    ],
    [
      "Facebook",
      "Mozilla/5.0 (Linux; Android 14; Pixel 7 Build/AP2A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/128.0 Mobile Safari/537.36 [FB_IAB/FB4A;FBAV/480.0.0.54.88;]",
    ],
    [
      "Messenger",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [FBAN/MessengerLiteForiOS;FBAV/470.0]",
    ],
    [
      "Snapchat",
      "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Mobile/15E148 Snapchat/13.0.0.40 (like Safari/8619)",
    ],
    [
      "TikTok",
      "Mozilla/5.0 (Linux; Android 13; SM-A536B; wv) AppleWebKit/537.36 Chrome/127.0 Mobile Safari/537.36 trill_360504 BytedanceWebview/d8a21c6",
    ],
    ["WhatsApp", "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Mobile WhatsApp/2.24"],
  ])("finds that it was opened inside %s", (name, userAgent) => {
    expect(insideOf(userAgent)).toBe(name);
  });

  it("finds no app in an ordinary browser", () => {
    expect(
      insideOf(
        "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
      ),
    ).toBeUndefined();
  });

  it("knows an iPad that says it is a Mac, and no Mac", () => {
    const userAgent =
      "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15";
    const isIphone = (touchPoints: number) =>
      readSurroundings({ userAgent, isStandalone: false, touchPoints }).isIphone;
    expect(isIphone(5)).toBe(true);
    expect(isIphone(0)).toBe(false);
  });
});

describe("mayBePrivateWindow", () => {
  it("suspects a browser that gives little, and not one that does not tell", () => {
    expect(mayBePrivateWindow(900_000_000)).toBe(true);
    expect(mayBePrivateWindow(60_000_000_000)).toBe(false);
    expect(mayBePrivateWindow(undefined)).toBe(false);
  });
});
