"""The graphs that no document fills: the ontology, the gazetteer, and how the build came about."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, TypeVar

import pyoxigraph as ox

from kg.graph.writer import literal, node
from kg.model import Dataset, Value
from kg.namespaces import BASE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Summary
    from kg.ontology import Ontology

_Term = TypeVar("_Term")


def program_version() -> str:
    """Return the version of the installed program, or "0" in a bare checkout."""
    try:
        return version("uneg-kg")
    except PackageNotFoundError:
        return "0"


def world(ontology: Ontology, base: str = BASE) -> Dataset:
    """Return the ontology and the gazetteer, each in a named graph of its own.

    Of the ontology, the terms and what is said of them; its class expressions need blank nodes and
    stay in `uneg.ttl`.
    """
    graphs = (("ontology", ontology.core), ("entities", ontology.gazetteer))
    return Dataset(
        frozenset(
            ox.Quad(_rebased(t.subject, base), t.predicate, _rebased(t.object, base), ox.NamedNode(f"{base}graph/{name}"))
            for name, triples in graphs
            for t in triples
            if not isinstance(t.subject, ox.BlankNode) and not isinstance(t.object, ox.BlankNode)
        )
    )


def _rebased(term: _Term, base: str) -> _Term:
    if base != BASE and isinstance(term, ox.NamedNode) and term.value.startswith(BASE) and not term.value.startswith(f"{BASE}ontology"):
        return ox.NamedNode(base + term.value[len(BASE) :])  # type: ignore[return-value]
    return term


def describe_build(documents: Iterable[Summary], base: str = BASE) -> Dataset:
    """Return the provenance of a build: what read which documents (PROV-O); no clock."""
    graph = node(f"{base}graph/provenance")
    agent = f"{base}software/uneg-kg"
    activity = f"{base}activity/build"
    facts: list[tuple[str, str, str | Value]] = [
        (agent, "rdf:type", "prov:SoftwareAgent"),
        (agent, "rdfs:label", Value("uneg-kg", language="en")),
        (agent, "schema:softwareVersion", Value(program_version())),
        (activity, "rdf:type", "prov:Activity"),
        (activity, "rdfs:label", Value("extraction", language="en")),
        (activity, "prov:wasAssociatedWith", agent),
        (f"{base}graph/entailments", "prov:wasGeneratedBy", activity),
    ]
    for document in documents:
        iri = f"{base}document/{document.slug}"
        facts += [(activity, "prov:used", iri), (iri, "rdf:type", "prov:Entity")]
    return Dataset(frozenset(ox.Quad(node(s), node(p), literal(o) if isinstance(o, Value) else node(o), graph) for s, p, o in facts))
