import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { listSnippets, quotePython, quoteR, quoteShell, quoteTemplate } from "../src/snippets.ts";

const NASTY = `SELECT ?x {\n  ?x ?p "it's \\"a\\" \\\\ \`\${y}\` $HOME é" , '''z''' , """q"""\n} # end"`;

test("a query comes through the shell unchanged", () => {
  assert.equal(execFileSync("sh", ["-c", `printf %s ${quoteShell(NASTY)}`], { encoding: "utf8" }), NASTY);
});

test("a query comes through JavaScript unchanged", () => {
  assert.equal(new Function(`return ${quoteTemplate(NASTY)}`)(), NASTY);
});

test("literals of Python and R end where the query ends", () => {
  assert.equal(quotePython('a"'), '"""a\\""""');
  assert.equal(quotePython('"""'), '"""\\"\\"\\""""');
  assert.equal(quoteR('a "b" \\'), '"a \\"b\\" \\\\"');
});

test("each language asks for what fits the form of the query", () => {
  const codes = (form: "solutions" | "boolean" | "graph"): Record<string, string> =>
    Object.fromEntries(listSnippets("http://x/sparql", "Q", form).map(({ name, code }) => [name, code]));
  assert.deepEqual(Object.keys(codes("solutions")), ["curl", "Python", "Python with SPARQLWrapper", "R", "JavaScript"]);
  assert.match(codes("solutions")["curl"] ?? "", /text\/csv/);
  assert.match(codes("boolean")["R"] ?? "", /format=json/);
  assert.match(codes("graph")["Python"] ?? "", /text\/turtle/);
  for (const code of Object.values(codes("graph"))) assert.match(code, /http:\/\/x\/sparql/);
});
