import { err, ok, type Result } from "@holdfast/evidence";

import type { ContentPort, LoadContentError } from "../content/content-port.ts";
import { type Platform, platformSchema } from "./platform.ts";

/** What is known of saving from one platform, and from any. */
export interface CaptureCoach {
  /** Absent when we have no file for it. */
  readonly platform?: Platform;
  readonly any: Platform;
}

/** The platforms that content/platforms has a file for, in the order that a screen may offer them. */
export const platformIds = [
  "instagram",
  "snapchat",
  "whatsapp",
  "telegram",
  "messenger",
  "facebook",
  "tiktok",
  "sms",
  "imessage",
  "discord",
  "x",
  "reddit",
  "signal",
  "threads",
  "linkedin",
  "tinder",
  "bumble",
  "hinge",
  "grindr",
  "gmail",
  "outlook",
  "yahoo",
  "icloud-mail",
  "phone",
  "google-chat",
  "teams",
  "skype",
  "slack",
  "zoom",
  "youtube",
  "onlyfans",
  "paypal",
  "cash-app",
] as const;
export type PlatformId = (typeof platformIds)[number];

/** Reads the coach for a platform; for one that we do not know, what is true of any. */
export const loadCaptureCoach = async (
  content: ContentPort,
  id?: string,
): Promise<Result<CaptureCoach, LoadContentError>> => {
  const any = await loadPlatform(content, "any");
  if (!any.ok) return any;
  if (id === undefined || id === "any") return ok({ any: any.value });
  const platform = await loadPlatform(content, id);
  if (platform.ok) return ok({ platform: platform.value, any: any.value });
  return platform.error.code === "content_missing" ? ok({ any: any.value }) : platform;
};

const loadPlatform = async (
  content: ContentPort,
  id: string,
): Promise<Result<Platform, LoadContentError>> => {
  const loaded = await content.loadContent("platforms", id);
  if (!loaded.ok) return loaded;
  const read = platformSchema.safeParse(loaded.value);
  return read.success ? ok(read.data) : err({ code: "content_misfit", kind: "platforms", id });
};
