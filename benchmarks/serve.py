"""How many questions a second, and how long the slowest twentieth waits: kg serve, bare Oxigraph, rdflib-endpoint.

All three serve the same quads in the same run, one after the other, on this machine only, each for a few
seconds and then no more. Run it with: python benchmarks/serve.py [-o output] [--seconds 6] [--connections 50]

`new` sends every query as a text nobody sent before, so that no cache helps; `repeated` sends the same
twenty texts again and again, as the readers of a page do; `lookups` asks what one thing is, again with
new texts. Needs the packages oxigraph and rdflib-endpoint.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pyoxigraph as ox

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from kg.export import open_store
from kg.namespaces import PREFIXES
from kg.server.trial import running

if TYPE_CHECKING:
    from collections.abc import Iterator

HEAD = "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in ("uneg", "rdfs", "prov", "oa", "skos"))
SHAPES = (
    "SELECT ?label {{ ?x a uneg:Agency ; rdfs:label ?label }} ORDER BY ?label LIMIT 20 OFFSET {n}",
    "SELECT ?agent ?role ?target {{ ?c uneg:agent ?agent ; uneg:role/skos:notation ?role ; uneg:target ?target }} LIMIT {m}",
    "SELECT ?p ?quote {{ ?c prov:wasQuotedFrom ?p ; uneg:evidence/oa:exact ?quote . ?p uneg:order ?o FILTER(?o > {n}) }} LIMIT 50",
    "SELECT ?type (COUNT(DISTINCT ?x) AS ?n) {{ ?x a ?type }} GROUP BY ?type HAVING(COUNT(DISTINCT ?x) > {n}) ORDER BY DESC(?n)",
    "SELECT ?entity ?label (COUNT(?m) AS ?n) {{ ?m oa:hasBody ?entity . ?entity rdfs:label ?label }} GROUP BY ?entity ?label ORDER BY DESC(?n) LIMIT {m}",
)
"""Five shapes of query, each with a number to make it another one."""


def texts() -> Iterator[str]:
    """Yield query after query, no two the same."""
    for number in itertools.count():
        shape = SHAPES[number % len(SHAPES)]
        yield f"{HEAD}{shape.format(n=number % 40, m=10 + number % 40)}\n# {number}"


def lookups(output: Path) -> Iterator[str]:
    """Yield the smallest of queries, what one thing is, about one thing after another; no two texts the same."""
    subjects = sorted({quad.subject.value for quad in open_store(output) if isinstance(quad.subject, ox.NamedNode)})
    for number in itertools.count():
        yield f"SELECT ?p ?o {{ <{subjects[number * 7919 % len(subjects)]}> ?p ?o }} # {number}"


async def ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, host: str, path: str, query: str) -> int:
    """Send a query over an open connection; return the status of its answer, which is read to its end."""
    body = query.encode()
    head = (
        f"POST {path} HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/sparql-query\r\n"
        f"Accept: application/sparql-results+json\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    writer.write(head.encode() + body)
    lines = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower().split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines[1:] if ": " in line)
    if "content-length" in headers:
        await reader.readexactly(int(headers["content-length"]))
    else:
        while size := int(await reader.readline(), 16):
            await reader.readexactly(size + 2)
        await reader.readline()
    return int(lines[0].split()[1])


async def load(url: str, connections: int, seconds: float, queries: Iterator[str]) -> tuple[float, float, int]:
    """Return answers a second, the 95th percentile of the waits in milliseconds, and how many failed."""
    parts = urlsplit(url)
    waits: list[float] = []
    failed = 0
    end = time.monotonic() + seconds

    async def one() -> None:
        nonlocal failed
        reader, writer = await asyncio.open_connection(parts.hostname, parts.port, limit=1 << 24)
        while time.monotonic() < end:
            started = time.monotonic()
            status = await ask(reader, writer, parts.netloc, parts.path, next(queries))
            waits.append(time.monotonic() - started)
            failed += status != 200
        writer.close()

    started = time.monotonic()
    await asyncio.wait_for(asyncio.gather(*(one() for _ in range(connections))), seconds + 60)
    passed = time.monotonic() - started
    return (len(waits) - failed) / passed, statistics.quantiles(waits, n=20)[-1] * 1000, failed


def free_port() -> int:
    """Return a port that nobody listens at."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def process(command: list[str], port: int) -> Iterator[None]:
    """Run a server until the block ends."""
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        for _ in range(300):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.2)
        yield
    finally:
        server.terminate()
        server.wait(20)


@contextmanager
def ours(output: Path) -> Iterator[str]:
    """Serve a build with kg serve."""
    with running("-o", str(output), "--timeout", "60") as (address, _):
        yield address + "sparql"


@contextmanager
def bare(output: Path, folder: Path) -> Iterator[str]:
    """Serve the same quads with Oxigraph's own server."""
    store = ox.Store(str(folder / "bare"))
    store.bulk_extend(open_store(output))
    store.flush()
    del store
    binary, port = Path(sys.executable).with_name("oxigraph"), free_port()
    command = [str(binary), "serve", "--location", str(folder / "bare"), "--bind", f"127.0.0.1:{port}", "--union-default-graph"]
    with process(command, port):
        yield f"http://127.0.0.1:{port}/query"


@contextmanager
def rdflib_endpoint(output: Path, folder: Path) -> Iterator[str]:
    """Serve the same triples with rdflib-endpoint."""
    triples = {quad.triple for quad in open_store(output)}
    (folder / "all.nt").write_bytes(ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b"")
    binary, port = Path(sys.executable).with_name("rdflib-endpoint"), free_port()
    with process([str(binary), "serve", "--host", "127.0.0.1", "--port", str(port), str(folder / "all.nt")], port):
        yield f"http://127.0.0.1:{port}/"


def main() -> None:
    """Measure the three and print a table with ratios."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("-o", "--output", type=Path, default=Path("output"))
    options.add_argument("--seconds", type=float, default=6)
    options.add_argument("--connections", type=int, default=50)
    chosen = options.parse_args()
    folder = Path(tempfile.mkdtemp())
    servers = {"kg serve": ours(chosen.output), "oxigraph serve": bare(chosen.output, folder), "rdflib-endpoint": rdflib_endpoint(chosen.output, folder)}
    results: dict[tuple[str, str], tuple[float, float, int]] = {}
    try:
        for name, server in servers.items():
            with server as url:
                asyncio.run(load(url, 2, 1, texts()))
                few = list(itertools.islice(texts(), 20))
                results[name, "new"] = asyncio.run(load(url, chosen.connections, chosen.seconds, itertools.islice(texts(), 1000, None)))
                results[name, "lookups"] = asyncio.run(load(url, chosen.connections, chosen.seconds, lookups(chosen.output)))
                results[name, "repeated"] = asyncio.run(load(url, chosen.connections, chosen.seconds, itertools.cycle(few)))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{chosen.connections} connections, {chosen.seconds:g} s each\n")
    print("| server | queries | a second | p95 ms | failed | kg serve is |\n|---|---|---:|---:|---:|---:|")
    for (name, kind), (rate, p95, failed) in results.items():
        print(f"| {name} | {kind} | {rate:,.0f} | {p95:,.0f} | {failed} | {results['kg serve', kind][0] / max(rate, 0.01):.2f}× as fast |")


if __name__ == "__main__":
    main()
