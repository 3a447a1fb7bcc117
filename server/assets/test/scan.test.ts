import assert from "node:assert/strict";
import { test } from "node:test";
import { declare, findDeclarations, findForm, findUndeclared, findVariables, guessRole, scan } from "../src/scan.ts";

const kinds = (text: string): string => scan(text).map((token) => `${token.kind} ${token.text}`).join(" | ");

test("tokens are told apart as the grammar tells them", () => {
  assert.equal(kinds('?a <b#c> "d\\"e"@en-GB'), 'variable ?a | iri <b#c> | string "d\\"e" | language @en-GB');
  assert.equal(kinds("p:a-b.c p:%20\\/x :z _:b0"), "name p:a-b.c | name p:%20\\/x | name :z | blank _:b0");
  assert.equal(kinds("1.5e3 # <no> ?no\na"), "number 1.5e3 | comment # <no> ?no | word a");
  assert.equal(kinds('"""x\n"y" """ ;'), 'string """x\n"y" """ | mark ;');
});

test("a comparison is not an IRI", () => {
  assert.equal(kinds("?a < ?b && ?c > ?d"), "variable ?a | mark < | variable ?b | mark && | variable ?c | mark > | variable ?d");
  assert.equal(kinds("?a <= 5"), "variable ?a | mark <= | number 5");
});

test("a name ends before the dot that ends a triple", () => {
  assert.equal(kinds("?s a p:b. ?t"), "variable ?s | word a | name p:b | mark . | variable ?t");
});

test("every character of a text is in a token or is white space", () => {
  const text = 'PREFIX p: <x>\nSELECT * { ?s p:q "a" . # é\n FILTER(?x <5 || "\'" = \'"\') }';
  const rest = scan(text).reduceRight((left, token) => left.slice(0, token.from) + left.slice(token.to), text);
  assert.equal(rest.trim(), "");
});

test("the PREFIX lines of a query are found, not those in comments", () => {
  const found = findDeclarations(scan("# PREFIX no: <no>\nprefix a: <http://a/> PREFIX : <http://b/>"));
  assert.deepEqual(found.map(({ prefix, iri }) => [prefix, iri]), [["a", "http://a/"], ["", "http://b/"]]);
});

test("a prefix that is used and not declared is found once", () => {
  assert.deepEqual(findUndeclared('PREFIX a: <a> ASK { ?s a:x b:y ; b:z "c:d" . <e:f> ?p "1"^^xsd:date } # g:h'), ["b", "xsd"]);
});

const PREFIXES = { cdce: "http://v/", skos: "http://s/" };
const apply = (text: string, wanted: string[]): string => {
  const found = declare(text, wanted, PREFIXES);
  return found ? text.slice(0, found.at) + found.text + text.slice(found.at) : text;
};

test("a PREFIX line is added after the others, after BASE, or at the top below opening comments", () => {
  assert.equal(apply("PREFIX a: <a>\nASK {}", ["cdce"]), "PREFIX a: <a>\nPREFIX cdce: <http://v/>\nASK {}");
  assert.equal(apply("# What?\nASK {}", ["cdce", "skos"]), "# What?\nPREFIX cdce: <http://v/>\nPREFIX skos: <http://s/>\n\nASK {}");
  assert.equal(apply("BASE <b>\nASK {}", ["cdce"]), "BASE <b>\nPREFIX cdce: <http://v/>\n\nASK {}");
  assert.equal(apply("", ["cdce"]), "PREFIX cdce: <http://v/>\n");
});

test("nothing is added that is declared or unknown", () => {
  assert.equal(declare("PREFIX cdce: <x> ASK {}", ["cdce", "other"], PREFIXES), null);
});

test("the form of a query is that of its first verb", () => {
  assert.equal(findForm("# ASK\nPREFIX select: <ask> select * { }"), "solutions");
  assert.equal(findForm("ASK { { SELECT * {} } }"), "boolean");
  assert.equal(findForm("DESCRIBE <x>"), "graph");
  assert.equal(findForm("CONSTRUCT WHERE {}"), "graph");
  assert.equal(findForm("nothing"), null);
});

test("variables are listed once, without their mark", () => {
  assert.deepEqual(findVariables('SELECT ?a { ?a $b "?c" } # ?d'), ["a", "b"]);
});

test("the role of the next term follows from what stands before it", () => {
  const role = (text: string): string => guessRole(scan(text));
  assert.equal(role("SELECT"), "outside");
  assert.equal(role("ASK {"), "subject");
  assert.equal(role("ASK { ?s"), "property");
  assert.equal(role("ASK { ?s a"), "class");
  assert.equal(role("ASK { ?s p:q"), "object");
  assert.equal(role("ASK { ?s p:q ?o ;"), "property");
  assert.equal(role("ASK { ?s p:q ?o ,"), "object");
  assert.equal(role("ASK { ?s p:q/"), "property");
  assert.equal(role("ASK { ?s p:q ?o ."), "subject");
  assert.equal(role("ASK { FILTER("), "outside");
});
