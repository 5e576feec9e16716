"""The home page: what this is, how much there is, three questions to start with, a search over all names."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import PREFIXES
from kg.server.endpoint import while_connected
from kg.server.errors import not_acceptable
from kg.server.negotiation import choose
from kg.server.site import Site, json_response, prefixed, short

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

STARTERS = ("workstream-leads", "decisions", "present-without-role")
"""Questions to start with, where they are among the saved ones; else the first three."""

_COUNTS = (
    ("statements", "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x uneg:predicate ?y }"),
    ("workstreams", "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a/rdfs:subClassOf* uneg:Workstream }"),
    ("agencies", "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a uneg:Agency }"),
    ("decisions", "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a uneg:Decision }"),
    ("persons", "SELECT (COUNT(DISTINCT ?x) AS ?n) { ?x a uneg:Person }"),
    ("triples", "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"),
)
_DOCUMENTS = """SELECT ?document (SAMPLE(?t) AS ?title) (SAMPLE(?i) AS ?symbol) (SAMPLE(?d) AS ?date) (SAMPLE(?s) AS ?start) {
  ?document a uneg:Document . OPTIONAL { ?document dcterms:title ?t } OPTIONAL { ?document dcterms:identifier ?i }
  OPTIONAL { ?document dcterms:date ?d } OPTIONAL { ?document uneg:records/schema:startDate ?s }
} GROUP BY ?document ORDER BY ?document"""
_CLASSES = "SELECT ?class (COUNT(DISTINCT ?s) AS ?n) { ?s a ?class FILTER(isIRI(?class)) } GROUP BY ?class ORDER BY DESC(?n) LIMIT 12"
_SEARCH = """SELECT DISTINCT ?iri ?label ?rank {{
  ?iri rdfs:label|skos:prefLabel|skos:altLabel|foaf:name|dcterms:title|uneg:acronym|uneg:symbol ?label .
  FILTER(isIRI(?iri) && CONTAINS(LCASE(STR(?label)), {words}))
  BIND(IF(LCASE(STR(?label)) = {words}, 0, IF(STRSTARTS(LCASE(STR(?label)), {words}), 1, 2)) AS ?rank)
}} ORDER BY ?rank STRLEN(STR(?label)) ?label LIMIT 60"""
_ALL_CLASSES = "SELECT DISTINCT ?iri { { ?x a ?iri } UNION { ?iri a owl:Class } FILTER(isIRI(?iri)) } ORDER BY ?iri"
_ALL_PROPERTIES = "SELECT DISTINCT ?iri { { ?x ?iri ?y } UNION { ?iri a owl:ObjectProperty } UNION { ?iri a owl:DatatypeProperty } } ORDER BY ?iri"
_MOST_TERMS = 5000
_HOME_FORMS = "application/json, text/html"
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Found:
    """Something that a search found."""

    label: str
    href: str
    iri: str
    kind: str


async def home(request: Request) -> Response:
    """Answer /."""
    site: Site = request.app.state.site
    return await while_connected(request, _home(site))


async def _home(site: Site) -> Response:
    counts, documents, classes = await asyncio.gather(
        asyncio.gather(*(site.engine.texts(prefixed(query)) for _, query in _COUNTS)),
        site.engine.texts(prefixed(_DOCUMENTS), 200),
        site.engine.texts(prefixed(_CLASSES)),
    )
    numbers = [(name, int(rows[0]["n"])) for (name, _), rows in zip(_COUNTS, counts, strict=True) if rows and rows[0]["n"] != "0"]
    names = [name for name in STARTERS if name in site.queries] or list(site.queries)[:3]
    labels = await site.labels(row["class"] for row in classes)
    kinds = [(labels.get(row["class"]) or short(row["class"]), site.href(row["class"]), int(row["n"])) for row in classes]
    starters = [site.queries[name] for name in names]
    return site.page("home.html", title="UN environmental governance", counts=numbers, documents=documents, starters=starters, kinds=kinds)


async def search(request: Request) -> Response:
    """Answer /search?q=…: a page, or JSON."""
    site: Site = request.app.state.site
    words = request.query_params.get("q", "").strip()[:_LONGEST]
    chosen = choose(request.headers.get("accept", ""), (("json", ("application/json",)), ("html", ("text/html", "application/xhtml+xml"))))
    if chosen is None:
        raise not_acceptable(_HOME_FORMS)
    found = await while_connected(request, find_names(site, words)) if words else []
    if chosen[0] == "html":
        return site.page("search.html", title="Search", words=words, found=found)
    return json_response([{"label": item.label, "iri": item.iri, "href": item.href, "type": item.kind} for item in found])


async def terms(request: Request) -> Response:
    """Answer /terms.json: the prefixes, classes and properties that an editor completes."""
    site: Site = request.app.state.site
    classes, properties = await while_connected(
        request, asyncio.gather(*(site.engine.texts(prefixed(query), _MOST_TERMS) for query in (_ALL_CLASSES, _ALL_PROPERTIES)))
    )
    found = {"classes": [row["iri"] for row in classes], "properties": [row["iri"] for row in properties]}
    return json_response({"prefixes": PREFIXES, **found})


async def find_names(site: Site, words: str) -> list[Found]:
    """Return what has the words in one of its names, the closest first."""
    clean = "".join(c for c in words.lower() if not 0xD800 <= ord(c) < 0xE000)  # noqa: PLR2004 - half a character is none
    rows = await site.engine.texts(prefixed(_SEARCH.format(words=str(ox.Literal(clean)))))
    first = {row["iri"]: row["label"] for row in reversed(rows)}
    iris = list(dict.fromkeys(row["iri"] for row in rows))[:40]
    labels, kinds = await asyncio.gather(site.labels(iris), _kinds(site, iris))
    return [Found(_shown(labels.get(iri, ""), first[iri]), site.href(iri), iri, kinds.get(iri, "")) for iri in iris]


def _shown(label: str, matched: str) -> str:
    return label if not matched or matched == label else f"{label} ({matched})" if label else matched


async def _kinds(site: Site, iris: list[str]) -> dict[str, str]:
    if not iris:
        return {}
    values = " ".join(f"<{iri}>" for iri in iris)
    rows = await site.engine.texts(
        prefixed(f"SELECT ?iri ?label {{ VALUES ?iri {{ {values} }} ?iri a ?class . ?class rdfs:label ?label }} ORDER BY ?iri STRLEN(?label)")
    )
    return {row["iri"]: row["label"] for row in rows}


__all__ = ["Found", "find_names", "home", "search", "terms"]
