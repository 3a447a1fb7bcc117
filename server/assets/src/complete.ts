/** Suggest what can be written at the cursor: keywords, variables, prefixes, terms and things. */

import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { EditorView } from "@codemirror/view";
import { declare, findVariables, guessRole, type Role, scan } from "./scan.ts";
import type { Settings } from "./types.ts";
import type { Term } from "./vocabulary.ts";

const KEYWORDS = `SELECT CONSTRUCT ASK DESCRIBE WHERE PREFIX BASE FROM NAMED DISTINCT REDUCED AS
 GRAPH OPTIONAL UNION MINUS FILTER BIND VALUES UNDEF EXISTS NOT IN SERVICE
 GROUP BY HAVING ORDER ASC DESC LIMIT OFFSET`.split(/\s+/);
const FUNCTIONS = `COUNT SUM MIN MAX AVG SAMPLE GROUP_CONCAT STR LANG LANGMATCHES DATATYPE BOUND IRI BNODE RAND
 ABS CEIL FLOOR ROUND CONCAT STRLEN UCASE LCASE ENCODE_FOR_URI CONTAINS STRSTARTS STRENDS STRBEFORE STRAFTER
 YEAR MONTH DAY HOURS MINUTES SECONDS TIMEZONE TZ NOW UUID STRUUID MD5 SHA1 SHA256 SHA384 SHA512 COALESCE IF
 STRLANG STRDT sameTerm isIRI isBLANK isLITERAL isNUMERIC REGEX SUBSTR REPLACE`.split(/\s+/);

export interface Place {
  kind: "none" | "variable" | "declaration" | "name" | "iri" | "word";
  /** Where the text begins that a suggestion replaces, and where it ends. */
  from: number;
  to: number;
  role: Role;
}

/** Return what stands before a cursor, and so what can be suggested there. */
export function findPlace(text: string, at: number): Place {
  const tokens = scan(text);
  const index = tokens.findIndex((token) => token.from < at && at <= token.to);
  const token = tokens[index];
  const before = index >= 0 ? tokens.slice(0, index) : tokens.filter((each) => each.to <= at);
  const role = guessRole(before);
  const isDeclared = before.at(-1)?.text.toUpperCase() === "PREFIX";
  const open = findOpenIri(text, at);
  if (open !== null && token?.kind !== "comment" && token?.kind !== "string") {
    const rest = /^[^\s<>"{}|\\^`]*>?/.exec(text.slice(at))?.[0].length ?? 0;
    return { kind: "iri", from: open, to: at + rest, role: guessRole(tokens.filter((each) => each.to <= open)) };
  }
  if (!token) return { kind: isDeclared ? "declaration" : "word", from: at, to: at, role };
  const place = (kind: Place["kind"]): Place => ({ kind, from: token.from, to: at, role });
  if (isDeclared && (token.kind === "word" || token.kind === "name")) return place("declaration");
  switch (token.kind) {
    case "variable": return place("variable");
    case "name": return place("name");
    case "word": return place("word");
    case "mark":
      if (token.text === "?" || token.text === "$") return place("variable");
      return { kind: "word", from: at, to: at, role: guessRole(tokens.slice(0, index + 1)) };
    case "iri": return { kind: "none", from: at, to: at, role };
    default: return { kind: "none", from: at, to: at, role };
  }
}

/** Return where an IRI begins that is being written, or null. */
function findOpenIri(text: string, at: number): number | null {
  const match = /<[^\s<>"{}|\\^`]*$/.exec(text.slice(0, at));
  return match ? match.index : null;
}

/** Return the source of suggestions for an editor. */
export function suggest(
  settings: Settings, list: () => Promise<Term[]>,
): (context: CompletionContext) => Promise<CompletionResult | null> {
  return async (context) => {
    const text = context.state.doc.toString();
    const place = findPlace(text, context.pos);
    if (place.kind === "none") return null;
    if (!context.explicit && place.from === context.pos) return null;
    const options = listOptions(place, text, place.kind === "variable" ? [] : await list(), settings);
    return { from: place.from, to: place.to, options, validFor: VALID[place.kind] };
  };
}

/** While what is written stays like this, the suggestions stay too and are only sifted. */
const VALID: Readonly<Record<Exclude<Place["kind"], "none">, RegExp>> = {
  variable: /^[?$][\p{L}\p{N}_]*$/u,
  declaration: /^[\p{L}\p{N}_.\-]*:?$/u,
  name: /^[\p{L}\p{N}_.\-]*:[\p{L}\p{N}_.\-]*$/u,
  iri: /^<[^\s<>]*$/,
  word: /^[\p{L}\p{N}_]*$/u,
};

/** Return the suggestions for a place, the likeliest kinds with the highest boost. */
export function listOptions(place: Place, text: string, terms: readonly Term[], settings: Settings): Completion[] {
  if (place.kind === "variable") {
    const current = text.slice(place.from + 1, place.to);
    return findVariables(text).filter((name) => name !== current).map((name) => ({ label: `?${name}`, type: "variable" }));
  }
  if (place.kind === "declaration") {
    return Object.entries(settings.prefixes).map(([prefix, iri]) => ({
      label: `${prefix}:`, detail: iri, type: "namespace", apply: `${prefix}: <${iri}>\n`,
    }));
  }
  const named = terms.filter((term) => term.name).map((term) => offerName(term, place, settings));
  const things = terms.filter((term) => !term.name && term.label).map((term) => offerThing(term, place));
  if (place.kind === "name") return named;
  if (place.kind === "iri") return things;
  const typed = text.slice(place.from, place.to);
  const isLower = typed === typed.toLowerCase();
  const offerWord = (word: string, type: string, apply: string, boost: number): Completion =>
    ({ label: isLower ? word.toLowerCase() : word, displayLabel: word, type, apply, boost });
  const isOutside = place.role === "outside";
  const plain = [
    ...KEYWORDS.map((word) => offerWord(word, "keyword", word, isOutside ? 40 : 0)),
    ...FUNCTIONS.map((word) => offerWord(word, "function", `${word}(`, isOutside ? 10 : -20)),
    ...Object.entries(settings.prefixes).map(([prefix, iri]) => ({
      label: `${prefix}:`, detail: iri, type: "namespace", boost: 5,
      apply: (view: EditorView, _: Completion, from: number, to: number) =>
        insert(view, from, to, `${prefix}:`, [prefix], settings),
    })),
    ...findVariables(text).map((name) => ({ label: `?${name}`, type: "variable", boost: -10 })),
  ];
  return [...plain, ...named, ...things];
}

const BOOSTS: Readonly<Record<Role, Readonly<Record<Term["kind"], number>>>> = {
  subject: { class: -30, property: -30, thing: 10 },
  property: { class: -40, property: 30, thing: -40 },
  class: { class: 40, property: -40, thing: -40 },
  object: { class: 0, property: -30, thing: 20 },
  outside: { class: -10, property: -10, thing: -20 },
};

function offerName(term: Term, place: Place, settings: Settings): Completion {
  const name = term.name ?? "";
  const [prefix = "", local = ""] = name.split(":", 2);
  return {
    // A word without a prefix is looked for in the local name and the label, a name with one in the name.
    label: place.kind === "name" ? name : `${local} ${term.label}`,
    displayLabel: name,
    detail: term.label,
    type: term.kind === "thing" ? "constant" : term.kind,
    boost: BOOSTS[place.role][term.kind],
    ...describe(term),
    apply: (view, _, from, to) => insert(view, from, to, name, [prefix], settings),
  };
}

function offerThing(term: Term, place: Place): Completion {
  return {
    // What is written decides what fits: a sign before the label keeps it within an IRI that is being written.
    label: place.kind === "iri" ? `<${term.label}` : term.label,
    displayLabel: term.label,
    type: "constant",
    boost: BOOSTS[place.role][term.kind],
    ...describe(term),
    apply: `<${term.iri}>`,
  };
}

function describe(term: Term): Pick<Completion, "info"> {
  const info = [term.definition, term.iri].filter(Boolean).join("\n");
  return info ? { info } : {};
}

/** Put a text in the editor, and the PREFIX lines that it needs. */
function insert(
  view: EditorView, from: number, to: number, text: string, prefixes: readonly string[], settings: Settings,
): void {
  const line = declare(view.state.doc.toString(), prefixes, settings.prefixes);
  const isBefore = line !== null && line.at <= from;
  const shift = isBefore ? line.text.length : 0;
  const changes = [...(isBefore ? [{ from: line.at, insert: line.text }] : []), { from, to, insert: text }];
  view.dispatch({
    changes, selection: { anchor: from + shift + text.length }, scrollIntoView: true, userEvent: "input.complete",
  });
}
