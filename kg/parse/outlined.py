"""Minutes that are an outline: items with a number and a title in bold, and what was said below them, further in.

> 2. **Approval of agenda**  ⏎      1. The agenda was approved.  ⏎          - FAO spoke.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.parse.lines import Line

_FEWEST = 3
_TITLE = re.compile(r"\*\*(?=\S)[^*]{2,200}\*\*[ \t]*")
_LISTED = frozenset({"number", "letter", "bullet"})


def as_outline(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines of a text, items with titles in bold as headings; what is listed below stands for itself but after a colon.

    >>> from kg.parse.lines import read_lines
    >>> text = "1. **Opening**\\n    1. UNEP spoke.\\n2. **Ponds**\\n    1. These came:\\n        - FAO\\n3. **Closing**"
    >>> [line.kind for line in as_outline(text, list(read_lines(text)))]
    ['roman', 'row', 'roman', 'row', 'bullet', 'roman']
    """
    titles = [index for index, line in enumerate(lines) if line.kind == "number" and not line.indent and _TITLE.fullmatch(text, *line.body)]
    numbers = [int(lines[index].label) for index in titles]
    if len(titles) < _FEWEST or numbers[0] != 1 or numbers != sorted(set(numbers)):
        return lines
    made = lines[: titles[0]]
    above: list[Line] = []
    for index, line in enumerate(lines[titles[0] :], titles[0]):
        if index in titles:
            above = []
            made.append(replace(line, kind="roman"))
        elif line.kind in _LISTED and line.indent:
            above = [*(other for other in above if other.indent < line.indent), line]
            announced = any(other.body.of(text).rstrip("*_ \t").endswith(":") for other in above[:-1])
            made.append(line if announced else replace(line, kind="row"))
        else:
            made.append(line)
    return made
