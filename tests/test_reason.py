"""Entailments: what follows is there, in a graph of its own, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.graph.world import world
from kg.model import Dataset
from kg.namespaces import BASE, PREFIXES, UNEG
from kg.reason import materialize
from kg.resources import folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.ontology import Ontology
    from kg.pipeline import Build

    Rows = list[dict[str, str]]

ENTAILED = ox.NamedNode(BASE + "graph/entailments")
PREAMBLE = f"@base <{BASE}> . " + " ".join(f"@prefix {name}: <{iri}> ." for name, iri in PREFIXES.items())


def dataset(turtle: str, graph: str = "document/x/paragraph/1") -> Dataset:
    triples = ox.parse(f"{PREAMBLE}\n{turtle}", format=ox.RdfFormat.TURTLE)
    return Dataset(frozenset(ox.Quad(t.subject, t.predicate, t.object, ox.NamedNode(BASE + graph)) for t in triples))


def entailed(dataset: Dataset) -> set[tuple[str, str, str]]:
    return {
        (q.subject.value.removeprefix(BASE), q.predicate.value.removeprefix(UNEG), q.object.value.removeprefix(BASE).removeprefix("ontology#"))
        for q in dataset.quads
        if q.graph_name.value.startswith(ENTAILED.value)
    }


FOLLOWS: list[tuple[str, str, set[str]]] = [
    ("to chair is to lead", "<agency/a> uneg:chairs <workstream/w> .", {"agency/a leads workstream/w", "workstream/w chairedBy agency/a", "workstream/w ledBy agency/a"}),
    ("to co-chair is to lead", "<agency/a> uneg:coChairs <workstream/w> .", {"agency/a leads workstream/w", "workstream/w coChairedBy agency/a"}),
    ("leading has an inverse", "<agency/a> uneg:leads <workstream/w> .", {"workstream/w ledBy agency/a"}),
    ("reporting has an inverse and is no lead", "<agency/a> uneg:reportsOn <workstream/w> .", {"workstream/w reportedOnBy agency/a"}),
    ("parts", "<workstream/w> uneg:partOf <mechanism/m> .", {"mechanism/m hasPart workstream/w"}),
    ("collaboration is mutual", "<workstream/w> uneg:collaboratesWith <workstream/v> .", {"workstream/v collaboratesWith workstream/w"}),
    ("serving is being the secretariat", "<agency/s> uneg:serves <convention/c> .", {"agency/s providesSecretariatFor convention/c", "convention/c hasSecretariat agency/s"}),
    ("a secretariat is an agency", "<agency/s> a uneg:Secretariat .", {"agency/s http://www.w3.org/1999/02/22-rdf-syntax-ns#type Agency"}),
    ("a task team is a workstream", "<workstream/w> a uneg:TaskTeam .", {"workstream/w http://www.w3.org/1999/02/22-rdf-syntax-ns#type Workstream"}),
    (
        "whoever is sent makes the sender attend, the whole meeting too",
        "<statement/p> uneg:inTheNameOf <agency/a> ; uneg:meeting <meeting/m-s> . <meeting/m-s> uneg:segmentOf <meeting/m> .",
        {"agency/a attends meeting/m-s", "agency/a attends meeting/m", "meeting/m-s hasAttendee agency/a"},
    ),
    (
        "a session is held under its body's convention",
        "<cop/c> uneg:sessionOf <body/b> . <body/b> uneg:governs <convention/c> .",
        {"cop/c underConvention convention/c"},
    ),
    (
        "an adopted conversion has a successor",
        "<d> uneg:hasEffect <e> . <e> uneg:effectKind uneg:effect-convert ; uneg:affects <workstream/w> ; uneg:successor <workstream/v> .",
        {"workstream/w succeededBy workstream/v"},
    ),
]  # fmt: skip

FOLLOWS_NOT: list[tuple[str, str, str]] = [
    ("presenting is not leading", "<agency/a> uneg:reportsOn <workstream/w> .", "leads|ledBy|chairs"),
    ("a suggested conversion has no successor", "<d> uneg:foresees <e> . <e> uneg:effectKind uneg:effect-convert ; uneg:affects <w> ; uneg:successor <v> .", "succee"),
    ("an adopted extension has no successor", "<d> uneg:hasEffect <e> . <e> uneg:effectKind uneg:effect-extend ; uneg:affects <w> ; uneg:successor <v> .", "succee"),
    ("a part of a part is not said", "<workstream/u> uneg:partOf <workstream/v> . <workstream/v> uneg:partOf <mechanism/m> .", "workstream/u partOf mechanism/m"),
    ("leading is no membership", "<agency/a> uneg:leads <workstream/w> .", "memberOf|attends"),
    ("nothing is an owl:Thing", "<workstream/w> a uneg:TaskTeam ; uneg:partOf <mechanism/m> .", "owl#|Thing|sameAs"),
]  # fmt: skip


@pytest.fixture(scope="module")
def closed(ontology: Ontology) -> set[tuple[str, str, str]]:
    """Everything that follows from all the examples together, each with names of its own."""
    parts = [renamed(turtle, number) for number, (_, turtle, *_) in enumerate([*FOLLOWS, *FOLLOWS_NOT])]
    return entailed(materialize(dataset("\n".join(parts)), ontology))


def renamed(words: str, number: int) -> str:
    """Give the things of an example names that no other example has."""
    return re.sub(r"<([^>]+)>", rf"<\1-{number}>", words)


def lines(closed: set[tuple[str, str, str]], number: int) -> set[str]:
    mine = {t for t in closed if t[0].endswith(f"-{number}")}
    return {" ".join(part.removesuffix(f"-{number}") for part in triple) for triple in mine}


@pytest.mark.parametrize("number", range(len(FOLLOWS)), ids=[name for name, *_ in FOLLOWS])
def test_what_follows(closed: set[tuple[str, str, str]], number: int) -> None:
    assert FOLLOWS[number][2] <= lines(closed, number)


@pytest.mark.parametrize("number", range(len(FOLLOWS_NOT)), ids=[name for name, *_ in FOLLOWS_NOT])
def test_what_does_not_follow(closed: set[tuple[str, str, str]], number: int) -> None:
    found = lines(closed, len(FOLLOWS) + number)
    assert [line for line in found if re.search(FOLLOWS_NOT[number][2], line)] == []


# -- the rules beside the axioms -----------------------------------------------------------------

RULES = sorted((folder("ontology") / "rules").glob("*.rq"))


def test_there_are_rules() -> None:
    assert len(RULES) >= 4


@pytest.mark.parametrize("path", RULES, ids=[path.stem for path in RULES])
def test_every_rule_says_what_it_stands_for_and_can_be_run(path: object, built: Build) -> None:
    text = path.read_text(encoding="utf-8")  # type: ignore[attr-defined]
    assert "# Stands for" in text
    assert "# Example:" in text
    store = ox.Store()
    store.bulk_extend(ox.Quad(q.subject, q.predicate, q.object, ox.DefaultGraph()) for q in built.dataset.quads)
    made = set(store.query(text))
    known = {q.triple for q in built.dataset.quads}
    assert {t for t in made - known if not t.predicate.value.startswith(PREFIXES["oa"])} == set(), "a rule has more to say after the closure"


# -- the shape of the result ---------------------------------------------------------------------


def test_nothing_is_lost_or_said_twice(built: Build) -> None:
    assert built.asserted.quads < built.dataset.quads
    new = built.dataset.quads - built.asserted.quads
    assert {q.graph_name.value.removesuffix("/people") for q in new} == {ENTAILED.value}
    assert {q.triple for q in new} & {q.triple for q in built.asserted.quads} == set()


def test_what_follows_about_people_stands_apart(built: Build) -> None:
    people = {q.subject for q in built.dataset.quads if q.predicate.value.endswith("#type") and q.object.value == UNEG + "Person"}
    apart = {q for q in built.dataset.quads - built.asserted.quads if q.subject in people or q.object in people}
    assert apart == {q for q in built.dataset.quads if q.graph_name.value == f"{ENTAILED.value}/people"}
    assert apart


def test_only_our_own_things_get_entailments(built: Build) -> None:
    for quad in built.dataset.quads - built.asserted.quads:
        assert quad.subject.value.startswith(BASE)
        assert not quad.subject.value.startswith(UNEG)
        assert (quad.object.value if quad.predicate.value.endswith("#type") else quad.predicate.value).startswith(UNEG)


def test_what_follows_from_what_follows_is_nothing_new(ontology: Ontology) -> None:
    once = materialize(dataset("<agency/a> uneg:coChairs <workstream/w> ; uneg:attends <meeting/s> . <meeting/s> uneg:segmentOf <meeting/m> ."), ontology)
    assert materialize(once, ontology) == once


def test_another_base(ontology: Ontology) -> None:
    base = "https://example.org/kg/"
    made = materialize(Dataset(frozenset(ox.parse(f"<{base}a> <{UNEG}leads> <{base}w> <{base}g> .", format=ox.RdfFormat.N_QUADS))), ontology, base)
    assert f"<{base}w> <{UNEG}ledBy> <{base}a> <{base}graph/entailments>" in {str(q) for q in made.quads}


def test_the_world_alone_is_closed(ontology: Ontology) -> None:
    alone = world(ontology)
    new = materialize(alone, ontology).quads - alone.quads
    kinds = Counter(str(quad.subject) for quad in new if quad.predicate.value.endswith("#type"))
    assert max(kinds.values()) <= 3, "the kinds above the kind of a thing, and no others"
    said = {(quad.subject, quad.object) for quad in alone.quads}
    links = [(quad.subject, quad.object) for quad in new if not quad.predicate.value.endswith("#type")]
    assert links
    assert [link for link in links if link not in said and link[::-1] not in said] == [], "what is said in other words, or in the other direction"


def test_the_shipped_report_entails_what_its_readers_ask_for(built: Build, ask: Callable[..., Rows]) -> None:
    attending = ask(built.dataset, "SELECT DISTINCT ?a { ?a uneg:attends ?m . ?m a uneg:Segment FILTER NOT EXISTS { ?a a uneg:Person } }")
    assert len(attending) == 49
    leading = {row["a"].rpartition("/")[2] for row in ask(built.dataset, "SELECT DISTINCT ?a { ?a uneg:leads ?w . ?w a uneg:WorkingGroup }")}
    assert leading == {"undp", "unep", "unesco"}
    assert ask(built.dataset, "SELECT * { ?a uneg:succeededBy ?b FILTER(CONTAINS(STR(?a), 'workstream')) }") == []
