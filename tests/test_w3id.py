"""The redirect rules for w3id.org lead every address to the server, in a real Apache httpd."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.http_fixtures import ask
from tests.local_release import Place
from tests.needs import missing

RULES = Path(__file__).parents[1] / "server" / "w3id" / ".htaccess"
MODULES = Path("/usr/lib/apache2/modules")
CONFIG = """
ServerRoot "{root}"
ServerName localhost
PidFile "{root}/pid"
ErrorLog "{root}/error.log"
Listen 127.0.0.1:{port}
{modules}
<IfModule unixd_module>
    User nobody
    Group nogroup
</IfModule>
DocumentRoot "{root}/www"
<Directory "{root}/www">
    AllowOverride All
    Require all granted
</Directory>
"""


def list_modules() -> Iterator[str]:
    """Yield the lines that load what the rules need."""
    for name in ("mpm_event", "authz_core", "rewrite", "headers"):
        yield f'LoadModule {name}_module "{MODULES}/mod_{name}.so"'


@pytest.fixture(scope="module")
def port(place: Place) -> Iterator[int]:
    """An Apache httpd of our own, with the rules in the folder cdce; its port."""
    program = shutil.which("apache2", path=f"{os.environ.get('PATH', '')}:/usr/sbin")
    if program is None:
        missing("this test needs apache2 (system package apache2)")
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = int(listener.getsockname()[1])
    # Its workers are another user, who cannot look into the folders of the tests.
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        root.chmod(0o755)
        folder = root / "www" / "cdce"
        folder.mkdir(parents=True)
        rules = RULES.read_text("utf-8").replace("https://cdce.example.org", place.site)
        (folder / ".htaccess").write_text(rules, "utf-8")
        config = root / "httpd.conf"
        modules = "\n".join(list_modules())
        config.write_text(CONFIG.format(root=root, port=port, modules=modules), "utf-8")
        process = subprocess.Popen([program, "-X", "-f", str(config)])
        try:
            _wait(port, root / "error.log")
            yield port
        finally:
            process.terminate()
            process.wait(20)


def _wait(port: int, log: Path) -> None:
    for _ in range(100):
        try:
            ask(port, "GET", "/cdce/")
        except OSError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(log.read_text("utf-8") if log.is_file() else "Apache httpd does not start")


def test_every_kind_of_address_leads_to_the_server(port: int, place: Place) -> None:
    """A thing of each kind, each document and each file is where the rules say."""
    kinds = {path.partition("/")[0]: path for path in place.paths}
    others = ["", "void", ".well-known/void", "linkset", "context.jsonld", "party/FRA.ttl"]
    for path in (*kinds.values(), *others):
        found = ask(port, "GET", f"/cdce/{path}", {"Accept": "text/turtle"})
        assert (found.status, found.headers["location"]) == (302, place.base + path)
        assert found.headers["access-control-allow-origin"] == "*"
        is_file = not path or path.startswith(("dumps", "context", "linkset"))
        accepts = "*/*" if is_file else "text/turtle"
        assert ask(place.port, "HEAD", f"/{path}", {"Accept": accepts}).status < 400, path


@pytest.mark.parametrize(
    "target", ["sparql?query=ASK%20%7B%7D&format=json", "party/FRA.html?page=1", "linkset?of=a%2Fb"]
)
def test_query_is_passed_on(port: int, place: Place, target: str) -> None:
    """What follows the question mark reaches the server as it was."""
    assert ask(port, "GET", f"/cdce/{target}").headers["location"] == place.base + target


def test_odd_path_does_not_break_the_rules(port: int, place: Place) -> None:
    """A path with a space or a letter of another script is passed on encoded."""
    for path in ("party/A%20B", "concept/%C3%A9t%C3%A9"):
        found = ask(port, "GET", f"/cdce/{path}")
        assert found.headers["location"].lower() == (place.base + path).lower()
        assert ask(place.port, "GET", f"/{path}").status == 404
