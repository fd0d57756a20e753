import type { Handle } from "@holdfast/evidence";

/** Marks that change how a name is drawn, never who it is: WhatsApp wraps numbers in them. */
const invisibleMarks = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/gu;

/**
 * The key under which the same handle is found again in another source.
 *
 * It only undoes what cannot tell two people apart: invisible marks, Unicode forms, the case of a mail domain,
 * the spaces in a phone number. Two names that merely look alike stay two.
 */
export const handleKey = (handle: Handle): string => {
  const visible = handle.value.replace(invisibleMarks, "").normalize("NFC").trim();
  switch (handle.scheme) {
    case "email":
      return `email:${visible.toLowerCase()}`;
    case "phone":
      return `phone:${visible.replace(/[^\d+]/g, "")}`;
    case "username":
      return `username:${visible.replace(/^@/, "").toLowerCase()}`;
    case "account-id":
      return `account-id:${visible}`;
    case "name":
      return `name:${visible.replace(/[\u00A0\u202F\s]+/gu, " ")}`;
  }
};
