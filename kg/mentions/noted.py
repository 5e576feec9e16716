"""What the notes of a meeting name at their top: the group, its meeting, and those who came, who have no address there.

> Pond Team 3rd May 2031 Teleconference  ·  Chair: Ana Water  ·  Participants: Ben Stone, Cy Hill
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.board import BODIES, ORGANIZATIONS, WORKSTREAMS
from kg.mentions.sessions import MEETINGS
from kg.namespaces import slug
from kg.text import NAME_OF_MANY
from kg.text_came import list_of_those_who_came
from kg.text_notes import is_of_notes, noted

if TYPE_CHECKING:
    from kg.mentions.board import Board
    from kg.model import IRI, Span

_SITS_AS_BODY = re.compile(r"\b(?:Board|Committee|Council|Bureau|Commission|Panel)\b", re.IGNORECASE)
_NAMED = BODIES | WORKSTREAMS | {"InterAgencyMechanism"}
_REPORTS = frozenset({"meeting-report", "inter-agency-report"})


def group_of_notes(board: Board) -> None:
    """Put the group whose meeting notes are of on the board, and where its name is printed again."""
    notes = noted(board.document.source.text) if board.document.family in _REPORTS else None
    if notes is None or notes.group is None or any(where.covers(notes.group) for where, _ in board.around(notes.group)):
        return
    name = " ".join(notes.group.of(board.text).split())
    kind = "GoverningBody" if _SITS_AS_BODY.search(name) else "WorkingGroup"
    if kind == "GoverningBody" or NAME_OF_MANY.fullmatch(name):
        iri = board.mint(kind, name, notes.group, tail=slug(f"{name} {board.document.slug}") if NAME_OF_MANY.fullmatch(name) else "")
    else:
        iri = board.workstream(kind, name, notes.group)
    board.add(notes.group, iri)
    board.named_again({}, {name: iri})


def meeting_of_notes(board: Board) -> None:
    """Put the meeting that notes are of on the board, of its group where that is known."""
    notes = noted(board.document.source.text) if board.document.family in _REPORTS else None
    if notes is None or any(board.inside(p.span, MEETINGS) for p in board.prose[:2] if p.kind in {"header", "heading"}):
        return
    group = _at(board, notes.group) if notes.group else ""
    iri = board.mint("Meeting", notes.label, notes.name, tail=slug(f"{notes.label} {board.document.slug}"), links=(("sessionOf", group),) if group else ())
    board.add(notes.name, iri)


def _at(board: Board, span: Span) -> IRI:
    named = [(where, iri) for where, iri in board.around(span) if board.entities[iri].kind in _NAMED] + [(w, e.iri) for w, e in board.inside(span, _NAMED)]
    return max(named, key=lambda pair: pair[0].end - pair[0].start)[1] if named else ""


def people_of_notes(board: Board) -> None:
    """Mint those who came, where a list at the top of the report of a meeting is nothing but names."""
    text = board.document.source.text
    if board.document.family not in _REPORTS or not is_of_notes(text):
        return
    listed = list_of_those_who_came(text)
    other = {one.block for one in listed if _is_no_person(board, one.name)}
    for one in listed:
        if one.block not in other and not any(where.covers(one.name) for where, _ in board.around(one.name)):
            name = " ".join(one.name.of(board.text).split())
            same = [e.iri for e in board.introduced if e.kind == "Person" and e.label == name]
            board.add(one.name, same[0] if same else board.mint("Person", name, one.name))


def _is_no_person(board: Board, span: Span) -> bool:
    """Tell the name of something else that is known."""
    known = ORGANIZATIONS | BODIES | WORKSTREAMS | {"State"}
    around = [board.entities[iri].kind for _, iri in board.around(span)] + [e.kind for _, e in board.inside(span)]
    return not known.isdisjoint(around)
