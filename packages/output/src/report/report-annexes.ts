import { type CustodyEntry, type ToldEntry, utcMsToIso } from "@holdfast/evidence";
import {
  custodyActionLabels,
  reportSentence as say,
  type ReportMessageCode,
} from "@holdfast/words";

import { bdi, type Html, markup, none, verbatim } from "../html/html.ts";
import type { ReportModel } from "./report-model.ts";

export function* custodyAnnex(model: ReportModel): Generator<Html> {
  yield verbatim('<section class="page">\n');
  yield markup`<h2>${say("custodyTitle", {})}</h2>
    <p>${say("custodyAbout", { count: model.custodyEntries })}</p> `;
  if (model.openedCount > 0) {
    yield verbatim('<table class="log">\n');
    yield markup`<thead>
      <tr>
        <th>${say("custodyEntry", {})}</th>
        <th>${say("custodyWhen", {})}</th>
        <th>${say("custodyWhat", {})}</th>
      </tr>
    </thead> `;
    yield verbatim("<tbody>\n");
    const labels = new Map(model.exhibits.map(({ exhibit, label }) => [exhibit.id, label]));
    for (const { seq, entry } of model.opened()) {
      const said = entry.action === "item.show" ? entry.said : entry;
      const about =
        "exhibit" in said && said.exhibit !== undefined ? labels.get(said.exhibit) : undefined;
      const what = custodyActionLabels[said.action];
      const when = utcMsToIso(said.at).replace("T", " ").replace("Z", "");
      yield markup`<tr>
        <td>${seq}</td>
        <td>${when}</td>
        <td>
          ${what}${about === undefined ? none : markup` <span class="soft">${about}</span>`}${detail(said)}
        </td>
      </tr> `;
    }
    yield verbatim("</tbody></table>\n");
  }
  if (model.toldAgain) yield markup`<p class="soft">${say("custodyToldAgain", {})}</p> `;
  const closed = model.custodyEntries - model.openedCount;
  if (closed > 0) yield markup`<p class="soft">${say("custodyNotOpened", { count: closed })}</p> `;
  yield verbatim("</section>\n");
}

const detail = (entry: CustodyEntry | ToldEntry): Html => {
  if (entry.action === "note.add") return markup` ${bdi(entry.text)}`;
  if (entry.action === "item.add") return markup`<br /><span class="mono">${entry.sha256}</span>`;
  if (entry.action === "derive" && entry.by === "words-only") {
    return markup` ${say("custodyWordsOnly", {})}`;
  }
  if (entry.action === "export") return markup` <span class="mono">${entry.bag}</span>`;
  return none;
};

export const verifyAnnex = (): Html =>
  markup`<section>
    <h2>${say("verifyTitle", {})}</h2>
    <p>${say("verifyAbout", {})}</p>
    <pre>sha256sum -c --strict tagmanifest-sha256.txt
sha256sum -c --strict --quiet manifest-sha256.txt
sha256sum tagmanifest-sha256.txt</pre>
  </section> `;

const limits: readonly ReportMessageCode[] = [
  "limitSender",
  "limitGenuine",
  "limitComplete",
  "limitClock",
  "limitBefore",
  "limitOrder",
];

export const limitsAnnex = (model: ReportModel): Html =>
  markup`<section>
    <h2>${say("limitsTitle", {})}</h2>
    <p>${say("limitsAbout", {})}</p>
    <ul>
      ${limits.map((code) => markup`<li>${say(code, {})}</li>`)}
    </ul>
    <p>
      ${say("limitsPictures", {})}${model.keepsWordsOnly ? markup` ${say("limitsProtected", {})}` : none}
    </p>
  </section> `;

const words: readonly ReportMessageCode[] = [
  "glossaryHash",
  "glossarySeal",
  "glossaryTamper",
  "glossaryCustody",
  "glossaryUtc",
  "glossaryBag",
];

export const glossaryAnnex = (model: ReportModel): Html =>
  markup`<section>
    <h2>${say("glossaryTitle", {})}</h2>
    <ul>
      ${words.map((code) => markup`<li>${say(code, {})}</li>`)}
    </ul>
    <h3>${say("versionsTitle", {})}</h3>
    <p class="small soft">
      ${say("versions", { software: model.software, zones: model.timeZoneData })}
    </p>
  </section> `;
