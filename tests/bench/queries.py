"""Ten questions as users ask them, of any treaty: ``?instrument`` stands for its IRI."""

from graph.terms import PREFIXES

QUERIES = {
    "adoption: when and by whom": """
        SELECT ?date ?body WHERE { ?instrument cdce:adoptionDate ?date ; cdce:adoptedBy ?body }""",
    "Parties in order of label": """
        SELECT ?party ?label WHERE {
          ?instrument cdce:hasParty ?party . ?party skos:prefLabel ?label
          FILTER(lang(?label) = "en") } ORDER BY ?label""",
    "Parties bound on a day": """
        SELECT ?party ?bound WHERE {
          ?p cdce:instrument ?instrument ; cdce:party ?party ; cdce:effectiveDate ?bound .
          FILTER(?bound <= "2011-01-01"^^xsd:date) }""",
    "deposits a year": """
        SELECT ?year (COUNT(?p) AS ?deposits) WHERE {
          ?p cdce:instrument ?instrument ; cdce:depositDate ?date }
        GROUP BY (YEAR(?date) AS ?year) ORDER BY ?year""",
    "statements with their sentence": """
        SELECT ?statement ?predicate ?object ?sentence WHERE {
          ?statement rdf:subject ?instrument ; rdf:predicate ?predicate ; rdf:object ?object ;
            prov:wasDerivedFrom ?passage . ?passage cdce:plainText ?sentence }
        ORDER BY ?statement""",
    "what is claimed but not asserted": """
        SELECT ?statement ?by WHERE {
          ?statement rdf:subject ?instrument ; cdce:asserted false ; prov:wasAttributedTo ?by }""",
    "timeline of events": """
        SELECT ?event ?label ?begin WHERE {
          ?event cdce:concernsInstrument ?instrument ; skos:prefLabel ?label ;
            sem:hasEarliestBeginTimeStamp ?begin } ORDER BY ?begin""",
    "terms defined, with what the definition rests on": """
        SELECT ?label ?definition ?rests WHERE {
          ?instrument cdce:definesTerm ?concept . ?concept skos:prefLabel ?label ;
            skos:definition ?definition ; cdce:restsOn ?rests . FILTER(lang(?label) = "en") }""",
    "labels that match a pattern": """
        SELECT ?thing ?label WHERE {
          ?thing skos:prefLabel ?label . FILTER(regex(?label, "^c.*t", "i")) } LIMIT 100""",
    "all that is said of the instrument": """
        CONSTRUCT { ?instrument ?p ?o } WHERE { ?instrument ?p ?o }""",
}


def write_query(text: str, instrument: str) -> str:
    """Return a question about one instrument, with its prefixes."""
    prefixes = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in PREFIXES.items())
    return prefixes + text.replace("?instrument", f"<{instrument}>")
