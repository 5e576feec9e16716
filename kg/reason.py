"""Materialize the entailments: OWL 2 RL with `reasonable`, chains as SPARQL rules.

What follows is kept apart, in a named graph of its own; only entailments about our own nodes are
kept, for a plain OWL RL closure is mostly noise (everything is an `owl:Thing`).
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg.model import Dataset
from kg.namespaces import BASE, PREFIXES, UNEG

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.ontology import Ontology

_TYPE = PREFIXES["rdf"] + "type"
_ANNOTATION = tuple(PREFIXES[prefix] for prefix in ("oa", "prov", "skos", "dcterms"))
_STRUCTURE = {UNEG + name for name in ("TextSpan", "Mention", "Passage", "Section")}
_NOT_REASONED = {
    UNEG + name
    for name in ("evidence", "inPassage", "subject", "predicate", "object", "partOfDocument", "partOfSection", "about")
}
_PERSON = ox.NamedNode(UNEG + "Person")
_ROUNDS = 4


def materialize(asserted: Dataset, ontology: Ontology, base: str = BASE) -> Dataset:
    """Return the dataset with what follows from it, in the graph `…/graph/entailments`.

    What follows about persons stands in a graph of its own below it.
    """
    known = set(asserted.triples)
    store = ox.Store()
    _add(store, known)
    by_rule = _rules(store, known, ontology.rules)
    reasoned = {triple for triple in known | by_rule if is_logical(triple)}
    by_axiom = {t for t in _owl(reasoned | set(ontology.core)) if _is_ours(t, base)} - known
    _add(store, by_axiom)
    entailed = by_rule | by_axiom | _rules(store, known | by_rule | by_axiom, ontology.rules)
    people = {t.subject for t in known | entailed if t.predicate.value == _TYPE and t.object == _PERSON}
    graphs = {named: ox.NamedNode(f"{base}graph/entailments{'/people' if named else ''}") for named in (True, False)}
    quads = (ox.Quad(t.subject, t.predicate, t.object, graphs[t.subject in people or t.object in people]) for t in entailed)
    return asserted | Dataset(frozenset(quads))


def is_logical(triple: ox.Triple) -> bool:
    """Tell what a reasoner needs from texts, annotations and the text layer."""
    predicate = triple.predicate.value
    if not isinstance(triple.object, ox.NamedNode) or predicate in _NOT_REASONED or predicate.startswith(_ANNOTATION):
        return False
    return predicate != _TYPE or triple.object.value not in _STRUCTURE


def _is_ours(triple: ox.Triple, base: str) -> bool:
    """Tell an entailment about our own things, in our own words, from the noise of the closure."""
    subject, predicate, value = triple.subject, triple.predicate.value, triple.object
    if not isinstance(subject, ox.NamedNode) or not subject.value.startswith(base) or subject.value.startswith(UNEG):
        return False
    if predicate == _TYPE:
        return isinstance(value, ox.NamedNode) and value.value.startswith(UNEG)
    return predicate.startswith(UNEG) and isinstance(value, ox.NamedNode) and value != subject


def _owl(triples: set[ox.Triple]) -> Iterable[ox.Triple]:
    """Yield the OWL 2 RL closure of a set of triples."""
    from reasonable import PyReasoner

    reasoner = PyReasoner()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "asserted.ttl"
        ox.serialize(sorted(triples, key=str), str(path), format=ox.RdfFormat.N_TRIPLES)
        reasoner.load_file(str(path))
    for subject, predicate, value in reasoner.reason():
        if _is_iri(subject) and _is_iri(value):
            yield ox.Triple(ox.NamedNode(str(subject)), ox.NamedNode(str(predicate)), ox.NamedNode(str(value)))


def _is_iri(term: object) -> bool:
    return type(term).__name__ == "URIRef"


def _add(store: ox.Store, triples: Iterable[ox.Triple]) -> None:
    store.bulk_extend(ox.Quad(t.subject, t.predicate, t.object, ox.DefaultGraph()) for t in triples)


def _rules(store: ox.Store, known: set[ox.Triple], rules: Iterable[str]) -> set[ox.Triple]:
    """Apply the CONSTRUCT rules to a store until nothing new follows; the store has what does."""
    found: set[ox.Triple] = set()
    for _ in range(_ROUNDS):
        new = {triple for rule in rules for triple in store.query(rule)} - known - found  # type: ignore[union-attr]
        if not new:
            break
        found |= new
        _add(store, new)
    return {t for t in found if not t.predicate.value.startswith(PREFIXES["oa"])}
