"""Roles in tables whose head says them: "Workstream | Lead | Partners"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.heads import head
from kg.extract.listing import UNSURE, lines, listed, role_of_label, state_listed
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import Passage

_RULER = re.compile(r"[\s|:+=_-]+")
_COLUMNS = re.compile(r"\t+| {2,}(?=\S)")
_WORK = re.compile(
    r"\b(?:work\s?streams?|work\s?packages?|work|projects?|programmes?|activit(?:y|ies)|actions?|tasks?|outputs?|outcomes?|themes?|thematic|topics?|issues?|groups?|teams?|task\s?forces?|committees?|initiatives?|areas?|pillars?|components?|clusters?|"
    r"deliverables?|products?|objectives?|targets?|goals?|indicators?|events?|workshops?|dialogues?|titles?|strands?|networks?|partnerships?|stud(?:y|ies)|chapters?|assessments?|publications?|name|panels?|pilots?|campaigns?|measures?|subject)\b",
    re.IGNORECASE,
)
_NO_WORK = re.compile(r"\b(?:dates?|years?|time|days?|country|countries|part(?:y|ies)|states?|regions?|agenc(?:y|ies)|organi[sz]ations?|entit(?:y|ies)|persons?|surname|first\s+name|name\s+of\s+(?:the\s+)?(?:agency|organi[sz]ation|participant|expert|country)|status|no\.?|nr\.?|number|#|code|id|venue|budget)(?:\W|\Z)", re.IGNORECASE)
_LONGEST_HEAD = 80


def tabled(reading: Reading) -> None:
    """State the roles that tables say whose columns are called by them."""
    for passage in reading.document.passages:
        if passage.kind in {"unnumbered", "paragraph", "action", "header"} and reading.says(passage.body, "|", "\t", "   "):
            _tables(reading, passage)


def _tables(reading: Reading, passage: Passage) -> None:
    roles: dict[int, tuple[str, bool]] = {}
    work, kind, width = 0, "", 0
    for line in lines(reading, passage):
        if _RULER.fullmatch(reading.text, line.start, line.end):
            continue
        cells = list(_cells(reading.text, line))
        if len(cells) < len(("work", "lead")):
            roles = {}
            continue
        called = _heading(reading, cells)
        if called:
            work, roles = called
            kind, width = cells[work].of(reading.text).strip(" \t*_"), len(cells)
        elif roles and work < len(cells) <= width:
            _row(reading, passage, cells, work, kind, roles)


def _cells(text: str, line: Span) -> Iterator[Span]:
    """Yield where the cells of a row stand, empty ones too."""
    words = line.of(text)
    if "|" in words:
        inner = words.strip()
        start = line.start + words.index(inner) + inner.startswith("|")
        end = line.start + words.index(inner) + len(inner) - (inner.endswith("|") and len(inner) > 1)
        separator = re.compile(r"\|")
    else:
        start, end = line.start + len(words) - len(words.lstrip()), line.start + len(words.rstrip())
        separator = _COLUMNS
    for match in separator.finditer(text, start, end):
        yield Span(start, match.start())
        start = match.end()
    yield Span(start, max(start, end))


def _heading(reading: Reading, cells: list[Span]) -> tuple[int, dict[int, tuple[str, bool]]] | None:
    """Return the column of what is led, and the role each other column says; nothing where a row is no head of such a table."""
    words = [cell.of(reading.text).strip(" \t*_") for cell in cells]
    if any(len(word) > _LONGEST_HEAD for word in words):
        return None
    roles = {index: (role, word.lower().startswith("co")) for index, word in enumerate(words) if (role := role_of_label(word))}
    works = [index for index, word in enumerate(words) if index not in roles and _WORK.search(word) and not _NO_WORK.search(word)]
    unnamed = [index for index, word in enumerate(words[:1]) if not word]
    if not roles or not (works or unnamed):
        return None
    return (works or unnamed)[0], roles


def _row(reading: Reading, passage: Passage, cells: list[Span], work: int, kind: str, roles: dict[int, tuple[str, bool]]) -> None:
    target = head(reading, passage, cells[work], loose=True, kind=kind) if cells[work].of(reading.text).strip() else None
    for index, (role, co) in roles.items() if target else ():
        if index < len(cells) and not UNSURE.search(reading.text, cells[index].start, cells[index].end):
            who = listed(reading, cells[index])
            state_listed(reading, passage, who, role, target, cells[0].start, co=co)  # type: ignore[arg-type]
