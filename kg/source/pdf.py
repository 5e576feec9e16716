"""PDF with a text layer as text: page furniture and hyphens at line ends removed, pages kept.

A paragraph ends where the next line stands clearly lower than lines do, or begins with a number.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from statistics import median

from kg.errors import SourceError

_PAGE_NUMBER = re.compile(r"\s*(?:page\s+)?\d{1,4}(?:\s*(?:/|of)\s*\d{1,4})?\s*\Z", re.IGNORECASE)
_HYPHEN = re.compile(r"(?<=[a-z])[-\u00ad\ufffe]\Z")
_EDGE = 3
_REPEATED = 3
_GAP = 1.55

Line = tuple[str, float]


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
    if not any(words.strip() for page in pages for words, _ in page):
        message = f"'{name}' has no text layer: it is a scan. Run it through text recognition first, then try again."
        raise SourceError(message)
    return _joined(_without_furniture(pages))


def _lines(page: object) -> list[Line]:
    """Return the lines of a page with the height at which each stands."""
    textpage = page.get_textpage()  # type: ignore[attr-defined]
    text = textpage.get_text_range()
    lines: list[Line] = []
    position = 0
    for raw in text.split("\r\n"):
        first = position + len(raw) - len(raw.lstrip())
        top = textpage.get_charbox(first)[3] if raw.strip() and first < textpage.count_chars() else 0.0
        lines.append((raw.replace("\r", " ").replace("\n", " ").rstrip(), top))
        position += len(raw) + 2
    textpage.close()
    return [line for line in lines if line[0].strip()]


def _without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """Leave out page numbers, and lines that stand at the edge of many pages."""
    edges = Counter(
        _shape(words) for page in pages for words, _ in {*page[:_EDGE], *page[-_EDGE:]} if words.strip()
    )
    repeated = {shape for shape, count in edges.items() if count >= max(_REPEATED, len(pages) // 3) and len(pages) >= _REPEATED}
    kept = []
    for page in pages:
        last = len(page) - _EDGE
        kept.append([
            line for index, line in enumerate(page)
            if not ((index < _EDGE or index >= last) and (_PAGE_NUMBER.match(line[0]) or _shape(line[0]) in repeated))
        ])  # fmt: skip
    return kept


def _shape(words: str) -> str:
    return re.sub(r"\d+", "#", words.strip().casefold())


def _joined(pages: list[list[Line]]) -> tuple[str, tuple[int, ...]]:
    gaps = [one[1] - other[1] for page in pages for one, other in itertools.pairwise(page) if 0 < one[1] - other[1] < 60]  # noqa: PLR2004
    usual = median(gaps) if gaps else 0.0
    parts: list[str] = []
    starts: list[int] = []
    length = 0
    for page in pages:
        starts.append(length)
        for index, (words, top) in enumerate(page):
            end = "\n"
            following = page[index + 1] if index + 1 < len(page) else None
            if following and usual and (top - following[1] > usual * _GAP or top < following[1]):
                end = "\n\n"
            if following and end == "\n" and _HYPHEN.search(words) and following[0][:1].islower():
                words, end = _HYPHEN.sub("", words), ""  # noqa: PLW2901
            parts.append(words + end)
            length += len(words) + len(end)
    return "".join(parts), tuple(starts)
