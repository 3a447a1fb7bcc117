"""Run Apache Jena Fuseki, an engine of others, with the named graphs and their union."""

from __future__ import annotations

import subprocess
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.http_fixtures import find_port
from tests.needs import need
from tests.served import eventually

POM = Path(__file__).parent / "java" / "pom.xml"
LOADED = (("graph.ttl", "text/turtle", "?default"), ("graph.nq", "application/n-quads", ""))


def fetch_jar(folder: Path) -> Path:
    """Return the jar of the version that the file pom.xml pins."""
    mvn = need("mvn", "maven")
    command = [mvn, "-B", "-q", "-f", str(POM), "dependency:copy-dependencies"]
    options = ["-DexcludeTransitive=true", f"-DoutputDirectory={folder}"]
    done = subprocess.run([*command, *options], capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stdout
    [jar] = folder.glob("jena-fuseki-server-*.jar")
    return jar


@contextmanager
def running_fuseki(jar: Path, release: Path, log: Path) -> Iterator[str]:
    """Serve the dump of a release from memory; give the address of its endpoint."""
    java, port = need("java", "default-jre-headless"), find_port()
    address = f"http://127.0.0.1:{port}/ds"
    options = ["--localhost", f"--port={port}", "--mem", "--update", "/ds"]
    with log.open("wb") as file:
        process = subprocess.Popen(
            [java, "-Xmx1g", "-jar", str(jar), *options], cwd=log.parent, stdout=file, stderr=file
        )
        try:
            assert eventually(lambda: is_there(address), 60), log.read_text()
            for name, kind, target in LOADED:
                put(f"{address}/data{target}", kind, (release / name).read_bytes())
            yield f"{address}/sparql"
        finally:
            process.terminate()
            process.wait(20)


def is_there(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/sparql?query=ASK%7B%7D", timeout=5):
            return True
    except OSError:
        return False


def put(address: str, kind: str, body: bytes) -> None:
    request = urllib.request.Request(
        address, data=body, method="POST", headers={"Content-Type": kind}
    )
    with urllib.request.urlopen(request, timeout=60):
        pass
