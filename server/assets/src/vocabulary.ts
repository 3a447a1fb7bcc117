/** Fetch what can be suggested: the terms and things of the dataset, by one query to its endpoint. */

import { ask, type Question } from "./endpoint.ts";
import { shorten } from "./terms.ts";
import type { Row, Settings } from "./types.ts";

export interface Term {
  kind: "class" | "property" | "thing";
  iri: string;
  /** The prefixed name, or null where the IRI has none. */
  name: string | null;
  label: string;
  definition: string;
}

/** Classes and properties in use or defined, and the things that have a name; not the apparatus of evidence. */
export const VOCABULARY = `PREFIX cdce: <https://w3id.org/cdce/ontology#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX sh: <http://www.w3.org/ns/shacl#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX void: <http://rdfs.org/ns/void#>

SELECT ?kind ?iri (SAMPLE(?name) AS ?label) (SAMPLE(?text) AS ?definition) WHERE {
  { SELECT DISTINCT ("property" AS ?kind) ?iri { [] ?iri [] } }
  UNION { SELECT DISTINCT ("class" AS ?kind) ?iri { [] a ?iri } }
  UNION {
    VALUES (?meta ?kind) {
      (owl:Class "class") (owl:ObjectProperty "property")
      (owl:DatatypeProperty "property") (owl:AnnotationProperty "property")
    }
    ?iri a ?meta
  }
  UNION {
    ?iri skos:prefLabel ?any ; a ?class
    FILTER(LANG(?any) = "en" && !CONTAINS(STR(?iri), "#"))
    MINUS {
      VALUES ?apparatus {
        cdce:Statement cdce:Participation cdce:Passage cdce:Section cdce:Quotation cdce:Reference cdce:Wikilink
        cdce:Repair void:Dataset sh:SPARQLExecutable
      }
      ?iri a ?apparatus
    }
    BIND("thing" AS ?kind)
  }
  OPTIONAL { ?iri skos:prefLabel ?name FILTER(LANG(?name) = "en") }
  OPTIONAL { ?iri skos:definition ?text FILTER(LANG(?text) = "en") }
}
GROUP BY ?kind ?iri
ORDER BY ?kind ?iri`;

const KINDS = new Set(["class", "property", "thing"]);

/** Return the terms that the rows of the query hold. */
export function readTerms(rows: readonly Row[], settings: Settings): Term[] {
  return rows.flatMap((row) => {
    const kind = row["kind"]?.value ?? "";
    const iri = row["iri"];
    if (iri?.type !== "uri" || !KINDS.has(kind)) return [];
    const name = shorten(iri.value, settings.prefixes);
    const label = row["label"]?.value ?? "";
    return [{ kind: kind as Term["kind"], iri: iri.value, name, label, definition: row["definition"]?.value ?? "" }];
  });
}

/** Return a function that gives the terms, fetched once; without the endpoint there are none. */
export function openVocabulary(endpoint: string, settings: Settings): () => Promise<Term[]> {
  let found: Promise<Term[]> | null = null;
  const question: Question = { text: VOCABULARY, format: "", beside: [] };
  const fetchTerms = async (): Promise<Term[]> => {
    try {
      const answer = await ask(endpoint, question, AbortSignal.timeout(20_000));
      return answer.form === "solutions" ? readTerms(answer.rows, settings) : [];
    } catch {
      found = null; // The next wish tries again; suggestions are a help, not the work.
      return [];
    }
  };
  return () => (found ??= fetchTerms());
}
