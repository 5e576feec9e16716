"""The triples-only form of a dataset that keeps its provenance, for stores without named graphs.

A node whose statements all stand in one graph says so once; every other statement that a graph holds
is named by an `rdf:Statement` node that says which. Nothing is lost: `from_triples` gives the quads back.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_RDF = PREFIXES["rdf"]
_TYPE = ox.NamedNode(_RDF + "type")
_STATEMENT = ox.NamedNode(_RDF + "Statement")
_PARTS = tuple(ox.NamedNode(_RDF + name) for name in ("subject", "predicate", "object"))
STATED_IN = ox.NamedNode("http://www.w3.org/2007/05/powder-s#describedby")
"""From a node, or from the node of a statement, to the named graph that describes it."""


def to_triples(quads: Iterable[ox.Quad], base: str) -> Iterator[ox.Triple]:
    """Yield the union of the graphs, and where each statement stands.

    >>> s, p, g = (ox.NamedNode(f"https://example.org/{name}") for name in "spg")
    >>> [t.predicate.value.rpartition("#")[2] for t in to_triples([ox.Quad(s, p, p, g)], "https://example.org/")]
    ['https://example.org/p', 'describedby']
    """
    by_subject: dict[object, list[ox.Quad]] = defaultdict(list)
    for quad in sorted(quads, key=str):
        by_subject[quad.subject].append(quad)
    for subject, about in by_subject.items():
        yield from sorted({quad.triple for quad in about}, key=str)
        graphs = {quad.graph_name for quad in about}
        if len(graphs) == 1 and isinstance(about[0].graph_name, ox.NamedNode):
            yield ox.Triple(subject, STATED_IN, about[0].graph_name)  # type: ignore[arg-type]
        else:
            yield from (triple for quad in about for triple in _named(quad, base))


def _named(quad: ox.Quad, base: str) -> Iterator[ox.Triple]:
    """Yield the node of one statement; the same statement in two graphs is one node with both."""
    if not isinstance(quad.graph_name, ox.NamedNode):
        return
    node = ox.NamedNode(f"{base}triple/{hashlib.sha256(str(quad.triple).encode()).hexdigest()[:20]}")
    yield ox.Triple(node, _TYPE, _STATEMENT)
    for part, term in zip(_PARTS, quad.triple, strict=True):
        yield ox.Triple(node, part, term)
    yield ox.Triple(node, STATED_IN, quad.graph_name)


def from_triples(triples: Iterable[ox.Triple]) -> Iterator[ox.Quad]:
    """Yield the quads that a triples-only form was made of."""
    about: dict[object, list[ox.Triple]] = defaultdict(list)
    for triple in triples:
        about[triple.subject].append(triple)
    placed = set()
    for own in about.values():
        graphs = [t.object for t in own if t.predicate == STATED_IN]
        said = _said(own)
        if graphs:
            statements = [said] if said else [t for t in own if t.predicate != STATED_IN]
            placed |= {ox.Quad(t.subject, t.predicate, t.object, graph) for t in statements for graph in graphs}  # type: ignore[arg-type]
    yield from placed


def _said(own: Iterable[ox.Triple]) -> ox.Triple | None:
    """Return the statement that a node of type `rdf:Statement` names, or None."""
    parts = {triple.predicate: triple.object for triple in own}
    if parts.get(_TYPE) != _STATEMENT:
        return None
    return ox.Triple(*(parts[part] for part in _PARTS))  # type: ignore[arg-type]
