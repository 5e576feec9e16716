"""The pipeline: stages leave their arguments alone, and two runs give the same bytes."""

from __future__ import annotations

import ast
import copy
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from kg.corpus import Failure, read_all
from kg.extract import extract
from kg.graph import to_dataset
from kg.mentions import find_mentions
from kg.namespaces import BASE
from kg.parse import parse
from kg.pipeline import build, build_files, read_document
from kg.reason import materialize
from kg.resources import folder
from kg.source import read
from kg.validate import validate

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from kg.mentions.gazetteer import Gazetteer
    from kg.ontology import Ontology
    from kg.pipeline import Build, Reading

    Rows = list[dict[str, str]]


# -- what it does --------------------------------------------------------------------------------


def test_the_pipeline_is_a_table_of_contents(root: Path) -> None:
    """No decision, no error handling, no file access stands in it: only the stages, in their order."""
    tree = ast.parse((root / "kg" / "pipeline.py").read_text(encoding="utf-8"))
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert [f.name for f in functions] == ["read_document", "build", "build_files"]
    assert not [n for f in functions for n in ast.walk(f) if isinstance(n, ast.If | ast.Try | ast.With | ast.While | ast.Raise)]
    called = [n.func.id for f in functions[:2] for n in ast.walk(f) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
    order = [name for name in called if name in {"parse", "find_mentions", "extract", "to_dataset", "merge", "materialize", "validate"}]
    assert [name for name in order if name not in {"to_dataset", "validate"}] == ["parse", "find_mentions", "extract", "merge", "materialize"]


def test_a_build_keeps_every_intermediate_value(report: Reading, built: Build) -> None:
    assert report.document.passages
    assert report.mentions.items
    assert report.statements.items
    assert report.dataset.quads <= built.asserted.quads <= built.dataset.quads
    (summary,) = built.summaries
    assert summary.passages == len(report.document.passages)
    assert summary.mentions == len(report.mentions.items)
    assert summary.statements == len(report.statements.items)
    assert (summary.decisions, summary.family) == (31, "inter-agency-report")
    assert set(report.statements.doubts) <= set(summary.doubts)


def test_files_are_read_and_built(tmp_path: Path, ontology: Ontology, reading_of: Callable[..., Reading]) -> None:
    (tmp_path / "example.md").write_text(TEXT, encoding="utf-8")
    one, other = build_files([tmp_path / "example.md"], ontology), build([reading_of(TEXT).part], ontology)
    assert one.dataset == other.dataset
    assert one.report == other.report
    assert one.summaries == other.summaries


def test_several_documents_are_one_dataset(reading_of: Callable[..., Reading], ontology: Ontology, ask: Callable[..., Rows]) -> None:
    one = reading_of("1. UNEP leads the IMG on Water.\n\n2. The end.\n", slug="one")
    other = reading_of("1. The Issue Management Group on Water is hosted by FAO.\n\n2. The end.\n", slug="other")
    both = build([one.part, other.part], ontology)
    assert both.report.conforms
    rows = ask(both.dataset, "SELECT DISTINCT ?d ?a { ?c a uneg:RoleAssignment ; uneg:target ?w ; uneg:agent ?a ; prov:wasQuotedFrom/uneg:partOfDocument ?d }")
    assert {(r["d"].rpartition("/")[2], r["a"].rpartition("/")[2]) for r in rows} == {("one", "unep"), ("other", "fao")}
    labels = ask(both.dataset, f"SELECT DISTINCT ?l {{ <{BASE}workstream/img-water> rdfs:label ?l }}")
    assert [row["l"] for row in labels] == ["Issue Management Group on Water"]
    assert build([other.part, one.part], ontology).dataset == both.dataset


# -- stages and their arguments ------------------------------------------------------------------

TEXT = """1. UNEP presented the progress of the IMG on Water, co-chaired by FAO and WHO. The IMG met Ms. Ada Roe.

Suggested Actions: IMG on Water

The Senior Officials:

- a) Agree to extend the IMG for one year.

2. COP15 was held.

Annex I. List of participants

1. Ada Roe (CBD)
"""


@pytest.fixture
def reading(reading_of: Callable[..., Reading]) -> Reading:
    return reading_of(TEXT)


def test_parse_leaves_the_source_alone(reading: Reading) -> None:
    source = reading.document.source
    before = copy.deepcopy(source)
    parse(source)
    assert source == before


def test_find_mentions_leaves_the_document_and_the_gazetteer_alone(reading: Reading, gazetteer: Gazetteer) -> None:
    before, names = copy.deepcopy(reading.document), copy.deepcopy(gazetteer.entities)
    find_mentions(reading.document, gazetteer)
    assert reading.document == before
    assert gazetteer.entities == names
    assert dict(gazetteer.by_iri) == {entity.iri: entity for entity in names}


def test_extract_leaves_the_document_and_the_mentions_alone(reading: Reading) -> None:
    before = copy.deepcopy((reading.document, reading.mentions))
    extract(reading.document, reading.mentions)
    assert (reading.document, reading.mentions) == before


def test_to_dataset_leaves_everything_alone(reading: Reading) -> None:
    before = copy.deepcopy((reading.document, reading.mentions, reading.statements))
    to_dataset(reading.document, reading.mentions, reading.statements)
    assert (reading.document, reading.mentions, reading.statements) == before


def test_materialize_and_validate_leave_the_dataset_and_the_ontology_alone(reading: Reading, ontology: Ontology) -> None:
    before = set(reading.dataset.quads)
    terms, names = list(ontology.core), list(ontology.gazetteer)
    closed = materialize(reading.dataset, ontology)
    after = set(closed.quads)
    validate(closed, ontology)
    assert set(reading.dataset.quads) == before
    assert set(closed.quads) == after
    assert (list(ontology.core), list(ontology.gazetteer)) == (terms, names)


def test_reading_one_document_changes_nothing_for_the_next(report_path: Path, gazetteer: Gazetteer, report: Reading, reading_of: Callable[..., Reading]) -> None:
    first = reading_of(TEXT)
    assert read_document(read(report_path), gazetteer).dataset == report.dataset
    assert reading_of(TEXT).dataset == first.dataset


# -- several files -------------------------------------------------------------------------------


@pytest.fixture
def three(tmp_path: Path) -> list[Path]:
    paths = [tmp_path / f"{name}.md" for name in ("a", "b", "c")]
    for path in paths:
        path.write_text(f"1. UNEP leads the IMG on {path.stem.upper()}ir.\n\n2. The end.\n", encoding="utf-8")
    return paths


def test_files_are_read_in_the_order_given(three: list[Path]) -> None:
    for jobs in (1, 2):
        parts = list(read_all(three[::-1], folder("ontology"), BASE, jobs=jobs))
        assert [part.summary.slug for part in parts] == ["c", "b", "a"]


def test_a_file_that_cannot_be_read_is_a_failure_and_the_others_are_read(three: list[Path]) -> None:
    three[1].write_bytes(b"\x89PNG\x00")
    parts = list(read_all(three, folder("ontology"), BASE))
    assert [isinstance(part, Failure) for part in parts] == [False, True, False]
    assert "is a binary file" in parts[1].message


@pytest.mark.parametrize("twin", ["a.txt", "A.md"])
def test_of_two_files_whose_iris_would_clash_the_second_is_refused(three: list[Path], tmp_path: Path, twin: str) -> None:
    (tmp_path / "other").mkdir()
    path = tmp_path / "other" / twin
    path.write_text("1. One.\n", encoding="utf-8")
    found = list(read_all([*three, path], folder("ontology"), BASE))
    (failure,) = (part for part in found if isinstance(part, Failure))
    assert failure.path == path
    assert "so their IRIs would clash. Rename one of them." in failure.message
    assert [part.summary.slug for part in found if not isinstance(part, Failure)] == ["a", "b", "c"]


def test_what_was_read_once_is_remembered(three: list[Path], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    once = list(read_all(three, folder("ontology"), BASE, cache=cache))
    assert len(list(cache.glob("*.nq"))) == 3
    assert list(read_all(three, folder("ontology"), BASE, cache=cache)) == once
    three[0].write_text("1. FAO leads the IMG on Fire.\n\n2. The end.\n", encoding="utf-8")
    again = list(read_all(three, folder("ontology"), BASE, cache=cache))
    assert again[0] != once[0]
    assert again[1:] == once[1:]
    assert len(list(cache.glob("*.nq"))) == 3


def test_a_damaged_memory_is_none(three: list[Path], tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    once = list(read_all(three, folder("ontology"), BASE, cache=cache))
    for number, path in enumerate(sorted(cache.glob("*.nq"))):
        path.write_bytes((b"", b"<x> <y>", b"\xff\xfe")[number])
    for path in cache.glob("*.json"):
        path.write_bytes(b"{")
    assert list(read_all(three, folder("ontology"), BASE, cache=cache)) == once


# -- the same bytes ------------------------------------------------------------------------------

COMMAND = "import sys; from kg.cli import main; sys.argv[0] = 'kg'; main()"


@pytest.fixture(scope="module")
def two_builds(tmp_path_factory: pytest.TempPathFactory, environment: dict[str, str]) -> tuple[Path, Path]:
    """Two builds of the shipped report, at the same time, in processes that order their sets differently."""
    folders = tmp_path_factory.mktemp("one"), tmp_path_factory.mktemp("other")
    running = [
        subprocess.Popen([sys.executable, "-c", COMMAND, "build", "-o", str(where)], env=environment | {"PYTHONHASHSEED": seed}, stdout=subprocess.PIPE)
        for where, seed in zip(folders, ("1", "4711"), strict=True)
    ]
    words = [process.communicate(timeout=120)[0] for process in running]
    assert [process.returncode for process in running] == [0, 0], words
    return folders


def test_two_builds_give_the_same_bytes(two_builds: tuple[Path, Path]) -> None:
    one, other = ({str(p.relative_to(f)): p.read_bytes() for p in f.rglob("*") if p.is_file() and "store" not in p.parts} for f in two_builds)
    assert one.keys() == other.keys()
    assert [name for name in one if one[name] != other[name]] == []


def test_a_build_writes_what_the_contract_says(two_builds: tuple[Path, Path]) -> None:
    names = {path.name for path in two_builds[0].iterdir()}
    assert names >= {
        "dataset.nq", "dataset.trig", "graph.ttl", "graph.jsonld", "graph.rdf", "graph.nt", "catalog.ttl", "network.html", "network.graphml", "network.gexf",
        "validation.md", "validation.ttl", "answers", "store",
    }  # fmt: skip
    assert not [name for name in names if name.startswith(".")]
    queries = {path.stem for path in folder("queries").glob("*.rq")}
    assert {path.stem for path in (two_builds[0] / "answers").iterdir()} == queries


def test_the_files_say_what_was_built(two_builds: tuple[Path, Path], built: Build) -> None:
    lines = (two_builds[0] / "dataset.nq").read_text(encoding="utf-8").splitlines()
    assert len([line for line in lines if not line.endswith("/graph/service> .")]) == len(built.dataset)
    assert "**The dataset conforms.**" in (two_builds[0] / "validation.md").read_text(encoding="utf-8")


def test_no_clock_and_no_place_stands_in_the_files(two_builds: tuple[Path, Path], root: Path) -> None:
    """Of today there is only what the ontology says of its own release."""
    from datetime import UTC, datetime

    today = re.compile(datetime.now(tz=UTC).date().isoformat().encode() + rb"(?:T[0-9:]+)?")
    known = set(today.findall(b"".join(path.read_bytes() for path in folder("ontology").glob("*.ttl"))))
    for path in two_builds[0].rglob("*"):
        if path.is_file() and "store" not in path.parts:
            data = path.read_bytes()
            assert str(root).encode() not in data, path.name
            assert str(two_builds[0]).encode() not in data, path.name
            assert set(today.findall(data)) <= known, path.name


# -- errors of the command -----------------------------------------------------------------------

ERRORS = [
    (["build", "missing.md"], "kg: No file 'missing.md'. Give the path of a document"),
    (["build", "empty.md"], "is empty: there is nothing to read."),
    (["build", "picture.md"], "is a binary file, not text"),
    (["build", "good.md", "--base", "nope"], "'nope' cannot begin IRIs"),
    (["build", "good.md", "--family", "decision"], "No family 'decision'. Did you mean 'decisions'"),
    (["build", "good.md", "-o", "file"], "Cannot write to 'file'"),
]


@pytest.mark.parametrize(("arguments", "said"), ERRORS, ids=[" ".join(a) for a, _ in ERRORS])
def test_an_error_is_one_line_and_nothing_is_written(tmp_path: Path, environment: dict[str, str], arguments: list[str], said: str) -> None:
    (tmp_path / "empty.md").write_bytes(b"\n")
    (tmp_path / "picture.md").write_bytes(b"\x89PNG\x00")
    (tmp_path / "good.md").write_bytes(b"1. One.\n")
    (tmp_path / "file").write_bytes(b"mine")
    before = sorted(path.name for path in tmp_path.iterdir())
    done = subprocess.run([sys.executable, "-c", COMMAND, *arguments], env=environment, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert said in done.stderr
    assert len(done.stderr.strip().splitlines()) == 1
    assert done.stdout == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == before
