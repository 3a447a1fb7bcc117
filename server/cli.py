"""The command line ``cdce``: build, validate, serve and query; parsing only."""

from __future__ import annotations

import argparse
import os
import re
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from server.formats import BY_NAME, TABLE
from server.settings import PATIENT, Settings, describe_range

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
MOST_PORTS = 65535
NAMES = (TABLE, *BY_NAME)
_SITE = re.compile(r"https?://[^/?#\s]+(?:/[^?#\s]*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r"[^!-~]|[\"<>\\^`{|}]")
_TEMPLATE = re.compile(r"[^\s{}#=]+=[^\s{}#]*\{(?:seconds|milliseconds)\}[^\s{}#]*")


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
    _add_release(validate, f"folder of the release; default: {RELEASE}")
    validate.set_defaults(run=run_validate)

    serve = commands.add_parser(
        "serve",
        help="serve a release; it is built where there is none",
        epilog=list_limits(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    _add_release(serve, f"folder of the release, built where there is none; default: {RELEASE}")
    serve.add_argument("--host", default=HOST, help="address to bind; default: %(default)s")
    serve.add_argument("--port", type=read_port, default=PORT, help="port; default: %(default)s")
    serve.add_argument(
        "--site", type=read_site, help="address that users see; default: http://HOST:PORT/"
    )
    serve.add_argument(
        "--proxies",
        type=read_count,
        default=0,
        metavar="N",
        help="proxies of yours before it, whose X-Forwarded-For tells clients; default: 0",
    )
    serve.add_argument(
        "--store", metavar="URL", help="ask this SPARQL endpoint instead of the embedded engine"
    )
    serve.add_argument(
        "--store-timeout",
        type=read_template,
        metavar="PARAMETER",
        help="how it is told the limit: timeout={seconds}, or with {milliseconds}",
    )
    serve.add_argument("--log-json", action="store_true", help="write the log as JSON lines")
    serve.add_argument(
        "--limit",
        action="append",
        default=[],
        type=read_limit,
        metavar="NAME=VALUE",
        help="set a limit, as often as needed; each is listed below",
    )
    serve.set_defaults(run=run_serve)

    query = commands.add_parser(
        "query",
        help="ask a release a SPARQL query",
        epilog=f"A query that runs longer than {PATIENT.query_seconds:g} s is stopped.",
    )
    query.add_argument("query", nargs="?", help="text or file; default: standard input")
    _add_release(query, f"folder of the release; default: {RELEASE}, built where there is none")
    query.add_argument(
        "--format",
        type=read_format,
        default=TABLE,
        metavar="NAME",
        help=f"one of {', '.join(NAMES)}; default: %(default)s",
    )
    query.set_defaults(run=run_query)
    return parser


def _add_release(parser: argparse.ArgumentParser, meaning: str) -> None:
    # Without a default: a folder that is named must be there.
    parser.add_argument("--release", type=Path, metavar="FOLDER", help=meaning)


def run_build(options: argparse.Namespace) -> int:
    """Build and validate a release, and print its files with size and checksum."""
    from graph.package import SOURCES
    from server.releases.release import SUMS

    folder = build_release(options.sources or SOURCES, options.base, options.out)
    for line in (folder / SUMS).read_text("utf-8").splitlines():
        digest, _, name = line.partition("  ")
        print(f"{(folder / name).stat().st_size:>10,} bytes  {digest[:12]}…  {folder.name}/{name}")
    return 0


def build_release(sources: Path, base: str | None, out: Path) -> Path:
    """Build, validate and write a release, saying each step on a terminal."""
    from graph.build import build
    from graph.release import write_release

    return write_release(build(sources, base, _say), out)


def make_release(folder: Path) -> Path:
    """Return the folder of a release, which is built from the package's sources if absent.

    Raises:
        BrokenReleaseError: the folder holds something else.
    """
    from graph.package import SOURCES

    if folder.exists() and not _is_empty(folder):
        return require_release(folder)
    return build_release(SOURCES, None, folder)


def require_release(folder: Path) -> Path:
    """Return a folder that holds a release.

    Raises:
        BrokenReleaseError: it holds none; says what it is, and how a release is built.
    """
    from server.http.errors import BrokenReleaseError
    from server.releases.release import SUMS

    if (folder / SUMS).is_file():
        return folder
    if not folder.is_dir():
        found = "a file" if folder.exists() else "no such folder"
    else:
        found = "an empty folder" if _is_empty(folder) else f"a folder without {SUMS}"
    build = "`cdce build`" if folder == RELEASE else "`cdce build --out FOLDER`"
    raise BrokenReleaseError(
        f"{folder}: this is no release: the folder of one is required; found {found}. "
        f"{build} makes one."
    )


def _is_empty(folder: Path) -> bool:
    return folder.is_dir() and not any(folder.iterdir())


def run_validate(options: argparse.Namespace) -> int:
    """Check the sums of a release, and its graph against its shapes."""
    from server.check import check

    folder = require_release(options.release or RELEASE)
    _say("validating")
    count = check(folder)
    print(f"{folder}: conforms; {count:,} triples")
    return 0


def run_query(options: argparse.Namespace) -> int:
    """Answer one query on a release, on standard output."""
    from server.ask import ask, read_query

    text = read_query(options.query)
    folder = require_release(options.release) if options.release else make_release(RELEASE)
    sys.stdout.buffer.write(ask(folder, text, options.format))
    sys.stdout.buffer.flush()
    return 0


def run_serve(options: argparse.Namespace) -> int:
    """Serve a release until a signal comes."""
    from server.serve import Options, serve

    if options.store_timeout and not options.store:
        print("cdce serve: --store-timeout requires --store; found none", file=sys.stderr)
        return 2
    chosen = Options(
        host=options.host,
        port=options.port,
        site=options.site,
        proxies=options.proxies,
        log_json=options.log_json,
        store_url=options.store or "",
        store_timeout=options.store_timeout or "",
        settings=replace(Settings(), **dict(options.limit)),
    )
    return serve(make_release(options.release or RELEASE), chosen)


def read_port(text: str) -> int:
    """Return the number of a port.

    Raises:
        argparse.ArgumentTypeError: there is no such port.
    """
    if not (_is_number(text) and 1 <= int(text) <= MOST_PORTS):
        raise argparse.ArgumentTypeError(
            f"expected a number from 1 to {MOST_PORTS}; found {text!r}"
        )
    return int(text)


def read_count(text: str) -> int:
    """Return a number that may be 0.

    Raises:
        argparse.ArgumentTypeError: the text is none.
    """
    if not _is_number(text):
        raise argparse.ArgumentTypeError(f"expected 0 or a whole number above; found {text!r}")
    return int(text)


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdecimal() and len(text) < 10


def read_format(text: str) -> str:
    """Return the name of a format.

    Raises:
        argparse.ArgumentTypeError: there is no such format.
    """
    if text not in NAMES:
        raise argparse.ArgumentTypeError(f"expected one of {', '.join(NAMES)}; found {text!r}")
    return text


def read_site(text: str) -> str:
    """Return the address of a site, which ends in a slash.

    Raises:
        argparse.ArgumentTypeError: no site can have this address.
    """
    is_site = _SITE.fullmatch(text) and not _FORBIDDEN.search(text)
    try:
        is_site = is_site and bool(urlsplit(text).hostname) and urlsplit(text).port != 0
    except ValueError:
        is_site = False
    if not is_site:
        raise argparse.ArgumentTypeError(
            f"expected an address such as https://example.org/; found {text!r}"
        )
    return f"{text.rstrip('/')}/"


def read_template(text: str) -> str:
    """Return how an engine is told the limit: a parameter with one placeholder.

    Raises:
        argparse.ArgumentTypeError: it has none, or another one.
    """
    if not _TEMPLATE.fullmatch(text):
        raise argparse.ArgumentTypeError(
            "expected a parameter such as timeout={seconds} or timeout={milliseconds}; "
            f"found {text!r}"
        )
    return text


def read_limit(text: str) -> tuple[str, Any]:
    """Return the name and value of a limit, written as name=value.

    Raises:
        argparse.ArgumentTypeError: there is no such limit, or it cannot have this value.
    """
    name, _, value = text.partition("=")
    defaults: dict[str, Any] = {limit.name: limit.value for limit in Settings().describe()}
    try:
        found = type(defaults[name])(value)
        replace(Settings(), **{name: found})
    except KeyError:
        names = ", ".join(defaults)
        raise argparse.ArgumentTypeError(f"expected one of {names}; found {name!r}") from None
    except ValueError:
        required = describe_range(name, defaults[name])
        raise argparse.ArgumentTypeError(f"{name}: expected {required}; found {value!r}") from None
    return name, found


def list_limits() -> str:
    """Return every limit with its value and meaning, for the help."""
    lines = [
        f"  {limit.name}={limit.value}".ljust(38) + limit.meaning for limit in Settings().describe()
    ]
    return "\n".join(
        [
            "limits, as --limit sets them:",
            *lines,
            "",
            "SIGTERM and Ctrl-C finish what runs, then stop. A release that takes the place of the",
            "served one is verified and served without a pause; SIGHUP looks for it at once.",
        ]
    )


def _say(step: str) -> None:
    if sys.stderr.isatty():
        print(f"cdce: {step} …", file=sys.stderr)
