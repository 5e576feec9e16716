"""The graph that describes the dataset: written with it, and no part of what the documents say."""

from __future__ import annotations

import csv
import shutil
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from kg.check import validation_of
from kg.diff import compare
from kg.export import open_store, read_dataset
from kg.kit import collect
from kg.namespaces import BASE, PREFIXES
from kg.output import write_build
from kg.query import load_queries, run
from kg.resources import folder
from kg.service import data_of, described

if TYPE_CHECKING:
    from pathlib import Path

    from kg.pipeline import Build

GRAPH = ox.NamedNode(BASE + "graph/service")
QUERIES, ONTOLOGY = folder("queries"), folder("ontology")


@pytest.fixture(scope="module")
def output(built: Build, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("build") / "output"
    write_build(built, QUERIES, place)
    return place


@pytest.fixture(scope="module")
def store(output: Path) -> ox.Store:
    return open_store(output)


def test_the_build_writes_it_into_every_file(output: Path, store: ox.Store) -> None:
    quads = {quad for quad in read_dataset(output).quads if quad.graph_name == GRAPH}
    assert len(quads) > 300
    assert {quad.triple for quad in store.quads_for_pattern(None, None, None, GRAPH)} == {quad.triple for quad in quads}
    for name in ("graph.nt", "graph.ttl"):
        assert {quad.triple for quad in quads} <= {quad.triple for quad in ox.parse(path=str(output / name))}, name


def test_editors_find_the_prefixes_and_the_questions(store: ox.Store) -> None:
    rows = run(store, "SELECT ?prefix ?namespace { GRAPH ?g { [] sh:declare [ sh:prefix ?prefix ; sh:namespace ?namespace ] } }").records()
    assert {row["prefix"]: row["namespace"] for row in rows} == PREFIXES
    rows = run(store, "SELECT ?name ?text ?words { ?q a sh:SPARQLExecutable ; schema:name ?name ; sh:select ?text ; rdfs:comment ?words }").records()
    assert {row["name"]: (row["text"], row["words"]) for row in rows} == {q.name: (q.text, q.summary) for q in load_queries(QUERIES).values()}


def test_void_counts_what_is_there(output: Path, store: ox.Store) -> None:
    (said,) = run(store, f"SELECT ?n {{ GRAPH <{GRAPH.value}> {{ <{BASE}dataset> a void:Dataset ; void:triples ?n ; void:uriSpace '{BASE}' }} }}").records()
    assert int(said["n"]) == len((output / "graph.nt").read_text(encoding="utf-8").splitlines())
    catalogue = ox.Store()
    catalogue.load(path=str(output / "catalog.ttl"))
    counts = {quad.object.value for quad in catalogue.quads_for_pattern(ox.NamedNode(BASE + "dataset"), ox.NamedNode(PREFIXES["void"] + "triples"), None)}  # type: ignore[union-attr]
    assert counts == {said["n"]}


def test_without_it_the_dataset_is_what_was_built(built: Build, output: Path) -> None:
    assert data_of(read_dataset(output)).quads == built.dataset.quads
    assert data_of(built.dataset).quads == built.dataset.quads


def test_nothing_is_said_or_inferred_of_it(output: Path, store: ox.Store) -> None:
    about = {quad.subject for quad in store.quads_for_pattern(None, None, None, GRAPH)} - {ox.NamedNode(BASE + "dataset")}
    others = {quad for node in about for quad in store.quads_for_pattern(node, None, None) if quad.graph_name not in {GRAPH, ox.DefaultGraph()}}
    assert others == set()
    report, conforms = validation_of(output, ONTOLOGY, reasoner=False)
    assert conforms
    assert "graph/service#" not in report
    assert "graph/service#" not in (output / "validation.ttl").read_text(encoding="utf-8")


def test_it_shows_in_no_answer_and_in_no_network(output: Path) -> None:
    for path in (output / "answers").glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            cells = {cell for row in csv.reader(file) for cell in row}
        assert not any("graph/service" in cell for cell in cells), path.name
    assert "graph/service#" not in (output / "network.graphml").read_text(encoding="utf-8")


def test_no_thing_is_called_as_a_question_is(store: ox.Store) -> None:
    assert run(store, f"SELECT ?x {{ GRAPH <{GRAPH.value}> {{ ?x rdfs:label|foaf:name|dcterms:title|skos:altLabel ?l }} }}", explain=False).rows == ()


def test_another_question_is_no_other_data(built: Build, output: Path, tmp_path: Path) -> None:
    other = tmp_path / "queries"
    shutil.copytree(QUERIES, other)
    (other / "things.rq").write_text("#+ summary: What is there?\nSELECT * { ?s ?p ?o } LIMIT 3", encoding="utf-8")
    write_build(built, other, tmp_path / "output")
    difference = compare(output, tmp_path / "output", QUERIES)
    assert (difference.added, difference.removed) == (0, 0)


def test_an_edition_without_people_has_it_too(output: Path) -> None:
    kit = collect(output, ONTOLOGY, QUERIES, ("nq",), without_people=True)
    names = (quad for quad in kit.dataset.quads if quad.graph_name == GRAPH and quad.predicate.value == PREFIXES["sh"] + "select")
    assert len(list(names)) == len(load_queries(QUERIES))


def test_another_base_is_in_it(built: Build) -> None:
    whole = described(built.dataset, load_queries(QUERIES), "https://data.example.org/")
    assert {quad.graph_name for quad in whole.quads - built.dataset.quads} == {ox.NamedNode("https://data.example.org/graph/service")}
