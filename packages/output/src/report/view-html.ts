import {
  type Attachment,
  civilOfUtcMs,
  type Exhibit,
  type HasherDep,
  type Item,
  utcMsToIso,
  wallTimeToUtcMs,
  type ZoneOffsets,
} from "@holdfast/evidence";
import {
  attachmentMissingLabels,
  dateWords,
  groupHex,
  itemFlagLabels,
  offsetAt,
  reportSentence as say,
  timeSentence,
} from "@holdfast/words";

import { bdi, type Html, markup, none, verbatim } from "../html/html.ts";
import { page } from "../html/page.ts";

export interface ViewOptions {
  readonly zones: ZoneOffsets;
  readonly zone: string | undefined;
  readonly label: string;
  readonly exhibit: Exhibit;
  /** The original's name in the bag. */
  readonly file: string;
  /** Handles that the person said are their own. */
  readonly ownHandles: ReadonlySet<string>;
}

const viewedKinds: ReadonlySet<Item["kind"]> = new Set(["message", "email", "call"]);

export const isViewed = (item: Item): boolean => viewedKinds.has(item.kind);

/** view.html: the conversation as it was read, in pieces. No picture, no script, every text escaped and isolated. */
export function* viewHtml(
  deps: HasherDep,
  options: ViewOptions,
  items: Iterable<Item>,
): Generator<string> {
  yield* page(deps, `${say("viewTitle", {})} ${options.label}`, viewBody(options, items));
}

function* viewBody(options: ViewOptions, items: Iterable<Item>): Generator<Html> {
  const { file, exhibit } = options;
  yield verbatim("<main>\n");
  yield markup`<h1><span class="label">${options.label}</span>${say("viewTitle", {})}</h1>
    <p class="small soft">${say("viewAbout", { file })} ${say("viewNoPictures", {})}</p>
    <p class="mono soft">SHA-256 ${groupHex(exhibit.sha256)}</p> `;
  let day = "";
  for (const item of items) {
    if (!isViewed(item)) continue;
    if (item.kind === "email") {
      yield mail(options, item);
      continue;
    }
    const next = dayOf(options, item);
    if (next !== day) yield markup`<p class="day">${next}</p> `;
    day = next;
    yield message(options, item);
  }
  yield verbatim("</main>\n");
}

const message = (options: ViewOptions, item: Item): Html => {
  const isSystem = item.flags?.includes("system") === true;
  const isOwn = item.from !== undefined && options.ownHandles.has(item.from.value);
  const kind = isSystem ? "message system" : isOwn ? "message own" : "message";
  const who = item.from === undefined ? none : markup`<b>${bdi(item.from.value)}</b>`;
  return markup`<article class="${kind}">
    <header>${who}<span>${clockOf(options, item)}</span></header>
    ${body(options, item)}
  </article> `;
};

const mail = (options: ViewOptions, item: Item): Html => {
  const details = item.details?.kind === "email" ? item.details : undefined;
  const words = timeSentence(options, item.time, options.zone);
  const rows = [
    row(say("mailFrom", {}), [item.from?.value ?? ""]),
    row(
      say("mailTo", {}),
      (item.to ?? []).map(({ value }) => value),
    ),
    row(say("mailSubject", {}), [item.subject ?? ""]),
    row(say("eventTime", {}), [words.local, words.utc ?? ""]),
    row(say("mailAuthentication", {}), details?.authenticationResults ?? []),
  ];
  const remote =
    details === undefined || details.remoteContentCount === 0
      ? none
      : markup`<p class="small soft">${say("mailRemote", { count: details.remoteContentCount })}</p>`;
  return markup`<article class="mail">
    <dl class="facts">${rows}</dl>
    ${body(options, item)}${remote}
  </article> `;
};

const row = (name: string, values: readonly string[]): Html => {
  const said = values.filter((value) => value !== "");
  return said.length === 0
    ? none
    : markup`<dt>${name}</dt>
        <dd>${said.map((value) => markup`<span>${bdi(value)}</span>`)}</dd>`;
};

const body = (options: ViewOptions, item: Item): Html => {
  const flags = (item.flags ?? []).filter((flag) => flag !== "system");
  const marks =
    flags.length === 0
      ? none
      : markup`<p class="small soft">${flags.map((flag) => itemFlagLabels[flag]).join(" · ")}</p>`;
  const text =
    item.text === undefined || item.text === ""
      ? (item.attachments ?? []).length === 0
        ? markup`<p class="soft">${say("noText", {})}</p>`
        : none
      : markup`<p dir="auto">${bdi(item.text)}</p>`;
  return markup`${text}${(item.attachments ?? []).map((it) => attachmentBox(options, it))}${marks}`;
};

/** A grey box stands for every file: nothing of it is shown, and where its bytes are can be checked. */
const attachmentBox = (options: ViewOptions, attachment: Attachment): Html => {
  const name = attachment.name;
  if (!attachment.present) {
    const why = attachmentMissingLabels[attachment.missing ?? "not-in-export"];
    return markup`<div class="box">${bdi(say("boxAbsent", { name, why }))}</div>`;
  }
  return markup`<div class="box">
    ${bdi(say("boxPresent", { name, file: options.file }))}<br>
    <span class="mono">${say("boxHash", { sha256: options.exhibit.sha256 })}</span>
  </div>`;
};

const dayOf = (options: ViewOptions, item: Item): string => {
  const wall = wallOf(options, item);
  return wall === undefined
    ? timeSentence(options, item.time, options.zone).local
    : dateWords(wall);
};

const clockOf = (options: ViewOptions, item: Item): string => {
  const wall = wallOf(options, item);
  const precision = "precision" in item.time ? item.time.precision : "day";
  if (wall === undefined || precision === "day") return "";
  const clock = utcMsToIso(wall).slice(11, precision === "minute" ? 16 : 19);
  if (item.time.kind !== "instant") return clock;
  const utc = civilOfUtcMs(item.time.at);
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${clock} · ${two(utc.hour)}:${two(utc.minute)} UTC`;
};

/** What clocks there showed, as if it were UTC. */
const wallOf = (options: ViewOptions, item: Item): number | undefined => {
  const { time } = item;
  if (time.kind === "wall") return wallTimeToUtcMs(time.local);
  if (time.kind !== "instant") return undefined;
  const inZone =
    options.zone === undefined ? undefined : offsetAt(options.zones, options.zone, time.at);
  return time.at + (inZone ?? time.offsetMinutes ?? 0) * 60_000;
};
