"""Put the datasets of several documents together: one node a thing, one label a node.

Documents print the same name in different ways; the first label in the order of the documents'
names stays, the others become alternative labels.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.graph.people import keep_apart
from kg.model import Dataset
from kg.namespaces import PREFIXES, UNEG

if TYPE_CHECKING:
    from collections.abc import Iterable

_LABELS = tuple(ox.NamedNode(PREFIXES[p] + name) for p, name in (("rdfs", "label"), ("skos", "prefLabel"), ("foaf", "name")))
_DATES = (ox.NamedNode(PREFIXES["schema"] + "startDate"), ox.NamedNode(PREFIXES["schema"] + "endDate"))
_PRINTED_IN, _PART_OF_TEXT = ox.NamedNode(UNEG + "printedIn"), ox.NamedNode(UNEG + "partOfText")
_EFFECTS = (ox.NamedNode(UNEG + "foresees"), ox.NamedNode(UNEG + "hasEffect"))
_ALTERNATIVE = ox.NamedNode(PREFIXES["skos"] + "altLabel")


def merge(datasets: Iterable[Dataset]) -> Dataset:
    """Return the union of datasets in which no thing has two labels in one language."""
    quads = keep_apart(frozenset().union(*(dataset.quads for dataset in datasets)))
    labels: dict[tuple[object, object, str], set[ox.Quad]] = defaultdict(set)
    for quad in quads:
        if quad.predicate in _LABELS and isinstance(quad.object, ox.Literal):
            labels[quad.subject, quad.predicate, quad.object.language or ""].add(quad)
    moved: set[ox.Quad] = set()
    added: set[ox.Quad] = set()
    for found in labels.values():
        if len({quad.object for quad in found}) > 1:
            first = min(found, key=_rank)
            others = {quad for quad in found if quad.object != first.object}
            moved |= others
            added |= {ox.Quad(quad.subject, _ALTERNATIVE, quad.object, quad.graph_name) for quad in others}
    return Dataset(((quads - moved) | added) - _vague_dates(quads) - _printed_twice(quads))


def _printed_twice(quads: frozenset[ox.Quad]) -> set[ox.Quad]:
    """Return the decisions that a second document prints again: a text has its decisions once."""
    printed: dict[object, set[str]] = defaultdict(set)
    for quad in quads:
        if quad.predicate == _PRINTED_IN:
            printed[quad.subject].add(_text(quad))
    again = {(text, document) for text, documents in printed.items() for document in sorted(documents)[1:]}
    if not again:
        return set()
    nodes = {
        quad.subject
        for quad in quads
        if quad.predicate == _PART_OF_TEXT
        and any(quad.object == text and _iri(quad.subject).startswith(f"{document}/") and "#decision" in _iri(quad.subject) for text, document in again)
    }
    nodes |= {quad.object for quad in quads if quad.subject in nodes and quad.predicate in _EFFECTS and isinstance(quad.object, ox.NamedNode)}
    return {quad for quad in quads if quad.subject in nodes or quad.object in nodes}


def _iri(node: object) -> str:
    return str(getattr(node, "value", ""))


def _vague_dates(quads: frozenset[ox.Quad]) -> set[ox.Quad]:
    """Return the dates that say less than another date of the same event: a month beside its day."""
    dates: dict[tuple[object, object], set[ox.Quad]] = defaultdict(set)
    for quad in quads:
        if quad.predicate in _DATES:
            dates[quad.subject, quad.predicate].add(quad)
    return {
        quad
        for found in dates.values()
        for quad in found
        if any(other.object != quad.object and _text(other).startswith(_text(quad)) for other in found)
    }


def _text(quad: ox.Quad) -> str:
    return str(getattr(quad.object, "value", ""))


def _rank(quad: ox.Quad) -> tuple[bool, str, str]:
    graph = str(getattr(quad.graph_name, "value", ""))
    return not graph.endswith("/graph/entities"), graph, str(quad.object)
