import { type HasherDep, utcMsToIso } from "@holdfast/evidence";
import { type Purpose } from "@holdfast/bundle";
import {
  formatBytes,
  formatCount,
  groupHex,
  instantSentence,
  noteSentence,
  exhibitKindLabels,
  exhibitOriginLabels,
  reportSentence as say,
  type ReportMessageCode,
  timeBasisLabels,
  timeSentence,
} from "@holdfast/words";

import { bdi, type Html, markup, none, verbatim } from "../html/html.ts";
import { page } from "../html/page.ts";
import { custodyAnnex, verifyAnnex, limitsAnnex, glossaryAnnex } from "./report-annexes.ts";
import { storySection } from "./report-story.ts";
import { timeLines } from "./time-lines.ts";
import type { ReportExhibit, ReportModel, ReportThread } from "./report-model.ts";

/** REPORT.html in pieces: the sheet that an officer reads first. No script, no picture, nothing loaded. */
export function* reportHtml(deps: HasherDep, model: ReportModel): Generator<string> {
  yield* page(deps, `${say("title", {})} ${model.bag}`, reportBody(model));
}

const purposes: Readonly<Record<Purpose, ReportMessageCode>> = {
  police: "forPolice",
  lawyer: "forLawyer",
  ally: "forAlly",
  workplace: "forWorkplace",
  platform: "forPlatform",
  self: "forSelf",
};

function* reportBody(model: ReportModel): Generator<Html> {
  const isWorkplace = model.purpose === "workplace";
  yield verbatim("<main>\n");
  yield cover(model);
  yield storySection(model);
  yield aboutCopy(model);
  yield verbatim('<section class="page">\n');
  yield markup`<h2>${say("exhibitsTitle", {})}</h2>
    <p>${say(isWorkplace ? "workplaceAbout" : "exhibitsAbout", {})}</p>`;
  for (const exhibit of model.exhibits) {
    yield isWorkplace ? exhibitInOneLine(model, exhibit) : exhibitEntry(model, exhibit);
  }
  yield verbatim("</section>\n");
  if (!isWorkplace) {
    yield verbatim("<section>\n");
    yield markup`<h2>${say("threadsTitle", {})}</h2>`;
    if (model.threads.length === 0) yield markup`<p>${say("threadsNone", {})}</p> `;
    for (const thread of model.threads) yield threadEntry(model, thread);
    if (model.threadsCut) yield markup`<p class="soft">${say("threadsMore", {})}</p> `;
    yield verbatim("</section>\n");
  }
  yield markup`<section>
    <h2>${say("actionsTitle", {})}</h2>
    <p>${say("actionsNone", {})}</p>
  </section> `;
  yield* custodyAnnex(model);
  yield verifyAnnex();
  yield limitsAnnex(model);
  yield glossaryAnnex(model);
  yield verbatim("</main>\n");
}

const cover = (model: ReportModel): Html => {
  const made = instantSentence(model, model.madeAt, model.zone);
  return markup`<header>
    <p class="soft">${say(purposes[model.purpose], {})}</p>
    <h1>${say("titleGroup", { group: model.group.replace("case-", "") })}</h1>
    <p class="small soft">
      ${say("madeOn", { local: made.local })}
      ${made.utc === undefined ? none : markup`<span class="utc">${made.utc},</span>`}
      ${say("deviceClock", {})}
    </p>
  </header> `;
};

const aboutCopy = (model: ReportModel): Html => {
  const zone =
    model.zone === undefined
      ? markup`<dd>${say("timeZoneNotSaid", {})}</dd>`
      : markup`<dd>${bdi(model.zone)}</dd>`;
  return markup`<section>
    <h2>${say("copyTitle", {})}</h2>
    <dl class="facts small">
      <dt>${say("bag", {})}</dt>
      <dd><span class="mono">${model.bag}</span></dd>
      <dt>${say("timeZone", {})}</dt>
      ${zone}
      <dt>${say("seal", {})}</dt>
      <dd>${say("sealWhere", {})}</dd>
    </dl>
  </section> `;
};

const exhibitEntry = (model: ReportModel, entry: ReportExhibit): Html => {
  const { exhibit } = entry;
  const time = timeSentence(model, exhibit.eventTime, model.zone);
  const basis = "basis" in exhibit.eventTime ? timeBasisLabels[exhibit.eventTime.basis] : "";
  const accounts = entry.accounts
    .slice(0, 6)
    .map((account) => markup`<span>${bdi(account)}</span>`);
  const added = instantSentence(model, exhibit.addedAt, model.zone);
  const derived =
    exhibit.derivedFrom === undefined
      ? none
      : markup`<p>${say(madeFrom[exhibit.derivedFrom.by], {})}</p>`;
  return markup`<article class="entry" id="${entry.folder}">
    <h3><span class="label">${entry.label}</span>${bdi(exhibit.originalName)}</h3>
    ${derived}${isPicture(exhibit.mediaType) ? markup`<div class="box">${say("boxPicture", {})}</div>` : none}
    <dl class="facts small">
      <dt>${say("what", {})}</dt>
      <dd>
        ${exhibitKindLabels[exhibit.kind]}, ${exhibit.mediaType}, ${sizeText(exhibit.sizeInBytes)}.
        ${say("itemsFound", { count: entry.events })}.
      </dd>
      ${
        accounts.length === 0
          ? none
          : markup`<dt>${say("account", {})}</dt>
              <dd>${accounts}</dd>`
      }
      <dt>${say("eventTime", {})}</dt>
      <dd>${timeLines(time)}${basis === "" ? none : markup`<span class="soft">${basis}</span>`}</dd>
      <dt>${say("added", {})}</dt>
      <dd>${timeLines(added)}<span class="soft">${say("deviceClock", {})}</span></dd>
      <dt>${say("origin", {})}</dt>
      <dd>${exhibitOriginLabels[exhibit.origin]}</dd>
      <dt>${say("sha256", {})}</dt>
      <dd class="mono">${groupHex(exhibit.sha256)}</dd>
      <dt>${say("file", {})}</dt>
      <dd>
        <span class="mono">data/files/${entry.folder}/${entry.file}</span>
        <span>${viewLink(entry)}</span>
      </dd>
    </dl>
    ${notesOf(entry)}
  </article> `;
};

const isPicture = (mediaType: string): boolean => /^(image|video)\//.test(mediaType);

/** For people, and to the byte for those who compare. */
const sizeText = (sizeInBytes: number): string => {
  const rounded = formatBytes(sizeInBytes);
  const exact = formatCount(sizeInBytes, "bytes");
  return sizeInBytes < 1_000 ? exact : `${rounded} (${exact})`;
};

const madeFrom = {
  "words-only": "madeFromWordsOnly",
  excerpt: "madeFromExcerpt",
  redaction: "madeFromRedaction",
} as const;

/** Care rule 25: what it is and when, and how it can be shown later to be the one that was sealed. */
const exhibitInOneLine = (model: ReportModel, entry: ReportExhibit): Html => {
  const time = timeSentence(model, entry.exhibit.eventTime, model.zone);
  return markup`<article class="entry">
    <h3><span class="label">${entry.label}</span>${exhibitKindLabels[entry.exhibit.kind]}</h3>
    <dl class="facts small">
      <dt>${say("eventTime", {})}</dt>
      <dd>${timeLines(time)}</dd>
      <dt>${say("sealedAs", {})}</dt>
      <dd class="mono">${groupHex(entry.itemSha256)}</dd>
    </dl>
  </article> `;
};

const viewLink = (entry: { readonly folder: string; readonly hasView: boolean }): Html =>
  entry.hasView ? markup`<a href="files/${entry.folder}/view.html">${say("view", {})}</a>` : none;

const notesAtMost = 12;

const notesOf = (entry: ReportExhibit): Html => {
  const reading = new Set(
    entry.readingNotes
      .filter(({ code }) => !quietNotes.has(code))
      .map(({ code, detail }) => noteSentence(code, detail === undefined ? {} : { detail })),
  );
  const sentences = [...reading].slice(0, notesAtMost);
  const own = entry.ownNotes.map(
    ({ at, text }) => markup`<li>${utcMsToIso(at).slice(0, 10)}: ${bdi(text)}</li>`,
  );
  return markup`${
    sentences.length === 0
      ? none
      : markup`<p class="small soft">${say("notesTitle", {})}</p>
          <ul class="small">
            ${sentences.map((it) => markup`<li>${bdi(it)}</li>`)}
          </ul>`
  }${
    own.length === 0
      ? none
      : markup`<p class="small soft">${say("ownNotes", {})}</p>
          <ul class="small">
            ${own}
          </ul>`
  }`;
};

/** True of nearly every file of a kind, and of no use to a reader. */
const quietNotes: ReadonlySet<string> = new Set([
  "byte_order_mark",
  "blank_lines",
  "archive_structure",
  "archive_folder",
  "media_belongs_to_chat",
  "no_known_format",
  "text_not_read",
]);

const threadEntry = (model: ReportModel, thread: ReportThread): Html => {
  const first = timeSentence(model, thread.first, model.zone);
  const last = timeSentence(model, thread.last, model.zone);
  const count = formatCount(thread.count, "messages");
  const span =
    first.local === last.local
      ? say("threadMoment", { count, when: first.local })
      : say("threadSpan", { count, first: first.local, last: last.local });
  return markup`<article class="entry">
    <h3>${thread.title === undefined ? say("threadUnnamed", {}) : bdi(thread.title)}</h3>
    <p class="small">${span}</p>
    <p class="small">
      <span class="soft">${say("threadWho", {})}</span>
      ${thread.handles.slice(0, 12).map((handle, at) => markup`${at === 0 ? "" : ", "}${bdi(handle)}`)}
    </p>
    <p class="small">
      <span class="soft">${say("threadIn", {})}</span>
      <a href="#${thread.folder}">${thread.exhibit}</a>
      ${thread.hasView ? "·" : ""} ${viewLink(thread)}
    </p>
  </article> `;
};
