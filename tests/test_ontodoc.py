"""The documentation of the ontology: every term with what is said of it, diagrams drawn from the axioms, questions answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pyoxigraph as ox
import pytest

from kg.kit.tables import answer_all
from kg.namespaces import PREFIXES, UNEG
from kg.ontodoc import Graph, OntologyDocument, document_ontology, term_of
from kg.ontodoc_page import standalone
from kg.ontodoc_svg import PATTERNS
from kg.resources import folder

if TYPE_CHECKING:
    from kg.ontodoc import Term
    from kg.pipeline import Build

ONTOLOGY, QUERIES = folder("ontology"), folder("queries")
FILES = {name: (ONTOLOGY / name).read_bytes() for name in ("uneg.ttl", "alignments.ttl", "shapes.ttl")}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def document(built: Build) -> OntologyDocument:
    return document_ontology(FILES, answer_all(built.dataset, QUERIES))


@pytest.fixture(scope="module")
def terms(document: OntologyDocument) -> dict[str, Term]:
    return {term.name: term for theme in document.themes for term in theme.terms}


@pytest.fixture(scope="module")
def page(document: OntologyDocument) -> str:
    return standalone(document).decode()


def declared() -> set[str]:
    kinds = {PREFIXES["owl"] + name for name in ("Class", "ObjectProperty", "DatatypeProperty", "AnnotationProperty")}
    kinds |= {PREFIXES["skos"] + name for name in ("Concept", "ConceptScheme")}
    quads = ox.parse(FILES["uneg.ttl"], format=ox.RdfFormat.TURTLE)
    return {
        q.subject.value.removeprefix(UNEG)
        for q in quads
        if q.predicate.value == PREFIXES["rdf"] + "type" and q.object.value in kinds and str(q.subject).startswith(f"<{UNEG}")  # type: ignore[union-attr]
    }


def test_every_term_is_documented_once_and_has_a_place(document: OntologyDocument, terms: dict[str, Term], page: str) -> None:
    assert len(declared()) > 250
    assert set(terms) == declared()
    assert sum(len(theme.terms) for theme in document.themes) == len(terms)
    ids = re.findall(r'\bid="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert set(terms) <= set(ids)


def test_themes_are_those_of_the_file_in_its_order(document: OntologyDocument) -> None:
    assert [theme.number for theme in document.themes] == sorted(theme.number for theme in document.themes)
    assert len(document.themes) >= 10
    assert document.themes[0].title == "Agents: who can act"
    assert document.themes[0].intro.startswith("Agencies act in their own right")


def test_every_term_says_what_it_means_with_an_example(terms: dict[str, Term]) -> None:
    assert [name for name, term in terms.items() if not (term.label and term.definition and term.examples)] == []


@pytest.mark.parametrize(
    ("name", "label", "value"),
    [
        ("coChairs", "special case of", "uneg:leads"),
        ("governs", "of", "uneg:GoverningBody"),
        ("governs", "to", "uneg:Convention"),
        ("Secretariat", "kind of", "uneg:serves some owl:Thing"),
        ("Agency", "kind of", "uneg:Organization"),
        ("role-lead", "in scheme", "uneg:RoleScheme"),
    ],
)
def test_axioms_are_in_words(terms: dict[str, Term], name: str, label: str, value: str) -> None:
    assert value in dict(terms[name].facts)[label]


def test_alignments_stand_with_the_term(terms: dict[str, Term], page: str) -> None:
    assert ("is a kind of", "foaf:Person", PREFIXES["foaf"] + "Person") in terms["Person"].alignments
    assert ("related match", "cv:PublicOrganisation", "http://data.europa.eu/m8g/PublicOrganisation") in terms["UNEntity"].alignments
    assert f'<a href="{PREFIXES["foaf"]}Person">foaf:Person</a>' in page


def test_questions_stand_with_the_terms_they_use(terms: dict[str, Term]) -> None:
    assert "workstream-leads" in terms["Workstream"].queries
    assert "participants" in terms["Participation"].queries
    assert "cops" not in terms["Participation"].queries


def test_each_question_has_its_sparql_and_an_answer(document: OntologyDocument, page: str) -> None:
    assert {q.name for q in document.questions} == {path.stem for path in QUERIES.glob("*.rq")}
    for question in document.questions:
        assert question.summary
        assert f'id="question-{question.name}"' in page
        assert len(question.rows) <= question.total


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.title)
def test_each_diagram_shows_its_classes_and_how_they_hang_together(document: OntologyDocument, terms: dict[str, Term], pattern: object) -> None:
    wanted = [name for row in pattern.rows for name in row if name]  # type: ignore[attr-defined]
    assert set(wanted) <= set(terms)
    (svg,) = [svg for title, _, svg in document.pictures if title == pattern.title]  # type: ignore[attr-defined]
    root = ET.fromstring(svg)  # noqa: S314 - made by us
    titles = [node.text for node in root.iter(f"{SVG}text") if node.get("class") == "title"]
    assert titles == [terms[name].label for name in wanted]
    assert {node.get("href") for node in root.iter(f"{SVG}a")} == {f"#{name}" for name in wanted}
    lines = [node for node in root.iter(f"{SVG}path") if node.get("class") in {"line", "isa"}]
    assert len(lines) >= len(wanted) // 2
    assert len(root.get("aria-label") or "") > 40


def test_no_box_is_drawn_outside_or_over_another(document: OntologyDocument) -> None:
    for title, _, svg in document.pictures:
        root = ET.fromstring(svg)  # noqa: S314
        width, height = float(root.get("width") or 0), float(root.get("height") or 0)
        boxes = [[float(node.get(name) or 0) for name in ("x", "y", "width", "height")] for node in root.iter(f"{SVG}rect")]
        for number, (x, y, w, h) in enumerate(boxes):
            assert 0 <= x <= x + w <= width, title
            assert 0 <= y <= y + h <= height, title
            for ox_, oy, ow, oh in boxes[number + 1 :]:
                assert x + w <= ox_ or ox_ + ow <= x or y + h <= oy or oy + oh <= y, title


def test_the_diagrams_follow_the_axioms() -> None:
    """An axiom that is taken away is gone from the picture."""
    text = FILES["uneg.ttl"].decode()
    changed = text.replace("uneg:governs a owl:ObjectProperty ;\n    rdfs:domain uneg:GoverningBody ;", "uneg:governs a owl:ObjectProperty ;")
    assert changed != text
    before, after = (document_ontology({**FILES, "uneg.ttl": t.encode()}, {}).pictures[0][2] for t in (text, changed))
    assert ">governs<" in before
    assert ">governs<" not in after


def test_the_page_stands_alone_and_is_the_same_each_time(document: OntologyDocument, page: str) -> None:
    assert standalone(document).decode() == page
    assert not re.search(r'<(?:script|link|img)[^>]+(?:src|rel="stylesheet")', page)
    assert "<style>" in page


def test_class_expressions_are_read() -> None:
    turtle = (
        f"@prefix : <{UNEG}> . @prefix owl: <{PREFIXES['owl']}> . @prefix rdfs: <{PREFIXES['rdfs']}> ."
        """
      :a rdfs:subClassOf [ owl:unionOf ( :b :c ) ] , [ a owl:Restriction ; owl:onProperty :p ; owl:someValuesFrom :b ] ,
        [ a owl:Restriction ; owl:onProperty :p ; owl:allValuesFrom :c ] , [ owl:onProperty [ owl:inverseOf :p ] ; owl:hasValue :d ] ,
        [ owl:onProperty :p ; owl:hasSelf true ] , [ owl:onProperty :p ; owl:maxCardinality 1 ] .
    """
    )
    graph = Graph(turtle.encode())
    said = {graph.expression(value) for value in graph.values(UNEG + "a", PREFIXES["rdfs"] + "subClassOf")}
    assert said == {"uneg:b or uneg:c", "uneg:p some uneg:b", "uneg:p only uneg:c", "inverse of uneg:p value uneg:d", "uneg:p self", "uneg:p at most 1"}


def test_every_class_says_what_is_asked_of_data(terms: dict[str, Term], page: str) -> None:
    assert [name for name, term in terms.items() if term.kind == "class" and not term.shapes] == []
    assert "A person has exactly one name." in terms["Person"].shapes
    assert "<dt>asked of data</dt><dd>A role is one of the values of the list, with one notation.</dd>" in page


def test_labels_in_other_languages_are_shown_beside_the_english_one(terms: dict[str, Term]) -> None:
    assert terms["Organization"].label == "organization"
    assert ("other languages", ("Organisation (fr)", "organización (es)")) in terms["Organization"].facts
    said = dict(terms["WorkingGroup"].facts)["other languages"]
    assert said == ("الفريق العامل (ar)", "工作组 (zh)", "groupes de travail (fr)", "Рабочие группы (ru)", "grupos de trabajo (es)")
    assert "other languages" not in dict(terms["Agency"].facts)


def test_preferred_labels_stand_before_others_and_english_is_no_other_language() -> None:
    said = """ :thing rdfs:label "thing"@en ; skos:altLabel "choses"@fr , "item"@en , "no language" ; skos:prefLabel "chose"@fr , "thing"@en ."""
    prefixes = "".join(f"@prefix {name}: <{PREFIXES[name]}> . " for name in ("rdfs", "skos"))
    empty = Graph(b"")
    term = term_of(Graph(f"@prefix : <{UNEG}> . {prefixes}{said}".encode()), empty, empty, "thing", {})
    assert term.facts == (("other languages", ("chose (fr)", "choses (fr)")),)
