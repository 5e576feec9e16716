"""Ask a SPARQL endpoint over HTTP: https://www.w3.org/TR/sparql11-protocol/#query-operation."""

from __future__ import annotations

import re
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode, urlsplit
from urllib.request import Request, urlopen

import pyoxigraph as ox

from kg.errors import QueryError
from kg.results import GRAPH_COLUMNS, Result

TIMEOUT = 60.0
MAX_ANSWER = 256 * 1024 * 1024
_ACCEPT_ROWS = "application/sparql-results+json, application/sparql-results+xml;q=0.7"
_ACCEPT_TRIPLES = "text/turtle, application/n-triples;q=0.9, application/rdf+xml;q=0.5"
_ASKS_FOR_TRIPLES = re.compile(r"(?:\A|[\s>])(?:CONSTRUCT|DESCRIBE)\b", re.IGNORECASE)
"""Said apart, for some endpoints answer a CONSTRUCT with the rows that are asked for first."""
_TABLES = {
    "application/sparql-results+json": ox.QueryResultsFormat.JSON,
    "application/json": ox.QueryResultsFormat.JSON,
    "application/sparql-results+xml": ox.QueryResultsFormat.XML,
    "application/xml": ox.QueryResultsFormat.XML,
    "text/tab-separated-values": ox.QueryResultsFormat.TSV,
}
_GRAPHS = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/x-turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}


def ask_endpoint(url: str, sparql: str, timeout: float = TIMEOUT) -> Result:
    """Return what an endpoint answers; `timeout` is in seconds.

    >>> ask_endpoint("file:///etc/hosts", "ASK {}")
    Traceback (most recent call last):
    kg.errors.QueryError: 'file:///etc/hosts' is no address of an endpoint. Give one that begins with http:// or https://.
    """
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc or re.search(r"\s", url):
        message = f"'{url}' is no address of an endpoint. Give one that begins with http:// or https://."
        raise QueryError(message)
    wanted = (_ACCEPT_TRIPLES, _ACCEPT_ROWS) if _ASKS_FOR_TRIPLES.search(sparql) else (_ACCEPT_ROWS, _ACCEPT_TRIPLES)
    headers = {"Accept": ", ".join(wanted), "Content-Type": "application/x-www-form-urlencoded", "User-Agent": "uneg-kg"}
    request = Request(url, urlencode({"query": sparql}).encode(), headers)  # noqa: S310 - http and https only, checked above
    try:
        with urlopen(request, timeout=timeout) as response:  # noqa: S310 - as above
            body = response.read(MAX_ANSWER + 1)
            media_type = response.headers.get_content_type()
    except HTTPError as error:
        raise QueryError(_refused(url, error)) from None
    except TimeoutError:
        raise QueryError(_slow(url, timeout)) from None
    except URLError as error:
        slow = isinstance(error.reason, TimeoutError)
        message = _slow(url, timeout) if slow else f"Nobody answers at {url}: {error.reason}. Check the address and the connection."
        raise QueryError(message) from None
    except (HTTPException, OSError, ValueError) as error:
        message = f"The connection to {url} broke off: {error}. Try again."
        raise QueryError(message) from None
    if len(body) > MAX_ANSWER:
        message = f"The answer of {url} is larger than {MAX_ANSWER // 1024**2} MB. Ask for less: add LIMIT."
        raise QueryError(message)
    return _read(url, media_type, body)


def _slow(url: str, timeout: float) -> str:
    return f"{url} has not answered within {timeout:g} seconds. Ask for less (add LIMIT), or try again later."


def _refused(url: str, error: HTTPError) -> str:
    """Say what an HTTP error means, with the first line of what the endpoint says."""
    with error:
        words = re.sub(r"<[^>]*>", " ", error.read(2000).decode("utf-8", "replace"))
    said = re.sub(r"\s+", " ", words).strip()[:300]
    advice = {
        400: "It does not accept the query.",
        401: "It asks for a password, which cannot be given here.",
        403: "It does not let us in.",
        404: "There is nothing at this address; many endpoints end in /sparql or /query.",
        405: "It takes no queries at this address.",
        429: "It has had too many requests; wait a minute.",
    }.get(error.code, "It has trouble of its own; try again later." if error.code >= 500 else "")  # noqa: PLR2004 - server errors
    return f"{url} answers {error.code} {error.reason}. {advice}" + (f" It says: {said}" if said else "")


def _read(url: str, media_type: str, body: bytes) -> Result:
    """Return the answer that a body holds, by its media type."""
    try:
        if media_type in _TABLES:
            return _table(body, _TABLES[media_type])
        if media_type in _GRAPHS:
            return _graph(body, _GRAPHS[media_type])
    except (SyntaxError, ValueError) as error:
        message = f"The answer of {url} is called {media_type} but is not: {str(error)[:200]}. Is it a SPARQL endpoint?"
        raise QueryError(message) from None
    message = f"{url} answers with {media_type}, not with SPARQL results. It is no SPARQL endpoint; many end in /sparql or /query."
    raise QueryError(message)


def _table(body: bytes, form: ox.QueryResultsFormat) -> Result:
    answer = ox.parse_query_results(body, form)
    if isinstance(answer, ox.QueryBoolean):
        return Result(("answer",), ((ox.Literal(bool(answer)),),), "boolean")
    return Result(tuple(variable.value for variable in answer.variables), tuple(tuple(row) for row in answer))


def _graph(body: bytes, form: ox.RdfFormat) -> Result:
    triples = sorted({quad.triple for quad in ox.parse(body, form)}, key=str)
    return Result(GRAPH_COLUMNS, tuple((t.subject, t.predicate, t.object) for t in triples), "graph")
