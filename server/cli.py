"""The command line ``cdce``: build, validate, serve and query; parsing only."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path

EXAMPLES = """\
examples:
  cdce serve                         build what is needed and serve it on http://127.0.0.1:8000
  cdce build --out release           build and validate a release
  cdce validate --release release    check the sums and the shapes of a release
  cdce query 'SELECT * { ?s a cdce:Convention }'
  cdce query question.rq --format csv
  echo 'ASK { ?s ?p ?o }' | cdce query
"""
RELEASE = Path("release")
HOST, PORT = "127.0.0.1", 8000


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit code: 0 done, 1 failed, 2 used wrongly."""
    parsed = build_parser().parse_args(arguments)
    if not hasattr(os, "fork"):
        print("cdce needs a system with fork, such as Linux.", file=sys.stderr)
        return 1
    from graph.errors import ReleaseError

    try:
        return int(parsed.run(parsed))
    except ReleaseError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        return 130


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the command line, each command with its help."""
    parser = argparse.ArgumentParser(
        prog="cdce",
        description="Build, check, serve and query the graph of a treaty.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(required=True, metavar="command")

    build = commands.add_parser("build", help="build and validate a release from sources")
    build.add_argument("--sources", type=Path, help="folder of sources; default: the package's own")
    build.add_argument("--base", help="base of the IRIs; default: what treaty.toml says")
    build.add_argument("--out", type=Path, default=RELEASE, help="folder; default: %(default)s")
    build.set_defaults(run=run_build)

    validate = commands.add_parser("validate", help="check the sums and the shapes of a release")
    _add_release(validate)
    validate.set_defaults(run=run_validate)

    serve = commands.add_parser("serve", help="serve a release; it is built where there is none")
    _add_release(serve)
    serve.add_argument("--host", default=HOST, help="address to bind; default: %(default)s")
    serve.add_argument("--port", type=int, default=PORT, help="port; default: %(default)s")
    serve.add_argument("--site", help="address that users see; default: http://HOST:PORT/")
    serve.set_defaults(run=run_serve)

    query = commands.add_parser("query", help="ask a release a SPARQL query")
    query.add_argument("query", nargs="?", help="text or file; default: standard input")
    _add_release(query)
    query.add_argument("--format", default="table", help="table, json, csv, ttl …; default: table")
    query.set_defaults(run=run_query)
    return parser


def _add_release(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--release",
        type=Path,
        default=RELEASE,
        help="folder of the release, built where there is none; default: %(default)s",
    )


def run_build(options: argparse.Namespace) -> int:
    """Build and validate a release, and print its files with size and checksum."""
    from graph.package import SOURCES

    folder = build_release(options.sources or SOURCES, options.base, options.out)
    for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        print(f"{(folder / name).stat().st_size:>10,} bytes  {digest[:12]}…  {folder.name}/{name}")
    return 0


def build_release(sources: Path, base: str | None, out: Path) -> Path:
    """Build, validate and write a release, saying each step on a terminal."""
    from graph.build import build
    from graph.release import write_release

    return write_release(build(sources, base, _say), out)


def find_release(folder: Path) -> Path:
    """Return the folder of a release, which is built from the package's sources if absent."""
    from graph.package import SOURCES

    if not (folder / "SHA256SUMS").is_file():
        build_release(SOURCES, None, folder)
    return folder


def run_validate(options: argparse.Namespace) -> int:
    """Check the sums of a release, and its graph against its shapes."""
    from rdflib import Graph

    from graph.errors import ValidationError
    from graph.validate import validate
    from server.release import read_release

    folder = find_release(options.release)
    read_release(folder)
    _say("validating")
    data = Graph().parse(folder / "graph.nt", format="nt")
    shapes = Graph().parse(folder / "shapes.ttl", format="turtle")
    report = validate(data, shapes)
    if not report.conforms:
        raise ValidationError("\n".join(map(str, report.results)))
    print(f"{folder}: conforms; {len(data):,} triples")
    return 0


def run_query(options: argparse.Namespace) -> int:
    """Answer one query on a release, on standard output."""
    from server.ask import ask

    text = _read_query(options.query)
    sys.stdout.buffer.write(ask(find_release(options.release), text, options.format))
    sys.stdout.buffer.flush()
    return 0


def _read_query(given: str | None) -> str:
    if given is None:
        return sys.stdin.read()
    path = Path(given)
    return path.read_text("utf-8") if len(given) < 256 and path.is_file() else given


def run_serve(options: argparse.Namespace) -> int:
    """Serve a release until a signal comes."""
    from server.serve import serve

    folder = find_release(options.release)
    return serve(folder, host=options.host, port=options.port, site=options.site)


def _say(step: str) -> None:
    if sys.stderr.isatty():
        print(f"cdce: {step} …", file=sys.stderr)
