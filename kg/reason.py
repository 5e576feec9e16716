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
from kg.namespaces import BASE, PREFIXES, UNEG, named_in

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
    asked = {_TYPE, *(iri for rule in ontology.rules for iri in named_in(rule))}
    _add(store, (triple for triple in known if triple.predicate.value in asked))
    by_rule = _rules(store, known, ontology.rules)
    reasoned = {triple for triple in known | by_rule if is_logical(triple)}
    by_axiom = set(_owl(reasoned | set(ontology.core), base)) - known
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


def _owl(triples: set[ox.Triple], base: str) -> Iterable[ox.Triple]:
    """Yield what is ours of the OWL 2 RL closure of a set of triples."""
    from reasonable import PyReasoner

    reasoner = PyReasoner()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "asserted.ttl"
        ox.serialize(sorted(triples, key=str), str(path), format=ox.RdfFormat.N_TRIPLES)
        reasoner.load_file(str(path))
    for subject, predicate, value in reasoner.reason():
        said = str(subject), str(predicate), str(value)
        if _is_iri(subject) and _is_iri(value) and _is_ours(*said, base):
            yield ox.Triple(*map(ox.NamedNode, said))


def _is_ours(subject: str, predicate: str, value: str, base: str) -> bool:
    """Tell an entailment about our own things, in our own words, from the noise of the closure."""
    if not subject.startswith(base) or subject.startswith(UNEG):
        return False
    return value.startswith(UNEG) if predicate == _TYPE else predicate.startswith(UNEG) and value != subject


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
