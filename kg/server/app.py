"""What answers where: the routes of the server, and one place for all that goes wrong."""

from __future__ import annotations

import json
import logging
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles

from kg.server.documents import document
from kg.server.endpoint import ClientGoneError, sparql
from kg.server.engine import RefusedError
from kg.server.entities import ontology, path_page, resource
from kg.server.errors import HTTPError, as_http
from kg.server.files import catalogue, download, network, void
from kg.server.guard import Guard
from kg.server.home import home, search, terms
from kg.server.negotiation import prefers_html
from kg.server.openapi import openapi
from kg.server.processes import WorkerDiedError
from kg.server.questions import choices, question, questions
from kg.server.site import STATIC
from kg.server.workers import BusyError, LimitError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from kg.server.site import Site

_LOG = logging.getLogger("kg.server")
_READ = ["GET", "HEAD"]

ROUTES = (
    ("/", home, _READ),
    ("/sparql", sparql, [*_READ, "POST"]),
    ("/sparql/", sparql, [*_READ, "POST"]),
    ("/queries", questions, _READ),
    ("/queries/{name}", question, _READ),
    ("/choices/{name}/{parameter}", choices, _READ),
    ("/search", search, _READ),
    ("/terms.json", terms, _READ),
    ("/openapi.json", openapi, _READ),
    ("/network", network, _READ),
    ("/catalog", catalogue, _READ),
    ("/.well-known/void", void, _READ),
    ("/dataset/{name}", download, _READ),
    ("/ontology", ontology, _READ),
    ("/resource", resource, _READ),
    ("/document/{slug}", document, _READ),
    ("/{path:path}", path_page, _READ),
)
"""Path, what answers, methods; the first that fits answers."""


def make_app(site: Site) -> Guard:
    """Return the application of a site, with the guard around it."""

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        await site.engine.pool.start()
        yield
        await site.engine.pool.close()

    static = Mount("/static", StaticFiles(directory=STATIC, follow_symlink=False))
    routes = [static, *(Route(path, endpoint, methods=methods) for path, endpoint, methods in ROUTES)]
    kinds = (HTTPError, HTTPException, BusyError, LimitError, WorkerDiedError, RefusedError, ClientGoneError, Exception)
    app = Starlette(routes=routes, lifespan=lifespan, exception_handlers=dict.fromkeys(kinds, failed))
    app.state.site = site
    app.router.redirect_slashes = False
    return Guard(_never_raises(_straight(app)), site.limits)


def _straight(app: Starlette) -> Any:  # noqa: ANN401 - an ASGI application
    """Return the application with a short way to the endpoint, which answers most requests."""

    async def routed(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI
        if scope["type"] != "http" or scope["path"] != "/sparql":
            await app(scope, receive, send)
            return
        scope["app"] = app
        request = Request(scope, receive, send)
        try:
            response = await sparql(request)
        except Exception as error:  # noqa: BLE001 - all that goes wrong is answered in one place
            response = await failed(request, error)
        await response(scope, receive, send)

    return routed


async def failed(request: Request, error: Exception) -> Response:
    """Return what went wrong as a page for people, as text for programs, as JSON for who asks for it."""
    site: Site = request.app.state.site
    if isinstance(error, ClientGoneError):
        return Response(status_code=499)
    http = _known(error) or as_http(error, site.limits)
    if http is None:
        _LOG.error("%s %s", request.method, request.url.path, exc_info=error)
        http = HTTPError(503, "Something failed", "This request could not be answered; the server's log says why.", {"Retry-After": "10"})
    asked = await _asked(request)
    accept = request.headers.get("accept", "")
    if prefers_html(accept):
        return site.page("error.html", http.status, http.headers, title=http.title, error=http, query=asked)
    if "application/problem+json" in accept or "application/json" in accept:
        problem = {"title": http.title, "status": http.status, "detail": http.message} | ({"query": asked} if asked else {})
        return Response(json.dumps(problem), http.status, {"content-type": "application/problem+json", "vary": "Accept", **http.headers})
    text = f"{http.title}: {http.message}\n" + (f"\nThe query was:\n{asked}\n" if asked else "")
    return Response(text, http.status, {"content-type": "text/plain; charset=utf-8", "vary": "Accept", **http.headers})


def _known(error: Exception) -> HTTPError | None:
    if not isinstance(error, HTTPException):
        return None
    if error.status_code == 404:  # noqa: PLR2004 - not found
        return HTTPError(404, "Not found", "There is nothing here. The home page has a search over everything in the data.")
    return HTTPError(error.status_code, "Not possible", str(error.detail), error.headers)


async def _asked(request: Request) -> str:
    """Return the query of a request, so that nobody has to write it again."""
    if request.url.path.rstrip("/") != "/sparql":
        return ""
    if request.method != "POST":
        return request.query_params.get("query", "")
    body = (await request.body()).decode("utf-8", "replace")
    if request.headers.get("content-type", "").startswith("application/sparql-query"):
        return body
    try:
        return parse_qs(body, max_num_fields=100).get("query", [""])[0]
    except ValueError:
        return ""


def _never_raises(app: Any) -> Any:  # noqa: ANN401 - ASGI applications
    """Return the application without Starlette's habit to raise what it has already answered."""

    async def quiet(scope: Any, receive: Any, send: Any) -> None:  # noqa: ANN401 - ASGI
        started = False

        async def watched(message: Any) -> None:  # noqa: ANN401 - ASGI
            nonlocal started
            started = True
            await send(message)

        try:
            await app(scope, receive, watched)
        except Exception:
            if not started:
                raise

    return quiet
