"""The dataset: one graph a passage, quotes true to the text, people apart, IRIs that are the same on every run."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.graph import to_dataset
from kg.graph.claims import ROLE_PROPERTIES
from kg.graph.merge import merge
from kg.graph.world import describe_build, program_version, world
from kg.model import Dataset
from kg.namespaces import BASE, PREFIXES, UNEG, expand

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.ontology import Ontology
    from kg.pipeline import Build, Reading

    Rows = list[dict[str, str]]
    Ask = Callable[[Dataset, str], Rows]

SMALL = """Report of the Technical Segment

1. The Technical Segment of the 30th meeting of the Senior Officials (SOM30) was opened by the Chair, Ms. Ada Roe, Secretary of the EMG. UNEP leads the IMG on Water.

Suggested Actions: IMG on Water

The Senior Officials:

- a) Agree to extend the IMG on Water for one year.
- b) Agree that FAO will continue to provide secretariat support to the Task Team on Data.

2. UNEP conducted a gap analysis in collaboration with FAO. The IMG on Water created a working group on the use of data.

Annex I. List of participants

1. Ada Roe (EMG)
2. Zoë O’Poe (CBD)
"""


@pytest.fixture(scope="module")
def small(reading_of: Callable[..., Reading]) -> Reading:
    return reading_of(SMALL)


@pytest.fixture(params=["the shipped report", "a small report"])
def reading(request: pytest.FixtureRequest, report: Reading, small: Reading) -> Reading:
    return report if request.param == "the shipped report" else small


def value(term: object) -> str:
    return str(getattr(term, "value", ""))


def graphs(dataset: Dataset) -> dict[str, set[ox.Quad]]:
    found: dict[str, set[ox.Quad]] = defaultdict(set)
    for quad in dataset.quads:
        found[value(quad.graph_name)].add(quad)
    return found


def literals(dataset: Dataset, predicate: str) -> dict[str, str]:
    name = expand(predicate)
    return {value(q.subject): value(q.object) for q in dataset.quads if q.predicate.value == name}


def typed(dataset: Dataset, kind: str) -> set[str]:
    return {value(q.subject) for q in dataset.quads if q.predicate.value == expand("rdf:type") and value(q.object) == UNEG + kind}


# -- graphs --------------------------------------------------------------------------------------


def test_every_graph_is_the_document_or_one_of_its_passages(reading: Reading) -> None:
    document = f"{BASE}document/{reading.document.slug}"
    passages = {f"{document}/{p.id}" for p in reading.document.passages}
    assert set(graphs(reading.dataset)) <= {document} | passages | {f"{p}/people" for p in passages}
    assert typed(reading.dataset, "Passage") == passages


def test_a_claim_stands_in_the_graph_of_the_passage_that_it_is_quoted_from(reading: Reading) -> None:
    for quad in reading.dataset.quads:
        if quad.predicate.value == expand("prov:wasQuotedFrom"):
            assert value(quad.graph_name).removesuffix("/people") == value(quad.object)


def test_every_passage_is_described(reading: Reading) -> None:
    text = reading.document.source.text
    numbers, words = literals(reading.dataset, "uneg:number"), literals(reading.dataset, "uneg:text")
    starts, ends = literals(reading.dataset, "uneg:start"), literals(reading.dataset, "uneg:end")
    for passage in reading.document.passages:
        iri = f"{BASE}document/{reading.document.slug}/{passage.id}"
        assert (numbers[iri], int(starts[iri]), int(ends[iri])) == (passage.number, passage.span.start, passage.span.end)
        assert words[iri] == passage.body.of(text)
        assert words[iri] in text[passage.span.start : passage.span.end]


# -- quotes --------------------------------------------------------------------------------------


def test_every_quote_is_the_text_at_its_offsets(reading: Reading) -> None:
    text = reading.document.source.text
    exact, start, end = (literals(reading.dataset, f"oa:{name}") for name in ("exact", "start", "end"))
    passages = literals(reading.dataset, "uneg:inPassage")
    starts, ends = literals(reading.dataset, "uneg:start"), literals(reading.dataset, "uneg:end")
    spans = typed(reading.dataset, "TextSpan")
    assert len(spans) > 10
    for span in spans:
        place = (int(start[span]), int(end[span]))
        assert exact[span] == text[place[0] : place[1]]
        assert span == f"{BASE}document/{reading.document.slug}#char={place[0]},{place[1]}"
        assert int(starts[passages[span]]) <= place[0] < place[1] <= int(ends[passages[span]])


def test_every_mention_has_its_surface(reading: Reading) -> None:
    exact, surface, targets = literals(reading.dataset, "oa:exact"), literals(reading.dataset, "uneg:surface"), literals(reading.dataset, "oa:hasTarget")
    assert len(surface) == len(reading.mentions.items)
    assert all(words == exact[targets[mention]] for mention, words in surface.items())


# -- statements ----------------------------------------------------------------------------------


def test_every_statement_says_its_triple_and_its_evidence(reading: Reading, ask: Ask) -> None:
    kinds = ("Statement", "RoleAssignment", "Participation", "LifecycleEvent", "Proposal", "Decision")
    claims = set().union(*(typed(reading.dataset, kind) for kind in kinds))
    rows = ask(reading.dataset, "SELECT DISTINCT ?c ?s ?p ?o ?q ?g { ?c uneg:subject ?s ; uneg:predicate ?p ; uneg:object ?o ; uneg:evidence/oa:exact ?q ; prov:wasQuotedFrom ?g }")
    assert {row["c"] for row in rows} == claims
    assert len(rows) == len(claims)


def test_no_plain_role_stands_without_its_statement(reading: Reading, ask: Ask) -> None:
    stated = {(r["s"], r["p"], r["o"]) for r in ask(reading.dataset, "SELECT ?s ?p ?o { ?c uneg:subject ?s ; uneg:predicate ?p ; uneg:object ?o }")}
    plain = {expand(name) for name in ROLE_PROPERTIES.values()}
    said = {(value(q.subject), q.predicate.value, value(q.object)) for q in reading.dataset.quads if q.predicate.value in plain}
    assert said
    assert said <= stated


def test_what_is_only_suggested_gives_no_plain_role(small: Reading, ask: Ask) -> None:
    rows = ask(small.dataset, "SELECT ?a { ?c a uneg:RoleAssignment ; uneg:role uneg:role-secretariat ; uneg:status uneg:status-suggested ; uneg:agent ?a }")
    assert [row["a"] for row in rows] == [BASE + "agency/fao"]
    assert ask(small.dataset, "SELECT * { ?a uneg:providesSecretariatFor ?b }") == []
    assert [row["b"] for row in ask(small.dataset, "SELECT ?b { ?a uneg:leads ?b }")] == [BASE + "workstream/img-water"]


def test_a_standing_role_is_a_membership_too(small: Reading, ask: Ask) -> None:
    rows = ask(small.dataset, "SELECT ?m ?o ?r { ?c a org:Membership ; org:member ?m ; org:organization ?o ; org:role ?r ; uneg:agent ?m ; uneg:target ?o ; uneg:role ?r }")
    assert (BASE + "agency/unep", BASE + "workstream/img-water", UNEG + "role-lead") in {(r["m"], r["o"], r["r"]) for r in rows}


def test_an_effect_hangs_on_its_decision(small: Reading, ask: Ask) -> None:
    rows = ask(small.dataset, "SELECT ?d ?k ?u ?t { ?d uneg:foresees ?e . ?e uneg:effectOf ?d ; uneg:effectKind ?k ; uneg:status ?s OPTIONAL { ?e uneg:duration ?u ; uneg:durationText ?t } }")
    action = f"{BASE}document/example/action/img-water/a#decision"
    assert {(r["k"].removeprefix(UNEG), r["u"], r["t"]) for r in rows if r["d"] == action} == {("effect-extend", "P1Y", "for one year")}


# -- people --------------------------------------------------------------------------------------


def test_what_is_said_of_people_stands_apart(reading: Reading) -> None:
    people = typed(reading.dataset, "Person")
    listed = {f"{BASE}document/{reading.document.slug}/{p.id}" for p in reading.document.passages if p.kind == "participant"}
    assert people
    for quad in reading.dataset.quads:
        if value(quad.subject) in people or value(quad.object) in people:
            graph = value(quad.graph_name)
            assert graph.endswith("/people") or graph in listed


def test_a_dataset_without_people_is_whole(reading: Reading) -> None:
    """Without the graphs of people nobody is left, and nothing points to what is gone."""
    listed = {f"{BASE}document/{reading.document.slug}/{p.id}" for p in reading.document.passages if p.kind == "participant"}
    apart = {graph for graph in graphs(reading.dataset) if graph.endswith("/people") or graph in listed}
    rest = reading.dataset.without_graphs(apart)
    assert typed(rest, "Person") == typed(rest, "Participation") == set()
    described = {value(q.subject) for q in rest.quads}
    gone = {value(q.subject) for q in reading.dataset.quads} - described
    assert [q for q in rest.quads if value(q.object) in gone] == []


# -- IRIs ----------------------------------------------------------------------------------------


def test_there_are_no_blank_nodes(built: Build) -> None:
    assert not any(isinstance(term, ox.BlankNode) for q in built.dataset.quads for term in (q.subject, q.object, q.graph_name))
    assert all(isinstance(q.graph_name, ox.NamedNode) for q in built.dataset.quads)


def test_every_iri_is_one(built: Build) -> None:
    iris = {value(t) for q in built.dataset.quads for t in (q.subject, q.predicate, q.object, q.graph_name) if isinstance(t, ox.NamedNode)}
    assert [iri for iri in iris if not re.fullmatch(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", iri)] == []


def test_another_base_moves_all_but_the_ontology(ontology: Ontology, reading_of: Callable[..., Reading]) -> None:
    base = "https://example.org/kg/"
    ours = reading_of(SMALL, base=base)
    dataset = merge((world(ontology, base), describe_build([ours.part.summary], base), ours.dataset))
    terms = {t for q in dataset.quads for t in (q.subject, q.predicate, q.object, q.graph_name) if isinstance(t, ox.NamedNode)}
    left = {t.value for t in terms if t.value.startswith(BASE)}
    assert {iri for iri in left if not iri.startswith(BASE + "ontology")} == set()
    moved = {str(q).replace(f"<{base}", f"<{BASE}") for q in ours.dataset.quads if "statement/" not in str(q)}
    assert {str(q) for q in reading_of(SMALL).dataset.quads if "statement/" not in str(q)} == moved


def test_the_same_reading_gives_the_same_quads(reading: Reading) -> None:
    again = to_dataset(reading.document, reading.mentions, reading.statements)
    assert again == reading.dataset


def test_datatypes_survive_a_store(built: Build) -> None:
    """A store rewrites some literals: none of ours."""
    store = ox.Store()
    store.bulk_extend(built.dataset.quads)
    assert set(store) == built.dataset.quads


def test_counts_cannot_shrink(report: Reading, built: Build) -> None:
    assert len(report.dataset) >= 14_000
    assert len(graphs(report.dataset)) >= 170
    assert len(built.dataset) > len(built.asserted) > len(report.dataset)


# -- the world, and several documents ------------------------------------------------------------


def test_the_world_is_the_ontology_and_the_gazetteer(ontology: Ontology) -> None:
    found = graphs(world(ontology))
    assert set(found) == {BASE + "graph/ontology", BASE + "graph/entities"}
    assert len(found[BASE + "graph/entities"]) > 3000


def test_a_build_says_what_read_which_documents(built: Build, ask: Ask) -> None:
    rows = ask(built.dataset, "SELECT ?d ?v { GRAPH ?g { ?a a prov:Activity ; prov:used ?d ; prov:wasAssociatedWith ?s . ?s schema:softwareVersion ?v } }")
    assert [(r["d"], r["v"]) for r in rows] == [(f"{BASE}document/emg-som28-technical-segment", program_version())]


def quad(subject: str, predicate: str, obj: ox.Literal | ox.NamedNode, graph: str) -> ox.Quad:
    return ox.Quad(ox.NamedNode(BASE + subject), ox.NamedNode(expand(predicate)), obj, ox.NamedNode(BASE + graph))


def test_of_two_labels_one_stays_and_the_other_is_alternative() -> None:
    one = Dataset(frozenset({quad("x", "rdfs:label", ox.Literal("IMG on Water", language="en"), "document/b")}))
    other = Dataset(frozenset({quad("x", "rdfs:label", ox.Literal("Issue Management Group", language="en"), "document/a")}))
    expected = {
        quad("x", "rdfs:label", ox.Literal("Issue Management Group", language="en"), "document/a"),
        quad("x", "skos:altLabel", ox.Literal("IMG on Water", language="en"), "document/b"),
    }
    assert merge((one, other)).quads == merge((other, one)).quads == expected


def test_labels_in_two_languages_both_stay() -> None:
    quads = {quad("x", "rdfs:label", ox.Literal("water", language="en"), "a"), quad("x", "rdfs:label", ox.Literal("eau", language="fr"), "b")}
    assert merge((Dataset(frozenset(quads)),)).quads == quads


def test_the_label_of_the_gazetteer_stays() -> None:
    known = quad("x", "rdfs:label", ox.Literal("Zebra", language="en"), "graph/entities")
    printed = quad("x", "rdfs:label", ox.Literal("Ant", language="en"), "document/a")
    merged = merge((Dataset(frozenset({printed})), Dataset(frozenset({known})))).quads
    assert known in merged
    assert printed not in merged


def test_a_vague_date_gives_way_to_a_day() -> None:
    month = quad("x", "schema:startDate", ox.Literal("2024-11", datatype=ox.NamedNode(PREFIXES["xsd"] + "gYearMonth")), "a")
    day = quad("x", "schema:startDate", ox.Literal("2024-11-03", datatype=ox.NamedNode(PREFIXES["xsd"] + "date")), "b")
    assert merge((Dataset(frozenset({month, day})),)).quads == {day}
    assert merge((Dataset(frozenset({month})),)).quads == {month}


# -- people of one name --------------------------------------------------------------------------

NAMESAKE = ox.NamedNode(BASE + "person/ana-water")
PRINTED = ox.NamedNode(UNEG + "printedAffiliation")
CLOSE = ox.NamedNode(PREFIXES["skos"] + "closeMatch")
RDF_TYPE = ox.NamedNode(PREFIXES["rdf"] + "type")


def told(document: str, affiliation: str) -> set[ox.Quad]:
    """What a document says of a person: a type, and an affiliation where it prints one."""
    graph = ox.NamedNode(f"{BASE}document/{document}/paragraph/1/people")
    quads = {ox.Quad(NAMESAKE, RDF_TYPE, ox.NamedNode(UNEG + "Person"), graph)}
    return quads | ({ox.Quad(NAMESAKE, PRINTED, ox.Literal(affiliation), graph)} if affiliation else set())


@pytest.mark.parametrize(
    ("affiliations", "people"),
    [
        (("UNEP", "UNEP"), {"ana-water"}),
        (("UNEP", "unep"), {"ana-water"}),
        (("UNEP", ""), {"ana-water"}),
        (("", "FAO"), {"ana-water"}),
        (("UNEP", "FAO"), {"ana-water", "ana-water-fao"}),
        (("UNEP", "FAO", "UNEP", "FAO"), {"ana-water", "ana-water-fao"}),
        (("Chad", "Mali", "Togo"), {"ana-water", "ana-water-mali", "ana-water-togo"}),
    ],
)
def test_people_of_one_name_are_one_where_affiliations_agree(affiliations: tuple[str, ...], people: set[str]) -> None:
    merged = merge(Dataset(frozenset(told(f"d{number}", affiliation))) for number, affiliation in enumerate(affiliations))
    found = {quad.subject.value.rpartition("/")[2] for quad in merged.quads if quad.predicate == RDF_TYPE}
    assert found == people
    doubts = {(quad.subject.value.rpartition("/")[2], quad.object) for quad in merged.quads if quad.predicate == CLOSE}
    assert doubts == {(name, NAMESAKE) for name in people - {"ana-water"}}


def test_what_is_said_of_a_namesake_goes_with_the_document() -> None:
    office = ox.Quad(
        ox.NamedNode(BASE + "statement/1"), ox.NamedNode(UNEG + "agent"), NAMESAKE, ox.NamedNode(BASE + "document/d1/paragraph/2/people")
    )
    merged = merge((Dataset(frozenset(told("d0", "UNEP"))), Dataset(frozenset(told("d1", "FAO") | {office}))))
    assert [q.object for q in merged.quads if q.predicate == office.predicate] == [ox.NamedNode(BASE + "person/ana-water-fao")]
