"""Saved queries, parameters, the engine's door, and every form of an answer, on a small dataset of their own."""

from __future__ import annotations

import csv
import io
import json
import random
import re
import subprocess
import sys
import threading
import time
from contextlib import suppress
from functools import cache, partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg import lookup
from kg.emptied import emptied_by
from kg.errors import KGError, NotFoundError, QueryError
from kg.namespaces import PREFIXES
from kg.patterns import conjuncts
from kg.query import bind, find_query, labels_of, load_queries, parse_query, read_query, run, run_remote
from kg.remote import ask_endpoint
from kg.results import ALIASES, FORMATS, Result, render, text
from kg.sparql import MAX_BYTES, MAX_DEPTH, check, tokenize
from kg.sparql_grammar import syntax_error

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
QUERIES = ROOT / "queries"
DATA = Path(__file__).with_name("query_data.trig")
BASE = "https://w3id.org/uneg/"
ONTOLOGY = ox.NamedNode(BASE + "graph/ontology")

CONTRACT = {
    "roles": "agent agentLabel role target targetLabel basis document paragraph quote",
    "workstream-leads": "workstream workstreamLabel agency agencyLabel role basis document paragraph quote",
    "decisions": "decision document section item body bodyLabel verbs effect target targetLabel status duration newName successor addressees"
    " paragraph text",
    "workstream-lifecycle": "workstream workstreamLabel event date status decision successor successorLabel paragraph",
    "workstream-links": "workstream workstreamLabel relation other otherLabel paragraph quote",
    "deliverables": "workstream workstreamLabel deliverable status paragraph quote",
    "participants": "person name affiliation affiliationLabel meeting meetingLabel document",
    "present-without-role": "agency agencyLabel meeting participants",
    "cops": "cop label convention conventionLabel number date place workstreams paragraphs",
    "resolutions": "resolution label symbol body topic document paragraph",
    "instruments": "instrument label type document paragraphs",
    "events": "event label start end place mode partOf paragraphs",
    "entities": "entity type label acronym document mentions firstParagraph",
    "mentions": "document paragraph start end surface entity label type",
    "agency-portfolio": "relation target targetLabel basis document paragraph quote",
    "collaborations": "agency agencyLabel other otherLabel shared workstreams",
    "proposals": "proposer proposerLabel proposal outcome paragraph quote",
    "statements": "subject predicate object document paragraph quote",
}
NAMES = sorted(path.stem for path in QUERIES.glob("*.rq"))


# -- the small dataset -----------------------------------------------------------------------------


@cache
def quads() -> tuple[ox.Quad, ...]:
    terms = [again(q, ONTOLOGY) for q in ox.parse(path=str(ROOT / "ontology" / "uneg.ttl"), format=ox.RdfFormat.TURTLE)]
    return (*ox.parse(path=str(DATA), format=ox.RdfFormat.TRIG), *terms)


def again(quad: ox.Quad, graph: ox.NamedNode) -> ox.Quad:
    """Return what a quad says, in another graph."""
    return ox.Quad(quad.subject, quad.predicate, quad.object, graph)


def store_of(items: tuple[ox.Quad, ...]) -> ox.Store:
    store = ox.Store()
    store.extend(items)
    return store


@pytest.fixture(scope="module")
def store() -> ox.Store:
    return store_of(quads())


@cache
def saved() -> dict[str, str]:
    return {name: query.text for name, query in load_queries(QUERIES).items()}


DEFAULTS = {
    "agency-portfolio": {"agency": "ALPHA"},
    "provenance-of": {"entity": "Group on Birds"},
    "document-outline": {"document": "T/1"},
    "find-text": {"words": "WORKING GROUP"},
    "decisions-citing": {"decision": "decision 9/T.0"},
}


def asked(store: ox.Store, name: str, **values: str) -> list[dict[str, str]]:
    query = load_queries(QUERIES)[name]
    return run(store, bind(query, values or DEFAULTS.get(name, {}), store)).records()


def short(rows: list[dict[str, str]], *columns: str) -> list[tuple[str, ...]]:
    return [tuple(row[column].replace(BASE, "") for column in columns) for row in rows]


# -- saved queries: form ---------------------------------------------------------------------------


def test_all_queries_are_there() -> None:
    assert set(CONTRACT) <= set(NAMES)
    assert (len(CONTRACT), len(NAMES) >= 32) == (18, True)


@pytest.mark.parametrize("name", NAMES)
def test_header_is_complete(name: str) -> None:
    query = load_queries(QUERIES)[name]
    assert query.summary.endswith("?")
    assert len(query.tags) >= 2
    assert not [line for line in query.text.splitlines() if len(line) > 150]


@pytest.mark.parametrize("name", NAMES)
def test_columns_are_those_of_the_contract(name: str, store: ox.Store) -> None:
    columns = run(store, saved()[name]).columns
    promised = CONTRACT.get(name, " ".join(columns)).split()
    assert list(columns[: len(promised)]) == promised
    assert len(set(columns)) == len(columns)


@pytest.mark.parametrize("name", NAMES)
def test_query_is_portable_sparql(name: str) -> None:
    """Another engine parses it, our own grammar accepts it, and it declares every prefix it uses."""
    from rdflib.plugins.sparql import prepareQuery

    prepareQuery(saved()[name])
    assert syntax_error(saved()[name]) is None
    prefixes = {token.text.partition(":")[0] for token in tokenize(saved()[name]) if token.kind == "pname"}
    declared = re.findall(r"^PREFIX (\w+): <(.*)>$", saved()[name], re.MULTILINE)
    assert prefixes == {prefix for prefix, _ in declared}
    assert dict(declared).items() <= PREFIXES.items()


@pytest.fixture(scope="module")
def rdflib_dataset() -> object:
    import rdflib

    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(DATA, format="trig")
    dataset.graph(rdflib.URIRef(ONTOLOGY.value)).parse(ROOT / "ontology" / "uneg.ttl")
    return dataset


@pytest.mark.parametrize("name", NAMES)
def test_rdflib_gives_the_same_answer(name: str, store: ox.Store, rdflib_dataset: object) -> None:
    query = bind(load_queries(QUERIES)[name], DEFAULTS.get(name, {}), store)
    ours = run(store, query)
    theirs = rdflib_dataset.query(query)  # type: ignore[attr-defined]
    assert [str(variable) for variable in theirs.vars] == list(ours.columns)
    assert [["" if cell is None else str(cell) for cell in row] for row in theirs] == [list(row.values()) for row in ours.records()]
    assert ours.rows


@pytest.mark.parametrize("name", NAMES)
def test_answer_does_not_depend_on_the_order_of_the_data(name: str, store: ox.Store) -> None:
    shuffled = list(quads())
    random.Random(7).shuffle(shuffled)  # noqa: S311 - the same order in every run
    assert asked(store_of(tuple(shuffled)), name) == asked(store, name)


@pytest.mark.parametrize("name", NAMES)
def test_no_row_stands_twice(name: str, store: ox.Store) -> None:
    """The same triple in two named graphs is one triple of their union, which the engine forgets."""
    said_again = {PREFIXES["rdf"] + "type", PREFIXES["rdfs"] + "label", PREFIXES["oa"] + "exact", PREFIXES["uneg"] + "number"}
    other = ox.NamedNode(BASE + "graph/again")
    twice = store_of((*quads(), *(again(quad, other) for quad in quads() if quad.predicate.value in said_again)))
    rows = asked(twice, name)
    assert rows == asked(store, name)
    assert len({tuple(row.values()) for row in rows}) == len(rows)


def test_readme_lists_every_query_with_its_question() -> None:
    readme = (QUERIES / "README.md").read_text(encoding="utf-8")
    for name, query in load_queries(QUERIES).items():
        assert f"| `{name}` | {query.summary} |" in readme


# -- saved queries: answers ------------------------------------------------------------------------

ANSWERS = [
    # stated and implied apart; a collective role is one of each agent
    ("roles", "agent role target basis paragraph", [
        ("agency/alpha", "reporting", "workstream/birds", "implied", "2"),
        ("agency/alpha", "co-chair", "workstream/nests", "stated", "2"),
        ("agency/beta", "co-chair", "workstream/nests", "stated", "2"),
        ("person/first", "chair", "body/officials", "stated", "1/T.1 1")]),
    # a treaty is three things with one acronym
    ("treaties", "treatyLabel acronym conference secretariat under", [
        ("Omega Convention", "OMEGA", "body/omega-cop", "agency/omega-secretariat", "")]),
    # every workstream is there; an empty agency is an answer
    ("workstream-leads", "workstreamLabel agencyLabel role basis", [
        ("Group on Birds", "Alpha Programme", "reporting", "implied"),
        ("Nest Network", "", "", ""),
        ("Task Team on Fish", "", "", ""),
        ("Working group on nests", "Alpha Programme", "co-chair", "stated"),
        ("Working group on nests", 'Beta "B" Fund, the', "co-chair", "stated"),
        ("Working group on wings", "", "", "")]),
    # to have reported is not to lead
    ("gaps", "workstreamLabel type reportedBy paragraphs", [
        ("Group on Birds", "issue management group", "Alpha Programme", "2|Group on Birds a"),
        ("Nest Network", "network", "", ""),
        ("Task Team on Fish", "task team", "", ""),
        ("Working group on wings", "working group", "", "")]),
    # one row a decision, several effects sorted; a target that is no entity in its own words
    ("decisions", "section item bodyLabel verbs effect targetLabel status duration newName successor addressees paragraph", [
        ("II. Group on Birds", "a", "Officials of the Council", "agree", "extend", "Group on Birds", "suggested", "P1Y", "", "", "",
         "Group on Birds a"),
        ("II. Group on Birds", "b", "Officials of the Council", "decide|take note", "convert|rename", "Group on Birds", "suggested", "",
         "Working group on wings", "Working group on wings", "", "Group on Birds b"),
        ("II. Group on Birds", "c", "Officials of the Council", "encourage", "encourage", "help", "suggested", "", "", "",
         'Beta "B" Fund, the|members', "Group on Birds c"),
        ("", "", "Officials of the Council", "agree", "extend", "Group on Birds", "adopted", "P1Y", "", "", "", "7"),
        ("", "", "", "consider", "none", "", "adopted", "", "", "", "", "7"),
        ("", "", "Officials of the Council", "request", "none", "", "adopted", "", "", "", "", "1/T.1 1")]),
    # what is suggested has no date; what is adopted has that of its meeting
    ("workstream-lifecycle", "workstreamLabel event date status successorLabel paragraph", [
        ("Group on Birds", "extend", "", "suggested", "", "Group on Birds a"),
        ("Group on Birds", "convert", "", "suggested", "Working group on wings", "Group on Birds b"),
        ("Group on Birds", "rename", "", "suggested", "Working group on wings", "Group on Birds b"),
        ("Group on Birds", "extend", "2022-11-03", "adopted", "", "7"),
        ("Working group on nests", "establish", "", "adopted", "", "2")]),
    ("extensions", "workstreamLabel event duration durationText status paragraph", [
        ("Group on Birds", "extend", "P1Y", "one more year", "suggested", "Group on Birds a"),
        ("Group on Birds", "extend", "P1Y", "", "adopted", "7")]),
    # both sides of a collaboration, the new body's side of a foundation, what would become what
    ("workstream-links", "workstreamLabel relation otherLabel paragraph status", [
        ("Group on Birds", "part-of", "Council of Tests", "", ""),
        ("Group on Birds", "collaborates-with", "Task Team on Fish", "10", ""),
        ("Group on Birds", "contributes-to", "Omega COP3", "10", ""),
        ("Group on Birds", "implements", "Plan of Tests", "10", ""),
        ("Group on Birds", "related-to", "SDG 12 Responsible consumption and production", "10", ""),
        ("Group on Birds", "becomes", "Working group on wings", "Group on Birds b", "suggested"),
        ("Task Team on Fish", "collaborates-with", "Group on Birds", "10", ""),
        ("Working group on nests", "established-by", "Group on Birds", "2", ""),
        ("Working group on wings", "part-of", "Nest Network", "Group on Birds b", "suggested")]),
    ("deliverables", "workstreamLabel deliverable status paragraph deliverableIri", [
        ("Working group on nests", "map of nests", "draft", "2", "deliverable/nest-map"),
        ("Group on Birds", "report on beaks", "released", "10", "deliverable/beak-report")]),
    # a person without affiliation, an affiliation without English label
    ("participants", "name affiliation affiliationLabel meetingLabel paragraph", [
        ("First Person", "agency/alpha", "Alpha Programme", "Segment of the first meeting", "Annex I 1"),
        ("Second Person", "agency/gamma", "Organisation Gamma", "Segment of the first meeting", "Annex I 2"),
        ("Third Person", "agency/gamma", "Organisation Gamma", "Segment of the first meeting", "Annex I 3"),
        ("Fourth Person", "", "", "Segment of the first meeting", "Annex I 4")]),
    ("present-without-role", "agency agencyLabel meeting participants names", [
        ("agency/gamma", "Organisation Gamma", "meeting/first-segment", "2", "Second Person|Third Person")]),
    ("role-without-participant", "agency role target paragraph", [
        ("agency/beta", "co-chair", "workstream/nests", "2")]),
    ("affiliations", "affiliation participants roles", [
        ("agency/gamma", "2", ""),
        ("agency/alpha", "1", "co-chair|reporting")]),
    # through its body the session belongs to a convention; a month is a date
    ("cops", "cop label conventionLabel number date place workstreams paragraphs", [
        ("cop/omega-cop3", "Omega COP3", "Omega Convention", "3", "2022-12", "Somewhere", "Group on Birds", "10")]),
    ("resolutions", "label symbol body topic paragraph meeting", [
        ("Resolution on beaks", "", "Officials of the Council", "beaks", "10", "meeting/first")]),
    # only what a document names
    ("instruments", "label type paragraphs", [
        ("Plan of Tests", "policy framework", "10"),
        ("Resolution on beaks", "resolution", "10")]),
    ("events", "label start mode partOf paragraphs", [
        ("Segment of the first meeting", "2022-10-13", "online", "First meeting", "header"),
        ("Omega COP3", "2022-12", "", "", "10"),
        ("First meeting", "", "", "", "")]),
    # three mentions, one of them in a heading, which is not the first paragraph
    ("entities", "label type acronym mentions firstParagraph", [
        ("Group on Birds", "issue management group", "", "3", "2"),
        ("Alpha Programme", "UN entity", "ALPHA", "1", "2"),
        ("Omega COP3", "COP session", "", "1", "10"),
        ("Plan of Tests", "policy framework", "", "1", "10"),
        ("Resolution on beaks", "resolution", "", "1", "10"),
        ("SDG 12 Responsible consumption and production", "goal", "", "1", "10"),
        ("Segment of the first meeting", "segment", "", "1", "header")]),
    ("mentions", "paragraph start end surface label", [
        ("header", "1", "8", "Segment", "Segment of the first meeting"),
        ("heading Group on Birds", "20", "34", "Group on Birds", "Group on Birds"),
        ("2", "100", "105", "Alpha", "Alpha Programme"),
        ("2", "118", "132", "Group on Birds", "Group on Birds"),
        ("10", "300", "313", "Plan of Tests", "Plan of Tests"),
        ("10", "318", "328", "Omega COP3", "Omega COP3"),
        ("10", "340", "346", "SDG 12", "SDG 12 Responsible consumption and production"),
        ("10", "350", "370", "resolution on beaks", "Resolution on beaks"),
        ("Group on Birds a", "400", "405", "Group on Birds", "Group on Birds")]),
    ("agency-portfolio", "relation targetLabel basis paragraph", [
        ("co-chair", "Working group on nests", "stated", "2"),
        ("reporting", "Group on Birds", "implied", "2"),
        ("attends", "Segment of the first meeting", "stated", "")]),
    # both directions; 0 where the text only says that two work together; a name made of the IRI
    ("collaborations", "agencyLabel otherLabel shared workstreams basis", [
        ("Alpha Programme", 'Beta "B" Fund, the', "1", "Working group on nests", "stated"),
        ('Beta "B" Fund, the', "Alpha Programme", "1", "Working group on nests", "stated"),
        ('Beta "B" Fund, the', "delta-bureau", "0", "", "stated"),
        ("delta-bureau", 'Beta "B" Fund, the', "0", "", "stated")]),
    ("proposals", "proposerLabel proposal outcome paragraph", [
        ('Beta "B" Fund, the', "count the feathers", "pending", "10"),
        ('Beta "B" Fund, the', "weigh the eggs", "ask the Task Team on Fish", "10")]),
    ("sdgs", "goal subjectLabel relation paragraph", [
        ("http://metadata.un.org/sdg/12", "Group on Birds", "refers-to", "10")]),
    # the date is that of the meeting where the document prints none
    ("documents", "document symbol date meetingLabel start passages", [
        ("document/first", "T/1", "", "Segment of the first meeting", "2022-10-13", "11"),
        ("document/second", "", "", "Second meeting", "2022-11-03", "1"),
        ("document/third", "", "", "Second meeting", "2022-11-03", "2")]),
    ("passages", "paragraph kind section text", [
        ("header", "header", "", "Segment of the first meeting"),
        ("heading Group on Birds", "heading", "Group on Birds", "Group on Birds"),
        ("2", "paragraph", "Group on Birds",
         "Alpha presented the Group on Birds, which set up a working group on nests, co-chaired by Alpha and Beta."),
        ("10", "paragraph", "Group on Birds", "The Plan of Tests and Omega COP3 were discussed."),
        ("Group on Birds a", "action", "Group on Birds", "Agree to extend the Group on Birds for one more year."),
        ("Group on Birds b", "action", "Group on Birds",
         "Decide that the Group becomes a working group and will be renamed 'Working group on wings'."),
        ("Group on Birds c", "action", "Group on Birds", "Encourage members and Beta to help."),
        ("Annex I 1", "participant", "", "First Person (ALPHA)"),
        ("Annex I 2", "participant", "", "Second Person (GAMMA)"),
        ("Annex I 3", "participant", "", "Third Person (GAMMA)"),
        ("Annex I 4", "participant", "", "Fourth Person"),
        ("7", "paragraph", "", "The Officials agreed to extend the Group on Birds."),
        ("1/T.1 PP1", "preamble", "", "Recalling resolution on beaks and decision 9/T.0,"),
        ("1/T.1 1", "paragraph", "", "Requests the secretariat to count the nests.")]),
    ("document-outline", "title firstParagraph lastParagraph passages statements about", [
        ("Group on Birds", "2", "Group on Birds c", "5", "16", "workstream/birds")]),
    ("find-text", "paragraph section", [
        ("2", "Group on Birds"),
        ("Group on Birds b", "Group on Birds")]),
    ("state-on", "workstreamLabel state since suggested", [
        ("Group on Birds", "extend", "2022-11-03", "convert (Group on Birds b)|rename (Group on Birds b)"),
        ("Nest Network", "", "", ""),
        ("Task Team on Fish", "", "", ""),
        ("Working group on nests", "establish", "2022-10-13", ""),
        ("Working group on wings", "", "", "")]),
    ("citations", "paragraph citingLabel symbol", [("1/T.1 PP1", "decision 1/T.1", "decision 9/T.0")]),
    ("decisions-citing", "citingLabel paragraphs", [("decision 1/T.1", "1/T.1 PP1")]),
    ("follow-ups", "decisionLabel earlierLabel paragraph", [("decision 1/T.1", "decision 9/T.0", "1/T.1 PP1")]),
    ("most-cited", "citedLabel passages decisions documents", [("decision 9/T.0", "1", "1", "1")]),
    ("officers", "bodyLabel name role date paragraph", [("Officials of the Council", "First Person", "chair", "2022-11-03", "1/T.1 1")]),
    ("requests-to-secretariat", "year bodyLabel paragraph", [("2022", "Officials of the Council", "1/T.1 1")]),
]  # fmt: skip


@pytest.mark.parametrize(("name", "columns", "rows"), ANSWERS, ids=[case[0] for case in ANSWERS])
def test_answer(name: str, columns: str, rows: list[tuple[str, ...]], store: ox.Store) -> None:
    assert short(asked(store, name), *columns.split()) == rows


def test_every_query_has_an_expected_answer() -> None:
    assert {case[0] for case in ANSWERS} == set(NAMES) - {"statements", "provenance-of"}


def test_statements_hold_iris_and_texts(store: ox.Store) -> None:
    rows = asked(store, "statements")
    assert len(rows) == 17
    assert ("workstream/birds", "ontology#implements", "instrument/plan", "10", "Plan of Tests") in short(
        rows, "subject", "predicate", "object", "paragraph", "quote"
    )
    assert 'Wings, beaks\r\nand "nests"' in {row["object"] for row in rows}


def test_state_on_a_day_before_the_decision(store: ox.Store) -> None:
    (birds,) = [row for row in asked(store, "state-on", day="2022-11-02") if row["workstreamLabel"] == "Group on Birds"]
    assert (birds["state"], birds["suggested"]) == (
        "",
        "convert (Group on Birds b)|extend (Group on Birds a)|rename (Group on Birds b)",
    )


def test_state_before_anything_was_known_is_empty(store: ox.Store) -> None:
    rows = asked(store, "state-on", day="2022-10-12")
    assert len(rows) == 5
    assert {row["state"] + row["suggested"] for row in rows} == {""}


def test_affiliations_with_a_minimum(store: ox.Store) -> None:
    assert short(asked(store, "affiliations", minimum="2"), "affiliation") == [("agency/gamma",)]


def test_portfolio_of_an_addressee(store: ox.Store) -> None:
    relations = short(asked(store, "agency-portfolio", agency="beta"), "relation", "targetLabel")
    assert ("addressee", "Group on Birds c") in relations
    assert ("collaborates-with", "delta-bureau") in relations


# -- parameters ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("value", "iri"),
    [
        ("ALPHA", "agency/alpha"),  # acronym
        ("alpha", "agency/alpha"),  # in another letter case
        ("alpha  programme", "agency/alpha"),  # label, blanks and case apart
        ("Programme Alpha", "agency/alpha"),  # label in another language
        ("programme of alpha", "agency/alpha"),  # another name
        (BASE + "agency/alpha", "agency/alpha"),  # IRI
        (f"<{BASE}agency/alpha>", "agency/alpha"),  # IRI as SPARQL writes it
        ("agency/alpha", "agency/alpha"),  # as tables show it
        ("OMEGA", "agency/omega-secretariat"),  # the convention has the acronym, but is no agent
        ("delta-bureau", None),  # has no name
        ("Second Person", "person/second"),
    ],
)
def test_entity_is_found(value: str, iri: str | None, store: ox.Store) -> None:
    query = load_queries(QUERIES)["agency-portfolio"]
    if iri is None:
        with pytest.raises(NotFoundError, match=r"No agent is called"):
            bind(query, {"agency": value}, store)
        return
    assert f"VALUES ?agency {{ <{BASE}{iri}> }} #= agency" in bind(query, {"agency": value}, store)


def test_acronym_goes_to_the_convention_where_no_class_is_asked(store: ox.Store) -> None:
    assert lookup.find_entity(partial(run, store), "OMEGA") == BASE + "convention/omega"


@pytest.mark.parametrize(
    ("name", "values", "error", "words"),
    [
        ("roles", {"x": "1"}, QueryError, "has no parameter 'x'. It has none."),
        ("agency-portfolio", {"agensy": "x"}, QueryError, "Did you mean 'agency'?"),
        ("agency-portfolio", {"agency": "ALPHAA"}, NotFoundError, "Did you mean 'ALPHA'"),
        ("agency-portfolio", {"agency": "Plan of Tests"}, QueryError, "is: policy framework. What is wanted here is: agent (uneg:Agent)"),
        ("agency-portfolio", {"agency": BASE + "instrument/plan"}, QueryError, "is: policy framework."),
        ("agency-portfolio", {"agency": BASE + "agency/alfa"}, NotFoundError, "Did you mean 'agency/alpha'"),
        ("agency-portfolio", {"agency": ""}, NotFoundError, "No agent is called ''."),
        ("state-on", {"day": "2022-02-30"}, QueryError, "is a day, such as 2022-10-13, not '2022-02-30'"),
        ("state-on", {"day": "tomorrow"}, QueryError, "is a day"),
        ("affiliations", {"minimum": "3.5"}, QueryError, "is a whole number, such as 5, not '3.5'"),
        ("affiliations", {"minimum": "٣"}, QueryError, "is a whole number"),
        ("find-text", {"words": "\\u0022 } #"}, QueryError, "code point escape"),
        ("find-text", {"words": "\ud800"}, QueryError, "half a character"),
    ],
)
def test_wrong_value(name: str, values: dict[str, str], error: type[KGError], words: str, store: ox.Store) -> None:
    with pytest.raises(error, match=re.escape(words)):
        bind(load_queries(QUERIES)[name], values, store)


def test_two_things_of_one_name_are_both_named() -> None:
    twin = ox.Quad(ox.NamedNode(BASE + "agency/twin"), ox.NamedNode(PREFIXES["uneg"] + "acronym"), ox.Literal("ALPHA"), ox.NamedNode(BASE + "graph/entities"))
    both = store_of((*quads(), twin))
    with pytest.raises(QueryError, match=r"'ALPHA' names 2 things: agency/alpha, agency/twin\."):
        lookup.find_entity(partial(run, both), "ALPHA")


HOSTILE = ['" } } DELETE WHERE { ?s ?p ?o } #', "'''", '"""', "\\", "\n} SERVICE <x:y> {}", "?x", "<a:b>", "#= words", "}", "\t\x00", "𝕏", ""]


@pytest.mark.parametrize("value", HOSTILE)
def test_hostile_text_stays_a_text(value: str, store: ox.Store) -> None:
    query = load_queries(QUERIES)["find-text"]
    bound = bind(query, {"words": value}, store)
    strange = [token for token, plain in zip(tokenize(bound), tokenize(query.text), strict=True) if token.text != plain.text]
    assert [token.kind for token in strange] in ([], ["string"])
    run(store, bound)


@pytest.mark.parametrize("value", ["x> } ; DROP ALL #", "uneg:x> }", "<http://a/b> } #", "http://a/b> <c", 'a" . ?s ?p "'])
def test_hostile_entity_is_refused(value: str, store: ox.Store) -> None:
    with pytest.raises((NotFoundError, QueryError)):
        bind(load_queries(QUERIES)["agency-portfolio"], {"agency": value}, store)


@given(st.text(st.characters(codec="utf-8", exclude_characters="\\"), max_size=30))
def test_any_text_comes_back_as_it_was(value: str) -> None:
    query = parse_query('#+ param: words string "words"\nSELECT ?words {\n  VALUES ?words { "x" } #= words\n}')
    assert run(ox.Store(), bind(query, {"words": value}, ox.Store())).records() == [{"words": value}]


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        ("#+ param: a thing", "cannot read '#+ param: a thing'. Write: #+ param: name TYPE"),
        ('#+ param: a entity(uneg:Agency) "x"', "has no line 'VALUES ?x { default } #= a'"),
        ("VALUES ?x { 1 } #= b", "has no header line '#+ param: b TYPE"),
        ('#+ param: a string "x"\nVALUES ?x { "1" "2" } #= a', "with one default"),
    ],
)
def test_broken_header(lines: str, words: str) -> None:
    with pytest.raises(QueryError, match=re.escape(words)):
        parse_query(lines + "\nASK {}")


def test_broken_files(tmp_path: Path) -> None:
    (tmp_path / "a.rq").write_bytes(b"\xff\xfe")
    with pytest.raises(NotFoundError, match="it is not UTF-8"):
        load_queries(tmp_path)
    (tmp_path / "a.rq").write_text("ASK {}", encoding="utf-8")
    with pytest.raises(QueryError, match=r"no line '#\+ summary"):
        load_queries(tmp_path)
    assert read_query(tmp_path / "a.rq").summary == ""
    with pytest.raises(NotFoundError, match="no such file"):
        read_query(tmp_path / "b.rq")
    with pytest.raises(NotFoundError, match="There is no folder"):
        load_queries(tmp_path / "c")
    with pytest.raises(NotFoundError, match=r"Did you mean 'roles'\? Queries: "):
        find_query(load_queries(QUERIES), "rolse")


def test_defaults_are_read() -> None:
    defaults = {name: [(p.name, p.type, p.default) for p in query.parameters] for name, query in load_queries(QUERIES).items()}
    assert {name: parameters for name, parameters in defaults.items() if parameters} == {
        "affiliations": [("minimum", "integer", "1")],
        "agency-portfolio": [("agency", "entity", BASE + "agency/unep")],
        "document-outline": [("document", "entity", BASE + "document/emg-som28-technical-segment")],
        "decisions-citing": [("decision", "entity", BASE + "decision/1-cp-21")],
        "find-text": [("words", "string", "triple planetary crisis")],
        "most-cited": [("minimum", "integer", "1")],
        "provenance-of": [("entity", "entity", BASE + "workstream/img-biodiversity")],
        "state-on": [("day", "date", "2022-12-31")],
    }


# -- what is refused -------------------------------------------------------------------------------

REFUSED = [
    ("ASK { SERVICE <http://127.0.0.1:9/> { } }", "SERVICE would send"),
    ("ASK { service<http://127.0.0.1:9/>{} }", "SERVICE would send"),
    ("ASK { ?s ?p trueSERVICE <http://127.0.0.1:9/> {?a ?b ?c} }", "SERVICE would send"),  # the engine reads this
    ("ASK { ?s ?p 5SERVICE <http://127.0.0.1:9/> {?a ?b ?c} }", "SERVICE would send"),
    (r"ASK { SERV\u0049CE <http://127.0.0.1:9/> {} }", "SERVICE would send"),
    (r"ASK { \U00000053ERVICE <http://127.0.0.1:9/> {} }", "SERVICE would send"),
    ("ASK { ?s ?p 'unclosed . SERVICE <http://127.0.0.1:9/> {} }", "SERVICE would send"),
    ("ASK { # comment\rSERVICE <http://127.0.0.1:9/> {} }", "SERVICE would send"),
    ("INSERT DATA { <a:a> <a:b> 1 }", "INSERT would change the data"),
    ("PREFIX a: <a:> delete where { ?s ?p ?o }", "DELETE would change the data"),
    ("DROP ALL", "DROP would change the data"),
    ("ASK {" * 1 + "{" * MAX_DEPTH + "}" * MAX_DEPTH + "}", f"more than {MAX_DEPTH} brackets"),
    ("ASK { FILTER" + "(" * 200 + "1" + ")" * 200 + "}", "brackets are nested"),
    ("ASK {} #" + "x" * MAX_BYTES, "up to 262,144 are accepted"),
    ("", "The query is empty"),
    (" # nothing\n", "The query is empty"),
    ("ASK { ?x ?y '\ud800' }", "half a character"),
    ("ASK { ?x a unge:Agency }", "the prefix 'unge:' of 'unge:Agency' is not declared. Did you mean 'uneg'?"),
]


@pytest.mark.parametrize(("query", "words"), REFUSED)
def test_refused(query: str, words: str, store: ox.Store) -> None:
    with pytest.raises(QueryError, match=re.escape(words)):
        run(store, query)


@pytest.mark.parametrize(
    "query",
    [
        "ASK { ?x rdfs:label 'SERVICE <http://x> {}' }",
        'ASK { ?x rdfs:label """a "SERVICE" <x:y> {}""" }',
        "ASK { ?SERVICE a <http://example.org/SERVICE> } # SERVICE",
        "PREFIX service: <http://example.org/> ASK { ?x a service:SERVICE }",
        "ASK { ?x rdfs:label 'x'@service }",
        "ASK {" + "{" * (MAX_DEPTH - 1) + "}" * (MAX_DEPTH - 1) + "}",
        "SELECT (1 AS ?insert) {}",
    ],
)
def test_not_refused(query: str, store: ox.Store) -> None:
    assert run(store, query).kind in {"boolean", "rows"}


def test_long_chains_do_not_end_the_process() -> None:
    """Each of these would overflow a common stack, and with it end the process without an exception."""
    code = """
import pyoxigraph as ox
from kg.query import run
for query in ("SELECT (" + "!" * 20000 + "true AS ?x) {}", "SELECT (true" + "||true" * 10000 + " AS ?x) {}",
              "SELECT (1" + "-1" * 20000 + " AS ?x) {}", "SELECT * {" + "{}" * 20000 + "}"):
    print(len(run(ox.Store(), query).rows))
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120)
    assert done.stdout.split() == ["1", "1", "1", "1"]


def test_nothing_heavy_is_imported() -> None:
    code = "import sys, kg.query, kg.results; print(*sorted({'rdflib', 'rich', 'networkx', 'pyshacl'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


# -- syntax errors ---------------------------------------------------------------------------------

SYNTAX = [
    ("SELECT ?x WHERE { ?x a }", 1, 24, "found '}', expected an object"),
    ("SELECT ?x\nWHERE ?x a ?y }", 2, 7, "found '?x', expected '{'."),
    ("SELECT ?x { ?x a ?y", 1, 20, "the query ends, expected ',', ';', '.', '{', '}'"),
    ("SELECT ?x {\n  ?x a ?y\n  ?z\n}", 3, 3, "found '?z', expected"),
    ("SELECT ?x, ?y { ?x a ?y }", 1, 10, "Variables after SELECT stand without commas."),
    ("SELEC ?x { ?x a ?y }", 1, 1, "Did you mean 'SELECT'?"),
    ("SELECT ?x { ?x a ?y } LIMIT x", 1, 29, "expected a whole number."),
    ("SELECT ?x { ?x a ?y FILTER ?y = 3 }", 1, 28, "expected a condition in brackets."),
    ("SELECT ?x { ?x a ?y FILTER(?x == 3) }", 1, 32, "Equality is written with one '='."),
    ("SELECT ?x { ?x a ?y FILTER NOT EXIST {} }", 1, 32, "Did you mean 'EXISTS'?"),
    ("SELECT ?x { ?x rdfs:label 'abc }", 1, 27, "The quotation mark that opens here is never closed on its line."),
    ("SELECT COUNT(?x) { ?x a ?y }", 1, 8, "(COUNT(?x) AS ?name)"),
    ("SELECT (COUNT(?x) ?n) { ?x a ?y }", 1, 19, "expected AS"),
    ("SELECT * { FILTER(STRLEN(?x > 3) }", 1, 34, "expected ')'"),
    ("SELECT * { ?x a ?y } }", 1, 22, "expected the end of the query"),
    ("SELECT * { VALUES ?x { ?y } }", 1, 24, "expected a value or '}'."),
    ("PREFIX a: <b c> SELECT * {}", 1, 11, "An IRI ends with '>' and has no blanks."),
    ("ASK", 1, 4, "the query ends, expected FROM, WHERE or '{'."),
]


@pytest.mark.parametrize(("query", "line", "column", "words"), SYNTAX)
def test_syntax_error(query: str, line: int, column: int, words: str, store: ox.Store) -> None:
    with pytest.raises(QueryError) as caught:
        run(store, query)
    message, shown, caret = str(caught.value).split("\n")
    assert message.startswith(f"Syntax error in line {line}, column {column}: ")
    assert words in message
    assert shown == "    " + query.split("\n")[line - 1]
    assert caret == "    " + " " * (column - 1) + "^"


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT (COUNT(?x) AS ?n) ?y { ?x a ?y }", "Add it to GROUP BY"),
        ("SELECT ?x { ?x a <foo> }", "<foo> is no complete IRI"),
        ("SELECT ?x { ?x a ?y BIND(1 AS ?x) }", "BIND(… AS ?x) uses a new name"),
        ("SELECT ?x ?x { ?x a ?y }", "Name it once"),
        ("SELECT ?x { ?x a ?y FILTER(<http://a/f>(?x)) }", "<http://a/f> is not supported"),
    ],
)
def test_well_formed_but_wrong(query: str, words: str, store: ox.Store) -> None:
    assert syntax_error(query) is None
    with pytest.raises(QueryError, match=re.escape(words)):
        run(store, query)


def test_excerpt_of_a_long_line_is_cut_around_the_place() -> None:
    _, shown, caret = str(syntax_error("SELECT * { " + "?s ?p ?o . " * 60 + "?x a } " + "# " * 90)).split("\n")
    assert len(shown) < 110
    assert shown[len(caret) - 1] == "}"


# -- answers and notes -----------------------------------------------------------------------------


def test_star_gives_columns_as_they_first_occur(store: ox.Store) -> None:
    assert run(store, "SELECT * { ?z uneg:coChairs ?b . ?a a ?z }").columns == ("z", "b", "a")
    assert run(store, "SELECT DISTINCT * { ?z uneg:coChairs ?b }").columns == ("z", "b")
    assert run(store, "SELECT ?b (COUNT(*) AS ?a) { ?z uneg:coChairs ?b } GROUP BY ?b").columns == ("b", "a")


def test_default_graph_is_the_union_unless_the_query_says_from(store: ox.Store) -> None:
    assert run(store, "ASK { ?x a uneg:IssueManagementGroup . ?c a owl:Class }").records() == [{"answer": "true"}]
    assert run(store, f"ASK FROM <{ONTOLOGY.value}> {{ ?x a uneg:IssueManagementGroup }}").records() == [{"answer": "false"}]


def test_a_graph_holds_a_triple_once(store: ox.Store) -> None:
    described = run(store, f"DESCRIBE <{BASE}agency/alpha>")
    assert described.kind == "graph"
    assert len(set(described.rows)) == len(described.rows) > 5


NOTES = [
    ("SELECT ?x { ?x a uneg:Agencyy }", "The class uneg:Agencyy does not occur in the data. Did you mean uneg:Agency or uneg:"),
    ("SELECT ?x { ?x uneg:coChair ?y }", "The name uneg:coChair does not occur in the data. Did you mean uneg:coChairs or uneg:"),
    ("SELECT ?x { ?x uneg:hosts ?y }", "The property uneg:hosts is defined, but nothing in the data has it."),
    ("SELECT ?x { ?x a uneg:DialogueSeries }", "The class uneg:DialogueSeries has no instance."),
    (f"SELECT ?p {{ <{BASE}agency/alfa> ?p ?o }}", "The name agency/alfa does not occur in the data. Did you mean agency/alpha?"),
    ("SELECT ?x { ?x rdfs:label 'Group on Birds' }", 'occurs with a language only: write "Group on Birds"@en.'),
    ("SELECT ?x { ?x rdfs:label 'ALPHA' }", 'The text "ALPHA" does not occur there, but as uneg:'),
    ("SELECT ?x { ?x rdfs:label 'Nothing' }", 'The text "Nothing" does not occur in the data exactly so.'),
    ("PREFIX uneg: <http://w3id.org/uneg#> SELECT ?x { ?x a uneg:Agent }", "Did you mean <https://w3id.org/uneg/ontology#>?"),
    ("PREFIX u: <http://w3id.org/uneg/ontology#> SELECT ?x { ?x a u:Agent }", "The prefix u: stands for <http://w3id.org/uneg/ontology#>"),
    ("SELECT ?x { ?x uneg:coChairs ?y ; uneg:reportsOn ?y }", "Every name in the query occurs in the data, but nothing matches"),
    ("SELECT ?x { ?x uneg:coChairs ?y OPTIONAL { ?x uneg:acronymm ?z } }", "The term uneg:acronymm does not occur in the data."),
    ("SELECT ?x { ?x uneg:coChairs ?y }", "Declared for you: uneg: <https://w3id.org/uneg/ontology#>."),
]


NOTES += [
    ("SELECT ?x { ?x uneg:coChairs ?y ; uneg:reportsOn ?y }", "`?x uneg:coChairs ?y` and `?x uneg:reportsOn ?y` match each by itself, but never with the same ?x and ?y."),
    ("SELECT ?x { ?x uneg:coChairs ?y . ?y uneg:coChairs ?z }", "never with the same ?y. For example ?y is <https://w3id.org/uneg/workstream/"),
    ("SELECT ?x { ?x uneg:acronym ?a ; rdfs:label 'No such'@en }", "The pattern `?x rdfs:label 'No such'@en` matches nothing by itself. In that"),
    ("SELECT ?x { ?x rdfs:label 'Group on Birds'@fr }", 'The value "Group on Birds"@fr occurs there with the language @en only: write "Group on Birds"@en.'),
    ("SELECT ?x { ?x uneg:order '1' }", 'The value "1" occurs there as xsd:integer only: write 1.'),
    ("SELECT ?x { ?x uneg:acronym 'ALPHA'@en }", 'The value "ALPHA"@en occurs there as xsd:string only: write "ALPHA".'),
    ("SELECT ?x { ?x rdfs:label ?l FILTER(?l = 'Group on Birds') }", 'The values of ?l carry a language: write "Group on Birds"@en, or compare STR(?l).'),
    ("SELECT ?x { ?x uneg:order ?o FILTER('1' = ?o) }", "The values of ?o are xsd:integer, not text: write 1. For example ?o is "),
    ("SELECT ?x { ?x uneg:acronym ?o FILTER(?o = 1) }", 'The values of ?o are text, not numbers: write "1", or compare xsd:integer(?o).'),
    ("SELECT ?x { ?x a ?o FILTER(?o = 'Agency') }", "?o is an IRI, not a text: compare STR(?o), or write an IRI."),
    ("SELECT ?x { ?x uneg:order ?o FILTER(?o > 100000) }", "The patterns find something, but nothing passes `FILTER(?o > 100000)`. For example ?o is "),
    ("SELECT ?x { ?x uneg:coChairs ?y FILTER NOT EXISTS { ?x a ?t } OPTIONAL { ?y rdfs:label ?l } }", "nothing passes `FILTER NOT EXISTS { ?x a ?t }`"),
    ("SELECT ?x { ?x uneg:coChairs ?y MINUS { ?x uneg:coChairs ?z } }", "`MINUS { ?x uneg:coChairs ?z }` takes away all"),
    (f"SELECT ?x {{ GRAPH <{ONTOLOGY.value}> {{ ?x uneg:coChairs ?y }} }}", "What stands in it matches, but not in such a graph."),
    ("SELECT ?x { ?x uneg:coChairs ?y { ?x uneg:order ?z . ?z uneg:order ?w } }", "`?x uneg:order ?z` and `?z uneg:order ?w` match each by itself"),
    ("SELECT ?x { ?x uneg:coChairs ?y } VALUES ?y { uneg:Agency }", "`?x uneg:coChairs ?y` and `VALUES ?y { uneg:Agency }` match each by itself, but never with the same ?y."),
    ("SELECT ?x { { SELECT ?x { { ?x uneg:order ?z . ?z uneg:order ?w } } } }", "`?x uneg:order ?z` and `?z uneg:order ?w` match each by itself"),
    ("SELECT ?x { ?x a ?t { SELECT ?x { ?x uneg:order 'one' } } }", "The pattern `?x uneg:order 'one'` matches nothing by itself."),
    ("SELECT ?x { { ?x uneg:order 'one' } UNION { ?x uneg:order 'two' } }", "The pattern `{ ?x uneg:order 'one' } UNION { ?x uneg:order 'two' }` matches"),
    ("SELECT ?x { ?x uneg:coChairs ?y } LIMIT 0", "The patterns find something, but LIMIT 0 asks for no rows."),
    ("SELECT ?x { ?x uneg:coChairs ?y } OFFSET 1000 LIMIT 3", "The patterns find something, but OFFSET 1000 skips all rows"),
    ("SELECT ?x { ?x uneg:coChairs ?y } GROUP BY ?x HAVING(COUNT(*) > 99)", "The patterns find something, but no group passes HAVING."),
    ("SELECT ?x FROM <urn:none> WHERE { ?x a uneg:Agency }", "The pattern `?x a uneg:Agency` matches nothing by itself."),
    ("SELECT ?x { ?x a uneg:Agencyy . ?x rdfs:label ?l }", "The pattern `?x a uneg:Agencyy` matches nothing by itself."),
]


@pytest.mark.parametrize(("query", "words"), NOTES)
def test_note(query: str, words: str, store: ox.Store) -> None:
    assert words in " ".join(run(store, query).notes)


def test_no_note_where_there_is_nothing_to_say(store: ox.Store) -> None:
    assert run(store, "PREFIX uneg: <https://w3id.org/uneg/ontology#> SELECT ?x { ?x uneg:coChairs ?y }").notes == ()
    for name in NAMES:
        assert run(store, bind(load_queries(QUERIES)[name], DEFAULTS.get(name, {}), store)).notes == (), name


def test_the_search_for_what_empties_an_answer_ends_in_time(store: ox.Store) -> None:
    asked: list[str] = []

    def slow(sparql: str) -> Result:
        asked.append(sparql)
        time.sleep(0.2)
        return run(store, sparql, explain=False)

    query = "SELECT * { " + " ".join(f"?x{i} a ?y{i} ; rdfs:label ?l{i} ." for i in range(20)) + " ?x1 a uneg:None }"
    assert emptied_by(query, slow, seconds=0.5) == []
    assert len(asked) <= 4


@pytest.mark.parametrize("query", ["ASK {}", "SELECT * {}", "SELECT * { << ?a ?b ?c >> ?p ?o }", "DESCRIBE ?x { ?x a ?y }", "SELECT", "SELECT * {", "?x }"])
def test_what_has_no_conjuncts_is_left_alone(query: str) -> None:
    assert conjuncts(query).parts == ()


@given(st.lists(st.sampled_from("SELECT CONSTRUCT WHERE FILTER OPTIONAL GRAPH UNION VALUES BIND NOT EXISTS { } { } ( ) [ ] . ; , ?x ?y a ex:p 'a' @en ^^ ^ / * 5 -".split())))
def test_whatever_is_written_is_cut_up_or_left_alone(words: list[str]) -> None:
    conjuncts("SELECT * { " + " ".join(words) + " }")
    conjuncts(" ".join(words))


def test_every_saved_query_can_be_asked_in_parts(store: ox.Store) -> None:
    for name, query in load_queries(QUERIES).items():
        cut = conjuncts(query.text)
        assert cut.parts, name
        for number in range(len(cut.parts) + 1):
            run(store, cut.ask(cut.parts[:number]), explain=False)


def test_conjuncts() -> None:
    cut = conjuncts(
        "SELECT * { ?x a ex:C ; ex:p ?l, -5.0 ; . FILTER(?l = '}') ?x ex:p+/^(ex:q|!ex:r)? ?y . OPTIONAL { ?a ?b ?c } {} UNION { ?s ?p 5 } "
        "GRAPH ?g { ?a ?b ?c } BIND(1 AS ?n) VALUES (?v) { (1) } FILTER regex(?x, 'a') [] ex:p 'a'@en ; ex:q 'b'^^ex:d . [ ex:p ?z ] . (1 2) ex:p _:b } VALUES ?w { 1 }"
    )
    assert [part.text for part in cut.parts if part.kind == "triple"] == [
        *("?x a ex:C", "?x ex:p ?l", "?x ex:p -5.0", "?x ex:p+/^(ex:q|!ex:r)? ?y"),
        *("[] ex:p 'a'@en ; ex:q 'b'^^ex:d", "[ ex:p ?z ]", "(1 2) ex:p _:b"),
    ]
    assert [part.kind for part in cut.parts if part.kind != "triple"] == ["optional", "union", "graph", "bind", "values", "values", "filter", "filter"]


def test_empty_dataset_is_named() -> None:
    assert run(ox.Store(), "SELECT ?s { ?s ?p ?o }").notes == ("The dataset is empty. Build one with 'kg build'.",)


# -- forms of an answer ----------------------------------------------------------------------------

IRI = ox.NamedNode(BASE + "agency/alpha")
ANSWER = Result(
    ("who", "text"),
    (
        (IRI, ox.Literal('a, "b"\r\nc | <d> *e*', language="en")),
        (ox.BlankNode("b0"), ox.Literal(5)),
        (None, ox.Literal("")),
    ),
)


def test_csv_is_rfc_4180() -> None:
    assert render(ANSWER, "csv") == f'who,text\r\n{IRI.value},"a, ""b""\r\nc | <d> *e*"\r\n_:b0,5\r\n,\r\n'


@pytest.mark.parametrize(("form", "parser"), [("tsv", ox.QueryResultsFormat.TSV), ("json", ox.QueryResultsFormat.JSON)])
def test_results_formats_come_back(form: str, parser: ox.QueryResultsFormat) -> None:
    back = ox.parse_query_results(render(ANSWER, form), parser)
    assert [variable.value for variable in back.variables] == ["who", "text"]  # type: ignore[union-attr]
    assert [tuple(row) for row in back] == list(ANSWER.rows)  # type: ignore[union-attr]


def test_json_of_an_ask(store: ox.Store) -> None:
    assert json.loads(render(run(store, "ASK {}"), "json")) == {"head": {}, "boolean": True}
    assert render(run(store, "ASK { ?x a <http://example.org/x> }"), "table") == "false\n"


def test_markdown_has_links_and_no_markup_of_its_own() -> None:
    lines = render(ANSWER, "markdown", labels={IRI.value: "Alpha *x*"}).splitlines()
    assert lines[0] == "| who | text |"
    assert lines[2] == rf'| [Alpha \*x\*](<{IRI.value}>) | a, "b" c \| &lt;d&gt; \*e\* |'


def test_piped_table_has_one_line_a_row() -> None:
    assert render(ANSWER, "table", width=0).splitlines() == ["who           text", 'agency/alpha  a, "b" c | <d> *e*', "_:b0          5", ""]


def test_table_for_a_terminal_shows_labels_and_wraps() -> None:
    rows = tuple((IRI, ox.Literal("Alpha Programme"), ox.Literal("words " * 30)) for _ in range(2))
    shown = render(Result(("who", "whoLabel", "quote"), rows), "table", width=60)
    assert max(map(len, shown.splitlines())) <= 60
    assert shown.count("Alpha Programme") == 2
    assert BASE not in shown
    assert "whoLabel" not in shown
    assert shown.endswith("2 rows\n")


def test_table_that_is_too_wide_becomes_records() -> None:
    columns = ("a", *(f"column{number}" for number in range(9)), "empty")
    shown = render(Result(columns, ((IRI, *(ox.Literal(str(number)) for number in range(9)), None),)), "table", labels={IRI.value: "Alpha"}, width=80)
    assert re.search(r"^a +Alpha agency/alpha$", shown, re.MULTILINE)
    assert re.search(r"^column8 +8$", shown, re.MULTILINE)
    assert shown.endswith("1 row; empty: empty\n")


def test_control_characters_do_not_reach_the_terminal() -> None:
    hostile = Result(("x",), ((ox.Literal("\x1b[31mred\x07 [bold]b[/bold]"),),))
    for width in (0, 80):
        shown = render(hostile, "table", width=width)
        assert "\x1b" not in shown
        assert "[bold]b[/bold]" in shown


GRAPHS = {
    "turtle": ox.RdfFormat.TURTLE,
    "trig": ox.RdfFormat.TRIG,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "nquads": ox.RdfFormat.N_QUADS,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
}


@pytest.mark.parametrize("form", GRAPHS)
def test_graph_formats_come_back(form: str, store: ox.Store) -> None:
    graph = run(store, "CONSTRUCT { ?x rdfs:label ?l ; uneg:coChairs ?y } WHERE { ?x uneg:coChairs ?y ; rdfs:label ?l }")
    shown = render(graph, form)
    assert {quad.triple for quad in ox.parse(shown, GRAPHS[form])} == {ox.Triple(*row) for row in graph.rows}  # type: ignore[arg-type]
    assert render(graph, form) == shown


def test_prefixes_of_turtle_are_those_needed_in_order(store: ox.Store) -> None:
    shown = render(run(store, "CONSTRUCT WHERE { ?x a uneg:TaskTeam ; rdfs:label ?l }"), "ttl")
    assert re.findall(r"@prefix (\w+):", shown) == ["rdf", "rdfs", "uneg"]


def test_every_format_is_tested() -> None:
    assert set(FORMATS) == {"table", "csv", "tsv", "json", "markdown", *GRAPHS}
    assert set(ALIASES.values()) <= set(FORMATS)


@pytest.mark.parametrize(
    ("query", "form", "words"),
    [
        ("SELECT ?x { ?x a ?y }", "turtle", "ask with CONSTRUCT instead of SELECT"),
        ("ASK {}", "turtle", "The answer to an ASK has no form as turtle. Choose one of: table, csv"),
        ("CONSTRUCT WHERE { ?x a ?y }", "json", "Choose one of: table, csv, tsv, markdown, turtle"),
        ("ASK {}", "cvs", "There is no format 'cvs'. Did you mean 'csv'"),
    ],
)
def test_wrong_format(query: str, form: str, words: str, store: ox.Store) -> None:
    with pytest.raises(QueryError, match=re.escape(words)):
        render(run(store, query), form)


LITERALS = st.builds(ox.Literal, st.text(st.characters(codec="utf-8"), max_size=12))
CELLS = st.one_of(st.none(), st.just(IRI), LITERALS)


@given(st.integers(1, 4).flatmap(lambda size: st.lists(st.tuples(*[CELLS] * size), max_size=6).map(lambda rows: (size, rows))))
def test_csv_comes_back(case: tuple[int, list[tuple[ox.NamedNode | ox.Literal | None, ...]]]) -> None:
    size, rows = case
    columns = tuple(f"c{number}" for number in range(size))
    shown = render(Result(columns, tuple(rows)), "csv")
    assert list(csv.reader(io.StringIO(shown, newline=""), strict=True)) == [list(columns), *([text(cell) for cell in row] for row in rows)]


@given(st.lists(LITERALS, min_size=1, max_size=4))
def test_json_and_tsv_come_back(literals: list[ox.Literal]) -> None:
    result = Result(("x",), tuple((literal,) for literal in literals))
    for form, parser in (("json", ox.QueryResultsFormat.JSON), ("tsv", ox.QueryResultsFormat.TSV)):
        assert [row[0] for row in ox.parse_query_results(render(result, form), parser)] == literals  # type: ignore[union-attr]


def test_labels_of_an_answer(store: ox.Store) -> None:
    labels = labels_of(store, run(store, "SELECT ?x { VALUES ?x { <https://w3id.org/uneg/agency/alpha> uneg:leads <a:b> } }"))
    assert labels == {BASE + "agency/alpha": "Alpha Programme", PREFIXES["uneg"] + "leads": "leads"}


# -- endpoints -------------------------------------------------------------------------------------


class _Endpoint(BaseHTTPRequestHandler):
    """Answers by path; the last query is kept."""

    asked: ClassVar[list[str]] = []
    pages: ClassVar[dict[str, tuple[int, str, str]]] = {
        "/json": (200, "application/sparql-results+json; charset=utf-8", render(ANSWER, "json")),
        "/ask": (200, "application/sparql-results+json", '{"head":{},"boolean":true}'),
        "/turtle": (200, "text/turtle", "<a:a> <a:b> 1 ."),
        "/page": (200, "text/html", "<h1>Welcome</h1>"),
        "/broken": (200, "application/sparql-results+json", '{"head":'),
        "/bad": (400, "text/plain", "Parse error at <b>line 3</b>"),
        "/none": (404, "text/html", ""),
        "/busy": (503, "text/plain", "later"),
    }

    def do_POST(self) -> None:
        self.asked.append(self.rfile.read(int(self.headers["Content-Length"])).decode())
        if self.path == "/slow":
            threading.Event().wait(1.5)
            return
        status, media_type, body = self.pages[self.path]
        self.send_response(status)
        self.send_header("Content-Type", media_type)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def endpoint() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Endpoint)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
    thread.join()


def test_endpoint_gives_rows_booleans_and_graphs(endpoint: str) -> None:
    assert run_remote(endpoint + "/json", "SELECT * {}").rows == ANSWER.rows
    assert run_remote(endpoint + "/ask", "ASK {}").records() == [{"answer": "true"}]
    assert run_remote(endpoint + "/turtle", "DESCRIBE <a:a>").kind == "graph"


def test_known_prefixes_are_sent_along(endpoint: str) -> None:
    result = run_remote(endpoint + "/ask", "ASK { ?x a uneg:Agent , wdt:P31 }")
    assert "PREFIX+uneg%3A+%3Chttps%3A%2F%2Fw3id.org%2Funeg%2Fontology%23%3E" in _Endpoint.asked[-1]
    assert "PREFIX+wdt" not in _Endpoint.asked[-1]
    assert result.notes == ("Declared for you: uneg: <https://w3id.org/uneg/ontology#>.",)


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("/page", "answers with text/html, not with SPARQL results"),
        ("/broken", "is called application/sparql-results+json but is not"),
        ("/bad", "400 Bad Request. It does not accept the query. It says: Parse error at line 3"),
        ("/none", "many endpoints end in /sparql"),
        ("/busy", "503 Service Unavailable. It has trouble of its own; try again later."),
    ],
)
def test_endpoint_that_does_not_answer_well(endpoint: str, path: str, words: str) -> None:
    with pytest.raises(QueryError, match=re.escape(words)):
        run_remote(endpoint + path, "ASK {}")


def test_endpoint_that_is_slow_or_not_there(endpoint: str) -> None:
    with pytest.raises(QueryError, match=r"has not answered within 0\.2 seconds"):
        ask_endpoint(endpoint + "/slow", "ASK {}", timeout=0.2)
    with pytest.raises(QueryError, match="Nobody answers at"):
        run_remote("http://127.0.0.1:1/sparql", "ASK {}")
    for address in ("file:///etc/passwd", "ftp://example.org/", "example.org", "http://"):
        with pytest.raises(QueryError, match="is no address of an endpoint"):
            run_remote(address, "ASK {}")


# -- tokens ----------------------------------------------------------------------------------------


@given(st.text(st.characters(codec="utf-8"), max_size=60))
def test_tokens_cover_the_text_and_nothing_breaks(query: str) -> None:
    tokens = tokenize(query)
    assert all(query[token.start : token.start + len(token.text)] == token.text for token in tokens)
    assert [token.start for token in tokens] == sorted({token.start for token in tokens})
    syntax_error(query)
    with suppress(QueryError):
        assert check(query) == tokens
