"""Answer the SPARQL 1.1 protocols."""
