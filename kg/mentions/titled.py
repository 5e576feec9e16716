"""The meeting of a report that has no number, by what the lines above the text call it: "Consultative Meeting on Ponds"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.mentions.group_meetings import session_of_title
from kg.mentions.sessions import MEETINGS
from kg.model import Span
from kg.namespaces import slug
from kg.text import ORDINAL

if TYPE_CHECKING:
    from kg.mentions.board import Board

_CALLED = re.compile(
    rf"^[ \t#*|]*(?:(?:(?:Draft|Final|Summary|Short)[ \t]+)?(?:Report|Minutes|Summary|Record|Notes|Outcomes?)[ \t]+(?:of|from|on)[ \t]+(?:the[ \t]+)?)?"
    rf"(?P<name>(?:(?:{ORDINAL})[ \t]+(?=(?:joint[ \t]+)?(?:meetings|sessions)\b))?(?:(?!(?:The|{ORDINAL})\b)[A-Z][\w’-]+[ \t]+){{0,5}}?(?:Meetings?|Sessions|Consultation)[ \t]+(?:of|on|for|between|among)[ \t]+[^\n|.;:]{{4,240}}?)[ \t*]*(?:\||$)",
    re.MULTILINE | re.IGNORECASE,
)
_WHEN = re.compile(r"[,(–—-]?\s*(?:held\s|in\s+[A-Z]\w+,|(?:\d{1,2}(?:\s?[–-]\s?\d{1,2})?\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|(?:19|20)\d\d\b).*\Z", re.IGNORECASE)
_OF_A_BODY = re.compile(r"(?:meeting|session)s?\s+of\s+the\s+(?:contracting\s+)?(?:parties|conference|board|council|committee|commission|assembly|bureau|plenary)\b", re.IGNORECASE)
"""What has meetings with numbers: its meeting is one of these."""
_AGAIN = re.compile(r"(?P<short>.{10,}?)\s+(?:of|for|under|to)\s+the\s", re.IGNORECASE)
_TOP = 4


def meeting_of_title(board: Board) -> None:
    """Put the meeting that a title names on the board: that of a group, by its number, or one that has none."""
    session_of_title(board)
    _without_number(board)


def _without_number(board: Board) -> None:
    """Put the only meeting without a number that the title calls by what it is on, or of whom, on the board, and where it is called so again."""
    if board.document.family not in {"inter-agency-report", "meeting-report"}:
        return
    top = [p for p in board.prose[:_TOP] if p.kind in {"header", "heading"}]
    if any(board.inside(p.span, MEETINGS) for p in top):
        return
    called = [m for p in top for m in _CALLED.finditer(board.text, *p.span)]
    names = {" ".join(name.split()): Span(m.start("name"), m.start("name") + len(name)) for m in called if (name := _WHEN.sub("", m["name"]).rstrip(" *,(")) and not _OF_A_BODY.match(name)}
    if len({name.casefold() for name in names}) != 1:
        return
    name, span = next(iter(names.items()))
    label = name.capitalize() if name.isupper() else name
    iri = board.mint("Meeting", label, span, tail=slug(f"{label} {board.document.slug}"))
    board.add(span, iri)
    again = _AGAIN.match(name, name.lower().find(" of ") + 1) if " of " in name.lower() else None
    board.named_again({label: iri, **({name[: again.end("short")]: iri} if again else {})}, {})
