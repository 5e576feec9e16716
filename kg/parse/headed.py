"""Headings that stand directly above their text, with no blank line between: "2. Ponds ⏎ UNEP spoke of ponds.".

A short line after a blank one is such a heading where prose follows on the next line, and several lines of the text are so.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.parse.clauses import decides, is_infinitive, is_recital
from kg.parse.lines import LEADERS, looks_like_heading

if TYPE_CHECKING:
    from kg.model import Span
    from kg.parse.lines import Line

_FEWEST, _FEWEST_WITH_DOTS = 3, 2
_LONGEST, _LONGEST_PLAIN, _MOST_WORDS, _FEW_WORDS = 110, 70, 14, 6
_SHORTEST_TEXT, _SHORTEST_SENTENCE, _UNBROKEN, _LONGEST_PAGE = 40, 15, 160, 16
_BEGINS = re.compile(r"[“\"'(*_]*[A-Z]")
_POINTED = re.compile(r"\A\d{1,2}\.\d{1,2}\.?[ \t]+")
_PROSE = re.compile(r"\b(?:was|were|is|are|has|had|have|will|would|could|took|met|gave|drew|said|led|held|made|spoke|told|put|set|[a-z]{2,}(?:ed|es))\b")
_SENTENCE = re.compile(
    r"\b(?:was|were|is|are|has|had|have|will|would|shall|said|noted|that|which|who)\b|"
    r"\b(?:in|at|for|with|by|each|all|on|to|from|or|its|a|an)\s*\Z"
)
_ENDS = re.compile(r"[.!?:;][”\"’)*_]*\s*\Z")
_NO_HEADING = re.compile(r"[:|\t]|\b(?:Mr|Ms|Mrs|Dr|Prof)\b|\b(?:19|20)\d\d\s*\Z")


def as_headed(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines of a text, headings that stand right above their text as such.

    >>> from kg.parse.lines import read_lines
    >>> said = "The meeting was opened at noon by the secretariat."
    >>> text = "\\n\\n".join(f"{number}. Ponds\\n{said}" for number in (1, 2, 3))
    >>> [line.kind for line in as_headed(text, list(read_lines(text))) if line.label]
    ['roman', 'roman', 'roman']
    """
    above = [index for index in range(len(lines) - 1) if _is_above_text(text, lines, index)]
    numbered = _series(text, lines, [index for index in above if lines[index].kind == "number"])
    plain = [index for index in above if lines[index].kind == "text"]
    plain = plain if len(plain) >= _FEWEST else []
    kinds = dict.fromkeys(numbered, "roman") | dict.fromkeys(plain, "item")
    return [replace(line, kind=kinds[index]) if index in kinds else line for index, line in enumerate(lines)] if kinds else lines


def above_headings(text: str, lines: list[Line], headed: list[Line]) -> int:
    """Return where the first of the numbered headings stands that were found, if nothing but a title page is above it; else 0."""
    first = next((line for line, before in zip(headed, lines, strict=True) if line is not before and line.kind == "roman"), None)
    if first is None or headed is lines:
        return 0
    page = [line for line in lines if line.span.end < first.span.start and line.kind != "blank"]
    told = any(line.kind not in {"text", "bold", "hash", "table"} or (_ENDS.search(line.body.of(text)) and _PROSE.search(line.body.of(text))) for line in page)
    return 0 if told or len(page) > _LONGEST_PAGE else first.span.start


def may_be_title(words: str) -> bool:
    """Tell a long line of a title page from the first line of a paragraph.

    >>> may_be_title("Report of the Regional Workshop on Ponds, Rain and Frogs (PONDS)"), may_be_title("The workshop was held in a small town")
    (True, False)
    """
    whole = len(words) <= _LONGEST and not words.rstrip().endswith((";", ","))
    return whole and _BEGINS.match(words) is not None and not _PROSE.search(words) and not _SENTENCE.search(words)


def is_unbroken(text: str, above: Span, line: Line) -> bool:
    """Tell a paragraph that begins on the line below another one: neither is broken over lines."""
    said = above.of(text)
    last = said[said.rfind("\n") + 1 :]
    ends = len(last) > _SHORTEST_SENTENCE and _ENDS.search(last) is not None and not last.rstrip().endswith((":", ";"))
    return ends and _BEGINS.match(line.body.of(text)) is not None


def has_whole_lines(text: str, lines: list[Line]) -> bool:
    """Tell a text that does not break its paragraphs over lines: some are long, or each line that another one follows ends like a sentence."""
    if any(len(line.span.of(text)) > _UNBROKEN for line in lines if line.kind == "text"):
        return True
    pairs = [(one, other) for one, other in itertools.pairwise(lines) if one.kind == other.kind == "text" and _PROSE.search(one.body.of(text))]
    return bool(pairs) and all(_ENDS.search(one.body.of(text)) for one, _ in pairs)


def _is_above_text(text: str, lines: list[Line], index: int) -> bool:
    line, below = lines[index], lines[index + 1]
    listed = below.kind in {"actions", "letter", "bullet"} and line.kind == "number"
    if line.kind not in {"number", "text"} or line.indent or not (below.kind == "text" or listed) or (index and lines[index - 1].kind != "blank"):
        return False
    words = line.body.of(text)
    dotted = line.kind == "number" and LEADERS.search(words) is not None
    if not dotted and not (_may_head(words, plain=line.kind == "text") and looks_like_heading(text, line)):
        return False
    return listed or _is_prose(text, below, len(words), numbered=line.kind == "number")


def _may_head(words: str, *, plain: bool) -> bool:
    """Tell words that may be a heading, and are no sentence that is broken over lines, no officer or date."""
    if _SENTENCE.search(words) or (plain and (len(words) > _LONGEST_PLAIN or _NO_HEADING.search(words) or _PROSE.search(words))):
        return False
    count = len(words.split())
    return len(words) <= _LONGEST and count <= _MOST_WORDS and (count <= _FEW_WORDS or not (decides(words) or is_infinitive(words) or is_recital(words)))


def _is_prose(text: str, line: Line, longer_than: int, *, numbered: bool) -> bool:
    """Tell a line that begins a paragraph, longer than what may be its heading."""
    words = line.body.of(text)
    if numbered and _ENDS.search(words):
        return len(words) >= _SHORTEST_SENTENCE and _BEGINS.match(_POINTED.sub("", words, count=1)) is not None
    long_enough = len(words) >= _SHORTEST_TEXT and (len(words) > longer_than or _ENDS.search(words) is not None)
    return long_enough and _BEGINS.match(_POINTED.sub("", words, count=1)) is not None and _PROSE.search(words) is not None


def _series(text: str, lines: list[Line], above: list[int]) -> list[int]:
    """Return those of some numbered lines that count up, each one more than the one before; a heading in between may stand alone."""
    numbers = [(index, line) for index, line in enumerate(lines) if line.kind == "number" and not line.indent]
    alone = [index for index, line in numbers if _is_alone(lines, index) and looks_like_heading(text, line)]
    found: list[int] = []
    for index in sorted({*above, *alone}):
        number = int(lines[index].label)
        if not found or number == int(lines[found[-1]].label) + 1:
            found.append(index)
    said = [index for index in found if index in above]
    dotted = sum(LEADERS.search(lines[index].body.of(text)) is not None for index in said)
    enough = len(said) >= _FEWEST or dotted >= _FEWEST_WITH_DOTS
    return found if enough and len(said) * 2 > len(found) else []


def _is_alone(lines: list[Line], index: int) -> bool:
    return (index == 0 or lines[index - 1].kind == "blank") and index + 1 < len(lines) and lines[index + 1].kind == "blank"
