"""Groups that a title prints in capitals: "UN-OCEANS TASK FORCE ON SMALL PONDS", above or in the line that says which meeting it was."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.board import BODIES, ORGANIZATIONS
from kg.model import Span

if TYPE_CHECKING:
    from kg.mentions.board import Board

_TYPES = {
    "ISSUE MANAGEMENT GROUP": "IssueManagementGroup", "TASK FORCE": "TaskTeam", "TASK TEAM": "TaskTeam", "WORKING GROUP": "WorkingGroup", "EXPERT GROUP": "WorkingGroup",
    "ADVISORY GROUP": "WorkingGroup", "STEERING GROUP": "WorkingGroup", "COORDINATION GROUP": "WorkingGroup", "STEERING COMMITTEE": "WorkingGroup", "CONSULTATIVE PROCESS": "ConsultativeProcess",
}  # fmt: skip
_WORDS = r"[A-Z][A-Z\d’'&/+-]*(?:[^\S\n]+(?!(?:ON[^\S\n]+ITS|AT[^\S\n]+ITS)\b)[A-Z\d’'&/+-]+){0,11}"
_NEXT = r"\n[^\S\n]*(?![^\n]*\b(?:MEETING|SESSION|SEGMENT|REPORT|SUMMARY|MINUTES|NOTES|RECORD|OUTCOMES?|AGENDA|(?:19|20)\d\d)\b)"
"""A long name goes on in the next line, if that does not say which meeting it was."""
_TYPE = "|".join(_TYPES).replace(" ", r"[^\S\n]+")
_IN_CAPITALS = re.compile(
    rf"\b(?P<name>(?:(?:OPEN-ENDED|AD\s+HOC|JOINT|TECHNICAL|EXPERT|INFORMAL|INTER-?AGENCY|INTER-?SESSIONAL|CORE)[^\S\n]+){{0,3}}(?P<type>{_TYPE})[^\S\n]+"
    rf"(?:ON|FOR)[^\S\n]+{_WORDS}(?:,(?=[^\n]*\bAND\b)[^\S\n]+{_WORDS})*(?:{_NEXT}{_WORDS})?)(?=[^\S\n]*(?:\([A-Z-]{{2,10}}\))?[^\S\n]*(?:[*|,:–—-]|$)|[^\S\n]+ON[^\S\n]+ITS\b)",
    re.MULTILINE,
)
_SMALL = frozenset("A AN AND AS AT BY FOR FROM IN OF ON OR THE TO WITH".split())


def discover_titled_groups(board: Board) -> None:
    """Mint the groups that a title prints in capitals, where the text does not name them otherwise."""
    for passage in board.prose[:3]:
        if passage.kind not in {"header", "heading"} or not board.says(passage, "group", "task", "committee", "process"):
            continue
        for match in _IN_CAPITALS.finditer(board.text, *passage.span):
            span = Span(*match.span("name"))
            if any(board.entities[iri].kind in ORGANIZATIONS | BODIES for where, iri in board.around(span) if where.covers(span) or where.start < span.start < where.end):
                continue
            kind = _TYPES[" ".join(match["type"].split())]
            board.add(span, board.workstream(kind, _in_small_letters(board, match["name"]), span))


def _in_small_letters(board: Board, name: str) -> str:
    """Return a name as the text would print it: "TASK FORCE ON CROSS-BORDER PONDS" is the Task Force on Cross-border Ponds."""
    words = name.split()
    return " ".join(word if board.knows(word) or any(map(str.isdigit, word)) else word.lower() if word in _SMALL else word.capitalize() for word in words)
