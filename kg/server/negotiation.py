"""Content negotiation: which form of an answer an Accept header asks for.

https://www.rfc-editor.org/rfc/rfc9110#section-12.5.1

>>> choose("text/csv;q=0.5, application/xml", ROWS)
('xml', 'application/xml')
>>> choose("image/png", ROWS) is None
True
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Offers = tuple[tuple[str, tuple[str, ...]], ...]

ROWS: Offers = (
    ("json", ("application/sparql-results+json", "application/json")),
    ("xml", ("application/sparql-results+xml", "application/xml", "text/xml")),
    ("csv", ("text/csv",)),
    ("tsv", ("text/tab-separated-values",)),
    ("html", ("text/html", "application/xhtml+xml")),
)
"""What SELECT and ASK can be answered as, the preferred first; the first media type is the form's own."""

GRAPH: Offers = (
    ("turtle", ("text/turtle", "application/turtle", "application/x-turtle")),
    ("ntriples", ("application/n-triples",)),
    ("jsonld", ("application/ld+json", "application/json")),
    ("rdfxml", ("application/rdf+xml", "application/xml", "text/xml")),
    ("trig", ("application/trig",)),
    ("nquads", ("application/n-quads",)),
    ("html", ("text/html", "application/xhtml+xml")),
)
"""What CONSTRUCT, DESCRIBE, entities and the service description can be had as."""

PAGE: Offers = (("html", ("text/html", "application/xhtml+xml")), *(offer for offer in GRAPH if offer[0] != "html"))
"""The same for what is a page first."""

SUFFIXES: Mapping[str, str] = {
    "html": "html", "ttl": "turtle", "nt": "ntriples", "jsonld": "jsonld", "rdf": "rdfxml", "trig": "trig", "nq": "nquads",
    "json": "json", "xml": "xml", "csv": "csv", "tsv": "tsv",
}  # fmt: skip
"""The form that the end of a path asks for."""

_CHARSET = frozenset({"text/csv", "text/tab-separated-values", "text/html", "text/turtle", "text/xml", "text/plain"})
_ITEM = re.compile(r'(?:[^,"]|"(?:[^"\\]|\\.)*"?)+')
_QUALITY = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)\Z")
_MOST_ITEMS = 100
_EXACT = 3


@dataclass(frozen=True, slots=True)
class _Range:
    """A media range of an Accept header; `quality` runs from 0 to 1."""

    kind: str
    subtype: str
    quality: float

    def fits(self, media_type: str) -> int:
        """Return how exactly the range names a media type: 0 not at all, 3 in full."""
        kind, _, subtype = media_type.partition("/")
        if (self.kind, self.subtype) == (kind, subtype):
            return _EXACT
        if self.subtype != "*":
            return 0
        return 2 if self.kind == kind else int(self.kind == "*")


@lru_cache(maxsize=1024)
def choose(accept: str, offers: Offers) -> tuple[str, str] | None:
    """Return form and media type of the best offer, or None where the header allows none of them."""
    ranges = _ranges(accept)
    best: tuple[float, int, str, str] | None = None
    for form, media_types in offers:
        for media_type in media_types:
            fit, quality = max(((r.fits(media_type), r.quality) for r in ranges), default=(0, 0.0))
            is_named = fit == _EXACT or media_type == media_types[0]
            if fit and is_named and quality > 0 and (best is None or (quality, fit) > best[:2]):
                best = (quality, fit, form, media_type)
    return best[2:] if best else None


def _ranges(accept: str) -> list[_Range]:
    if not accept.strip():
        return [_Range("*", "*", 1.0)]
    found = []
    for item in _ITEM.findall(accept)[:_MOST_ITEMS]:
        name, *parameters = (part.strip() for part in item.split(";"))
        kind, slash, subtype = name.lower().partition("/")
        if slash and kind and subtype:
            found.append(_Range(kind, subtype, _quality(parameters)))
    return found


def _quality(parameters: Iterable[str]) -> float:
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip().lower() == "q":
            return float(value.strip()) if _QUALITY.match(value.strip()) else 0.0
    return 1.0


def content_type(media_type: str) -> str:
    """Return the value of a Content-Type header."""
    return f"{media_type}; charset=utf-8" if media_type in _CHARSET else media_type


def media_type_of(form: str, offers: Offers) -> str | None:
    """Return a form's own media type, or None where it is not on offer."""
    return next((types[0] for name, types in offers if name == form), None)


def listing(*offers: Offers) -> str:
    """Return the media types on offer, each once."""
    return ", ".join(dict.fromkeys(types[0] for offer in offers for _, types in offer))


def prefers_html(accept: str) -> bool:
    """Tell whether an error should be a page: the asker names text/html."""
    chosen = choose(accept, (("text", ("text/plain", "application/json")), ("html", ("text/html",))))
    return bool(chosen) and chosen is not None and chosen[0] == "html"
