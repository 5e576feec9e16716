"""Describe a dataset for portals: DCAT 3 and VoID, counted from the data, without a clock."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import BASE, PREFIXES, expand

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model import Dataset, Document

LICENCE = "https://creativecommons.org/licenses/by/4.0/"
_IANA = "https://www.iana.org/assignments/media-types/"
_FORMAT = "http://publications.europa.eu/resource/authority/file-type/"
_LANGUAGE = "http://publications.europa.eu/resource/authority/language/ENG"
MEDIA: Mapping[str, tuple[str, str]] = {
    "dataset.nq": ("application/n-quads", "RDF_N_QUADS"),
    "dataset.trig": ("application/trig", "RDF_TRIG"),
    "graph.ttl": ("text/turtle", "RDF_TURTLE"),
    "graph.nt": ("application/n-triples", "RDF_N_TRIPLES"),
    "graph.jsonld": ("application/ld+json", "JSON_LD"),
    "graph.rdf": ("application/rdf+xml", "RDF_XML"),
}
"""Media type and file type of each distribution."""

Term = tuple[str, str, ox.NamedNode | ox.Literal]


def catalogue(dataset: Dataset, documents: Iterable[Document], files: Mapping[str, bytes], version: str, base: str = BASE) -> bytes:
    """Return the description of a dataset and of its distributions as Turtle."""
    iri = f"{base}dataset"
    triples = [*_dataset(iri, base, documents, version), *_void(iri, dataset), *_distributions(iri, files)]
    nodes = [ox.Triple(ox.NamedNode(s), ox.NamedNode(expand(p)), o) for s, p, o in triples]
    return ox.serialize(sorted(set(nodes), key=str), format=ox.RdfFormat.TURTLE, prefixes=PREFIXES) or b""


def _dataset(iri: str, base: str, documents: Iterable[Document], version: str) -> Iterable[Term]:
    publisher, catalog = f"{base}publisher", f"{base}catalog"
    yield catalog, "rdf:type", _iri("dcat:Catalog")
    yield catalog, "dcterms:title", _text("uneg-kg: knowledge graph of UN environmental governance")
    yield catalog, "dcterms:description", _text("The catalogue of the datasets that uneg-kg builds.")
    yield catalog, "dcterms:publisher", ox.NamedNode(publisher)
    yield catalog, "dcat:dataset", ox.NamedNode(iri)
    yield publisher, "rdf:type", _iri("foaf:Organization")
    yield publisher, "foaf:name", _text("The uneg-kg project")
    yield iri, "rdf:type", _iri("dcat:Dataset")
    yield iri, "rdf:type", _iri("void:Dataset")
    yield iri, "dcterms:title", _text("UN environmental governance: who leads, decided, attended and delivered what")
    yield iri, "dcterms:description", _text(
        "Statements read from reports and decisions of UN environmental bodies, each with the sentence that says so. "
        "Suggested and adopted decisions, stated and implied leadership are kept apart. The documents read are © United Nations."
    )
    yield iri, "dcterms:publisher", ox.NamedNode(publisher)
    yield iri, "dcterms:license", ox.NamedNode(LICENCE)
    yield iri, "dcterms:language", ox.NamedNode(_LANGUAGE)
    yield iri, "dcat:version", ox.Literal(version)
    for keyword in ("environment", "United Nations", "governance", "inter-agency coordination", "provenance"):
        yield iri, "dcat:keyword", _text(keyword)
    for document in documents:
        yield iri, "prov:wasDerivedFrom", ox.NamedNode(f"{base}document/{document.slug}")
    yield iri, "void:vocabulary", ox.NamedNode("https://w3id.org/uneg/ontology#")
    yield iri, "void:uriSpace", ox.Literal(base)


def _void(iri: str, dataset: Dataset) -> Iterable[Term]:
    triples = {quad.triple for quad in dataset.quads}
    types = Counter(t.object.value for t in triples if t.predicate.value == PREFIXES["rdf"] + "type" and isinstance(t.object, ox.NamedNode))
    predicates = Counter(t.predicate.value for t in triples)
    yield iri, "void:triples", _integer(len(triples))
    yield iri, "void:distinctSubjects", _integer(len({t.subject for t in triples}))
    yield iri, "void:properties", _integer(len(predicates))
    yield iri, "void:classes", _integer(len(types))
    for kind, name, counts in (("class", "entities", types), ("property", "triples", predicates)):
        for term, count in counts.items():
            part = f"{iri}#{kind}-{hashlib.sha256(term.encode()).hexdigest()[:12]}"
            yield iri, f"void:{kind}Partition", ox.NamedNode(part)
            yield part, f"void:{kind}", ox.NamedNode(term)
            yield part, f"void:{name}", _integer(count)


def _distributions(iri: str, files: Mapping[str, bytes]) -> Iterable[Term]:
    for name in sorted(files):
        media, form = MEDIA[name]
        part, checksum = f"{iri}/{name}", f"{iri}/{name}#checksum"
        yield iri, "dcat:distribution", ox.NamedNode(part)
        yield part, "rdf:type", _iri("dcat:Distribution")
        yield part, "dcterms:title", _text(name)
        yield part, "dcat:accessURL", ox.NamedNode(part)
        yield part, "dcat:downloadURL", ox.NamedNode(part)
        yield part, "dcat:mediaType", ox.NamedNode(_IANA + media)
        yield part, "dcterms:format", ox.NamedNode(_FORMAT + form)
        yield part, "dcterms:license", ox.NamedNode(LICENCE)
        size = ox.Literal(str(len(files[name])), datatype=_iri("xsd:nonNegativeInteger"))
        yield part, "dcat:byteSize", size
        yield part, "spdx:checksum", ox.NamedNode(checksum)
        yield checksum, "rdf:type", _iri("spdx:Checksum")
        yield checksum, "spdx:algorithm", _iri("spdx:checksumAlgorithm_sha256")
        digest = hashlib.sha256(files[name]).hexdigest()
        yield checksum, "spdx:checksumValue", ox.Literal(digest, datatype=_iri("xsd:hexBinary"))


def _iri(curie: str) -> ox.NamedNode:
    return ox.NamedNode(expand(curie))


def _text(text: str) -> ox.Literal:
    return ox.Literal(text, language="en")


def _integer(number: int) -> ox.Literal:
    return ox.Literal(str(number), datatype=_iri("xsd:integer"))
