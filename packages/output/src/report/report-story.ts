import type { Facts, Party } from "@holdfast/evidence";
import {
  dateWords,
  formatCount,
  offsetAt,
  reportSentence as say,
  type ReportMessageCode,
  timeSentence,
} from "@holdfast/words";

import { bdi, type Html, markup, none } from "../html/html.ts";
import { timeLines } from "./time-lines.ts";
import type { ReportModel } from "./report-model.ts";

/** The first page tells it all: what is threatened, by whom, the demand, the deadline, what was paid, what was done. */
export const storySection = (model: ReportModel): Html => {
  const isWorkplace = model.purpose === "workplace";
  const rows = isWorkplace ? workplaceRows(model.facts) : storyRows(model);
  const missing = rows.filter(({ value }) => value === none).map(({ name }) => say(name, {}));
  return markup`<section>
    <h2>${say("storyTitle", {})}</h2>
    <p>${say("storyThreat", {})}</p>
    <dl class="facts">
      ${rows.filter(({ value }) => value !== none).map(rowMarkup)}
      ${missing.length === 0 ? none : markup`<dt>${say("notRecorded", {})}</dt><dd class="soft">${missing.join(" · ")}</dd>`}
    </dl>
    ${isWorkplace ? none : markup`<p class="small soft">${say("askPolice", {})} ${say("limitsPictures", {})}</p>`}
  </section> `;
};

interface Row {
  readonly name: ReportMessageCode;
  /** `none`: nobody has said. Such rows are named together at the end. */
  readonly value: Html;
}

const rowMarkup = ({ name, value }: Row): Html =>
  markup`<dt>${say(name, {})}</dt>
    <dd>${value}</dd> `;

const storyRows = (model: ReportModel): readonly Row[] => {
  const { facts } = model;
  const threat = facts.threat;
  const amount = [threat?.amount, threat?.currency].filter((it) => it !== undefined).join(" ");
  return [
    quoted("factThreatened", threat?.shown),
    ...accounts("factBy", facts, "threatening"),
    quoted("factDemand", threat?.demand),
    row("factAmount", amount === "" ? none : bdi(amount)),
    deadline(facts),
    row(
      "factPayment",
      threat?.paymentAddress === undefined
        ? none
        : markup`<span class="mono">${bdi(threat.paymentAddress)}</span>`,
    ),
    row("factPaid", none),
    row("factDone", markup`${whatWasDone(model)}`),
    ...accounts("factSelf", facts, "self"),
    ...accounts("factOthers", facts, "other"),
    row("factSpan", span(model)),
    row(
      "factHolds",
      markup`${say("holds", { exhibits: formatCount(model.exhibits.length, "exhibits"), events: model.events })}`,
    ),
  ];
};

/** Care rule 25: no bodies; what is threatened, that a message may come, what the person asks. */
const workplaceRows = (facts: Facts): readonly Row[] => [
  quoted("factDemand", facts.threat?.demand),
  deadline(facts),
  ...accounts("factBy", facts, "threatening"),
  row("factMay", markup`${say("workplaceMay", {})}`),
  row("factAsk", markup`${say("workplaceAsk", {})}`),
];

const row = (name: ReportMessageCode, value: Html): Row => ({ name, value });

const quoted = (name: ReportMessageCode, text: string | undefined): Row =>
  row(name, text === undefined ? none : markup`<blockquote dir="auto">${bdi(text)}</blockquote>`);

const deadline = (facts: Facts): Row => {
  const given = facts.threat?.deadline;
  if (given === undefined) return row("factDeadline", none);
  const means =
    given.means === undefined
      ? none
      : markup`<span>${bdi(say("factDeadlineMeans", { means: given.means }))}</span>`;
  return row(
    "factDeadline",
    markup`<blockquote dir="auto">${bdi(given.quote)}</blockquote>
      ${means}`,
  );
};

const accounts = (name: ReportMessageCode, facts: Facts, role: Party["role"]): readonly Row[] => {
  const handles = (facts.parties ?? [])
    .filter((party) => party.role === role)
    .flatMap((party) => party.handles);
  if (handles.length === 0) return role === "threatening" ? [row(name, none)] : [];
  const lines = handles.map(
    ({ value, scheme }) =>
      markup`<span><span class="mono">${bdi(value)}</span> <span class="soft">${scheme}</span></span>`,
  );
  return [row(name, markup`${lines}`)];
};

const whatWasDone = (model: ReportModel): string => {
  const first = model.exhibits.reduce(
    (earliest, { exhibit }) => Math.min(earliest, exhibit.addedAt),
    Number.POSITIVE_INFINITY,
  );
  const offset = model.zone === undefined ? undefined : offsetAt(model.zones, model.zone, first);
  return say("doneKept", {
    exhibits: formatCount(model.exhibits.length, "exhibits"),
    first: dateWords(first + (offset ?? 0) * 60_000),
  });
};

const span = (model: ReportModel): Html => {
  if (model.first === undefined || model.last === undefined) return none;
  const first = timeSentence(model, model.first, model.zone);
  const last = timeSentence(model, model.last, model.zone);
  return markup`${timeLines(first)}${first.local === last.local ? none : timeLines(last)}`;
};
