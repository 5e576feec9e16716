"""PDF with a text layer as text: page furniture and hyphens at line ends removed, pages kept.

A paragraph ends where the next line stands clearly lower than lines do, or begins with a number.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from kg.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*\Z", re.IGNORECASE)
_BROKEN = re.compile(r"(?P<first>[^\W\d_]+)-\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_EDGE = 3
_REPEATED = 3
_GAP = 1.25
"""How much lower than usual the first line of a paragraph stands."""
_MOST = 5
_BLANK = 0.17
"""How wide a blank is at least, by the height of a line, where the content has none."""
_HYPHENS = {"\x02": "-", "\ufffe": "-", "\u00ad": "-"}
"""What the engine gives for a hyphen at the end of a line."""


class Line(NamedTuple):
    """A line of a page: its words, how high on the page it stands, and how high it is."""

    words: str
    top: float
    height: float


def pdf_to_text(data: bytes, name: str) -> tuple[str, tuple[int, ...]]:
    """Return the text of a PDF and where each page begins in it.

    Raise `SourceError` for a scan without text, a locked or a broken file.
    """
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
        pages = [_lines(document[index]) for index in range(len(document))]
        document.close()
    except pypdfium2.PdfiumError as error:
        message = f"'{name}' cannot be opened as PDF ({error}). Save it again, without a password, or as text."
        raise SourceError(message) from None
    if not any(words.strip() for page in pages for words, _, _ in page):
        message = f"'{name}' has no text layer: it is a scan. Run it through text recognition first, then try again."
        raise SourceError(message)
    return _joined(_without_furniture(pages))


def _lines(page: object) -> list[Line]:
    """Return the lines of a page, in the order of its content.

    Lines and blanks follow from where the characters stand: the engine's own lines fall apart on pages
    of short lines, such as lists of participants.
    """
    import pypdfium2.raw as pdf

    textpage = page.get_textpage()  # type: ignore[attr-defined]
    lines: list[Line] = []
    words: list[str] = []
    edge, top, bottom, blank = 0.0, 0.0, 0.0, False
    for index in range(textpage.count_chars()):
        character = chr(pdf.FPDFText_GetUnicode(textpage, index))
        if character.isspace() or character == "\0":
            blank = blank or character not in "\r\n\0"
            continue
        left, low, right, high = textpage.get_charbox(index, loose=True)
        height = max(high - low, 1.0)
        apart = abs((high + low) - (top + bottom)) > max(height, top - bottom) or left < edge - 2 * height
        if words and apart:
            lines.append(Line("".join(words), top, top - bottom))
            words = []
        if not words:
            top, bottom = high, low
        elif blank or left - edge > height * _BLANK:
            words.append(" ")
        words.append(_HYPHENS.get(character, character))
        edge, blank = right, False
    textpage.close()
    return [*lines, Line("".join(words), top, max(top - bottom, 1.0))] if words else lines


def _without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """Leave out page numbers, and lines that stand at the edge of many pages."""
    edges = Counter(
        _shape(words) for page in pages for words, _, _ in {*page[:_EDGE], *page[-_EDGE:]} if words.strip()
    )
    repeated = {shape for shape, count in edges.items() if count >= max(_REPEATED, len(pages) // 3) and len(pages) >= _REPEATED}
    kept = []
    for page in pages:
        last = len(page) - _EDGE
        kept.append([
            line for index, line in enumerate(page)
            if not ((index < _EDGE or index >= last) and (_PAGE_NUMBER.match(line.words) or _shape(line.words) in repeated))
        ])  # fmt: skip
    return kept


def _shape(words: str) -> str:
    return re.sub(r"\d+", "#", words.strip().casefold())


def _joined(pages: list[list[Line]]) -> tuple[str, tuple[int, ...]]:
    spaces = sorted(_space(one, other) for page in pages for one, other in itertools.pairwise(page) if 0 < _space(one, other) < _MOST)
    usual = spaces[len(spaces) // 4] if spaces else 0.0  # of lists, in which every line is a paragraph, most spaces are wide
    known = Counter(word.casefold() for page in pages for line in page for word in _WORD.findall(line.words))
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for page in pages:
        starts.append(length)
        for index, line in enumerate(page):
            words, end = line.words, "\n"
            following = page[index + 1] if index + 1 < len(page) else None
            if following and usual and not 0 <= _space(line, following) <= usual * _GAP:
                end = "\n\n"
            broken = _BROKEN.search(words)
            if following and end == "\n" and broken and following.words[:1].isalnum():
                rest = _WORD.match(following.words)
                compound = not following.words[0].islower() or _is_compound(broken["first"], rest[0] if rest else "", known)
                words, end = words if compound else words[:-1], ""
            parts.append(words + end)
            length += len(words) + len(end)
    return "".join(parts), tuple(starts)


def _space(one: Line, other: Line) -> float:
    """Return how far below a line another stands, by the height of the higher one."""
    return (one.top - other.top) / max(one.height, other.height)


def _is_compound(first: str, rest: str, known: Mapping[str, int]) -> bool:
    """Tell whether a word broken at a hyphen has that hyphen: "well-being", not "environ-ment".

    >>> known = {"well-being": 1, "governance": 2, "nature": 1, "based": 3}
    >>> _is_compound("well", "being", known), _is_compound("gover", "nance", known), _is_compound("nature", "based", known)
    (True, False, True)
    """
    first, rest = first.casefold(), rest.casefold()
    if f"{first}{rest}" in known:
        return False
    return f"{first}-{rest}" in known or (first in known and rest in known)
