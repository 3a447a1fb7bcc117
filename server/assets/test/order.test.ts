import assert from "node:assert/strict";
import { test } from "node:test";
import { cut, findColumns, listBars, listTicks } from "../src/chart.ts";
import { sortRows, turn } from "../src/order.ts";
import type { Cell, Row, Settings } from "../src/types.ts";

const INTEGER = "http://www.w3.org/2001/XMLSchema#integer";
const number = (value: number): Cell => ({ type: "literal", value: String(value), datatype: INTEGER });
const word = (value: string): Cell => ({ type: "literal", value });
const SETTINGS: Settings = { site: "", bases: [], prefixes: {}, limits: {} };

test("numbers are ordered by size, and empty cells come last both ways", () => {
  const rows: Row[] = [{ n: number(10) }, {}, { n: number(9) }, { n: number(100) }];
  const values = (direction: "ascending" | "descending"): (string | undefined)[] =>
    sortRows(rows, "n", direction).map((row) => row["n"]?.value);
  assert.deepEqual(values("ascending"), ["9", "10", "100", undefined]);
  assert.deepEqual(values("descending"), ["100", "10", "9", undefined]);
});

test("words are ordered as people do, and equal ones keep their order", () => {
  const rows: Row[] = ["Éire", "Zambia", "eire", "Austria"].map((name, n) => ({ name: word(name), n: number(n) }));
  assert.deepEqual(sortRows(rows, "name", "ascending").map((row) => row["name"]?.value), ["Austria", "eire", "Éire", "Zambia"]);
  assert.deepEqual(sortRows([{ a: word("x"), b: word("1") }, { a: word("x"), b: word("2") }], "a", "descending").map((row) => row["b"]?.value), ["1", "2"]);
});

test("sorting leaves the rows of the answer as they are", () => {
  const rows: Row[] = [{ a: word("b") }, { a: word("a") }];
  sortRows(rows, "a", "ascending");
  assert.equal(rows[0]?.["a"]?.value, "b");
});

test("a third turn gives the order of the answer back", () => {
  assert.deepEqual([turn(null), turn("ascending"), turn("descending")], ["ascending", "descending", null]);
});

test("a chart needs names and numbers in more than one row", () => {
  const rows: Row[] = [{ a: word("x"), n: number(1) }, { a: word("y"), n: number(2) }];
  assert.deepEqual(findColumns(["a", "n"], rows), { label: "a", numbers: ["n"] });
  assert.equal(findColumns(["a", "n"], rows.slice(1)), null);
  assert.equal(findColumns(["a"], rows), null);
  assert.equal(findColumns(["n"], rows), null);
});

test("where all columns are numbers the first one names the bars", () => {
  const rows: Row[] = [{ year: number(2005), n: number(1) }, { year: number(2006), n: number(2) }];
  assert.deepEqual(findColumns(["year", "n"], rows), { label: "year", numbers: ["n"] });
});

test("a label column is taken before the thing that it names", () => {
  const rows: Row[] = [1, 2].map((n) => ({ p: { type: "uri", value: `http://p/${n}` }, pLabel: word("x"), n: number(n) }));
  assert.equal(findColumns(["p", "pLabel", "n"], rows)?.label, "pLabel");
});

test("rows without a number have no bar", () => {
  assert.deepEqual(listBars([{ a: word("x"), n: number(3) }, { a: word("y") }], "a", "n", SETTINGS), [{ label: "x", value: 3 }]);
});

test("an axis has round values with zero among them", () => {
  assert.deepEqual(listTicks(4, 48), [0, 10, 20, 30, 40, 50]);
  assert.deepEqual(listTicks(-3, 2), [-3, -2, -1, 0, 1, 2]);
  assert.deepEqual(listTicks(0, 0), [0, 1]);
  assert.ok(listTicks(0.1, 0.3).includes(0));
});

test("a long label is cut between characters", () => {
  assert.equal(cut("abcdef", 4), "abc…");
  assert.equal(cut("\u{1D11E}\u{1D11E}\u{1D11E}", 2), "\u{1D11E}…");
  assert.equal(cut("abc", 3), "abc");
});
