"""Start the server: find the data, start the workers, listen, print one address."""

from __future__ import annotations

import asyncio
import logging
import re
import signal
import socket
import sys
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import uvicorn

from kg.errors import OutputError, SourceError
from kg.namespaces import BASE
from kg.query import load_queries
from kg.server.app import make_app
from kg.server.connection import Connection
from kg.server.engine import Engine
from kg.server.express import Express
from kg.server.limits import CORES, MEGABYTE, Limits
from kg.server.site import Site
from kg.server.stores import prepared

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


def serve(
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
    saved = load_queries(queries)
    with _listening(host, port) as listener, prepared(output, data, endpoint, union=union) as (store, found):
        address = f"http://{_shown_host(host)}:{listener.getsockname()[1]}/"
        config = {"store": str(store or ""), "endpoint": endpoint, "queries": str(queries), "memory": limits.memory}
        if endpoint:
            limits = replace(limits, workers=max(4, limits.workers))
        engine = Engine(config, limits, address + "sparql")
        source = endpoint or str(data.name if data else output.name)
        build = output if not data and not endpoint else None
        site = Site(engine, limits, saved, base or found, address, source, build)
        say(address)
        asyncio.run(_run(site, limits, listener))


def serve_command(*, queries: Path, output: Path, **options: Any) -> None:  # noqa: ANN401 - the options of the command line
    """Serve with the options of the command line."""
    if options["data"] and options["endpoint"]:
        message = "Give either --data or --endpoint, not both."
        raise SourceError(message)
    if options["endpoint"] and not re.match(r"https?://[^\s/]", options["endpoint"]):
        message = f"'{options['endpoint']}' is no address of an endpoint. Give one that begins with http:// or https://."
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
    connection = type("LimitedConnection", (Connection,), {"limits": limits, "express": None if site.engine.config["endpoint"] else Express(site.engine)})
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
    await _Server(config).serve(sockets=[listener])


class _Server(uvicorn.Server):
    """A server that ends in order when it is told to, so that its copy of the data is removed."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Stop serving at an interrupt, without raising it again."""
        loop = asyncio.get_running_loop()
        try:
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, self.handle_exit, number, None)
        except NotImplementedError:
            with super().capture_signals():
                yield
            return
        yield


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


def _shown_host(host: str) -> str:
    return f"[{host}]" if ":" in host else host
