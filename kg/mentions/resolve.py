"""Read short forms: "the IMG", "the Core Working Group", "the Consultative Process".

A short form means the group of that kind last named in the paragraph, else the one the section
is about, else the one last named in the section, else the only one, if the title names it. Otherwise it means nothing, and is a doubt.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions import grammar
from kg.mentions.board import WORKSTREAMS
from kg.model import Doubt, Span
from kg.text import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.mentions.board import Board
    from kg.model import IRI, Entity, Passage


_DESCRIBED = re.compile(r"\b[Aa]n?\s+(?:[\w-]+\s+){0,2}(?:task\s+(?:team|force)|working\s+group)\s+(?:on|for|to)\b")
"""A group without a name of its own, said before in the paragraph: a short form after it need not mean what the section is on."""
_EVENT_HINTS = ("dialogue", "workshop", "forum", "summit", "round", "conference")
_EVENTS = frozenset({"Event", "Meeting"})


def resolve_short_forms(board: Board) -> None:
    """Put short forms on the board, each with the group in scope."""
    for passage in board.saying(*grammar.GROUP_HINTS, *_EVENT_HINTS):
        _events(board, passage)
        for match in grammar.SHORT_FORM.finditer(board.text, passage.span.start, passage.span.end):
            span = Span(match.start("type"), match.end("type"))
            if any(where.covers(span) for where, _ in board.inside_or_around(span)):
                continue
            kind = next(kind for words, kind in grammar.SHORT_TYPES if words in fold(match["type"]).removesuffix("s") or words in fold(match["type"]))
            iri = _in_scope(board, passage, span, kind, core=bool(match["core"]))
            if iri:
                board.add(Span(match.start("owner") if match["owner"] else span.start, span.end), iri)
            elif match["type"][0].isupper():
                line = board.text.count("\n", 0, span.start) + 1
                board.doubts.append(Doubt(f"line {line}: '{match['type']}' does not say which one is meant.", passage.number, line))


def _events(board: Board, passage: Passage) -> None:
    """Read "the Dialogue", "the Conference": the event of that kind last named in the paragraph."""
    for match in grammar.SHORT_EVENT.finditer(board.text, passage.span.start, passage.span.end):
        span = Span(*match.span("word"))
        word = fold(match["word"])
        named = [e for w, e in board.inside(passage.span, _EVENTS) if w.end <= span.start]
        fits = [e for e in named if word in fold(e.label) or (word == "conference" and e.kind == "Meeting" and not e.evidence)]
        if fits:
            board.add(span, fits[-1].iri)


def _in_scope(board: Board, passage: Passage, span: Span, kind: str, *, core: bool) -> IRI:
    def fits(entity: Entity) -> bool:
        return entity.kind == kind and (not core or "core" in fold(entity.label))

    named = [e for w, e in board.inside(passage.span, WORKSTREAMS) if w.end <= span.start and fits(e)]
    if named:
        return named[-1].iri
    topic = board.topics.get(passage.section)
    if topic and fits(board.entities[topic]):
        return topic
    if _DESCRIBED.search(board.text, passage.span.start, span.start):
        return ""
    if topic and board.entities[topic].kind == "Workstream" and not core:
        board.change(board.entities[topic], kind=kind)
        return topic
    near = next((entity.iri for entity in _in_section(board, passage, span) if fits(entity)), "")
    return near or _of_title(board, [e for _, e in board.inside(Span(0, span.start), WORKSTREAMS) if fits(e)])


def _of_title(board: Board, named: list[Entity]) -> IRI:
    """Return the group whose meeting is reported on: the title names it, and the document before the short form no other."""
    only = {entity.iri for entity in named}
    title = {entity.iri for passage in board.passages[:2] if passage.kind in {"header", "heading"} for _, entity in board.inside(passage.span, WORKSTREAMS)}
    return next(iter(only)) if len(only) == 1 and only <= title else ""


def _in_section(board: Board, passage: Passage, span: Span) -> Iterator[Entity]:
    """Yield the groups named before in the same section, or under the same topic, the last one first."""
    topic = board.topics.get(passage.section)
    same = {passage.section} | {s for s, iri in board.topics.items() if topic and iri == topic}
    for where, entity in reversed(board.inside(Span(0, span.start), WORKSTREAMS)):
        other = board.passage_at(where)
        if other and other.section in same:
            yield entity
