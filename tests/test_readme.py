"""The README says what is true: its commands print what it shows, its lists are complete."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from graph.release import FOR_WHOM
from server.cli import build_parser
from tests.test_architecture import find_imports

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CONSOLE = re.compile(r"```console\n\$ (?P<command>.+)\n(?P<output>(?:.|\n)*?)```")
BLOCKS = [(match["command"], match["output"]) for match in CONSOLE.finditer(README)]


@pytest.fixture(scope="module")
def folder(release: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that looks like the checkout after a build."""
    folder = tmp_path_factory.mktemp("checkout")
    (folder / "release").symlink_to(release)
    (folder / "graph").symlink_to(ROOT / "graph")
    return folder


def test_readme_is_short_and_shows_commands() -> None:
    """A newcomer reads it to its end."""
    assert len(README.splitlines()) <= 150
    assert len(BLOCKS) >= 3


@pytest.mark.parametrize(("command", "output"), BLOCKS, ids=[c[:40] for c, _ in BLOCKS])
def test_command_prints_what_the_readme_shows(folder: Path, command: str, output: str) -> None:
    """Each console block is the real output of its command."""
    program, *arguments = shlex.split(command)
    assert program == "cdce"
    code = "import sys; from server.cli import main; sys.exit(main())"
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        cwd=folder,
        capture_output=True,
        text=True,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "COLUMNS": "80"},
    )

    assert done.stdout.replace("usage: -c", "usage: cdce") == output
    assert done.returncode == 0, done.stderr


def test_every_module_of_graph_is_named() -> None:
    """The table of its modules is complete; test_architecture.py holds its order."""
    modules = {path.stem for path in (ROOT / "graph").glob("*.py")} - {"__init__"}

    assert {name for name in modules if f"`{name}`" not in README} == set()


def list_modules_of_server() -> list[str]:
    """Return the modules in the order of the README, with their folder."""
    table = README[README.index("| folder of `server/` |") :].split("\n\n")[0]
    modules = []
    for row in table.splitlines()[2:]:
        first, names = row.strip("| ").split(" | ")
        folder = re.match(r"`(\w+)/`", first)
        prefix = f"server.{folder[1]}." if folder else "server."
        modules += [prefix + name for name in re.findall(r"`(\w+)`", names)]
    return modules


def test_every_module_of_server_is_named_in_the_order_of_its_imports() -> None:
    """The table is complete, and a module imports only what stands before it."""
    named = list_modules_of_server()
    found = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts): path
        for path in (ROOT / "server").rglob("*.py")
        if path.name != "__init__.py" and "assets" not in path.parts
    }
    assert sorted(named) == sorted(found)
    for place, module in enumerate(named):
        imported = {name for name in find_imports(found[module]) if name.startswith("server.")}
        assert imported <= set(named[:place]), module


def test_every_file_of_a_release_is_named() -> None:
    """The table of files is complete."""
    assert {name for name in FOR_WHOM if f"`{name}`" not in README} == set()


def test_every_command_has_help_and_is_named() -> None:
    """The command line asks nothing that its help does not say."""
    parser = build_parser()
    [commands] = [a for a in parser._actions if a.choices]
    for name, command in commands.choices.items():  # type: ignore[union-attr]
        assert f"cdce {name}" in README, name
        assert all(action.help for action in command._actions), name


def test_make_targets_of_the_readme_exist() -> None:
    """Each make command of the README is a target of the Makefile."""
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = re.findall(r"(?:`|^)make ([\w-]+)", README, re.MULTILINE)

    assert {"serve", "test", "bench-server"} <= set(targets)
    assert [each for each in targets if not re.search(rf"^{each}:", makefile, re.MULTILINE)] == []
