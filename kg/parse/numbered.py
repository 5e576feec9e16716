"""Headings with a number: "2. Election of officers" above paragraphs that have none, or numbers of their own.

A number at the beginning of a short line is that of a heading where such lines count from one, and more is said below them than their own names.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Span
from kg.parse.clauses import decides, is_infinitive
from kg.parse.lines import looks_like_heading, status_of_actions

if TYPE_CHECKING:
    from kg.parse.lines import Line

_FEWEST, _FEWEST_BELOW = 3, 2
_LONGEST = 120
_FEW_WORDS = 6
"""So short a line is a heading also where it begins like a decision: "Welcome and introduction"."""
_ITEM = re.compile(r"(?:(?:Agenda )?Item|Session|Topic|Part|Theme|Segment) (?P<number>\d{1,2})[.:]? [^.;]{3,200}\Z", re.IGNORECASE)
_BELOW = re.compile(r"(?P<label>\d{1,2}\.\d{1,2})\.?[ \t]+(?=[A-Z])")


def as_numbered_headings(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines of a text, numbered headings as such.

    >>> from kg.parse.lines import read_lines
    >>> text = "1. Opening\\n\\nThe meeting was opened at noon.\\n\\n2. Ponds\\n\\nUNEP spoke.\\n\\n3. Closing\\n\\nThe end."
    >>> [line.kind for line in as_numbered_headings(text, list(read_lines(text))) if line.label]
    ['roman', 'roman', 'roman']
    """
    lines = _below(text, _items(text, lines))
    found = _series(text, lines)
    said = sum(1 for place, index in enumerate(found) if _is_said_below(lines, index, found[place + 1] if place + 1 < len(found) else len(lines)))
    if len(found) < _FEWEST or said < len(found) - 1:
        return lines
    headings = set(found)
    return [replace(line, kind="roman") if index in headings else line for index, line in enumerate(lines)]


def is_item(words: str) -> bool:
    """Tell a line that can only be the heading of an item: "ITEM 3. PONDS"."""
    return _ITEM.match(words) is not None


def _items(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines of a text, those such as "Item 2. Ponds" as headings, where several count up and more is said below them."""
    apart = [(index, line) for index, line in enumerate(lines) if line.kind == "text" and (index == 0 or lines[index - 1].kind == "blank")]
    found = [(index, match) for index, line in apart if (match := _ITEM.match(line.body.of(text))) and looks_like_heading(text, line)]
    numbers = [int(match["number"]) for _, match in found]
    if len(found) < _FEWEST or numbers != sorted(set(numbers)):
        return lines
    headings = {index for index, _ in found}
    return [replace(line, kind="item") if index in headings else line for index, line in enumerate(lines)]


def _series(text: str, lines: list[Line]) -> list[int]:
    """Return which lines look like headings numbered one, two, three …, each alone between blank lines."""
    found: list[int] = []
    for index, line in enumerate(lines):
        words = line.body.of(text)
        if line.kind != "number" or int(line.label) != len(found) + 1 or len(words) > _LONGEST or line.indent or not looks_like_heading(text, line):
            continue
        apart = _is_alone(lines, index) or _heads_actions(text, lines, index)
        if apart and (len(words.split()) <= _FEW_WORDS or not (decides(words) or is_infinitive(words))):
            found.append(index)
    return found


def _is_alone(lines: list[Line], index: int) -> bool:
    return (index == 0 or lines[index - 1].kind == "blank") and index + 1 < len(lines) and lines[index + 1].kind == "blank"


def _heads_actions(text: str, lines: list[Line], index: int) -> bool:
    """Tell "6. Agreed actions" right above the first of them, with no blank line between."""
    apart = index > 0 and lines[index - 1].kind == "blank" and index + 1 < len(lines) and lines[index + 1].kind in {"bullet", "letter"}
    return apart and status_of_actions(lines[index].body.of(text)) != ""


def _below(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines, those such as "2.1 Election of officers" as headings of a lower level, where there are several."""
    found = {index: match for index, line in enumerate(lines) if line.kind == "text" and (match := _BELOW.match(text, *line.body)) and _is_alone(lines, index)}
    named = {index: replace(lines[index], kind="capital", body=Span(m.end(), lines[index].body.end), label=m["label"]) for index, m in found.items()}
    named = {index: line for index, line in named.items() if len(line.body.of(text)) <= _LONGEST and looks_like_heading(text, line)}
    return [named.get(index, line) for index, line in enumerate(lines)] if len(named) >= _FEWEST_BELOW else lines


def _is_said_below(lines: list[Line], index: int, end: int) -> bool:
    """Tell whether a paragraph stands below a heading, before the next one."""
    return any(line.kind in {"text", "number", "bullet"} for line in lines[index + 1 : end])
