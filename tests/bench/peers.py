"""Start each server of the comparison on the same data, as its documentation says."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.fuseki import fetch_jar, running_fuseki
from tests.http_fixtures import find_port
from tests.served import CDCE, ENV

PROBE = "?query=ASK%7B%3Fs%20%3Fp%20%3Fo%7D"
START_SECONDS = 180
VIRTUOSO = """
[Database]
DatabaseFile = {folder}/v.db
ErrorLogFile = {folder}/v.log
LockFile = {folder}/v.lck
TransactionFile = {folder}/v.trx
xa_persistent_file = {folder}/v.pxa
FileExtend = 200
[TempDatabase]
DatabaseFile = {folder}/t.db
TransactionFile = {folder}/t.trx
[Parameters]
ServerPort = 127.0.0.1:{sql}
ServerThreads = 20
NumberOfBuffers = 80000
MaxDirtyBuffers = 60000
DirsAllowed = {folder}, {data}
VADInstallDir = {folder}
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerThreads = 10
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 60
"""


def wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    """Wait until an endpoint answers."""
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until and process.poll() is None:
        try:
            with urllib.request.urlopen(address + PROBE, timeout=20):
                return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"{address} does not answer; exit code {process.poll()}")


@contextmanager
def running(
    command: list[str], address: str, scratch: Path, env: dict[str, str] | None = None
) -> Iterator[str]:
    """Run a server until the block ends; give the address of its endpoint."""
    with (scratch / "log").open("wb") as log:
        process = subprocess.Popen(command, cwd=scratch, stdout=log, stderr=log, env=env)
        try:
            wait_for(address, process)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def run_ours(data: Path, scratch: Path, *, cached: bool = False) -> Iterator[str]:
    """Serve as the command line does; without its cache, unless that is what is measured."""
    port = find_port()
    options = [] if cached else ["--limit", "cache_entry_bytes=1"]
    # The load generator is one client.
    options += ["--limit", "requests_per_client=64"]
    command = [*CDCE, "serve", "--release", str(data), "--port", str(port), *options]
    with running(command, f"http://127.0.0.1:{port}/sparql", scratch, dict(ENV)) as address:
        yield address


@contextmanager
def run_rdflib_endpoint(data: Path, scratch: Path) -> Iterator[str]:
    """Serve with rdflib-endpoint in memory."""
    port = find_port()
    program = os.environ.get("RDFLIB_ENDPOINT") or shutil.which("rdflib-endpoint")
    if not program:
        raise LookupError("rdflib-endpoint")
    command = [program, "serve", "--host", "127.0.0.1", "--port", str(port)]
    with running([*command, str(data / "graph.nt")], f"http://127.0.0.1:{port}/", scratch) as found:
        yield found


@contextmanager
def run_fuseki(data: Path, scratch: Path) -> Iterator[str]:
    """Serve with Fuseki from memory."""
    if not shutil.which("mvn") or not shutil.which("java"):
        raise LookupError("java and maven")
    jar = fetch_jar(scratch)
    with running_fuseki(jar, data, scratch / "log") as address:
        yield address


@contextmanager
def run_oxigraph(data: Path, scratch: Path) -> Iterator[str]:
    """Serve with Oxigraph's own server from its store on disk."""
    program = os.environ.get("OXIGRAPH") or shutil.which("oxigraph")
    if not program:
        raise LookupError("oxigraph (cargo install oxigraph-cli)")
    port, store = find_port(), str(scratch / "store")
    load = [program, "load", "--location", store, "--file", str(data / "graph.nt")]
    subprocess.run(load, check=True, capture_output=True)
    command = [program, "serve-read-only", "--location", store, "--bind", f"127.0.0.1:{port}"]
    with running(command, f"http://127.0.0.1:{port}/query", scratch) as address:
        yield address


@contextmanager
def run_virtuoso(data: Path, scratch: Path) -> Iterator[str]:
    """Serve with Virtuoso as Debian packages it."""
    program, isql = shutil.which("virtuoso-t"), shutil.which("isql-vt")
    if not program or not isql:
        raise LookupError("virtuoso-opensource")
    http, sql = find_port(), find_port()
    ini = scratch / "v.ini"
    ini.write_text(VIRTUOSO.format(folder=scratch, data=data, http=http, sql=sql))
    command = [program, "+configfile", str(ini), "+foreground"]
    with running(command, f"http://127.0.0.1:{http}/sparql", scratch) as address:
        orders = f"ld_dir('{data}', 'graph.nt', 'http://graph'); rdf_loader_run(); checkpoint;"
        subprocess.run(
            [isql, str(sql), "dba", "dba", f"EXEC={orders}"], check=True, capture_output=True
        )
        yield address


PEERS = {
    "ours": run_ours,
    "Oxigraph server": run_oxigraph,
    "Fuseki": run_fuseki,
    "Virtuoso": run_virtuoso,
    "rdflib-endpoint": run_rdflib_endpoint,
}
