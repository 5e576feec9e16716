"""Entity pages: every IRI of the data answers at its path, as a page or as RDF."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from starlette.responses import Response

from kg.namespaces import PREFIXES, UNEG
from kg.server.endpoint import while_connected
from kg.server.engine import Question
from kg.server.errors import HTTPError, not_acceptable
from kg.server.facts import describe
from kg.server.negotiation import PAGE, SUFFIXES, choose, content_type, listing, media_type_of
from kg.server.site import Site, is_iri, prefixed, url

if TYPE_CHECKING:
    from starlette.requests import Request

_RDF_SUFFIXES = ("ttl", "jsonld", "nt", "rdf", "trig", "nq")
_MOST_TRIPLES = 50_000


@dataclass(frozen=True, slots=True)
class _Wanted:
    """An IRI and the form in which it was asked for ("" where the Accept header decides)."""

    iri: str
    form: str = ""


async def path_page(request: Request) -> Response:
    """Answer at the path of an IRI, with or without a suffix that names the form."""
    site: Site = request.app.state.site
    wanted = await find(site, request.path_params["path"])
    return await entity(request, site, wanted.iri, wanted.form)


async def resource(request: Request) -> Response:
    """Answer for any IRI: /resource?iri=…"""
    site: Site = request.app.state.site
    iri, form = request.query_params.get("iri", ""), request.query_params.get("format", "")
    if not is_iri(iri):
        raise HTTPError(400, "Not an IRI", "The parameter 'iri' must be an absolute IRI, such as https://w3id.org/uneg/agency/unep.")
    if form and form not in SUFFIXES:
        raise HTTPError(406, "Unknown format", f"There is no format '{form[:80]}'. Formats: html, {', '.join(_RDF_SUFFIXES)}.")
    if not await exists(site, iri):
        raise HTTPError(404, "Not in the data", f"The IRI {iri} does not occur in the data.")
    return await entity(request, site, iri, SUFFIXES.get(form, ""))


async def ontology(request: Request) -> Response:
    """Answer with the ontology: all its terms on one page, or as RDF."""
    site: Site = request.app.state.site
    graph = f"{site.base}graph/ontology"
    wanted = choose(request.headers.get("accept", ""), PAGE)
    if wanted is None:
        raise not_acceptable(listing(PAGE))
    if wanted[0] != "html":
        sparql = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}"
        return await _rdf(request, site, sparql, wanted)
    rows = await site.engine.texts(prefixed(_TERMS))
    return site.page("ontology.html", title="Ontology", groups=_grouped(rows), headers={"link": _links("/ontology")})


_TERMS = f"""SELECT ?term ?label ?kind ?definition ?example ?parent ?domain ?range WHERE {{
  ?term rdfs:label ?label ; a ?type .
  FILTER(STRSTARTS(STR(?term), "{UNEG}"))
  OPTIONAL {{ ?term skos:definition ?definition }}
  OPTIONAL {{ ?term skos:example ?example }}
  OPTIONAL {{ ?term rdfs:subClassOf|rdfs:subPropertyOf ?parent FILTER(isIRI(?parent)) }}
  OPTIONAL {{ ?term rdfs:domain ?domain FILTER(isIRI(?domain)) }}
  OPTIONAL {{ ?term rdfs:range ?range FILTER(isIRI(?range)) }}
  BIND(REPLACE(STR(?type), "^.*[/#]", "") AS ?kind)
}} ORDER BY ?term ?kind ?parent"""
_KINDS = ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty", "ConceptScheme", "Concept")


def _grouped(rows: list[dict[str, str]]) -> list[tuple[str, list[dict[str, str]]]]:
    """Return the terms by kind, each once."""
    terms: dict[str, dict[str, str]] = {}
    for row in rows:
        known = terms.get(row["term"])
        if known is None or (row["kind"] in _KINDS and known["kind"] not in _KINDS):
            terms[row["term"]] = {**row, "name": row["term"][len(UNEG) :]}
    groups: list[tuple[str, list[dict[str, str]]]] = []
    for kind in _KINDS:
        members = [term for term in terms.values() if term["kind"] == kind]
        if members:
            groups.append((_HEADINGS[kind], members))
    others = [term for term in terms.values() if term["kind"] not in _KINDS]
    return [*groups, ("Individuals", others)] if others else groups


_HEADINGS = {
    "Class": "Classes", "ObjectProperty": "Properties that relate things", "DatatypeProperty": "Properties with values",
    "AnnotationProperty": "Annotation properties", "ConceptScheme": "Concept schemes", "Concept": "Concepts",
}  # fmt: skip


async def find(site: Site, path: str) -> _Wanted:
    """Return the IRI that a path stands for; raise a 404 where there is none."""
    for candidate, form in _candidates(path):
        iri = site.base + candidate
        if is_iri(iri) and await exists(site, iri):
            return _Wanted(iri, form)
    raise HTTPError(404, "Not found", f"Nothing in the data has the IRI {site.base}{path[:300]}. The home page has a search over all names.")


def _candidates(path: str) -> list[tuple[str, str]]:
    stem, dot, suffix = path.rpartition(".")
    found = [(path, "")]
    if dot and suffix in {"html", *_RDF_SUFFIXES}:
        found.append((stem, SUFFIXES[suffix]))
    return found


async def exists(site: Site, iri: str) -> bool:
    """Tell whether an IRI occurs in the data, in any place, or has parts that do."""
    return await site.engine.boolean(
        f"ASK {{ {{ <{iri}> ?p ?o }} UNION {{ ?s ?p <{iri}> }} UNION {{ GRAPH <{iri}> {{ ?s ?p ?o }} }} UNION {{ ?s <{iri}> ?o }} }}"
    )


async def entity(request: Request, site: Site, iri: str, form: str) -> Response:
    """Return what the data says of an IRI, in the form that suffix or Accept header ask for."""
    if form:
        media_type = media_type_of(form, PAGE)
        chosen = (form, media_type) if media_type else None
    else:
        chosen = choose(request.headers.get("accept", ""), PAGE)
    if chosen is None:
        raise not_acceptable(listing(PAGE))
    here = _without_suffix(site.href(iri))
    headers = {"link": _links(here), "content-location": _located(here, chosen[0])}
    if chosen[0] == "html":
        view = await while_connected(request, describe(site, iri))
        return site.page("entity.html", title=view.label, view=view, iri=iri, alternates=_alternates(here), headers=headers)
    return await _rdf(request, site, _construct(iri), chosen, headers)


def _construct(iri: str) -> str:
    """Return the query for an IRI's own triples, those that point to it, and the graph of its name."""
    return (
        f"CONSTRUCT {{ <{iri}> ?p ?o . ?s ?q <{iri}> . ?gs ?gp ?go }} WHERE {{ {{ <{iri}> ?p ?o }} UNION "
        f"{{ ?s ?q <{iri}> FILTER(?q != <{PREFIXES['oa']}hasSource>) }} UNION {{ GRAPH <{iri}> {{ ?gs ?gp ?go }} }} }}"
    )


async def _rdf(request: Request, site: Site, sparql: str, chosen: tuple[str, str], headers: dict[str, str] | None = None) -> Response:
    form, media_type = chosen
    question = Question(sparql, formats=(("rows", None), ("boolean", None), ("graph", form)), max_rows=_MOST_TRIPLES, cut=True)
    head, body = await while_connected(request, site.engine.ask(question))
    extra = {"kg-limit": f"cut after {_MOST_TRIPLES} triples"} if head.get("cut") else {}
    return Response(body, headers={"content-type": content_type(media_type), "vary": "Accept", **(headers or {}), **extra})


def _without_suffix(href: str) -> str:
    return href.partition("#")[0]


def _alternates(here: str) -> list[tuple[str, str]]:
    names = {"ttl": "Turtle", "jsonld": "JSON-LD", "nt": "N-Triples", "rdf": "RDF/XML"}
    return [(name, _suffixed(here, suffix)) for suffix, name in names.items()]


def _suffixed(here: str, suffix: str) -> str:
    return f"{here}&format={suffix}" if "?" in here else f"{here}.{suffix}"


def _located(here: str, form: str) -> str:
    suffix = next(suffix for suffix, name in SUFFIXES.items() if name == form)
    return here if here == "/ontology" else _suffixed(here, suffix)


def _links(here: str) -> str:
    """Return a Link header that names the other forms: https://www.rfc-editor.org/rfc/rfc8288."""
    if here == "/ontology":
        return f'<{url("/sparql")}>; rel="service"'
    forms = ((suffix, media_type_of(SUFFIXES[suffix], PAGE)) for suffix in ("html", *_RDF_SUFFIXES[:4]))
    return ", ".join(f'<{_suffixed(here, suffix)}>; rel="alternate"; type="{media_type}"' for suffix, media_type in forms)


__all__ = ["entity", "exists", "find", "ontology", "path_page", "resource"]
