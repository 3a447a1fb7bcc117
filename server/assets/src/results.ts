/** Show an answer, or say why there is none. */

import { findColumns, makeChart } from "./chart.ts";
import { count, formatNumber, make, makeButton } from "./dom.ts";
import { makeTable } from "./table.ts";
import type { Answer, Format, Problem, Settings } from "./types.ts";

export const SHOWN_CHARACTERS = 200_000;

/** Return an answer in one short sentence. */
export function summarize(answer: Answer): string {
  switch (answer.form) {
    case "boolean": return `The answer is ${answer.value ? "yes" : "no"}.`;
    case "solutions": return answer.rows.length === 0 ? "No rows." : `${count(answer.rows.length, "row", "rows")}.`;
    default: return `${count(countLines(answer.text), "line", "lines")} of ${answer.type || "text"}.`;
  }
}

function countLines(text: string): number {
  return text.trim() === "" ? 0 : text.trimEnd().split("\n").length;
}

/** Return the view of an answer; `tell` says in words what changes in it. */
export function makeView(answer: Answer, settings: Settings, tell: (text: string) => void): HTMLElement {
  switch (answer.form) {
    case "boolean":
      return make("p", { class: "q-truth" }, answer.value ? "Yes" : "No");
    case "solutions":
      return answer.rows.length === 0
        ? make("p", {}, "The query is well formed; nothing in the data matches it.")
        : makeRows(answer, settings, tell);
    default:
      return makeText(answer.text, answer.form === "graph" ? "RDF of the answer" : "Text of the answer");
  }
}

function makeRows(
  answer: Answer & { form: "solutions" }, settings: Settings, tell: (text: string) => void,
): HTMLElement {
  const table = makeTable(answer.names, answer.rows, settings, tell);
  const columns = findColumns(answer.names, answer.rows);
  if (!columns) return table;
  const views: Record<string, HTMLElement> = { Table: table, Chart: makeChart(columns, answer.rows, settings) };
  return make("div", {}, makeSwitch("View of the result", views), ...Object.values(views));
}

/** Return buttons of which one is pressed, and show only its view. */
function makeSwitch(label: string, views: Readonly<Record<string, HTMLElement>>): HTMLElement {
  const buttons = Object.keys(views).map((name) => makeButton(name, () => press(name)));
  function press(name: string): void {
    buttons.forEach((button) => button.setAttribute("aria-pressed", String(button.textContent === name)));
    Object.entries(views).forEach(([each, view]) => { view.hidden = each !== name; });
  }
  press(Object.keys(views)[0] ?? "");
  return make("div", { class: "q-switch", role: "group", "aria-label": label }, ...buttons);
}

function makeText(text: string, label: string): HTMLElement {
  const isCut = text.length > SHOWN_CHARACTERS;
  const block = make("pre", { class: "q-scroll", role: "region", "aria-label": label, tabindex: 0 },
    make("code", {}, isCut ? text.slice(0, SHOWN_CHARACTERS) : text));
  const note = isCut && make("p", { class: "q-note" },
    `The first ${formatNumber(SHOWN_CHARACTERS)} of ${formatNumber(text.length)} characters are shown; the download has all.`);
  return make("div", {}, note, block);
}

/** Return the links to an answer in each format that it comes in; `save` is used where it has no address. */
export function makeDownloads(
  formats: readonly Format[], locate: (format: string) => string | null, save: (format: string) => void,
): HTMLElement | null {
  if (formats.length === 0) return null;
  const items = formats.map((format) => {
    const address = locate(format.name);
    return make("li", {}, address
      ? make("a", { href: address, download: `result.${format.name}` }, format.label)
      : makeButton(format.label, () => save(format.name), { class: "q-link" }));
  });
  return make("div", { class: "q-downloads" }, make("h3", {}, "Download"), make("ul", {}, ...items));
}

/** Return a problem as a message with what can be done about it. */
export function makeProblem(problem: Problem, remedies: readonly HTMLElement[]): HTMLElement {
  return make("div", { class: "q-problem", role: "alert" },
    make("h2", {}, problem.line === null ? problem.title : "The query cannot be read"),
    make("p", {}, problem.detail),
    problem.hint && make("p", {}, problem.hint),
    problem.status > 0 && make("p", { class: "q-note" }, `${problem.status} ${problem.title}`),
    remedies.length > 0 && make("p", { class: "q-remedies" }, ...remedies));
}

/** Return the code to ask a query from elsewhere, one language at a time, each with a button that copies it. */
export function makeSnippets(
  snippets: readonly { name: string; code: string }[], copy: (text: string, what: string) => void,
): HTMLElement {
  const views = Object.fromEntries(snippets.map(({ name, code }) => [name, make("div", {},
    make("pre", { class: "q-scroll", role: "region", "aria-label": `Code in ${name}`, tabindex: 0 }, make("code", {}, code)),
    makeButton("Copy the code", () => copy(code, "The code")))]));
  return make("details", { class: "q-code" }, make("summary", {}, "Code that asks this query"),
    makeSwitch("Language of the code", views), ...Object.values(views));
}
