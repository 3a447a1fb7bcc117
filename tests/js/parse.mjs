// Print the quads of an RDF file, one JSON array a line: subject, predicate, object, graph.
// Use: node parse.mjs FILE, where the name of FILE ends in .ttl, .nq or .jsonld.
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { once } from 'node:events';
import jsonld from 'jsonld';
import { StreamParser } from 'n3';

const formats = { ttl: 'text/turtle', nq: 'application/n-quads' };

function flatten(term) {
  if (term.termType === 'Literal') {
    return ['literal', term.value, term.datatype.value, (term.language || '').toLowerCase()];
  }
  if (term.termType === 'NamedNode') return ['iri', term.value];
  if (term.termType === 'DefaultGraph') return ['default'];
  throw new Error(`${term.termType} ${term.value}: only IRIs and literals are expected`);
}

async function print(quad) {
  const terms = [quad.subject, quad.predicate, quad.object, quad.graph].map(flatten);
  if (!process.stdout.write(JSON.stringify(terms) + '\n')) await once(process.stdout, 'drain');
}

async function refuse(url) {
  throw new Error(`${url}: a release must not need another document`);
}

const [path] = process.argv.slice(2);
const suffix = path.split('.').pop();
if (suffix === 'jsonld') {
  const document = JSON.parse(await readFile(path, 'utf8'));
  for (const quad of await jsonld.toRDF(document, { documentLoader: refuse })) await print(quad);
} else {
  const parser = new StreamParser({ format: formats[suffix] });
  for await (const quad of createReadStream(path, 'utf8').pipe(parser)) await print(quad);
}
