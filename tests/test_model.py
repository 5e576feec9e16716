"""The nouns: values are frozen, check themselves and point back at the text."""

from __future__ import annotations

import dataclasses
import inspect

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad

import kg.model
from kg.model import Dataset, Document, Mention, Mentions, Passage, Point, Section, Source, Span

OFFSETS = st.integers(0, 50)


def classes() -> list[type]:
    return [value for _, value in inspect.getmembers(kg.model, inspect.isclass) if value.__module__ == "kg.model" and not value.__name__.startswith("_")]


def test_the_nouns_are_all_there() -> None:
    assert len(classes()) >= 22


@pytest.mark.parametrize("noun", classes())
def test_values_are_frozen_and_documented(noun: type) -> None:
    assert noun.__doc__
    if issubclass(noun, tuple):  # which nobody can change
        assert not hasattr(noun(1, 2), "__dict__")
        return
    assert dataclasses.is_dataclass(noun)
    assert noun.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert not (noun.__doc__ or "").startswith(f"{noun.__name__}(")
    mutable = [f.name for f in dataclasses.fields(noun) if str(f.type).startswith(("list", "dict", "set["))]
    assert mutable == []


@pytest.mark.parametrize("noun", [Span, Source, Passage, Mention, Dataset])
def test_values_have_slots(noun: type) -> None:
    assert "__slots__" in vars(noun)


# -- spans ---------------------------------------------------------------------------------------


@given(OFFSETS, OFFSETS)
def test_a_span_runs_forward(start: int, end: int) -> None:
    if start <= end:
        assert len(Span(start, end).of("x" * 60)) == end - start
    else:
        with pytest.raises(ValueError, match=f"from {start} to {end}"):
            Span(start, end)


def test_a_span_does_not_begin_before_the_text() -> None:
    with pytest.raises(ValueError, match="0 or later"):
        Span(-1, 2)


@given(OFFSETS, OFFSETS, OFFSETS, OFFSETS)
def test_covering_is_having_every_character(a: int, b: int, c: int, d: int) -> None:
    one, other = Span(min(a, b), max(a, b)), Span(min(c, d), max(c, d))
    assert one.covers(one)
    if other.start < other.end:
        assert one.covers(other) == (set(range(other.start, other.end)) <= set(range(one.start, one.end)))


def test_spans_sort_in_reading_order() -> None:
    assert sorted([Span(4, 5), Span(0, 9), Span(0, 2)]) == [Span(0, 2), Span(0, 9), Span(4, 5)]


# -- passages and documents ----------------------------------------------------------------------


def test_the_lead_in_ends_where_the_first_point_begins() -> None:
    passage = Passage("p", "1", "paragraph", Span(0, 40), body=Span(3, 40), points=(Point(Span(20, 30)), Point(Span(30, 40))))
    assert passage.lead_in == Span(3, 20)
    assert Passage("p", "1", "paragraph", Span(0, 40), body=Span(3, 40)).lead_in == Span(3, 40)
    assert Passage("p", "1", "paragraph", Span(0, 40), body=Span(25, 40), points=(Point(Span(20, 30)),)).lead_in == Span(25, 25)


def test_a_document_quotes_itself() -> None:
    section = Section("section/i-agenda", "Agenda", Span(0, 6), 1)
    document = Document(Source("x", "x.md", "Agenda was adopted.", "0"), "T", "plain", "r", (section,), ())
    assert document.quote(Span(0, 6)) == "Agenda"
    assert document.slug == "x"
    assert document.section("section/i-agenda") == section
    assert document.section("section/none") is None


def test_a_text_is_not_printed_with_its_source() -> None:
    assert "secret" not in repr(Source("x", "x.md", "secret", "0"))


# -- mentions ------------------------------------------------------------------------------------

MENTIONS = Mentions(
    (Mention(Span(0, 8), "a", "p"), Mention(Span(0, 4), "b", "p"), Mention(Span(10, 14), "c", "p"), Mention(Span(12, 20), "d", "p")), {}
)


def test_mentions_inside_a_span() -> None:
    assert [m.entity for m in MENTIONS.inside(Span(0, 14))] == ["a", "b", "c"]
    assert [m.entity for m in MENTIONS.inside(Span(1, 20))] == ["c", "d"]
    assert list(MENTIONS.inside(Span(5, 5))) == []


def test_a_mention_is_looked_up_at_its_span_and_never_guessed() -> None:
    assert MENTIONS.at(Span(0, 4)) == Mention(Span(0, 4), "b", "p")
    assert MENTIONS.at(Span(0, 5)) is None
    assert MENTIONS.at(Span(10, 20)) is None


# -- datasets ------------------------------------------------------------------------------------


def quad(subject: str, graph: str = "") -> Quad:
    place = NamedNode(f"http://x/{graph}") if graph else DefaultGraph()
    return Quad(NamedNode(f"http://x/{subject}"), NamedNode("http://x/p"), Literal("o"), place)


def test_a_dataset_is_not_changed_by_its_union() -> None:
    one, other = Dataset(frozenset({quad("a")})), Dataset(frozenset({quad("a"), quad("b")}))
    assert len(one | other) == 2
    assert len(one) == 1
    assert (one | other) == (other | one)


def test_a_dataset_without_some_graphs() -> None:
    dataset = Dataset(frozenset({quad("a", "g"), quad("a", "h"), quad("b")}))
    assert dataset.without_graphs({"http://x/g"}).quads == {quad("a", "h"), quad("b")}
    assert len(dataset) == 3
