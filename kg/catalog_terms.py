"""What catalogues refer to: formats, licences, authority tables of the EU, and how to write a fact."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
IANA = "http://www.iana.org/assignments/media-types/"
EU = "http://publications.europa.eu/resource/authority/"
KNOWN = {
    "adms": "http://www.w3.org/ns/adms#",
    "dcatap": "http://data.europa.eu/r5r/",
    "dqv": "http://www.w3.org/ns/dqv#",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
}
"""Prefixes that only catalogues use."""

Fact = tuple[str, str, ox.NamedNode | ox.Literal]


@dataclass(frozen=True, slots=True)
class FileFormat:
    """A file format: what people call it, its media type, and its name in the EU file type table."""

    label: str
    media_type: str
    eu: str = ""


FORMATS = {
    "nq": FileFormat("N-Quads", "application/n-quads", "RDF_N_QUADS"),
    "trig": FileFormat("TriG", "application/trig", "RDF_TRIG"),
    "ttl": FileFormat("Turtle", "text/turtle", "RDF_TURTLE"),
    "nt": FileFormat("N-Triples", "application/n-triples", "RDF_N_TRIPLES"),
    "jsonld": FileFormat("JSON-LD", "application/ld+json", "JSON_LD"),
    "rdf": FileFormat("RDF/XML", "application/rdf+xml", "RDF_XML"),
    "csv": FileFormat("CSV", "text/csv", "CSV"),
    "csv-metadata.json": FileFormat("CSVW metadata", "application/csvm+json", "JSON"),
    "html": FileFormat("HTML", "text/html", "HTML"),
    "graphml": FileFormat("GraphML", "application/xml", "XML"),
    "gexf": FileFormat("GEXF", "application/xml", "XML"),
    "md": FileFormat("Markdown", "text/markdown", "TXT"),
    "rq": FileFormat("SPARQL", "application/sparql-query", "SPARQLQ"),
    "bin": FileFormat("data", "application/octet-stream"),
}
"""By the ending of the file name."""

_TYPES = (  # what an IRI of the authority tables is, by how it begins
    (f"{EU}language/", "dcterms:LinguisticSystem"),
    (f"{EU}file-type/", "dcterms:MediaTypeOrExtent"),
    (f"{EU}access-right/", "dcterms:RightsStatement"),
    (f"{EU}frequency/", "dcterms:Frequency"),
    (f"{EU}data-theme/", "skos:Concept"),
    (f"{EU}data-theme", "skos:ConceptScheme"),
    (f"{EU}planned-availability/", "skos:Concept"),
    (IANA, "dcterms:MediaType"),
    (LICENCE, "dcterms:LicenseDocument"),
    ("https://sws.geonames.org/", "dcterms:Location"),
)
_LABELS = {
    f"{EU}language/ENG": "English",
    f"{EU}access-right/PUBLIC": "public",
    f"{EU}frequency/IRREG": "irregular",
    f"{EU}data-theme": "Data theme",
    f"{EU}data-theme/ENVI": "Environment",
    f"{EU}data-theme/GOVE": "Government and public sector",
    f"{EU}planned-availability/STABLE": "stable",
    LICENCE: "Creative Commons Attribution 4.0 International",
    "https://sws.geonames.org/6295630/": "Earth",
}


def describe_known(facts: Iterable[Fact]) -> Iterator[Fact]:
    """Yield type and label of every IRI of an authority table that the facts use, as DCAT-AP asks for."""
    used = {value.value for _, _, value in facts if isinstance(value, ox.NamedNode)}
    for name in sorted(used):
        kind = next((kind for start, kind in _TYPES if name.startswith(start)), "")
        if not kind:
            continue
        concept = kind.startswith("skos:")
        label = _LABELS.get(name) or next((f.label for f in FORMATS.values() if f.eu and name == f"{EU}file-type/{f.eu}"), name.rpartition("/")[2])
        if kind != "dcterms:MediaType":
            yield name, "skos:prefLabel" if concept or kind == "dcterms:Location" else "rdfs:label", text(label)
        if kind == "skos:ConceptScheme":
            yield name, "dcterms:title", text(label)
        if kind == "skos:Concept":
            yield name, "skos:inScheme", ox.NamedNode(name.rpartition("/")[0])
        yield name, "rdf:type", iri(kind)


def iri(curie: str) -> ox.NamedNode:
    """Return the node of a CURIE."""
    prefix, _, local = curie.partition(":")
    return ox.NamedNode((PREFIXES | KNOWN)[prefix] + local)


def text(words: str) -> ox.Literal:
    """Return an English text."""
    return ox.Literal(words, language="en")


def typed(value: str, datatype: str) -> ox.Literal:
    """Return a literal with a datatype."""
    return ox.Literal(value, datatype=iri(datatype))


def number(value: int) -> ox.Literal:
    """Return a count."""
    return typed(str(value), "xsd:integer")


def date_of(value: str) -> ox.Literal:
    """Return a date as precise as it is written.

    >>> date_of("2022-06")
    <Literal value=2022-06 datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#gYearMonth>>
    """
    kinds = ((r"\d{4}", "gYear"), (r"\d{4}-\d\d", "gYearMonth"), (r"\d{4}-\d\d-\d\d", "date"))
    return typed(value, "xsd:" + next((kind for pattern, kind in kinds if re.fullmatch(pattern, value)), "dateTime"))
