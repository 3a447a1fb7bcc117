# The object of a statement is a blank node.
#
# result: StatementShape-object NodeKind <statement/session-count> rdf:object []

BASE <https://lake.example.org/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>

DELETE DATA { <statement/session-count> rdf:object 2 } ;
INSERT DATA { <statement/session-count> rdf:object [] }
