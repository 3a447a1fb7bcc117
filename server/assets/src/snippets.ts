/** Write the code that asks a query from elsewhere: each snippet runs as it is. */

import type { Form } from "./scan.ts";

export interface Snippet {
  name: string;
  code: string;
}

/** Return the snippets for a query, by language. */
export function listSnippets(endpoint: string, query: string, form: Form): Snippet[] {
  return [
    { name: "curl", code: writeCurl(endpoint, query, form) },
    { name: "Python", code: writePython(endpoint, query, form) },
    { name: "Python with SPARQLWrapper", code: writeWrapper(endpoint, query, form) },
    { name: "R", code: writeR(endpoint, query, form) },
    { name: "JavaScript", code: writeJavaScript(endpoint, query, form) },
  ];
}

const RESULTS = "application/sparql-results+json";

function writeCurl(endpoint: string, query: string, form: Form): string {
  const type = { solutions: "text/csv", boolean: RESULTS, graph: "text/turtle" }[form];
  return [
    `curl --silent --show-error --fail-with-body --request POST ${quoteShell(endpoint)} \\`,
    `  --header 'Accept: ${type}' \\`,
    `  --data-urlencode ${quoteShell(`query=${query}`)}`,
  ].join("\n");
}

function writePython(endpoint: string, query: string, form: Form): string {
  const head = [
    ...(form === "graph" ? [] : ["import json"]),
    "from urllib.parse import urlencode",
    "from urllib.request import Request, urlopen",
    "",
    `query = ${quotePython(query)}`,
    "request = Request(",
    `    ${quoteDouble(endpoint)},`,
    '    data=urlencode({"query": query}).encode(),',
    `    headers={"Accept": "${form === "graph" ? "text/turtle" : RESULTS}"},`,
    ")",
    "with urlopen(request) as response:",
  ];
  const read = form === "graph" ? "    text = response.read().decode()" : "    result = json.load(response)";
  const tail = {
    solutions: [
      'for row in result["results"]["bindings"]:',
      '    print({name: cell["value"] for name, cell in row.items()})',
    ],
    boolean: ['print(result["boolean"])'],
    graph: ["print(text)"],
  }[form];
  return [...head, read, ...tail].join("\n");
}

function writeWrapper(endpoint: string, query: string, form: Form): string {
  const tail = {
    solutions: [
      'for row in endpoint.queryAndConvert()["results"]["bindings"]:',
      '    print({name: cell["value"] for name, cell in row.items()})',
    ],
    boolean: ['print(endpoint.queryAndConvert()["boolean"])'],
    graph: ["print(endpoint.queryAndConvert().decode())"],
  }[form];
  const format = form === "graph" ? "TURTLE" : "JSON";
  return [
    `from SPARQLWrapper import ${format}, POST, SPARQLWrapper`,
    "",
    `endpoint = SPARQLWrapper(${quoteDouble(endpoint)})`,
    "endpoint.setMethod(POST)",
    `endpoint.setReturnFormat(${format})`,
    `endpoint.setQuery(${quotePython(query)})`,
    ...tail,
  ].join("\n");
}

function writeR(endpoint: string, query: string, form: Form): string {
  const name = { solutions: "csv", boolean: "json", graph: "ttl" }[form];
  return [
    `query <- ${quoteR(query)}`,
    "address <- paste0(",
    `  ${quoteR(endpoint)}, "?format=${name}&query=", URLencode(query, reserved = TRUE)`,
    ")",
    ...(form === "solutions"
      ? ['result <- read.csv(address, encoding = "UTF-8")', "print(result)"]
      : ['writeLines(readLines(address, warn = FALSE, encoding = "UTF-8"))']),
  ].join("\n");
}

function writeJavaScript(endpoint: string, query: string, form: Form): string {
  const tail = {
    solutions: ["const { results } = await response.json();", "console.table(results.bindings.map((row) =>",
      "  Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.value]))));"],
    boolean: ["console.log((await response.json()).boolean);"],
    graph: ["console.log(await response.text());"],
  }[form];
  return [
    `const query = ${quoteTemplate(query)};`,
    `const response = await fetch(${quoteDouble(endpoint)}, {`,
    '  method: "POST",',
    `  headers: { Accept: "${form === "graph" ? "text/turtle" : RESULTS}" },`,
    "  body: new URLSearchParams({ query }),",
    "});",
    "if (!response.ok) throw new Error(await response.text());",
    ...tail,
  ].join("\n");
}

/** Return a text as one word of a POSIX shell. */
export function quoteShell(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}

/** Return a text as a Python literal over several lines. */
export function quotePython(text: string): string {
  const escaped = text.replaceAll("\\", "\\\\").replace(/"""|"$/g, (marks) => marks.replaceAll('"', '\\"'));
  return `"""${escaped.startsWith("\n") ? "\\\n" : ""}${escaped}"""`;
}

/** Return a text as a literal of R. */
export function quoteR(text: string): string {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', String.raw`\"`)}"`;
}

/** Return a text as a template literal of JavaScript. */
export function quoteTemplate(text: string): string {
  return `\`${text.replaceAll("\\", "\\\\").replaceAll("`", "\\`").replaceAll("${", "\\${")}\``;
}

/** Return a text on one line as a literal of Python and JavaScript. */
function quoteDouble(text: string): string {
  return JSON.stringify(text);
}
