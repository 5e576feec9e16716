"""The command `kg publish`: load a dataset into another engine, graph by graph.

https://www.w3.org/TR/sparql11-http-rdf-update/ — or write files for the engine's bulk loader.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import (
    HTTPBasicAuthHandler,
    HTTPDigestAuthHandler,
    HTTPPasswordMgrWithDefaultRealm,
    OpenerDirector,
    Request,
    build_opener,
)

import pyoxigraph as ox

from kg.errors import OutputError, QueryError, SourceError
from kg.export import open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TIMEOUT = 300
_ADVICE = {
    401: "It asks for a password: give --user NAME:PASSWORD.",
    403: "It does not let us write.",
    404: "Nothing answers there: is it the Graph Store address, such as …/store or …/sparql-graph-crud-auth?",
    405: "This address takes no graphs: is it the Graph Store address, not the one for queries?",
    415: "It does not read N-Triples.",
}


def publish(output: Path, endpoint: str, *, data: Path | None = None, user: str = "", files: Path | None = None) -> Iterator[str]:
    """Send each graph of a build, or of a file; yield a line for each graph.

    A graph that is there already is replaced, so that publishing twice is publishing once.
    """
    store = _load(data) if data else open_store(output)
    graphs = _graphs(store)
    if files:
        yield from _write(graphs, files)
        return
    if urlsplit(endpoint).scheme not in {"http", "https"}:
        message = f"'{endpoint}' is no address of a Graph Store. Give one that begins with http:// or https://."
        raise SourceError(message)
    opener = _opener(endpoint, user)
    total = 0
    for iri, triples in graphs:
        _put(opener, endpoint, iri, _ntriples(triples))
        total += len(triples)
        yield f"{len(triples):>8,}  {iri or 'default graph'}"
    yield f"{total:,} triples published to {endpoint}"


def _load(data: Path) -> ox.Store:
    store = ox.Store()
    try:
        store.bulk_load(path=str(data))
    except (SyntaxError, ValueError, OSError) as error:
        message = f"Cannot read '{data}': {error}."
        raise SourceError(message) from None
    return store


def _graphs(store: ox.Store) -> list[tuple[str, list[ox.Triple]]]:
    """Return the graphs by IRI with their triples; the default graph, if it has any, is ""."""
    found = []
    for graph in (ox.DefaultGraph(), *sorted(store.named_graphs(), key=str)):
        triples = sorted((quad.triple for quad in store.quads_for_pattern(None, None, None, graph)), key=str)
        if triples:
            found.append(("" if isinstance(graph, ox.DefaultGraph) else graph.value, triples))
    return found


def _ntriples(triples: list[ox.Triple]) -> bytes:
    return ox.serialize(triples, format=ox.RdfFormat.N_TRIPLES) or b""


def _opener(endpoint: str, user: str) -> OpenerDirector:
    passwords = HTTPPasswordMgrWithDefaultRealm()
    name, colon, password = user.partition(":")
    if colon:
        passwords.add_password(None, endpoint, name, password)
    return build_opener(HTTPDigestAuthHandler(passwords), HTTPBasicAuthHandler(passwords))


def _put(opener: OpenerDirector, endpoint: str, iri: str, body: bytes) -> None:
    where = f"graph={quote(iri, safe='')}" if iri else "default"
    url = f"{endpoint}{'&' if '?' in endpoint else '?'}{where}"
    request = Request(url, body, {"Content-Type": "application/n-triples"}, method="PUT")  # noqa: S310 - http and https only, checked above
    try:
        with opener.open(request, timeout=_TIMEOUT):
            return
    except HTTPError as error:
        with error:
            message = f"{endpoint} answers {error.code} {error.reason} to the graph '{iri or 'default'}'. {_ADVICE.get(error.code, '')}".strip()
        raise QueryError(message) from None
    except (URLError, OSError) as error:
        message = f"Nobody answers at {endpoint}: {getattr(error, 'reason', error)}. Check the address; what was sent before is there."
        raise QueryError(message) from None


def _write(graphs: list[tuple[str, list[ox.Triple]]], folder: Path) -> Iterator[str]:
    """Write a file for each graph and beside it one with its IRI, as Virtuoso's bulk loader reads them."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for number, (iri, triples) in enumerate(graphs, 1):
            path = folder / f"graph-{number:05}.nt"
            path.write_bytes(_ntriples(triples))
            path.with_name(path.name + ".graph").write_text(f"{iri or 'urn:default'}\n", encoding="utf-8", newline="\n")
            yield f"{len(triples):>8,}  {path}  {iri}"
    except OSError as error:
        message = f"Cannot write to '{folder}': {error.strerror}. Give another folder."
        raise OutputError(message) from None
