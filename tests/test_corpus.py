"""Real documents, where they are here: each is read, and what decides nothing decides nothing."""

from __future__ import annotations

import gc
from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from kg.model import Decision, Mention, Role
from kg.namespaces import BASE
from kg.pipeline import build, read_document
from kg.source import read

if TYPE_CHECKING:
    from pathlib import Path

    from kg.mentions.gazetteer import Gazetteer
    from kg.ontology import Ontology
    from kg.pipeline import Reading

SUFFIXES = {".md", ".txt", ".pdf"}


@pytest.fixture(scope="module")
def readings(corpus: Path, gazetteer: Gazetteer) -> dict[str, Reading]:
    """The reading of every document, by its name; nothing of it is ever garbage, so nobody need look for some."""
    paths = sorted(path for path in corpus.rglob("*") if path.suffix in SUFFIXES and path.name != "README.md")
    gc.disable()
    try:
        return {path.name: read_document(read(path), gazetteer) for path in paths}
    finally:
        gc.enable()


def tail(iri: str) -> str:
    return iri.rpartition("/")[2]


def of_kind(reading: Reading, kind: type) -> list[object]:
    return [item for item in reading.statements.items if type(item) is kind]


def test_every_document_is_read(readings: dict[str, Reading]) -> None:
    assert len(readings) >= 50
    for name, reading in readings.items():
        assert reading.document.passages, name
        assert reading.mentions.items, name
        assert len(reading.dataset) > 100, name


def test_every_quote_is_true_to_its_text(readings: dict[str, Reading]) -> None:
    for name, reading in readings.items():
        spans = {p.id: p.span for p in reading.document.passages}
        length = len(reading.document.source.text)
        assert all(p.span.end <= length for p in reading.document.passages), name
        pointing: list[tuple[str, object]] = [(m.passage, m.span) for m in reading.mentions.items if isinstance(m, Mention)]
        pointing += [(item.evidence.passage, item.evidence.span) for item in reading.statements.items]
        assert [where for where in pointing if not spans[where[0]].covers(where[1])] == [], name


def test_passages_stand_in_order_and_apart(readings: dict[str, Reading]) -> None:
    for name, reading in readings.items():
        outer = [p for p in reading.document.passages if not p.parent]
        overlapping = [(a.number, b.number) for a, b in pairwise(outer) if a.span.end > b.span.start]
        assert overlapping == [], name


FAMILIES = {
    "obis-executive-committee-2021-news.md": "news",
    "stockholm50-regional-consultations-synthesis.md": "thematic",
    "emg-stockholm50-delivering-summary.md": "thematic",
    "cbd-cop12-decision-xii-6-excerpt.txt": "decisions",
    "sbi2016-8-report-sb-44.txt": "meeting-report",
    "cp2018-24-2018-decisions-1-to-12.txt": "decisions",
}


@pytest.mark.parametrize("name", FAMILIES)
def test_the_family_of_a_document(readings: dict[str, Reading], name: str) -> None:
    assert readings[name].document.family == FAMILIES[name], readings[name].document.reason


def test_most_documents_are_of_the_family_that_their_name_says(readings: dict[str, Reading]) -> None:
    """Decisions have `cp`, `cma` or `cmp` in their names, reports of sessions `sb`."""
    wrong = [
        (name, reading.document.family)
        for name, reading in readings.items()
        if (name.startswith(("cp", "cma")) and "decision" in name and reading.document.family not in {"decisions", "draft"})
        or (name.startswith("sb") and reading.document.family != "meeting-report")
    ]
    assert len(wrong) <= 2, wrong


HOSTS = {"sweden host stockholm-50", "kenya host stockholm-50"}
QUIET = {
    "obis-executive-committee-2021-news.md": {
        "tdwg collaborator obis-genetic-data-project-team",
        "gbif collaborator obis-genetic-data-project-team",
    },
    "stockholm50-regional-consultations-synthesis.md": HOSTS,
    "stockholm50-regional-consultations-synthesis.pdf": HOSTS,
}


@pytest.mark.parametrize("name", QUIET)
def test_what_decides_nothing_has_no_decisions_and_only_the_roles_it_states(readings: dict[str, Reading], name: str) -> None:
    """A news item, and a synthesis with hundreds of imperative bullets."""
    assert of_kind(readings[name], Decision) == []
    roles = [item for item in readings[name].statements.items if isinstance(item, Role)]
    assert {" ".join((tail(role.agent), role.role, tail(role.target))) for role in roles} == QUIET[name]


def test_a_thematic_summary_decides_nothing(readings: dict[str, Reading]) -> None:
    for suffix in ("md", "pdf"):
        assert of_kind(readings[f"emg-stockholm50-delivering-summary.{suffix}"], Decision) == []


def test_governing_bodies_decide(readings: dict[str, Reading]) -> None:
    for name, reading in readings.items():
        if reading.document.family == "decisions":
            decisions = [item for item in reading.statements.items if isinstance(item, Decision)]
            assert decisions, name
            assert {d.status for d in decisions} <= {"adopted", "draft"}, name


def test_an_excerpt_of_a_decision(readings: dict[str, Reading]) -> None:
    reading = readings["cbd-cop12-decision-xii-6-excerpt.txt"]
    numbers = {p.id: p.number for p in reading.document.passages}
    assert {"mechanism/emg", "workstream/img-biodiversity"} <= {m.entity.removeprefix(BASE) for m in reading.mentions.items}
    decisions = [item for item in reading.statements.items if isinstance(item, Decision)]
    assert [numbers[d.evidence.passage] for d in decisions] == ["1", "4", "13", "14"]
    assert {d.bodies for d in decisions} == {(BASE + "body/cbd-cop",)}


def test_what_is_found_cannot_shrink(readings: dict[str, Reading]) -> None:
    counts: Counter[str] = Counter()
    for reading in readings.values():
        counts["passages"] += len(reading.document.passages)
        counts["mentions"] += len(reading.mentions.items)
        counts["decisions"] += len(of_kind(reading, Decision))
    assert counts["passages"] >= 11_500
    assert counts["mentions"] >= 18_000
    assert counts["decisions"] >= 2_000


CONFORMING = [
    "obis-executive-committee-2021-news.md", "stockholm50-regional-consultations-synthesis.md", "cbd-cop12-decision-xii-6-excerpt.txt",
    "emg-stockholm50-delivering-summary.pdf", "sbi2018-11.txt", "cma2016-1-1-decisions-1-to-2.txt",
]  # fmt: skip


def test_a_build_of_several_families_conforms(readings: dict[str, Reading], ontology: Ontology) -> None:
    """One label a language, and no violation."""
    built = build([readings[name].part for name in CONFORMING], ontology)
    assert [(f.message, f.focus) for f in built.report.findings if f.severity == "Violation"] == []
    labels = Counter((t.subject, t.object.language) for t in {q.triple for q in built.dataset.quads} if t.predicate.value.endswith("rdf-schema#label"))
    assert {key for key, count in labels.items() if count > 1} == set()
