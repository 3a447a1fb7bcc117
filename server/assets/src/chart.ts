/** Draw a bar chart of a result that names things and counts them. */

import { draw, formatNumber, make } from "./dom.ts";
import { findLabelVariable, nameIri, readNumber } from "./terms.ts";
import type { Row, Settings } from "./types.ts";

export const MOST_BARS = 60;

export interface Columns {
  label: string;
  numbers: string[];
}

/** Return the columns that a chart can show, or null where a result has none: names and numbers. */
export function findColumns(names: readonly string[], rows: readonly Row[]): Columns | null {
  if (rows.length < 2) return null;
  const isFull = (name: string): boolean => rows.some((row) => row[name]);
  const numbers = names.filter((name) => isFull(name) && rows.every((row) => !row[name] || readNumber(row[name]) !== null));
  const words = names.filter((name) => isFull(name) && !numbers.includes(name));
  const first = words[0];
  if (first) return numbers.length > 0 ? { label: findLabelVariable(first, names) ?? first, numbers } : null;
  const [year, ...rest] = numbers;
  return year && rest.length > 0 ? { label: year, numbers: rest } : null;
}

export interface Bar {
  label: string;
  value: number;
}

/** Return the bars of a chart, in the order of the rows; rows without a number have none. */
export function listBars(rows: readonly Row[], label: string, number: string, settings: Settings): Bar[] {
  return rows.flatMap((row) => {
    const value = readNumber(row[number]);
    const name = row[label];
    if (value === null) return [];
    return [{ label: name ? (name.type === "uri" ? nameIri(name.value, settings) : name.value) : "(no value)", value }];
  });
}

/** Return round values for an axis from a least to a greatest value, zero among them. */
export function listTicks(least: number, greatest: number, most = 5): number[] {
  const low = Math.min(0, least);
  const high = Math.max(0, greatest);
  if (low === high) return [0, 1];
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((each) => each * power).find((each) => each >= rough) ?? 10 * power;
  const first = Math.floor(low / step);
  const last = Math.ceil(high / step);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Return a text cut to a width in characters. */
export function cut(text: string, most: number): string {
  const characters = Array.from(text);
  return characters.length <= most ? text : `${characters.slice(0, Math.max(most - 1, 1)).join("")}…`;
}

/** Return the view of a result as a chart, with a choice of number where there are several. */
export function makeChart(columns: Columns, rows: readonly Row[], settings: Settings): HTMLElement {
  const frame = make("div", { class: "q-chart" });
  const select = make("select", { id: "q-chart-number" }, ...columns.numbers.map((name) => make("option", {}, name)));
  let width = 0;

  function show(): void {
    const number = select.value || columns.numbers[0]!;
    const bars = listBars(rows, columns.label, number, settings);
    const few = bars.slice(0, MOST_BARS);
    const note = bars.length > few.length
      ? `The first ${MOST_BARS} of ${formatNumber(bars.length)} rows are drawn. ` : "";
    frame.replaceChildren(
      drawBars(few, Math.max(width, 280), `Bar chart of ${number} by ${columns.label}. The table has the same figures.`),
      make("p", { class: "q-note" }, `${number} by ${columns.label}. ${note}The table has the same figures.`));
  }

  select.addEventListener("change", show);
  new ResizeObserver(([entry]) => {
    const found = Math.floor(entry?.contentRect.width ?? 0);
    if (found > 0 && found !== width) {
      width = found;
      show();
    }
  }).observe(frame);
  const choice = columns.numbers.length > 1
    && make("p", { class: "q-choice" }, make("label", { for: "q-chart-number" }, "Number shown"), select);
  return make("div", {}, choice, frame);
}

const ROW = 26;
const AXIS = 24;
const CHARACTER = 7.2;

/** Return horizontal bars with their labels and values in words. */
function drawBars(bars: readonly Bar[], width: number, title: string): SVGSVGElement {
  const most = Math.max(8, Math.floor((width * 0.38) / CHARACTER));
  const labels = bars.map((bar) => cut(bar.label, most));
  const left = Math.ceil(Math.max(...labels.map((label) => Array.from(label).length), 1) * CHARACTER) + 12;
  const values = bars.map((bar) => formatNumber(bar.value));
  const right = Math.ceil(Math.max(...values.map((value) => value.length), 1) * CHARACTER) + 12;
  const ticks = listTicks(Math.min(...bars.map((bar) => bar.value)), Math.max(...bars.map((bar) => bar.value)), width < 500 ? 3 : 6);
  const [low, high] = [ticks[0]!, ticks.at(-1)!];
  const place = (value: number): number => left + ((value - low) / (high - low)) * (width - left - right);
  const height = AXIS + bars.length * ROW + 4;
  const grid = ticks.flatMap((tick) => [
    draw("line", { class: tick === 0 ? "q-zero" : "q-grid", x1: place(tick), x2: place(tick), y1: AXIS - 4, y2: height }),
    draw("text", { class: "q-tick", x: place(tick), y: AXIS - 9, "text-anchor": "middle" }, formatNumber(tick)),
  ]);
  const drawn = bars.map((bar, index) => {
    const top = AXIS + index * ROW;
    const [start, end] = [place(Math.min(0, bar.value)), place(Math.max(0, bar.value))];
    return draw("g", {},
      draw("title", {}, `${bar.label}: ${values[index]}`),
      draw("text", { class: "q-label", x: left - 8, y: top + 17, "text-anchor": "end" }, labels[index]),
      draw("rect", { class: "q-bar", x: start, y: top + 4, width: Math.max(end - start, 1), height: ROW - 8, rx: 2 }),
      draw("text", { class: "q-value", x: end + 6, y: top + 17 }, values[index]));
  });
  return draw("svg", { role: "img", "aria-label": title, width, height, viewBox: `0 0 ${width} ${height}` }, ...grid, ...drawn);
}
