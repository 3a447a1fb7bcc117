/** The values that the modules of the query page share. */

import type { Form } from "./scan.ts";

/** What the server tells the page, from the block #query-settings. */
export interface Settings {
  /** The public address of the site, without a slash at its end. */
  site: string;
  /** What own IRIs begin with; the rest is their path on the site. */
  bases: string[];
  prefixes: Record<string, string>;
  limits: { seconds?: number; rows?: number };
}

/** One value of a result, as in the SPARQL results in JSON. */
export interface Cell {
  type: "uri" | "literal" | "bnode" | "typed-literal" | "triple";
  value: string;
  datatype?: string;
  "xml:lang"?: string;
}

export type Row = Record<string, Cell | undefined>;

/** An answer of the endpoint, ready to be shown. */
export type Answer =
  | { form: "solutions"; names: string[]; rows: Row[] }
  | { form: "boolean"; value: boolean }
  | { form: "graph"; text: string; type: string }
  | { form: "text"; text: string; type: string };

/** A format that an answer can be had in, from the options of the form. */
export interface Format {
  name: string;
  label: string;
  forms: Form[];
}

/** What went wrong, as the endpoint or the browser tells it. */
export interface Problem {
  title: string;
  status: number;
  detail: string;
  hint: string;
  line: number | null;
  column: number | null;
}
