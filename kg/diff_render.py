"""Show a difference: as text, as Markdown, or as change sets in RDF."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Protocol

import pyoxigraph as ox

from kg.namespaces import PREFIXES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

_MOST_ROWS = 3
_CS = "http://purl.org/vocab/changeset/schema#"


@dataclass(frozen=True, slots=True)
class Change:
    """One change: in which section, of what kind, to which thing, in which words, with which sentence."""

    section: str
    kind: str
    iri: str
    label: str
    words: str
    quote: str = ""
    place: str = ""
    passage: str = ""


@dataclass(frozen=True, slots=True)
class QueryChange:
    """A saved question that is answered otherwise, with the rows that came and went."""

    name: str
    summary: str
    added: tuple[Mapping[str, str], ...]
    removed: tuple[Mapping[str, str], ...]


class Comparison(Protocol):
    """What is shown of a difference."""

    @property
    def old(self) -> str:
        """What the older build is called."""

    @property
    def new(self) -> str:
        """What the newer build is called."""

    @property
    def added(self) -> int:
        """How many quads came."""

    @property
    def removed(self) -> int:
        """How many quads went."""

    @property
    def note(self) -> str:
        """What a reader has to know of how the two were compared."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """What changed, by section."""

    @property
    def queries(self) -> tuple[QueryChange, ...]:
        """The questions that are answered differently."""


def to_text(difference: Comparison) -> str:
    """Return a difference for a terminal."""
    lines = [f"{difference.old} → {difference.new}: {difference.added:,} quads came, {difference.removed:,} went."]
    if not difference.added and not difference.removed:
        return f"{difference.old} → {difference.new}: nothing changed.\n" + (f"{difference.note}\n" if difference.note else "")
    lines += [difference.note] if difference.note else []
    for section, changes in _sections(difference):
        lines += ["", section]
        for change in changes:
            lines.append(f"  {change.label}: {change.words}")
            lines += [f"      “{change.quote}” — {change.place}"] if change.quote else []
    lines += ["", "Questions answered differently"] if difference.queries else []
    for query in difference.queries:
        lines.append(f"  {query.name}: {_counts(query)} — {query.summary}")
        lines += [f"      {sign} {_row(row)}" for sign, rows in _signed(query) for row in rows[:_MOST_ROWS]]
    return "\n".join(lines) + "\n"


def to_markdown(difference: Comparison) -> str:
    """Return a difference as Markdown."""
    lines = [f"# From {_escaped(difference.old)} to {_escaped(difference.new)}", ""]
    note = ["", _escaped(difference.note)] if difference.note else []
    if not difference.added and not difference.removed:
        return "\n".join([*lines, "Nothing changed.", *note]) + "\n"
    lines += [f"{difference.added:,} quads came, {difference.removed:,} went.", *note]
    for section, changes in _sections(difference):
        lines += ["", f"## {section}", ""]
        for change in changes:
            lines.append(f"- **[{_escaped(change.label)}](<{change.iri}>)** {_escaped(change.words)}")
            if change.quote:
                lines.append(f"  > {_escaped(change.quote)} — [{_escaped(change.place)}](<{change.passage}>)")
    if difference.queries:
        lines += ["", "## Questions answered differently", "", "| question | came | went |", "|---|---|---|"]
        lines += [f"| {_escaped(q.summary)} (`{q.name}`) | {len(q.added)} | {len(q.removed)} |" for q in difference.queries]
        for query in difference.queries:
            lines += ["", f"### {_escaped(query.name)}", ""]
            lines += [f"- {'came' if sign == '+' else 'went'}: {_escaped(_row(row))}" for sign, rows in _signed(query) for row in rows[:_MOST_ROWS]]
            more = max(0, len(query.added) - _MOST_ROWS) + max(0, len(query.removed) - _MOST_ROWS)
            lines += [f"- and {more} more"] if more else []
    return "\n".join(lines) + "\n"


def to_turtle(difference: Comparison) -> str:
    """Return a difference as change sets: http://purl.org/vocab/changeset/schema#."""
    triples = [triple for change in difference.changes for triple in _change_set(change)]
    triples += [triple for query in difference.queries for triple in _query_set(query)]
    prefixes = {name: PREFIXES[name] for name in ("dcterms", "oa", "prov", "rdfs", "xsd")} | {"cs": _CS}
    return (ox.serialize(triples, format=ox.RdfFormat.TURTLE, prefixes=prefixes) or b"").decode()


def _change_set(change: Change) -> Iterator[ox.Triple]:
    node = _node(f"{change.section}\n{change.kind}\n{change.iri}\n{change.words}\n{change.passage}")
    yield _triple(node, PREFIXES["rdf"] + "type", ox.NamedNode(_CS + "ChangeSet"))
    yield _triple(node, PREFIXES["rdfs"] + "label", ox.Literal(f"{change.label} {change.words}", language="en"))
    yield _triple(node, _CS + "subjectOfChange", ox.NamedNode(change.iri))
    yield _triple(node, _CS + "changeReason", ox.Literal(change.words, language="en"))
    yield _triple(node, PREFIXES["dcterms"] + "type", ox.Literal(f"{change.section}: {change.kind}", language="en"))
    if change.passage:
        yield _triple(node, PREFIXES["prov"] + "wasQuotedFrom", ox.NamedNode(change.passage))
    if change.quote:
        yield _triple(node, PREFIXES["oa"] + "exact", ox.Literal(change.quote))


def _query_set(query: QueryChange) -> Iterator[ox.Triple]:
    node = _node(f"query\n{query.name}")
    yield _triple(node, PREFIXES["rdf"] + "type", ox.NamedNode(_CS + "ChangeSet"))
    yield _triple(node, PREFIXES["rdfs"] + "label", ox.Literal(query.summary, language="en"))
    yield _triple(node, PREFIXES["dcterms"] + "identifier", ox.Literal(query.name))
    yield _triple(node, _CS + "changeReason", ox.Literal(_counts(query), language="en"))


def _node(key: str) -> ox.NamedNode:
    return ox.NamedNode(f"urn:uneg:change:{hashlib.sha256(key.encode()).hexdigest()[:16]}")


def _triple(subject: ox.NamedNode, predicate: str, value: ox.NamedNode | ox.Literal) -> ox.Triple:
    return ox.Triple(subject, ox.NamedNode(predicate), value)


def _sections(difference: Comparison) -> Iterator[tuple[str, list[Change]]]:
    for section, changes in groupby(difference.changes, key=lambda change: change.section):
        yield section, list(changes)


def _signed(query: QueryChange) -> tuple[tuple[str, tuple[Mapping[str, str], ...]], ...]:
    return ("+", query.added), ("-", query.removed)


def _counts(query: QueryChange) -> str:
    return f"{len(query.added)} {'row' if len(query.added) == 1 else 'rows'} came, {len(query.removed)} went"


def _row(row: Mapping[str, str]) -> str:
    """Return a row for people: its labels and values, not the IRIs beside them."""
    return " | ".join(" ".join(value.split()) for value in row.values() if value and "://" not in value)


def _escaped(words: str) -> str:
    flat = " ".join(words.split())
    for mark in "\\`*_[]<>|#":
        flat = flat.replace(mark, "\\" + mark)
    return flat


FORMATS: Mapping[str, Callable[[Comparison], str]] = {"text": to_text, "markdown": to_markdown, "turtle": to_turtle}
"""How a difference can be shown."""
