"""Meetings of groups of agencies: "the third meeting of the Task Team on Ponds", or a report of one."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.owners import OF_AGENCIES, group_of
from kg.mentions.sessions import main_meeting, sittings
from kg.model import Span
from kg.namespaces import slug
from kg.text import ORDINAL, ordinal, session_label

if TYPE_CHECKING:
    from kg.mentions.board import Board
    from kg.model import IRI, Entity

_NTH_LINE = re.compile(rf"^[ \t#*]*(?P<line>(?:(?:Draft|Final|Summary|Short)[ \t]+)?(?:(?:Report|Minutes|Summary|Record)[ \t]+of[ \t]+(?:the|its)[ \t]+)?(?P<ordinal>{ORDINAL})[ \t]+(?P<what>meeting|session))\b(?![ \t]+of\b)", re.IGNORECASE | re.MULTILINE)


def session_of_title(board: Board) -> None:
    """Read "EMG Task Team on Ponds" and, on the line below, "Report of the third meeting": a meeting of the task team."""
    top = board.prose[0] if board.prose and board.prose[0].kind in {"header", "heading"} else None
    if top is None or board.document.family not in {"inter-agency-report", "meeting-report"} or main_meeting(board):
        return
    end = max(p.span.end for p in board.prose[:3] if p.kind in {"header", "heading"})
    sat = _NTH_LINE.search(board.text, top.span.start, end)
    groups = [(where, e) for where, e in board.inside(Span(top.span.start, sat.start())) if e.kind in OF_AGENCIES] if sat else []
    if sat and len({e.iri for _, e in groups}) == 1 and "\n" not in board.text[groups[-1][0].end : sat.start("line")].strip():
        span = Span(*sat.span("line"))
        board.add(span, _meeting(board, groups[-1][1], sat["ordinal"], sat["what"], span))


def meetings_of_groups(board: Board) -> None:
    """Read "the third meeting of the Task Team on Ponds", "the second meeting of the IMG", once short forms are known."""
    for passage in board.saying("meeting of", "session of"):
        for match in sittings(board, passage):
            named = group_of(board, match.end())
            if named:
                where, group = named
                span = Span(match.start(), where.end)
                if not any(board.entities[iri].kind == "Meeting" for other, iri in board.around(span) if other.covers(span)):
                    board.add(span, _meeting(board, group, match["ordinal"], match["what"], span))


def _meeting(board: Board, group: Entity, number: str, what: str, span: Span) -> IRI:
    label = session_label(group.label, str(ordinal(number)), what.lower())
    return board.mint("Meeting", label, span, tail=slug(f"{group.iri.rpartition('/')[2]} {ordinal(number)}"), links=(("sessionOf", group.iri),))
