import {
  type Channel,
  contactOf,
  type DialNumber,
  dialledDigits,
  type HelpChannel,
  type Helpline,
  showFact,
  toCallUri,
  toTextUri,
} from "@holdfast/guide";

import { useApp } from "../../app/app-context.ts";
import { useSay } from "../../app/frame.ts";
import { isolated } from "../../app/isolated.ts";
import { OpeningHours } from "./OpeningHours.tsx";
import { TrustWords } from "./TrustWords.tsx";

/** Each way to reach a line, writing before speaking. A site opens beside this page, and hears nothing of it. */
export const HelpChannels = ({
  line,
  channels,
}: {
  readonly line: Helpline;
  readonly channels: readonly HelpChannel[];
}) => {
  const { lockTimer, today } = useApp();
  const say = useSay();
  return (
    <ul className="help-channels">
      {channels.map(({ channel, trust }) => {
        const contact = contactOf(channel);
        return (
          <li key={`${channel.kind} ${hrefOf(channel)}`}>
            <a
              href={hrefOf(channel)}
              onClick={lockTimer.holdUntilBack}
              {...(isSite(channel) ? { target: "_blank", rel: "noopener noreferrer" } : {})}
            >
              {titleOf(channel, say)}
            </a>{" "}
            <span className="soft small">
              <TrustWords fact={{ trust, checkedOn: contact.checkedOn }} />
            </span>
            {isAnswered(channel) ? (
              <p className="small channel-hours">
                <OpeningHours hours={channel.hours} />
              </p>
            ) : undefined}
          </li>
        );
      })}
      {line.page === undefined ? undefined : (
        <li>
          <a
            href={line.page.value}
            target="_blank"
            rel="noopener noreferrer"
            onClick={lockTimer.holdUntilBack}
          >
            {say("talk_open_do")}
          </a>{" "}
          <span className="soft small">
            <TrustWords fact={showFact(line.page, today())} />
          </span>
        </li>
      )}
    </ul>
  );
};

const writtenOf = (number: DialNumber): string => number.written ?? dialledDigits(number);

/** A mail or a form waits for whoever reads it: hours are of no help there, unless its source gives them. */
const isAnswered = ({ kind, hours }: Channel): boolean =>
  hours !== undefined || (kind !== "email" && kind !== "form");

const isSite = (channel: Channel): boolean =>
  channel.kind === "chat" || channel.kind === "form" || channel.kind === "whatsapp";

const hrefOf = (channel: Channel): string => {
  switch (channel.kind) {
    case "text":
      return toTextUri(channel.number.value, channel.write?.value);
    case "call":
      return toCallUri(channel.number.value);
    case "whatsapp":
      return `https://wa.me/${dialledDigits(channel.number.value).replace("+", "")}`;
    case "chat":
    case "form":
      return channel.url.value;
    case "email":
      return `mailto:${channel.address.value}`;
  }
};

const titleOf = (channel: Channel, say: ReturnType<typeof useSay>): string => {
  switch (channel.kind) {
    case "text":
      return channel.write === undefined
        ? say("talk_text_do", { number: writtenOf(channel.number.value) })
        : say("talk_text_word_do", {
            number: writtenOf(channel.number.value),
            word: channel.write.value,
          });
    case "call":
      return say("talk_call_do", { number: writtenOf(channel.number.value) });
    case "whatsapp":
      return say("talk_whatsapp_do", { number: writtenOf(channel.number.value) });
    case "chat":
      return say("talk_chat_do");
    case "form":
      return say("talk_form_do");
    case "email":
      return say("talk_email_do", { address: isolated(channel.address.value) });
  }
};
