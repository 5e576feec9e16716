"""Find organizations that nobody knows in lists that say they are some: "the following organizations were represented: Pond Watch and Rain Action"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.mentions.board import Board

_KINDS = r"(?:organi[sz]ations|institutions|institutes|associations|foundations|universities|networks|NGOs)"
_ITEMS = r"(?P<list>[^.:;\n]{2,900}(?:;[^.:;\n]{3,300}){0,40})"
_LIST = re.compile(
    rf"\b(?:[Tt]he\s+following|[Ff]ollowing|[Oo]ther)\s+(?:[\w’-]+,?\s+){{0,12}}{_KINDS}\b[^.:;\n]{{0,140}}:\s+{_ITEMS}\."
    rf"|\b{_KINDS}(?:,?\s+(?:including|namely)|\s+(?:present|represented|attending|participating)\s+(?:included|were))\s+{_ITEMS.replace('<list>', '<others>')}\."
)
_SMALL = r"(?:of|for|and|the|de|del|la|le|les|para|pour|et|des|du|in|on|to|y|der|für|against|without)"
_NAME = re.compile(rf"(?:the\s+)?(?P<name>[A-ZÀ-Ž][\w’'&/-]+(?:\s+(?:[–-]\s+)?(?:{_SMALL}\s+)*[A-ZÀ-Ž][\w’'&/-]*){{0,10}})(?:\s*\((?P<acronym>[A-Z][\w&-]{{1,11}})\))?\Z")
_LAST = re.compile(r",?\s+and\s+(?!(?:[\w’'&/-]+\s+)*and\s)")
_NO_NAME = re.compile(r"(?:Mr|Ms|Mrs|Dr|Prof|Ministry|Minister|Government|Chair|Annex|Parties)\b")
_SHORTEST = 4
_MAY_STAND_IN_NAMES = frozenset({"Topic", "Goal", "State"})


def discover_listed(board: Board) -> None:
    """Mint the organizations of lists that call them so, where no name is known."""
    for passage in board.saying("organizations", "organisations", "institutions", "institutes", "associations", "foundations", "universities", "networks", "NGOs"):
        for match in _LIST.finditer(board.text, passage.span.start, passage.span.end):
            for item in _items(board.text, Span(*match.span("list" if match["list"] else "others"))):
                _organization(board, item)


def _items(text: str, words: Span) -> Iterator[Span]:
    """Yield the items of "A, B and C", or of "A; B; and C"."""
    separator = re.compile(r";\s+(?:and\s+)?" if ";" in words.of(text) else r",\s+(?:and\s+)?")
    start = words.start
    for cut in separator.finditer(text, words.start, words.end):
        yield Span(start, cut.start())
        start = cut.end()
    last = _LAST.search(text, start, words.end) if ";" not in words.of(text) else None
    if last:
        yield Span(start, last.start())
        start = last.end()
    yield Span(start, words.end)


def _organization(board: Board, item: Span) -> None:
    match = _NAME.match(board.text, item.start, item.end)
    if match is None or _NO_NAME.match(match["name"]) or len(match["name"]) < _SHORTEST:
        return
    span = Span(*match.span("name"))
    if any(not (span.covers(where) and where != span and board.entities[iri].kind in _MAY_STAND_IN_NAMES) for where, iri in board.around(span)):
        return
    acronym = match["acronym"] or ""
    board.add(span, board.mint("Organization", " ".join(match["name"].split()), span, acronym=acronym if acronym.isupper() and not board.knows(acronym) else ""))
