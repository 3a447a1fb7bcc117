/** Read a SPARQL query as tokens: enough to know its form, its prefixes and where a cursor stands. */

export type Kind =
  | "comment" | "string" | "iri" | "variable" | "language" | "blank" | "name" | "word" | "number" | "mark";

export interface Token {
  kind: Kind;
  text: string;
  from: number;
  to: number;
}

const LOCAL = String.raw`(?:[\p{L}\p{N}_:]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])`;
const LOCAL_INNER = String.raw`(?:[\p{L}\p{N}_:.\-·]|%[0-9A-Fa-f]{2}|\\[_~.\-!$&'()*+,;=/?#@%])`;
const PREFIX = String.raw`\p{L}(?:[\p{L}\p{N}_.\-·]*[\p{L}\p{N}_\-·])?`;

/** The order decides: what stands first wins. */
const PATTERNS: readonly (readonly [Kind, string])[] = [
  ["comment", String.raw`#[^\n\r]*`],
  ["string", String.raw`"""(?:"{0,2}(?:[^"\\]|\\[^]))*(?:"""|$)|'''(?:'{0,2}(?:[^'\\]|\\[^]))*(?:'''|$)`],
  ["string", String.raw`"(?:[^"\\\n\r]|\\.)*"?|'(?:[^'\\\n\r]|\\.)*'?`],
  ["iri", String.raw`<[^\x00-\x20<>"{}|\\^${"`"}]*>`],
  ["variable", String.raw`[?$][\p{L}\p{N}_]+`],
  ["language", String.raw`@[A-Za-z]+(?:-[A-Za-z0-9]+)*`],
  ["blank", String.raw`_:[\p{L}\p{N}_](?:[\p{L}\p{N}_.\-]*[\p{L}\p{N}_\-])?`],
  ["name", `(?:${PREFIX})?:(?:${LOCAL}(?:${LOCAL_INNER}*(?:${LOCAL}|-))?)?`],
  ["word", String.raw`[\p{L}_][\p{L}\p{N}_]*`],
  ["number", String.raw`(?:\d+\.?\d*|\.\d+)(?:[eE][+\-]?\d+)?`],
  ["mark", String.raw`\^\^|&&|\|\||[<>!]=|\S`],
];
const TOKEN = new RegExp(PATTERNS.map(([, source]) => `(${source})`).join("|"), "gu");

/** Return the tokens of a text, in their order; comments are among them, white space is not. */
export function scan(text: string): Token[] {
  return Array.from(text.matchAll(TOKEN), (match) => {
    const group = match.findIndex((part, index) => index > 0 && part !== undefined);
    const kind = PATTERNS[group - 1]?.[0] ?? "mark";
    return { kind, text: match[0], from: match.index, to: match.index + match[0].length };
  });
}

export interface Declaration {
  prefix: string;
  iri: string;
  to: number;
}

/** Return the PREFIX lines of a query, in their order. */
export function findDeclarations(tokens: readonly Token[]): Declaration[] {
  const found: Declaration[] = [];
  const told = tokens.filter((token) => token.kind !== "comment");
  told.forEach((token, index) => {
    const [name, iri] = [told[index + 1], told[index + 2]];
    if (!isWord(token, "PREFIX") || name?.kind !== "name" || iri?.kind !== "iri") return;
    found.push({ prefix: name.text.slice(0, -1), iri: iri.text.slice(1, -1), to: iri.to });
  });
  return found;
}

/** Return the prefixes that names of a query have and no PREFIX line declares, in order of use. */
export function findUndeclared(text: string): string[] {
  const tokens = scan(text);
  const declared = new Set(findDeclarations(tokens).map((each) => each.prefix));
  const used = tokens
    .filter((token, index) => token.kind === "name" && !isWord(tokens[index - 1], "PREFIX"))
    .map((token) => token.text.slice(0, token.text.indexOf(":")));
  return [...new Set(used)].filter((prefix) => !declared.has(prefix));
}

export interface Insertion {
  at: number;
  text: string;
}

/** Return where and what to insert so that a query declares some prefixes, or null if it does. */
export function declare(
  text: string, wanted: readonly string[], prefixes: Readonly<Record<string, string>>,
): Insertion | null {
  const declarations = findDeclarations(scan(text));
  const declared = new Set(declarations.map((each) => each.prefix));
  const lines = wanted
    .filter((prefix) => !declared.has(prefix) && prefix in prefixes)
    .map((prefix) => `PREFIX ${prefix}: <${prefixes[prefix]}>`);
  if (lines.length === 0) return null;
  const last = declarations.at(-1);
  if (last) return { at: last.to, text: lines.map((line) => `\n${line}`).join("") };
  const start = findStart(text);
  return { at: start, text: `${lines.join("\n")}\n${text.slice(start).trim() ? "\n" : ""}` };
}

/** Return where the first PREFIX line may stand: after opening comments and BASE. */
function findStart(text: string): number {
  const tokens = scan(text);
  const index = tokens.findIndex((token) => token.kind !== "comment");
  const first = tokens[index];
  const iri = tokens[index + 1];
  if (first && isWord(first, "BASE") && iri?.kind === "iri") {
    return text.startsWith("\n", iri.to) ? iri.to + 1 : iri.to;
  }
  return first?.from ?? text.length;
}

export type Form = "solutions" | "boolean" | "graph";

/** Return what the answer to a query will be, or null where its first word does not say. */
export function findForm(text: string): Form | null {
  const forms: Readonly<Record<string, Form>> = {
    SELECT: "solutions", ASK: "boolean", CONSTRUCT: "graph", DESCRIBE: "graph",
  };
  for (const token of scan(text)) {
    const form = token.kind === "word" ? forms[token.text.toUpperCase()] : undefined;
    if (form) return form;
  }
  return null;
}

/** Return the variables of a query, each once, without their mark. */
export function findVariables(text: string): string[] {
  const found = scan(text).filter((token) => token.kind === "variable");
  return [...new Set(found.map((token) => token.text.slice(1)))];
}

export type Role = "subject" | "property" | "class" | "object" | "outside";

/**
 * Return what a term would be that is written after some tokens.
 *
 * A guess, from the marks since the pattern began; it only orders what is suggested.
 */
export function guessRole(before: readonly Token[]): Role {
  const told = before.filter((token) => token.kind !== "comment");
  const last = told.at(-1);
  if (!last || !told.some((token) => token.text === "{")) return "outside";
  if (last.text === "a" || last.text === "rdf:type") return "class";
  if (last.text === ";" || ["/", "|", "^", "!"].includes(last.text)) return "property";
  if (last.text === ",") return "object";
  let terms = 0;
  for (const token of told.toReversed()) {
    if (["{", "}", "."].includes(token.text)) return terms === 0 ? "subject" : terms === 1 ? "property" : "object";
    if (token.text === ";") return terms === 0 ? "property" : "object";
    if (token.text === "(" || (token.kind === "word" && token.text !== "a")) return "outside";
    if (["iri", "variable", "name", "blank", "string", "number"].includes(token.kind) || token.text === "]") terms += 1;
  }
  return "outside";
}

export function isWord(token: Token | undefined, word: string): boolean {
  return token?.kind === "word" && token.text.toUpperCase() === word;
}
