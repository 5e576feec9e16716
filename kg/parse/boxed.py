"""A decision that is printed in a box: each of its lines is the only cell of a row of a table.

> | Decision 3/CP.90 |  ·  | The Conference of the Parties, |  ·  | 1. Decides to dig; |
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from kg.parse.clauses import decides
from kg.parse.lines import Line, classified

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEWEST = 3


def as_boxed(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines of a text, those in a box around a decision as what they are without it.

    >>> from kg.parse.lines import read_lines
    >>> text = "| Decision 3/CP.90 |\\n| The Conference of the Parties, |\\n| 1. Decides to dig; |"
    >>> [(line.kind, line.body.of(text)) for line in as_boxed(text, list(read_lines(text)))]
    [('decision', '3/CP.90'), ('text', 'The Conference of the Parties,'), ('number', 'Decides to dig;')]
    """
    found: list[Line] = []
    for boxed, group in groupby(lines, lambda line: line.kind == "table" and _is_one_cell(line.span.of(text))):
        run = list(group)
        inside = list(_inside(text, run)) if boxed and len(run) >= _FEWEST else []
        found += inside if _is_decision(text, inside) else run
    return found


def _is_one_cell(words: str) -> bool:
    row = words.strip()
    return row.count("|") == 2 and row.endswith("|")  # noqa: PLR2004 - the bars around it


def _inside(text: str, run: list[Line]) -> Iterator[Line]:
    """Yield what the rows of a box are without their bars."""
    for line in run:
        row = line.span.of(text)
        start = row.index("|") + 1
        words = row[start : row.rindex("|")]
        blanks = len(words) - len(words.lstrip(" "))
        yield classified(words[blanks:].rstrip(), line.span.start + start + blanks)


def _is_decision(text: str, inside: list[Line]) -> bool:
    """Tell whether a box holds a whole decision: its symbol, and below it what is decided."""
    return bool(inside) and inside[0].kind == "decision" and any(line.kind == "number" and decides(line.body.of(text)) for line in inside)
