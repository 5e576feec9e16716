"""The SPARQL endpoint: read the request, ask, answer in the form that was asked for."""

from __future__ import annotations

import asyncio
import json
from typing import TYPE_CHECKING, Any

from starlette.responses import Response

from kg.server.description import service_description
from kg.server.engine import Question
from kg.server.errors import not_acceptable
from kg.server.negotiation import GRAPH, PAGE, ROWS, choose, content_type, listing, media_type_of
from kg.server.protocol import read_get, read_post
from kg.server.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Iterable, Mapping
    from typing import TypeVar

    from starlette.requests import Request

    from kg.server.negotiation import Offers
    from kg.server.protocol import Operation
    from kg.server.site import Site

    _Value = TypeVar("_Value")

SHOWN = 1000
"""How many rows a page shows."""
_LONGEST_NOTE = 1500
_AT_ONCE = 0.05
_RESULTS = b',"results":'
"""Notes stand before it: readers that take a document as it comes refuse anything after the rows."""


async def sparql(request: Request) -> Response:
    """Answer /sparql."""
    site: Site = request.app.state.site
    query_string, most = request.scope["query_string"], site.limits.fields
    if request.method == "POST":
        operation = read_post(request.headers.get("content-type", ""), query_string, await request.body(), most)
    else:
        found = read_get(query_string, most)
        if found is None:
            return await _description(request, site)
        operation = found
    return await answer(request, site, operation)


async def _description(request: Request, site: Site) -> Response:
    """Without a query: the editor for people, the service description for programs."""
    accept = request.headers.get("accept", "")
    chosen = choose(accept, GRAPH)
    if chosen is None:
        raise not_acceptable(listing(GRAPH), "Without a query, this is the service description.")
    form, media_type = chosen
    if form == "html":
        return site.page("editor.html", query="", notes=(), title="SPARQL", headers=EDITOR_HEADERS)
    data = await service_description(site, form)
    return Response(data, headers={"content-type": content_type(media_type), "vary": "Accept"})


async def answer(request: Request, site: Site, operation: Operation) -> Response:
    """Ask a free query and return its answer."""
    accept = request.headers.get("accept", "")
    chosen = {kind: _chosen(accept, operation.form, offers) for kind, offers in (("rows", ROWS), ("boolean", ROWS), ("graph", GRAPH))}
    if not any(chosen.values()):
        raise not_acceptable(listing(ROWS, GRAPH))
    is_page = any(pair and pair[0] == "html" for pair in chosen.values())
    question = Question(
        query=operation.query,
        default=operation.default,
        named=operation.named,
        formats=tuple((kind, None if pair is None else "json" if pair[0] == "html" else pair[0]) for kind, pair in chosen.items()),
        max_rows=SHOWN if is_page else 0,
        cut=is_page,
        explain=True,
    )
    head, body = await while_connected(request, site.engine.ask(question))
    pair = chosen[head["kind"]]
    if pair is None:
        raise not_acceptable(listing(GRAPH if head["kind"] == "graph" else ROWS))
    if pair[0] == "html":
        return await _page(site, operation, head, body)
    return serialized(head, body, pair[1])


def _chosen(accept: str, form: str, offers: Offers) -> tuple[str, str] | None:
    if not form:
        return choose(accept, offers)
    media_type = media_type_of(form, offers)
    return (form, media_type) if media_type else None


def serialized(head: Mapping[str, Any], body: bytes, media_type: str) -> Response:
    """Return an answer as it came from the engine; notes go into a header, and into JSON that has no rows."""
    notes = head.get("notes", ())
    if notes and head["format"] == "json" and head["count"] == 0:
        body = body.replace(_RESULTS, b',"notes":' + json.dumps(list(notes)).encode() + _RESULTS, 1)
    headers = {"content-type": content_type(media_type), "vary": "Accept", **note_header(notes)}
    return Response(body, headers=headers)


def note_header(notes: Iterable[str]) -> dict[str, str]:
    """Return the notes as a header in plain ASCII."""
    words = " | ".join(" ".join(note.split()) for note in notes)[:_LONGEST_NOTE]
    return {"kg-note": words.encode("ascii", "replace").decode()} if words else {}


EDITOR_HEADERS = {
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
}
"""The editor writes styles (never scripts) into its page; every other page does without."""


async def _page(site: Site, operation: Operation, head: Mapping[str, Any], body: bytes) -> Response:
    table = await table_of(site, body)
    return site.page(
        "results.html",
        title="Answer",
        query=operation.query,
        table=table,
        kind=head["kind"],
        notes=head.get("notes", ()),
        cut=head.get("cut", False),
        shown=SHOWN,
        forms=[("CSV", "csv"), ("JSON", "json"), ("TSV", "tsv"), ("XML", "xml")]
        if head["kind"] != "graph"
        else [("Turtle", "ttl"), ("JSON-LD", "jsonld"), ("N-Triples", "nt"), ("RDF/XML", "rdf")],
        default=operation.default,
        named=operation.named,
    )


async def while_connected(request: Request, asked: Awaitable[_Value]) -> _Value:
    """Wait for an answer; give up, and so stop the query, when the client has hung up."""
    waiting, is_gone = asyncio.current_task(), False
    listening: list[asyncio.Future[None]] = []

    def gone(hung_up: asyncio.Future[None]) -> None:
        nonlocal is_gone
        if not hung_up.cancelled() and waiting is not None:
            is_gone = True
            waiting.cancel()

    def listen() -> None:
        listening.append(asyncio.ensure_future(_hang_up(request)))
        listening[0].add_done_callback(gone)

    timer = asyncio.get_running_loop().call_later(_AT_ONCE, listen)
    try:
        return await asked
    except asyncio.CancelledError:
        if is_gone and waiting is not None and waiting.uncancel() == 0:
            raise ClientGoneError from None
        raise
    finally:
        timer.cancel()
        for future in listening:
            future.remove_done_callback(gone)
            future.cancel()


class ClientGoneError(Exception):
    """Nobody waits for the answer any more."""


async def _hang_up(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


__all__ = ["EDITOR_HEADERS", "PAGE", "SHOWN", "ClientGoneError", "answer", "serialized", "sparql", "while_connected"]
