import assert from "node:assert/strict";
import { test } from "node:test";
import { findPlace, listOptions } from "../src/complete.ts";
import type { Settings } from "../src/types.ts";
import { readTerms, type Term, VOCABULARY } from "../src/vocabulary.ts";

const SETTINGS: Settings = { site: "", bases: ["http://b/"], prefixes: { v: "http://v/" }, limits: {} };
const TERMS: Term[] = [
  { kind: "property", iri: "http://v/date", name: "v:date", label: "day", definition: "The day." },
  { kind: "class", iri: "http://v/Party", name: "v:Party", label: "party", definition: "" },
  { kind: "thing", iri: "http://b/party/XYZ", name: null, label: "Xyzland", definition: "" },
];
const place = (marked: string): ReturnType<typeof findPlace> => findPlace(marked.replace("|", ""), marked.indexOf("|"));
const labels = (marked: string): string[] =>
  listOptions(place(marked), marked.replace("|", ""), TERMS, SETTINGS).map((option) => option.displayLabel ?? option.label);

test("what is suggested follows from where the cursor stands", () => {
  assert.equal(place("SEL|").kind, "word");
  assert.equal(place("ASK { ?s v:d|").kind, "name");
  assert.equal(place("ASK { ?s|").kind, "variable");
  assert.equal(place("ASK { ?|").kind, "variable");
  assert.equal(place("ASK { ?s ?p <xy|").kind, "iri");
  assert.equal(place("PREFIX v|").kind, "declaration");
  assert.equal(place('ASK { ?s ?p "v:d|').kind, "none");
  assert.equal(place("# v:d|").kind, "none");
});

test("an IRI that is being written is replaced to its end", () => {
  const { from, to } = place("ASK { ?s ?p <xy|z> }");
  assert.deepEqual([from, to], [12, 17]);
});

test("a name with a prefix is only completed by names", () => {
  assert.deepEqual(labels("ASK { ?s v:d|"), ["v:date", "v:Party"]);
});

test("an IRI is completed by the labels of things", () => {
  const [option] = listOptions(place("ASK { ?s ?p <xy|"), "ASK { ?s ?p <xy", TERMS, SETTINGS);
  assert.equal(option?.label, "<Xyzland");
  assert.equal(option?.apply, "<http://b/party/XYZ>");
});

test("a variable is completed by the others of the query", () => {
  assert.deepEqual(labels("SELECT ?one ?two { ?o|"), ["?one", "?two"]);
});

test("a word is completed by keywords, prefixes, terms and things", () => {
  const found = labels("ASK { ?s d|");
  for (const wanted of ["FILTER", "v:", "v:date", "v:Party", "Xyzland"]) assert.ok(found.includes(wanted), wanted);
});

test("after the keyword a classes come first", () => {
  const options = listOptions(place("ASK { ?s a P|"), "ASK { ?s a P", TERMS, SETTINGS);
  const boost = (name: string): number => options.find((option) => option.displayLabel === name)?.boost ?? 0;
  assert.ok(boost("v:Party") > boost("v:date"));
});

test("a definition and the IRI stand beside a suggestion", () => {
  const option = listOptions(place("ASK { ?s v:d|"), "ASK { ?s v:d", TERMS, SETTINGS)[0];
  assert.equal(option?.info, "The day.\nhttp://v/date");
});

test("rows of the vocabulary become terms; what is no term is left out", () => {
  const uri = (value: string): { type: "uri"; value: string } => ({ type: "uri", value });
  const text = (value: string): { type: "literal"; value: string } => ({ type: "literal", value });
  const found = readTerms([
    { kind: text("class"), iri: uri("http://v/A"), label: text("a"), definition: text("An a.") },
    { kind: text("thing"), iri: { type: "bnode", value: "b" } },
    { kind: text("other"), iri: uri("http://v/B") },
  ], SETTINGS);
  assert.deepEqual(found, [{ kind: "class", iri: "http://v/A", name: "v:A", label: "a", definition: "An a." }]);
});

test("the query for the vocabulary declares what it uses and asks for what is read", () => {
  for (const name of ["?kind", "?iri", "?label", "?definition"]) assert.ok(VOCABULARY.includes(name));
});
