"""The RDF files and the schema.org description of each page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.export import write
from kg.export_jsonld import node
from kg.namespaces import PREFIXES, UNEG
from kg.site.web import LABELS, Web

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from kg.site.pages import Page

_SCHEMA = "https://schema.org"
_LICENCE = "https://creativecommons.org/licenses/by/4.0/"


def description(web: Web, iri: str) -> list[ox.Triple]:
    """Return what a client gets that asks for an IRI: all that is said of it, towards it, and in it as a graph."""
    about = [q for name in (iri, *web.fragments(iri)) for q in web.about(name)]
    graph = web.inside(iri)
    quads = [*about, *web.towards(iri), *graph]
    triples = dict.fromkeys(q.triple for q in quads)
    linked = {t.object.value for t in triples if isinstance(t.object, ox.NamedNode)} - {iri}
    labels = [q.triple for name in sorted(linked) for q in web.about(name) if q.predicate.value == LABELS[0]]
    return sorted({*triples, *labels}, key=lambda t: (t.subject.value != iri if isinstance(t.subject, ox.NamedNode) else True, str(t)))


def _jsonld(iri: str, triples: Iterable[ox.Triple]) -> bytes:
    return node(ox.NamedNode(iri), triples)


RDF_FILES: Mapping[str, Callable[[str, list[ox.Triple]], bytes]] = {
    "ttl": lambda _, triples: write(triples, ox.RdfFormat.TURTLE),
    "jsonld": _jsonld,
    "rdf": lambda _, triples: write(triples, ox.RdfFormat.RDF_XML),
}
"""By file ending: what writes the description of an IRI."""

_TYPES = (
    ("Person", "Person"),
    ("Event", "Event"),
    ("Resolution", "Legislation"),
    ("Convention", "Legislation"),
    ("Instrument", "CreativeWork"),
    ("Document", "Report"),
    ("Section", "CreativeWork"),
    ("Passage", "CreativeWork"),
    ("Statement", "Claim"),
    ("Mention", "CreativeWork"),
    ("Deliverable", "CreativeWork"),
    ("Topic", "DefinedTerm"),
    ("Organization", "Organization"),
)
_EVENT = {"startDate": "schema:startDate", "endDate": "schema:endDate", "location": "schema:location"}


def schema_org(web: Web, page: Page, url: str) -> dict[str, object]:
    """Return the schema.org description of a page, for search engines."""
    kinds = {kind.removeprefix(UNEG) for kind in web.values(page.iri, "rdf:type")}
    kind = next((theirs for ours, theirs in _TYPES if ours in kinds), "Thing")
    said: dict[str, object] = {"@context": _SCHEMA, "@type": kind, "@id": page.iri, "name": page.title[:250], "url": url}
    if page.acronym:
        said["alternateName"] = page.acronym
    same = [iri for iri in page.identifiers if iri.startswith("http")]
    if same:
        said["sameAs"] = same
    if kind == "Event":
        said |= {name: value for name, curie in _EVENT.items() if (value := web.value(page.iri, curie))}
    if kind in {"Report", "CreativeWork", "Claim"}:
        said["isPartOf"] = {"@id": f"{web.base}dataset"}
    text = "".join(piece for piece, _ in page.text)
    if text:
        said["text"] = text
    if kind == "Claim" and page.claims:
        said["text"] = page.claims[0].quote
        said["appearance"] = {"@id": page.claims[0].passage[1]}
    return said


def schema_org_dataset(base: str, title: str, version: str, files: Mapping[str, tuple[str, str]], url: str) -> dict[str, object]:
    """Return the schema.org description of the dataset; `files` gives media type and address by name."""
    return {
        "@context": _SCHEMA,
        "@type": "Dataset",
        "@id": f"{base}dataset",
        "name": title,
        "description": f"{title}: statements read from documents of UN environmental bodies, each with the words that say so.",
        "url": url,
        "version": version,
        "license": _LICENCE,
        "isAccessibleForFree": True,
        "inLanguage": "en",
        "keywords": ["United Nations", "environment", "governance", "provenance"],
        "creator": {"@type": "Organization", "name": "The uneg-kg project", "url": base},
        "distribution": [{"@type": "DataDownload", "name": name, "encodingFormat": media, "contentUrl": address} for name, (media, address) in files.items()],
    }


def ontology_files(turtle: bytes) -> Mapping[str, bytes]:
    """Return a Turtle file in the three forms that every IRI has."""
    named = ox.Dataset(ox.parse(turtle, format=ox.RdfFormat.TURTLE))
    named.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)  # or blank nodes would have other names each time
    triples = sorted((quad.triple for quad in named), key=str)
    return {
        "ttl": turtle,
        "jsonld": write(triples, ox.RdfFormat.JSON_LD),
        "rdf": ox.serialize(triples, format=ox.RdfFormat.RDF_XML, prefixes=PREFIXES) or b"",
    }
