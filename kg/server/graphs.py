"""Ask an endpoint for a graph: CONSTRUCT and DESCRIBE with the media types of RDF alone.

An engine that may choose between a table and a graph, as Virtuoso may, chooses the table.
"""

from __future__ import annotations

from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pyoxigraph as ox

from kg.errors import QueryError
from kg.results import GRAPH_COLUMNS, Result

_ACCEPT = "application/n-triples, text/turtle;q=0.9, application/rdf+xml;q=0.5"
_TIMEOUT = 600
_MOST = 256 * 1024 * 1024


def ask_graph(url: str, sparql: str) -> Result:
    """Return the triples that an endpoint answers; raise `QueryError` where it answers nothing readable."""
    data = urlencode({"query": sparql}).encode()
    headers = {"Accept": _ACCEPT, "Content-Type": "application/x-www-form-urlencoded", "User-Agent": "uneg-kg"}
    try:
        with urlopen(Request(url, data, headers), timeout=_TIMEOUT) as response:  # noqa: S310 - http and https only, checked when the server starts
            body = response.read(_MOST)
            form = ox.RdfFormat.from_media_type(response.headers.get_content_type())
        triples = dict.fromkeys(quad.triple for quad in ox.parse(body, format=form)) if form else {}
    except HTTPError as error:
        with error:
            message = f"The endpoint answers {error.code} {error.reason}: {error.read(300).decode('utf-8', 'replace')}"
        raise QueryError(message) from None
    except (URLError, OSError, HTTPException, SyntaxError, ValueError) as error:
        message = f"The endpoint gave no graph that can be read: {error}. Try again, or ask it itself."
        raise QueryError(message) from None
    return Result(GRAPH_COLUMNS, tuple((triple.subject, triple.predicate, triple.object) for triple in triples), "graph")
