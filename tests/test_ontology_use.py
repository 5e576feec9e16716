"""Every term earns its place: each class has a shape, and each term is asked for by a saved query or looked at by a shape, by its name."""

from __future__ import annotations

import re

import pytest
import rdflib
from rdflib import OWL, RDF, SKOS, URIRef

from kg.namespaces import PREFIXES, UNEG
from kg.resources import folder

SH = rdflib.Namespace(PREFIXES["sh"])
KINDS = (OWL.Class, OWL.ObjectProperty, OWL.DatatypeProperty, OWL.AnnotationProperty, SKOS.ConceptScheme, SKOS.Concept)


@pytest.fixture(scope="module")
def core() -> rdflib.Graph:
    return rdflib.Graph().parse(folder("ontology") / "uneg.ttl")


@pytest.fixture
def shapes() -> rdflib.Graph:
    return rdflib.Graph().parse(folder("ontology") / "shapes.ttl")


@pytest.fixture(scope="module")
def queries() -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted(folder("queries").glob("*.rq"))]


def ours(graph: rdflib.Graph, *kinds: URIRef) -> set[str]:
    """Return the names of the terms of our namespace that are of some kind."""
    return {str(s).removeprefix(UNEG) for kind in kinds for s in graph.subjects(RDF.type, kind) if str(s).startswith(UNEG)}


def named_in_query(text: str) -> set[str]:
    """Return the names of the terms that a query uses; a comment uses none."""
    return set(re.findall(r"\buneg:([A-Za-z][\w-]*)", re.sub(r"(?m)(?:^|\s)#.*$", "", text)))


def named_in_shapes(shapes: rdflib.Graph) -> set[str]:
    """Return the names of the terms that stand in the shapes, or in a query within them; a message uses none."""
    nodes = {str(node) for triple in shapes for node in triple if isinstance(node, URIRef) and str(node).startswith(UNEG)}
    return {node.removeprefix(UNEG) for node in nodes}.union(*(named_in_query(str(text)) for text in shapes.objects(None, SH.select)))


def without_shape(core: rdflib.Graph, shapes: rdflib.Graph) -> list[str]:
    """Return the classes that no shape has as its target."""
    return sorted(ours(core, OWL.Class) - {str(o).removeprefix(UNEG) for o in shapes.objects(None, SH.targetClass)})


def without_use(core: rdflib.Graph, shapes: rdflib.Graph, queries: list[str]) -> list[str]:
    """Return the terms that neither a query nor a shape names."""
    return sorted(ours(core, *KINDS) - named_in_shapes(shapes).union(*map(named_in_query, queries)))


def test_every_class_has_a_shape(core: rdflib.Graph, shapes: rdflib.Graph) -> None:
    assert len(ours(core, OWL.Class)) >= 54
    assert without_shape(core, shapes) == []


def test_a_class_whose_shape_is_taken_away_is_named(core: rdflib.Graph, shapes: rdflib.Graph) -> None:
    shapes.remove((None, SH.targetClass, URIRef(UNEG + "Publication")))
    assert without_shape(core, shapes) == ["Publication"]


def test_every_shape_that_has_a_class_as_target_asks_something(shapes: rdflib.Graph) -> None:
    asking = (SH.property, SH["not"], SH["or"], SH["class"], SH["in"], SH.sparql)
    assert [shape for shape in shapes.subjects(SH.targetClass) if not any((shape, what, None) in shapes for what in asking)] == []


def test_every_term_is_used_by_a_query_or_a_shape(core: rdflib.Graph, shapes: rdflib.Graph, queries: list[str]) -> None:
    assert len(ours(core, *KINDS)) >= 300
    assert without_use(core, shapes, queries) == []


@pytest.mark.parametrize("left_out", ["verb-thank", "DeliveryStatus", "hasAttendee"])
def test_a_term_that_nothing_uses_is_named(core: rdflib.Graph, shapes: rdflib.Graph, queries: list[str], left_out: str) -> None:
    term = URIRef(UNEG + left_out)
    for pattern in ((None, None, term), (term, None, None)):
        shapes.remove(pattern)
    assert without_use(core, shapes, queries) == [left_out]


def test_a_comment_does_not_use_a_term() -> None:
    assert named_in_query("# uneg:leads\n?a uneg:chairs ?b . # uneg:hosts\n <https://w3id.org/uneg/ontology#> uneg:coChairs ?c .") == {"chairs", "coChairs"}


@pytest.mark.parametrize("cls", ["Role", "EffectKind", "DecisionStatus", "Basis", "DecisionVerb", "DeliveryStatus", "MeetingMode", "ProposalOutcome"])
def test_the_list_of_a_shape_is_that_of_the_ontology(core: rdflib.Graph, shapes: rdflib.Graph, cls: str) -> None:
    (shape,) = [s for s in shapes.subjects(SH.targetClass, URIRef(UNEG + cls)) if (s, SH["in"], None) in shapes]
    (head,) = shapes.objects(shape, SH["in"])
    values = list(rdflib.collection.Collection(shapes, head))
    assert len(values) == len(set(values))
    assert set(values) == set(core.subjects(RDF.type, URIRef(UNEG + cls)))
