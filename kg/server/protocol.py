"""Read a request by the SPARQL 1.1 Protocol: https://www.w3.org/TR/sparql11-protocol/."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from kg.server.errors import READ_ONLY, HTTPError
from kg.server.negotiation import GRAPH, ROWS, SUFFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]*\Z")
_UPDATE_FIELDS = frozenset({"update", "using-graph-uri", "using-named-graph-uri"})
_ONCE = ("query", "version", "format")
Fields = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Operation:
    """A query as asked: its text, its dataset, and the form of the answer where a parameter names one."""

    query: str
    default: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    form: str = ""


def read_get(query_string: bytes, most: int) -> Operation | None:
    """Return the query of a GET; None where there is none, which asks for the service description."""
    fields = decode(query_string, most)
    if not any(name in {"query", "default-graph-uri", "named-graph-uri"} | _UPDATE_FIELDS for name, _ in fields):
        return None
    return _operation(fields)


def read_post(content_type: str, query_string: bytes, body: bytes, most: int) -> Operation:
    """Return the query of a POST, as a form or direct."""
    media_type, charset = _media_type(content_type)
    in_url = decode(query_string, most)
    if media_type == UPDATE:
        raise HTTPError(403, "Read-only", READ_ONLY)
    if media_type not in {FORM, QUERY}:
        got = f"not as {media_type[:80]}" if media_type else "and the request names none"
        message = f"A query is sent with Content-Type {FORM} or {QUERY}, {got}."
        raise HTTPError(415, "Unknown kind of request", message, {"Accept-Post": f"{FORM}, {QUERY}"})
    if charset not in {"", "utf-8", "utf8"}:
        message = f"Only UTF-8 is understood, not {charset[:40]}."
        raise HTTPError(415, "Unknown encoding", message)
    if media_type == FORM:
        return _operation([*decode(body, most), *in_url], required=[name for name, _ in decode(body, most)])
    if any(name == "query" for name, _ in in_url):
        raise HTTPError(400, "Two queries", "The query stands in the body and in the URL. Send it once.")
    return _operation([*in_url, ("query", _text(body))])


def decode(data: bytes, most: int) -> Fields:
    """Return the fields of a form or a URL; raise a 400 where they cannot be read."""
    try:
        return parse_qsl(data.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=most)
    except UnicodeDecodeError:
        raise HTTPError(400, "Not UTF-8", "The parameters must be UTF-8, percent-encoded.") from None
    except ValueError:
        raise HTTPError(400, "Too many parameters", f"Up to {most} parameters are read.") from None


def _text(body: bytes) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        raise HTTPError(400, "Not UTF-8", "The query must be UTF-8.") from None


def _media_type(value: str) -> tuple[str, str]:
    """Return media type and charset of a Content-Type header, in lower case."""
    media_type, *parameters = (part.strip().lower() for part in value.split(";"))
    charset = next((p.partition("=")[2].strip("\"' ") for p in parameters if p.partition("=")[0].strip() == "charset"), "")
    return media_type, charset


def _operation(fields: Fields, required: Iterable[str] | None = None) -> Operation:
    """Return the operation of all fields; `required` names those that stand where the query must."""
    names = [name for name, _ in fields]
    if _UPDATE_FIELDS & set(names):
        raise HTTPError(403, "Read-only", READ_ONLY)
    for name in _ONCE:
        if names.count(name) > 1:
            message = f"The parameter '{name}' is there {names.count(name)} times. Send it once."
            raise HTTPError(400, "More than one " + name, message)
    if "query" not in (names if required is None else required):
        where = "" if required is None else " in the form"
        raise HTTPError(400, "No query", f"The parameter 'query' is missing{where}.")
    values = dict(fields)
    return Operation(
        values["query"],
        _graphs(fields, "default-graph-uri"),
        _graphs(fields, "named-graph-uri"),
        _form(values.get("format", "")),
    )


def _graphs(fields: Fields, name: str) -> tuple[str, ...]:
    iris = tuple(dict.fromkeys(value for field, value in fields if field == name))
    for iri in iris:
        if not _IRI.match(iri):
            raise HTTPError(400, "Not an IRI", f"The value of '{name}' must be an absolute IRI, not '{iri[:200]}'.")
    return iris


def _form(name: str) -> str:
    """Return the form that the parameter `format` names, by suffix, name or media type."""
    if not name:
        return ""
    media = {media_type: form for offer in (ROWS, GRAPH) for form, types in offer for media_type in types}
    known = {form for offer in (ROWS, GRAPH) for form, _ in offer}
    form = SUFFIXES.get(name) or media.get(name.replace(" ", "+")) or (name if name in known else "")
    if not form:
        raise HTTPError(406, "Unknown format", f"There is no format '{name[:80]}'. Formats: {', '.join(SUFFIXES)}.")
    return form
