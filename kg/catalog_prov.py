"""PROV-O: which version of the program made a dataset, out of which files. https://www.w3.org/TR/prov-o/."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.catalog_terms import Fact, date_of, iri, text, typed
from kg.namespaces import PREFIXES, UNEG

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kg.model import Dataset

_TYPE = PREFIXES["rdf"] + "type"


def provenance(name: str, base: str, dataset: Dataset, version: str, inputs: Mapping[str, str], date: str) -> Iterator[Fact]:
    """Yield how a dataset came about; its documents and their checksums are found in it."""
    activity, program = f"{base}activity/build", f"{base}software/uneg-kg"
    yield name, "prov:wasGeneratedBy", ox.NamedNode(activity)
    yield activity, "rdf:type", iri("prov:Activity")
    yield activity, "rdfs:label", text("Extraction from the documents")
    yield activity, "prov:wasAssociatedWith", ox.NamedNode(program)
    yield program, "rdf:type", iri("prov:SoftwareAgent")
    yield program, "rdfs:label", text(f"uneg-kg {version}")
    yield program, "schema:softwareVersion", ox.Literal(version)
    if date:
        yield activity, "prov:endedAtTime", date_of(date if "T" in date else f"{date}T00:00:00Z")
    for document, facts in sorted(_documents(dataset).items()):
        yield name, "prov:wasDerivedFrom", ox.NamedNode(document)
        yield name, "dcterms:source", ox.NamedNode(document)
        yield activity, "prov:used", ox.NamedNode(document)
        yield document, "rdf:type", iri("prov:Entity")
        for title in facts[PREFIXES["dcterms"] + "title"]:
            yield document, "dcterms:title", text(title)
        for checksum in facts[UNEG + "checksum"]:
            yield from _checksum(document, f"{base}catalog#source-{document.rpartition('/')[2]}", checksum)
    for file, checksum in sorted(inputs.items()):
        entity = f"{base}catalog#input-{file}"
        yield activity, "prov:used", ox.NamedNode(entity)
        yield entity, "rdf:type", iri("prov:Entity")
        yield entity, "dcterms:title", text(file)
        yield from _checksum(entity, f"{entity}-checksum", checksum)


def _checksum(entity: str, node: str, value: str) -> Iterator[Fact]:
    yield entity, "spdx:checksum", ox.NamedNode(node)
    yield node, "rdf:type", iri("spdx:Checksum")
    yield node, "spdx:algorithm", iri("spdx:checksumAlgorithm_sha256")
    yield node, "spdx:checksumValue", typed(value, "xsd:hexBinary")


def _documents(dataset: Dataset) -> dict[str, dict[str, list[str]]]:
    """Return what the dataset says of its documents, by IRI and property."""
    kind = ox.NamedNode(UNEG + "Document")
    documents = {q.subject.value for q in dataset.quads if q.object == kind and q.predicate.value == _TYPE and isinstance(q.subject, ox.NamedNode)}
    found: dict[str, dict[str, list[str]]] = {document: defaultdict(list) for document in documents}
    for quad in dataset.quads:
        facts = found.get(getattr(quad.subject, "value", ""))
        if facts is not None and isinstance(quad.object, ox.Literal) and quad.object.value not in facts[quad.predicate.value]:
            facts[quad.predicate.value].append(quad.object.value)
    return found
