/** Show the rows of a result: in pages, in any order, each cell as what it is. */

import { count, formatNumber, make, makeButton } from "./dom.ts";
import { type Direction, sortRows, turn } from "./order.ts";
import { findLabelVariable, isNumber, locate, nameDatatype, nameIri } from "./terms.ts";
import type { Cell, Row, Settings } from "./types.ts";

export const PAGE_ROWS = 100;

/** Return a table of rows with its pager; `tell` says in words what changed. */
export function makeTable(
  names: readonly string[], rows: readonly Row[], settings: Settings, tell: (text: string) => void,
): HTMLElement {
  let shown = rows;
  let page = 0;
  const order: { name: string; direction: Direction | null } = { name: "", direction: null };
  const body = make("tbody");
  const heads = new Map(names.map((name) => {
    const isFigures = rows.length > 0 && rows.every((row) => !row[name] || isNumber(row[name]));
    return [name, make("th", { scope: "col", class: isFigures ? "q-number" : null })];
  }));
  const pagers = [makePager("above", move), makePager("below", move)] as const;
  const labels = new Map(names.map((name) => [name, findLabelVariable(name, names)]));

  function move(step: number): void {
    page += step;
    fill();
    tell(describePage());
  }

  function sort(name: string): void {
    order.direction = turn(order.name === name ? order.direction : null);
    order.name = name;
    shown = order.direction ? sortRows(rows, name, order.direction) : rows;
    page = 0;
    fill();
    tell(order.direction ? `Sorted by ${name}, ${order.direction}.` : "In the order of the answer.");
  }

  function describePage(): string {
    const first = page * PAGE_ROWS;
    const last = Math.min(first + PAGE_ROWS, rows.length);
    return `Rows ${formatNumber(first + 1)} to ${formatNumber(last)} of ${formatNumber(rows.length)}`;
  }

  function fill(): void {
    const first = page * PAGE_ROWS;
    body.replaceChildren(...shown.slice(first, first + PAGE_ROWS).map((row, index) => makeRow(row, first + index)));
    for (const [name, head] of heads) {
      const direction = order.name === name ? order.direction : null;
      head.setAttribute("aria-sort", direction ?? "none");
      head.querySelector(".q-arrow")!.textContent = direction === "ascending" ? "▲" : direction === "descending" ? "▼" : "↕";
    }
    pagers.forEach((pager) => pager.update(describePage(), page > 0, (page + 1) * PAGE_ROWS < rows.length));
  }

  function makeRow(row: Row, index: number): HTMLTableRowElement {
    const cells = names.map((name) => {
      const label = labels.get(name);
      return makeCell(row[name], settings, label ? row[label] : undefined);
    });
    return make("tr", {}, make("td", { class: "q-number q-count" }, formatNumber(index + 1)), ...cells);
  }

  for (const [name, head] of heads) {
    const arrow = make("span", { class: "q-arrow", "aria-hidden": "true" }, "↕");
    const button = makeButton("", () => sort(name), { class: "q-sort" });
    button.append(make("span", {}, name), arrow);
    head.append(button);
  }
  const corner = make("th", { scope: "col", class: "q-count" }, make("span", { class: "q-unseen" }, "Row"));
  const table = make("table", { class: "q-table" },
    make("caption", { class: "q-unseen" }, `The result: ${count(rows.length, "row", "rows")}. A button in each heading sorts.`),
    make("thead", {}, make("tr", {}, corner, ...heads.values())), body);
  fill();
  const scroll = make("div", { class: "q-scroll", role: "region", "aria-label": "Table of the result", tabindex: 0 }, table);
  const isPaged = rows.length > PAGE_ROWS;
  return make("div", {}, isPaged && pagers[0].element, scroll, isPaged && pagers[1].element);
}

interface Pager {
  element: HTMLElement;
  update: (text: string, hasBefore: boolean, hasAfter: boolean) => void;
}

/** Return a pager whose buttons stay focusable at both ends, so that focus is never lost. */
function makePager(where: string, move: (step: number) => void): Pager {
  const guard = (step: number) => (): void => {
    if (buttons[step < 0 ? 0 : 1].getAttribute("aria-disabled") !== "true") move(step);
  };
  const buttons = [makeButton("Previous", guard(-1)), makeButton("Next", guard(1))] as const;
  const text = make("span");
  return {
    element: make("nav", { class: "q-pager", "aria-label": `Pages of the result, ${where} the table` }, buttons[0], text, buttons[1]),
    update(words, hasBefore, hasAfter) {
      text.textContent = words;
      buttons[0].setAttribute("aria-disabled", String(!hasBefore));
      buttons[1].setAttribute("aria-disabled", String(!hasAfter));
    },
  };
}

/** Return the cell of a table for a value; `label` is what the result calls an IRI. */
export function makeCell(cell: Cell | undefined, settings: Settings, label?: Cell): HTMLTableCellElement {
  if (!cell) return make("td", { class: "q-empty" }, make("span", { class: "q-unseen" }, "no value"));
  if (cell.type === "uri") return make("td", {}, ...showIri(cell, settings, label));
  if (cell.type === "bnode") return make("td", {}, make("code", {}, `_:${cell.value}`));
  if (cell.type === "triple") return make("td", {}, make("code", {}, JSON.stringify(cell.value)));
  const language = cell["xml:lang"];
  const datatype = nameDatatype(cell, settings);
  return make("td", { class: isNumber(cell) ? "q-number" : null },
    make("span", { lang: language, dir: language ? "auto" : null }, cell.value),
    language && make("span", { class: "q-tag" }, make("span", { class: "q-unseen" }, " in language "), language),
    datatype && make("span", { class: "q-tag" }, make("span", { class: "q-unseen" }, " of type "), datatype));
}

function showIri(cell: Cell, settings: Settings, label?: Cell): Node[] {
  const name = nameIri(cell.value, settings);
  const address = locate(cell.value, settings);
  const code = make("code", {}, name);
  const text = label?.type === "literal" ? label : null;
  const shown = text ? make("span", { lang: text["xml:lang"] }, text.value) : code;
  const title = name === cell.value ? null : cell.value;
  const link = address ? make("a", { href: address, title }, shown) : make("span", { title }, shown);
  return text ? [link, make("span", { class: "q-tag" }, code)] : [link];
}
