import assert from "node:assert/strict";
import { test } from "node:test";
import { findLabelVariable, isNumber, locate, nameDatatype, nameIri, readNumber, shorten } from "../src/terms.ts";
import type { Cell, Settings } from "../src/types.ts";

const SETTINGS: Settings = {
  site: "http://here",
  bases: ["https://base/", "https://words/"],
  prefixes: { w: "https://words/ontology#", a: "http://a/", ab: "http://a/b/", xsd: "http://www.w3.org/2001/XMLSchema#" },
  limits: {},
};
const number = (value: string, type = "integer"): Cell =>
  ({ type: "literal", value, datatype: `http://www.w3.org/2001/XMLSchema#${type}` });

test("an IRI is shortened by the longest prefix that fits", () => {
  assert.equal(shorten("http://a/b/c", SETTINGS.prefixes), "ab:c");
  assert.equal(shorten("https://words/ontology#depositDate", SETTINGS.prefixes), "w:depositDate");
});

test("an IRI is not shortened to what a query could not hold", () => {
  assert.equal(shorten("http://a/", SETTINGS.prefixes), null);
  assert.equal(shorten("http://a/x/y", SETTINGS.prefixes), null);
  assert.equal(shorten("http://a/ends.", SETTINGS.prefixes), null);
  assert.equal(shorten("http://elsewhere/x", SETTINGS.prefixes), null);
});

test("an own thing is named by its path, and leads to this site", () => {
  assert.equal(nameIri("https://base/party/XYZ", SETTINGS), "party/XYZ");
  assert.equal(locate("https://base/party/XYZ", SETTINGS), "http://here/party/XYZ");
  assert.equal(locate("https://words/ontology#x", SETTINGS), "http://here/ontology#x");
});

test("only an address of the web becomes a link elsewhere", () => {
  assert.equal(locate("http://a/b", SETTINGS), "http://a/b");
  assert.equal(locate("javascript:alert(1)", SETTINGS), null);
  assert.equal(locate("urn:x", SETTINGS), null);
});

test("numbers are told by their datatype", () => {
  assert.equal(readNumber(number("12")), 12);
  assert.equal(readNumber(number("1.5", "decimal")), 1.5);
  assert.equal(readNumber(number("2005", "gYear")), 2005);
  assert.equal(readNumber(number("INF", "double")), null);
  assert.equal(isNumber({ type: "literal", value: "12" }), false);
});

test("a datatype is shown where it says more than the value", () => {
  assert.equal(nameDatatype(number("1"), SETTINGS), null);
  assert.equal(nameDatatype(number("2005-10-20", "date"), SETTINGS), null);
  assert.equal(nameDatatype(number("P3M", "duration"), SETTINGS), "xsd:duration");
});

test("a column is named by the one that says so", () => {
  assert.equal(findLabelVariable("party", ["party", "partyLabel"]), "partyLabel");
  assert.equal(findLabelVariable("party", ["party", "party_name"]), "party_name");
  assert.equal(findLabelVariable("party", ["party", "name"]), null);
});
