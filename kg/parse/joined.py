"""Decisions whose paragraphs a format has run together on one line, and what stands ahead of a line.

> Decision 5/CP.1 On ponds The Conference of the Parties, Recalling decision 3/CP.1, 1. Decides to dig; 2. Requests …
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Span
from kg.parse.clauses import decides, is_bare_body_line, is_recital
from kg.parse.lines import Line, classified, looks_like_heading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_BODY = re.compile(
    r"(?P<body>The (?:Conference of the (?:Contracting )?Parties(?: (?:serving as|to) [^,;:.]{3,160})?|"
    r"Plenary|(?:United Nations )?(?:General|Environment) Assembly|Governing Council|Economic and Social Council),)"
    r"\s+(?=(?:(?:Also|Further|Having|Taking)\s+)?[A-Z][a-z]+(?:ing|ed|s)\b|1\.)"
)
_HINTS = (
    ", Recalling ", ", Also recalling ", ", Welcoming ",
    ", Recognizing ", ", Noting ", ", Acknowledging ", ", Having ", ", Taking ", ", Takes note ", ", Decides ",
    ", 1. ", "; 2. ", ";] ", ";]] ", "\n| ",
)  # fmt: skip
"""One of these stands in every text that is to be cut: looked for first, for that is cheaper than a pattern."""
_SYMBOL = re.compile(r"\s*(?:\d{1,3}\s+)?(?P<symbol>(?:Decision|Resolution|DECISION|RESOLUTION)\s+\S+/\S+)\s+")
_RECITAL = re.compile(r"[,;]\d{0,2}\s+(?=(?:(?:Also|Further)\s+)?[A-Z][a-z]+ing\b)")
_NUMBER = re.compile(r"(?P<after>[;:.,\d\])]|[A-Z]{4})\s+(?P<number>\d{1,3})\.\s?(?=\[?[A-Z])")
_ROW = re.compile(r"\s*\|\s*(?P<symbol>[A-Z]{2,6}-\d{1,2}/\d{1,3})\s*\|")
"""A row of a table whose first cell is the symbol of a decision, above its text."""
_CELL = re.compile(
    r"\|\s*[*_]*(?P<cell>The\s+(?:[A-Z][\w-]+\s+(?:of\s+(?:the\s+)?|and\s+)?){0,5}(?:Committee|Conference|Plenary|Board|Council|Assembly|Commission|Panel|Meeting|Bureau|Body|Group|Forum|Parties)"
    r"\s+(?:(?:also|further)\s+)?(?:approved|adopted|agreed|decided|endorsed|requested|invited|took\s+note|noted|welcomed|elected|established|urged|encouraged|recommended)\s)"
)
"""A cell of a row that tells what was decided: "| 3. Budget | *The Committee approved …* |"."""
_ALONE = re.compile(r"The (?:Conference|Meeting) of the (?:Contracting )?Parties[^.;:]{0,120}\Z")
_PARAGRAPHS = re.compile(r"; \d{1,3}\. [A-Z]")
"""In the middle of a decision whose paragraphs are run together: "… ; 6. Notes the role of …"."""
_BROKEN = re.compile(r"The (?<![^\n]The )(?:Conference|Meeting)(?: of)?(?: the)?(?: Contracting)?\n(?:of )?(?:the )?(?:Contracting )?Parties,?$", re.MULTILINE)
"""At the beginning of a line, which is looked at last, for letters are found faster."""
_RECORD = re.compile(r"^[ \t#*]*(?:Executive )?Summary records?[ \t*]*$", re.IGNORECASE | re.MULTILINE)
_SHORTEST, _TOP = 60, 3000


def as_separate(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines of a text, those in pieces on which a body line and the paragraphs of its decision stand together.

    >>> from kg.parse.lines import read_lines
    >>> text = "The Plenary, Recalling the many ponds of the world, 1. Decides to dig ponds; 2. Requests help."
    >>> [line.span.of(text) for line in as_separate(text, list(read_lines(text)))][1:3]
    ['Recalling the many ponds of the world,', '1. Decides to dig ponds;']
    """
    if _BROKEN.search(text):
        lines = list(_mended(text, lines))
    if not _may_be_cut(text) and not text.startswith("| "):
        return lines
    found: list[Line] = []
    for index, line in enumerate(lines):
        words = line.span.of(text)
        row = _ROW.match(words) if line.kind == "table" else None
        if row and _is_above_decisions(text, lines, index):
            symbol = Span(line.span.start + row.start("symbol"), line.span.start + row.end("symbol"))
            found.append(Line("decision", Span(symbol.start, line.span.start + len(words.rstrip(" |\t"))), symbol, row["symbol"], line.indent))
            continue
        told = _row_told(words, line, found) if line.kind == "table" else None
        if told:
            found.append(told)
            continue
        cuts = _cuts(words) if len(words) > _SHORTEST and line.kind in {"text", "number"} and _may_be_cut(words) else []
        found += _pieces(text, line, cuts) if cuts else [line]
    return found


def _row_told(words: str, line: Line, before: Sequence[Line]) -> Line | None:
    """Return the row of a table one of whose cells tells what was decided, and each row below such a row, as a line for itself."""
    cell = _CELL.search(words)
    if cell is None and not (before and before[-1].kind == "row"):
        return None
    start = line.span.start
    return Line("row", line.span, Span(start + (cell.start("cell") if cell else 0), start + len(words.rstrip(" |\t"))), "", line.indent)


def _may_be_cut(words: str) -> bool:
    for hint in _HINTS:
        if hint in words:
            return True
    return bool(_PARAGRAPHS.search(words))


def _mended(text: str, lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines of a text, the two of "The Conference of the / Parties" as one."""
    before: Line | None = None
    for line in lines:
        if before and line.kind == "text" and _BROKEN.fullmatch(text, before.span.start, line.span.end):
            before = Line("text", Span(before.span.start, line.span.end), Span(before.body.start, line.body.end), "", before.indent)
            continue
        if before:
            yield before
        before = line
    if before:
        yield before


def _is_above_decisions(text: str, lines: Sequence[Line], index: int) -> bool:
    """Tell a row above the body line or the first numbered decision, with nothing but rules between."""
    below = [line for line in lines[index + 1 : index + 6] if line.span.of(text).strip(" |\t")][:1]
    return any(line.kind in {"text", "number"} and (_ALONE.match(line.body.of(text)) or decides(line.body.of(text))) for line in below)


def _cuts(words: str) -> list[int]:
    """Return where a line is to be cut: before and after the body, before recitals, before paragraphs that are numbered in order."""
    body = _BODY.search(words)
    numbers: list[int] = []
    expected = 1
    for match in _NUMBER.finditer(words, body.end("body") - 1 if body else 0):
        number = int(match["number"])
        if (number == expected or not (numbers or body)) and decides(words[match.end() : match.end() + 60]):
            numbers.append(match.start("number"))
            expected = number + 1
    if body is None:
        return numbers if len(numbers) > 1 else []
    end = numbers[0] if numbers else len(words)
    symbol = _SYMBOL.match(words, 0, body.start())
    cuts = [symbol.start("symbol"), symbol.end()] if symbol else []
    cuts += [body.start("body"), body.end("body")]
    cuts += [m.end() for m in _RECITAL.finditer(words, body.end("body"), end)]
    return sorted({*cuts, *numbers} - {0})


def _pieces(text: str, line: Line, cuts: list[int]) -> Iterator[Line]:
    edges = [line.span.start, *(line.span.start + cut for cut in cuts), line.span.end]
    for start, end in itertools.pairwise(edges):
        words = text[start:end]
        if words.strip():
            yield classified(words.strip(), start + len(words) - len(words.lstrip()))


def ahead(lines: Sequence[Line], index: int) -> list[Line]:
    """Return the next two lines that are not blank."""
    return [line for line in lines[index + 1 : index + 8] if line.kind != "blank"][:2]


def has_lost_its_comma(text: str, lines: Sequence[Line], index: int) -> bool:
    """Tell the name of a body above its recitals or decisions, or above the title of their first section."""
    following = ahead(lines, index)
    skipped = following[1:] if following and looks_like_heading(text, following[0]) and following[0].kind != "number" else []
    if following and following[0].kind == "number" and following[0].body.start == following[0].body.end:
        skipped = following[1:]
    words = lines[index].body.of(text)
    return any(is_bare_body_line(words, line.span.of(text)) for line in [*following[:1], *skipped])


def opens_section(text: str, lines: Sequence[Line], index: int) -> bool:
    """Tell whether recitals or decisions follow, with at most a title before them."""
    following = ahead(lines, index)
    kinds = {"text", "number"}
    said = [line.body.of(text) for line in following if line.kind in kinds and following[0].kind in kinds]
    return any(decides(words) or (is_recital(words) and words.endswith(",")) for words in said)


def is_record(text: str) -> bool:
    """Tell a summary record, whose paragraphs have no numbers; its headings have those of the agenda."""
    return bool(_RECORD.search(text, 0, _TOP))


def as_record(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines of a summary record with "1. Adoption of the agenda" as the heading that it is."""
    if not is_record(text):
        return lines
    return [replace(line, kind="capital") if line.kind == "number" and looks_like_heading(text, line) else line for line in lines]
