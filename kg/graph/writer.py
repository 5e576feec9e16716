"""A pen for quads: CURIEs to nodes, evidence to spans, statements to nodes with provenance."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.model import Dataset, Value
from kg.namespaces import BASE, expand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.model import IRI, Document, Entity, Evidence, Passage, Span

XSD_STRING = "xsd:string"


@lru_cache(maxsize=65536)
def node(iri: str) -> ox.NamedNode:
    """Return the node of an IRI or a CURIE of our prefix map."""
    return ox.NamedNode(iri if "://" in iri else expand(iri))


@lru_cache(maxsize=4096)
def _literal(text: str, datatype: str, language: str) -> ox.Literal:
    if language:
        return ox.Literal(text, language=language)
    return ox.Literal(text) if datatype == XSD_STRING else ox.Literal(text, datatype=node(datatype))


def literal(value: Value) -> ox.Literal:
    """Return the RDF literal of a value.

    >>> literal(Value("2022-06", "xsd:gYearMonth"))
    <Literal value=2022-06 datatype=<NamedNode value=http://www.w3.org/2001/XMLSchema#gYearMonth>>
    """
    return _literal(value.text, value.datatype, value.language)


class Writer:
    """Collects the quads of one document."""

    def __init__(self, document: Document, entities: Mapping[IRI, Entity], base: str = BASE) -> None:
        self.document = document
        self.entities = entities
        self.base = base
        self.passages: dict[str, Passage] = {p.id: p for p in document.passages}
        self.document_iri = f"{base}document/{document.slug}"
        self._is_ours = base == BASE
        self._quads: set[ox.Quad] = set()

    def iri(self, iri: IRI) -> IRI:
        """Return an IRI under the base that was asked for."""
        return iri if self._is_ours or not iri.startswith(BASE) or iri.startswith(BASE + "ontology") else self.base + iri[len(BASE) :]

    def passage_iri(self, passage_id: str) -> IRI:
        """Return the IRI of a passage, which is also that of its named graph."""
        return f"{self.document_iri}/{passage_id}"

    def span_iri(self, span: Span) -> IRI:
        """Return the IRI of a span of the received text (RFC 5147)."""
        return f"{self.document_iri}#char={span.start},{span.end}"

    def graph_of(self, passage_id: str, *, people: bool = False) -> IRI:
        """Return the named graph for what a passage says, or for what it says of persons."""
        graph = self.passage_iri(passage_id)
        return f"{graph}/people" if people and self.passages[passage_id].kind != "participant" else graph

    def is_person(self, *iris: IRI | None) -> bool:
        """Tell whether one of several things is a person."""
        return any(iri is not None and iri in self.entities and self.entities[iri].kind == "Person" for iri in iris)

    def add(self, graph: IRI, subject: IRI, predicate: str, value: IRI | Value | bool | int) -> None:  # noqa: FBT001 - a literal, not a switch
        """Add a quad; `predicate` is a CURIE, `value` an IRI, a CURIE or a literal."""
        if isinstance(value, bool):
            target: ox.NamedNode | ox.Literal = _literal(str(value).lower(), "xsd:boolean", "")
        elif isinstance(value, int):
            target = _literal(str(value), "xsd:integer", "")
        elif isinstance(value, Value):
            target = literal(value)
        else:
            target = node(self.iri(value))
        self._quads.add(ox.Quad(node(self.iri(subject)), node(predicate), target, node(graph)))

    def text(self, graph: IRI, subject: IRI, predicate: str, text: str, language: str = "") -> None:
        """Add a quad with a text; an empty one is left out, for unknown is not ''."""
        if text:
            self.add(graph, subject, predicate, Value(text, language=language))

    def span(self, graph: IRI, evidence: Evidence) -> IRI:
        """Describe the span of an evidence and return its IRI (Web Annotation selectors)."""
        iri = self.span_iri(evidence.span)
        self.add(graph, iri, "rdf:type", "uneg:TextSpan")
        self.add(graph, iri, "oa:hasSource", self.document_iri)
        self.add(graph, iri, "uneg:inPassage", self.passage_iri(evidence.passage))
        self.text(graph, iri, "oa:exact", self.document.quote(evidence.span))
        self.add(graph, iri, "oa:start", evidence.span.start)
        self.add(graph, iri, "oa:end", evidence.span.end)
        return iri

    def statement(self, graph: IRI, kind: str, evidence: Evidence, triple: tuple[IRI, str, IRI | Value], iri: IRI = "") -> IRI:
        """Add the node of a statement with its evidence and the plain triple it states."""
        subject, predicate, value = triple
        said = value.text if isinstance(value, Value) else value
        key = "\n".join((self.document.slug, kind, subject, predicate, said, str(evidence.span.start), str(evidence.span.end)))
        iri = iri or f"{self.base}statement/{hashlib.sha256(key.encode()).hexdigest()[:16]}"
        self.add(graph, iri, "rdf:type", kind)
        self.add(graph, iri, "prov:wasQuotedFrom", self.passage_iri(evidence.passage))
        self.add(graph, iri, "uneg:evidence", self.span(graph, evidence))
        self.add(graph, iri, "uneg:subject", subject)
        self.add(graph, iri, "uneg:predicate", predicate)
        self.add(graph, iri, "uneg:object", value)
        return iri

    def dataset(self) -> Dataset:
        """Return what was written."""
        return Dataset(frozenset(self._quads))
