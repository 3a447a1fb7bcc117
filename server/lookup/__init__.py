"""Look things up in the graph of a release: triples, labels, statements and their sentences."""
