/** Build the files of the query page: node build.mjs [folder]. */

import { build } from "esbuild";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

const here = dirname(fileURLToPath(import.meta.url));
const out = resolve(process.argv[2] ?? join(here, "..", "static", "built"));

/** Return the folder of each package of which something is in the bundle, in the order of their names. */
function findPackages(inputs) {
  const found = inputs.map((path) => /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1]).filter(Boolean);
  return [...new Set(found)].sort();
}

/** Return the notice of a package: name, version, licence and the text of the licence. */
function readNotice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(here, folder, "package.json"), "utf8"));
  const file = ["LICENSE", "LICENSE.md", "LICENCE", "license"].map((each) => join(here, folder, each)).find(existsSync);
  if (!file) throw new Error(`${name}: the text of its licence is required; found no file for it`);
  return `${name} ${version} (${license})\n\n${readFileSync(file, "utf8").trim()}\n`;
}

const result = await build({
  absWorkingDir: here,
  entryPoints: { query: "src/query.ts" },
  outdir: out,
  bundle: true,
  minify: true,
  format: "iife",
  target: ["es2023"],
  charset: "utf8",
  legalComments: "none",
  sourcemap: false,
  metafile: true,
  logLevel: "warning",
  write: false,
});
const styles = await build({
  absWorkingDir: here,
  entryPoints: { query: "src/query.css" },
  outdir: out,
  bundle: true,
  minify: true,
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  write: false,
});

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
const line = "-".repeat(78);
const notices = findPackages(Object.keys(result.metafile.inputs)).map(readNotice);
const files = [...result.outputFiles, ...styles.outputFiles].map((file) => [file.path, file.contents]);
// Last, because its date says that the others are whole.
files.push([join(out, "licences.txt"), Buffer.from(notices.join(`\n${line}\n\n`))]);
for (const [path, contents] of files) {
  writeFileSync(path, contents);
  const size = `${contents.length} bytes, ${gzipSync(contents, { level: 9 }).length} in gzip`;
  console.log(`${relative(process.cwd(), path)}: ${size}`);
}
