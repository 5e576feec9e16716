"""Keep people of one name apart where documents give them affiliations that have nothing in common.

One node then becomes one for each affiliation, and a close match between them is left as a
question to whoever curates: nobody is merged silently, and nobody is declared to be two.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.namespaces import PREFIXES, UNEG, slug
from kg.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_PARTICIPANT, _PRINTED, _FOR = (ox.NamedNode(UNEG + name) for name in ("participant", "printedAffiliation", "inTheNameOf"))
_CLOSE = ox.NamedNode(PREFIXES["skos"] + "closeMatch")
_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")
_DOCUMENT = re.compile(r".*?/document/[^/#]+")

Renames = dict[tuple[ox.NamedNode, str], ox.NamedNode]


def keep_apart(quads: frozenset[ox.Quad]) -> frozenset[ox.Quad]:
    """Return quads in which a person has no affiliations that exclude each other."""
    renames: Renames = {}
    for person, by_document in _affiliations(quads).items():
        for values, documents in _groups(by_document)[1:]:
            tail = min(values, key=lambda value: ("://" in value, value)).rpartition("/")[2]
            other = ox.NamedNode(f"{person.value}-{slug(tail)}")
            renames |= {(person, document): other for document in documents}
    if not renames:
        return quads
    people = {person for person, _ in renames}
    named = {quad for quad in quads if quad.subject in people or quad.object in people}
    renamed = {_renamed(quad, renames) for quad in named}
    first: dict[object, ox.NamedNode] = {other: person for (person, _), other in renames.items()}
    doubts = {ox.Quad(q.subject, _CLOSE, first[q.subject], q.graph_name) for q in renamed if q.predicate == _TYPE and q.subject in first}
    return (quads - named) | renamed | doubts


def _affiliations(quads: Iterable[ox.Quad]) -> Mapping[ox.NamedNode, Mapping[str, set[str]]]:
    """Return what each document gives as the affiliations of each person."""
    participants: dict[object, ox.NamedNode] = {}
    said: list[tuple[object, str, str]] = []
    for quad in quads:
        if quad.predicate == _PARTICIPANT and isinstance(quad.object, ox.NamedNode):
            participants[quad.subject] = quad.object
        elif quad.predicate in (_PRINTED, _FOR) and isinstance(quad.object, ox.NamedNode | ox.Literal):
            value = quad.object.value if quad.predicate == _FOR else fold(quad.object.value)
            said.append((quad.subject, _document(quad), value))
    found: dict[ox.NamedNode, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for subject, document, value in said:
        person = participants.get(subject, subject)
        if document and isinstance(person, ox.NamedNode):
            found[person][document].add(value)
    return found


def _document(quad: ox.Quad) -> str:
    match = _DOCUMENT.match(quad.graph_name.value) if isinstance(quad.graph_name, ox.NamedNode) else None
    return match[0] if match else ""


def _groups(by_document: Mapping[str, set[str]]) -> list[tuple[set[str], list[str]]]:
    """Return the documents in groups whose affiliations have something in common, in the order of the documents."""
    groups: list[tuple[set[str], list[str]]] = []
    for document, values in sorted(by_document.items()):
        same = next((group for group in groups if group[0] & values), None)
        if same:
            same[0].update(values)
            same[1].append(document)
        else:
            groups.append((set(values), [document]))
    return groups


def _renamed(quad: ox.Quad, renames: Renames) -> ox.Quad:
    document = _document(quad)
    subject = renames.get((quad.subject, document), quad.subject) if isinstance(quad.subject, ox.NamedNode) else quad.subject
    value = renames.get((quad.object, document), quad.object) if isinstance(quad.object, ox.NamedNode) else quad.object
    return ox.Quad(subject, quad.predicate, value, quad.graph_name)
