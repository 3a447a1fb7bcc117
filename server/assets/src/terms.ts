/** Write RDF terms for people: short names, addresses on this site, what a literal is. */

import type { Cell, Settings } from "./types.ts";

const SAFE_LOCAL = /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.\-]*[\p{L}\p{N}_\-])?$/u;
const XSD = "http://www.w3.org/2001/XMLSchema#";
const NUMBERS = new Set([
  "integer", "decimal", "double", "float", "long", "int", "short", "byte", "nonNegativeInteger", "positiveInteger",
  "nonPositiveInteger", "negativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte", "gYear",
]);

/** Return an IRI as a prefixed name that can be pasted into a query, or null where none is valid. */
export function shorten(iri: string, prefixes: Readonly<Record<string, string>>): string | null {
  let best: string | null = null;
  let length = 0;
  for (const [prefix, start] of Object.entries(prefixes)) {
    const local = iri.slice(start.length);
    if (start.length > length && iri.startsWith(start) && SAFE_LOCAL.test(local)) {
      best = `${prefix}:${local}`;
      length = start.length;
    }
  }
  return best;
}

/** Return what a page shows for an IRI: a prefixed name, the path on this site, or the IRI. */
export function nameIri(iri: string, settings: Settings): string {
  const short = shorten(iri, settings.prefixes);
  if (short) return short;
  const base = settings.bases.find((each) => iri.startsWith(each) && iri.length > each.length);
  return base ? iri.slice(base.length) : iri;
}

/** Return where a link on an IRI leads: own things to this site, others to themselves. */
export function locate(iri: string, settings: Settings): string | null {
  const base = settings.bases.find((each) => iri.startsWith(each));
  if (base) return `${settings.site}/${iri.slice(base.length)}`;
  return /^https?:\/\//.test(iri) ? iri : null;
}

/** Return whether a literal is a number, by its datatype. */
export function isNumber(cell: Cell | undefined): boolean {
  return cell?.type === "literal" && cell.datatype !== undefined
    && cell.datatype.startsWith(XSD) && NUMBERS.has(cell.datatype.slice(XSD.length));
}

/** Return the number of a cell, or null. */
export function readNumber(cell: Cell | undefined): number | null {
  if (!cell || !isNumber(cell)) return null;
  const value = Number(cell.value);
  return Number.isFinite(value) ? value : null;
}

/** Return the short name of a datatype worth showing; text, numbers, dates and truth values need none. */
export function nameDatatype(cell: Cell, settings: Settings): string | null {
  const datatype = cell.datatype;
  if (!datatype || isNumber(cell)) return null;
  const plain = ["string", "date", "dateTime", "boolean"].map((name) => XSD + name);
  return plain.includes(datatype) ? null : nameIri(datatype, settings);
}

/** Return the variable that names another: ?x is named by ?xLabel, ?x_label, ?xName or ?x_name. */
export function findLabelVariable(name: string, names: readonly string[]): string | null {
  const wanted = ["Label", "_label", "Name", "_name"].map((ending) => name + ending);
  return wanted.find((each) => names.includes(each)) ?? null;
}
