import assert from "node:assert/strict";
import { test } from "node:test";
import {
  ADDRESS_CHARACTERS, buildAddress, buildRequest, findOffset, isLong, readAnswer, readProblem,
} from "../src/endpoint.ts";

const question = (text: string, format = ""): Parameters<typeof buildAddress>[1] => ({ text, format, beside: [] });

test("an address holds the query as it is, and nothing that a messenger cuts", () => {
  const address = buildAddress("http://x/sparql", question("ASK { ?s ?p 'a+b é' }", "csv"));
  assert.equal(new URL(address).searchParams.get("query"), "ASK { ?s ?p 'a+b é' }");
  assert.equal(new URL(address).searchParams.get("format"), "csv");
  assert.doesNotMatch(address, /[\s+'"<>{}]/);
});

test("what the form sends beside the query is kept", () => {
  const address = buildAddress("/s", { text: "ASK {}", format: "", beside: [["default-graph-uri", "http://g"]] });
  assert.equal(address, "/s?query=ASK%20%7B%7D&default-graph-uri=http%3A%2F%2Fg");
});

test("a long query goes in the body of a request", () => {
  const long = question("x".repeat(ADDRESS_CHARACTERS));
  assert.equal(isLong("http://x/sparql", long), true);
  assert.equal(isLong("http://x/sparql", question("ASK {}")), false);
  const [address, request] = buildRequest("http://x/sparql", long);
  assert.equal(address, "http://x/sparql");
  assert.equal(request.method, "POST");
});

test("an answer is told by its media type and body", () => {
  const type = "application/sparql-results+json";
  assert.deepEqual(readAnswer(type, '{"head":{},"boolean":false}'), { form: "boolean", value: false });
  assert.deepEqual(readAnswer(type, '{"head":{"vars":["a"]},"results":{"bindings":[{}]}}'),
    { form: "solutions", names: ["a"], rows: [{}] });
  assert.deepEqual(readAnswer("text/turtle", "<a> <b> <c> ."), { form: "graph", text: "<a> <b> <c> .", type: "text/turtle" });
});

test("a problem keeps its words, its hint and its place", () => {
  const body = JSON.stringify({ title: "Bad Request", detail: "No.", hint: "Do.", line: 2, column: 7, status: 400 });
  assert.deepEqual(readProblem(400, "application/problem+json", body),
    { title: "Bad Request", status: 400, detail: "No.", hint: "Do.", line: 2, column: 7 });
});

test("an error of a proxy is a problem too", () => {
  const problem = readProblem(502, "text/html", "<h1>Bad Gateway</h1>");
  assert.equal(problem.title, "Status 502");
  assert.equal(problem.line, null);
  assert.equal(readProblem(500, "application/json", "{").title, "Status 500");
});

test("a place counts lines and characters, not code units", () => {
  assert.equal(findOffset("ab\ncd", 2, 2), 4);
  assert.equal(findOffset("a\n\u{1D11E}é x", 2, 4), 6);
  assert.equal(findOffset("ab", 9, 9), 2);
  assert.equal(findOffset("ab\ncd", 1, 99), 2);
});
