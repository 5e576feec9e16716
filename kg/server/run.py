"""Start the server: find the data, start the workers, listen, print one address."""

from __future__ import annotations

import asyncio
import logging
import os
import re
import shutil
import socket
import sys
import tempfile
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import uvicorn

from kg.errors import OutputError, SourceError
from kg.export import open_store
from kg.namespaces import BASE
from kg.query import load_queries
from kg.server.app import make_app
from kg.server.connection import Connection
from kg.server.engine import Engine
from kg.server.limits import CORES, MEGABYTE, Limits
from kg.server.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_PREFIX = "kg-serve-"
_PROVENANCE = "graph/provenance"


def serve(  # noqa: PLR0913 - one for each option of the command
    output: Path,
    queries: Path,
    *,
    data: Path | None = None,
    endpoint: str = "",
    base: str = "",
    host: str = "127.0.0.1",
    port: int = 8000,
    union: bool = True,
    limits: Limits | None = None,
    say: Callable[[str], object],
) -> None:
    """Serve until interrupted; raise `KGError` where there is nothing to serve or the port is taken."""
    limits = limits or Limits()
    with _listening(host, port) as listener, _store(output, data, endpoint) as store:
        address = f"http://{_shown_host(host)}:{listener.getsockname()[1]}/"
        config = {"store": str(store or ""), "endpoint": endpoint, "queries": str(queries), "memory": limits.memory}
        if endpoint:
            limits = replace(limits, workers=max(4, limits.workers))
        engine = Engine(config, limits, address + "sparql", union)
        source = endpoint or str(data.name if data else output.name)
        build = output if not data and not endpoint else None
        site = Site(engine, limits, load_queries(queries), base or _base(store), address, source, build)
        say(address)
        asyncio.run(_run(site, limits, listener))


def serve_command(*, queries: Path, output: Path, **options: Any) -> None:  # noqa: ANN401 - the options of the command line
    """Serve with the options of the command line."""
    if options["data"] and options["endpoint"]:
        message = "Give either --data or --endpoint, not both."
        raise SourceError(message)
    if options["base"] and not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+[/#]", options["base"]):
        message = f"'{options['base']}' cannot begin IRIs. Give an http(s) address that ends with / or #, for example {BASE}"
        raise SourceError(message)
    limits = Limits(
        timeout=options["timeout"],
        max_rows=options["max_rows"],
        max_bytes=options["max_megabytes"] * MEGABYTE,
        memory=options["memory"] * MEGABYTE,
        workers=options["workers"] or CORES,
    )
    serve(
        output,
        queries,
        data=options["data"],
        endpoint=options["endpoint"],
        base=options["base"],
        host=options["host"],
        port=options["port"],
        union=options["default_graph"] == "union",
        limits=limits,
        say=_say,
    )


def _say(address: str) -> None:
    """Print the address; the endpoint is at /sparql below it."""
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()


async def _run(site: Site, limits: Limits, listener: socket.socket) -> None:
    connection = type("LimitedConnection", (Connection,), {"limits": limits})
    config = uvicorn.Config(
        make_app(site),
        http=connection,
        ws="none",
        lifespan="on",
        log_level="error",
        access_log=False,
        server_header=False,
        date_header=True,
        timeout_keep_alive=15,
        timeout_graceful_shutdown=2,
        h11_max_incomplete_event_size=limits.head,
        proxy_headers=False,
    )
    logging.getLogger("uvicorn.error").setLevel(logging.ERROR)
    await uvicorn.Server(config).serve(sockets=[listener])


@contextmanager
def _listening(host: str, port: int) -> Iterator[socket.socket]:
    """Give a socket that listens, or say why there is none."""
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        listener = socket.create_server((host, port), family=family, backlog=2048, reuse_port=False)
    except OSError as error:
        message = f"Cannot listen at {host}:{port}: {error.strerror or error}. Choose another port, for example --port {port + 1}."
        raise OutputError(message) from None
    with listener:
        yield listener


@contextmanager
def _store(output: Path, data: Path | None, endpoint: str) -> Iterator[Path | None]:
    """Give the folder of the store to serve: the build's, or one made of a data file for as long as it is served."""
    if endpoint:
        yield None
        return
    if data is None:
        open_store(output)
        yield output / "store"
        return
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{os.getpid()}-"))
    try:
        _load(data, folder / "store")
        yield folder / "store"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _load(data: Path, folder: Path) -> None:
    form = ox.RdfFormat.from_extension(data.suffix.removeprefix("."))
    if form is None:
        message = f"'{data.name}' is no RDF file known here. Give N-Quads (.nq), TriG (.trig), Turtle (.ttl), N-Triples (.nt), JSON-LD or RDF/XML."
        raise SourceError(message)
    store = ox.Store(str(folder))
    try:
        store.bulk_load(path=str(data), format=form, base_iri=BASE)
        store.flush()
        store.optimize()
    except SyntaxError as error:
        message = f"'{data.name}' is not well-formed: {error}. Mend it and start again."
        raise SourceError(message) from None
    except OSError as error:
        message = f"Cannot read '{data}': {error.strerror or error}."
        raise SourceError(message) from None


def _sweep() -> None:
    """Remove what servers left behind that were killed."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*-*"):
        number = folder.name.removeprefix(_PREFIX).partition("-")[0]
        if number.isdigit() and not _is_alive(int(number)):
            shutil.rmtree(folder, ignore_errors=True)


def _is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _base(store: Path | None) -> str:
    """Return what the data's IRIs begin with: said by a build's own graph, else ours."""
    if store is None:
        return BASE
    opened = ox.Store.read_only(str(store))
    names = (graph.value for graph in opened.named_graphs() if isinstance(graph, ox.NamedNode))
    found = next((name.removesuffix(_PROVENANCE) for name in names if name.endswith("/" + _PROVENANCE)), None)
    return found or _common(opened) or BASE


def _common(store: ox.Store) -> str:
    """Return the origin that most subjects of a foreign dataset share."""
    counts: dict[str, int] = {}
    for index, quad in enumerate(store):
        if index > 20_000:  # noqa: PLR2004 - enough to see what is common
            break
        if isinstance(quad.subject, ox.NamedNode) and "://" in quad.subject.value:
            origin = "/".join(quad.subject.value.split("/")[:3]) + "/"
            counts[origin] = counts.get(origin, 0) + 1
    return BASE if not counts or any(BASE.startswith(origin) for origin in counts) else max(counts, key=lambda origin: counts[origin])


def _shown_host(host: str) -> str:
    return f"[{host}]" if ":" in host else host


