"""The wheel works from any folder, and the lock files name hashes and no address."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
POND = ROOT / "tests" / "data" / "pond-treaty"
LOCKS = ("requirements.lock", "requirements-dev.lock")
NPM_LOCKS = [f"tests/{name}/package-lock.json" for name in ("js", "comunica", "traversal")]
HASH = re.compile(r"--hash=sha256:[0-9a-f]{64}")


def run(*command: str | Path, cwd: Path) -> str:
    """Run a program away from the checkout and return what it prints."""
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    done = subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the checkout."""
    pytest.importorskip("hatchling", reason="the build backend is not installed")
    folder = tmp_path_factory.mktemp("wheel")
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "wheel")
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", folder)
    run(*pip, *options, ROOT, cwd=folder)
    (built,) = folder.glob("cdce-*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A virtual environment with the wheel, and beside it what the tests run on."""
    folder = tmp_path_factory.mktemp("elsewhere")
    run(sys.executable, "-m", "venv", "--without-pip", folder / "env", cwd=folder)
    site = next((folder / "env" / "lib").glob("python*/site-packages"))
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    options = ("install", "--no-deps", "--no-index", wheel)
    run(*pip, "--python", folder / "env" / "bin" / "python", *options, cwd=folder)
    (site / "beside.pth").write_text(f"{Path(pytest.__file__).parents[1]}\n")
    return folder


@pytest.mark.parametrize(
    "name",
    [
        "graph/ontology.ttl",
        "graph/sources/convention-2005/treaty.toml",
        "graph/sources/convention-2005/document.wikitext",
        "graph/sources/convention-2005/reading.yaml",
        "graph/py.typed",
        "server/cli.py",
    ],
)
def test_wheel_holds(wheel: Path, name: str) -> None:
    """A file that the program reads lies in the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        assert name in archive.namelist()


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("shapes", "graph/shapes"),
        ("graph/sources", "graph/sources"),
        ("server/templates", "server/templates"),
        ("server/static", "server/static"),
    ],
)
def test_wheel_holds_every_file_of(wheel: Path, here: str, there: str) -> None:
    """A folder of data lies in the wheel whole."""
    files = [path for path in (ROOT / here).rglob("*") if path.is_file()]

    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    assert files
    assert {
        f"{there}/{path.relative_to(ROOT / here).as_posix()}" for path in files
    } - names == set()


def test_wheel_holds_no_tests(wheel: Path) -> None:
    """The wheel has the two packages and its metadata, nothing else."""
    with zipfile.ZipFile(wheel) as archive:
        tops = {name.split("/")[0] for name in archive.namelist()}

    assert {top for top in tops if not top.endswith(".dist-info")} == {"graph", "server"}


@pytest.mark.slow
def test_installed_command_explains_itself(installed: Path) -> None:
    """The command of the wheel prints its help in any folder."""
    said = run(installed / "env" / "bin" / "cdce", "--help", cwd=installed)

    assert "build" in said
    assert "serve" in said


@pytest.mark.slow
def test_installed_command_builds(installed: Path) -> None:
    """The command of the wheel builds a treaty in any folder, with its own shapes."""
    command = installed / "env" / "bin" / "cdce"

    run(command, "build", "--sources", POND, "--out", installed / "pond", cwd=installed)

    assert "Village Ponds" in (installed / "pond" / "graph.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LOCKS)
def test_lock_has_a_hash_for_each_package(name: str) -> None:
    """Each package of a lock file has one version and at least one hash."""
    entries = read_lock(name)

    assert len(entries) > 10
    assert [entry for entry in entries if not HASH.search(entry)] == []
    assert [entry for entry in entries if not re.match(r"[a-z0-9._-]+==\S+", entry)] == []


@pytest.mark.parametrize("name", [*LOCKS, *NPM_LOCKS, "Makefile", ".ci/run"])
def test_no_registry_is_named(name: str) -> None:
    """No file of the set-up names the address of a registry."""
    text = (ROOT / name).read_text(encoding="utf-8")

    assert re.findall(r"resolved|--index-url|--find-links|npmjs|pypi|pythonhosted", text) == []


def test_dev_lock_holds_the_run_time_lock() -> None:
    """The environment of the tests has what runs, in the same versions."""
    run_time, dev = (set(map(read_version, read_lock(name))) for name in LOCKS)

    assert run_time - dev == set()


def test_data_licences_are_those_of_the_sources() -> None:
    """The table in LICENSE-DATA gives each named graph the licence that treaty.toml gives it."""
    text = (ROOT / "LICENSE-DATA").read_text(encoding="utf-8")
    addresses = dict(re.findall(r"^ {4}(CC[\w .-]+?) {2,}(https:\S+)$", text, re.MULTILINE))
    table = dict(re.findall(r"^ {4}([a-z]+) +(CC[\w .-]+?) {2,}\S", text, re.MULTILINE))
    treaty = (ROOT / "graph/sources/convention-2005/treaty.toml").read_text(encoding="utf-8")

    graphs = tomllib.loads(treaty)["graphs"]

    assert {name: addresses[licence] for name, licence in table.items()} == {
        name: note["licence"] for name, note in graphs.items()
    }


def read_lock(name: str) -> list[str]:
    """Return the entries of a lock file, each with its hashes on one line."""
    text = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ")
    return [line for line in text.splitlines() if line and not line.lstrip().startswith("#")]


def read_version(entry: str) -> str:
    """Return what stands before the hashes and the marker."""
    return re.split(r" --hash|;", entry, maxsplit=1)[0].strip()
