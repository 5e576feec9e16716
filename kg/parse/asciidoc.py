"""Texts that are marked up as AsciiDoc: "= Title", "== 1. Participants", rules of three quotes, a plus at the end of a line.

> = Pond Team meeting  ·  == 1. Participants  ·  * Ana Water
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.model import Span
from kg.parse.lines import classified

if TYPE_CHECKING:
    from kg.parse.lines import Line

_FEWEST = 2
_HEADING = re.compile(r"(?P<marks>={1,6})[ \t]+(?=[^\s=])")
_NO_TEXT = re.compile(r"'{3,}|-{4,}|={4,}|:[a-z][\w-]*:(?:[ \t].*)?|//(?!/).*|\[[^\]\n]*\]")
"""A rule, an attribute, a comment, a block of attributes: none is text."""
_NESTED = re.compile(r"[ \t]*(?P<marks>\*{2,5}|\.{1,5})[ \t]+(?=\S)")
_BREAK = re.compile(r"[ \t]\+[ \t]*\Z")


def is_asciidoc(text: str) -> bool:
    """Tell whether several headings of a text are marked by equal signs.

    >>> is_asciidoc("= Ponds\\n\\n== Rain\\n\\nWet.\\n\\n== Snow\\n\\nCold."), is_asciidoc("== Ponds\\n")
    (True, False)
    """
    return "\n== " in text and text.count("\n== ") + text.startswith("== ") >= _FEWEST


def as_asciidoc(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines of a text that is marked up so as what they are there.

    >>> from kg.parse.lines import read_lines
    >>> text = "= Ponds\\n\\n== 1. Rain\\n\\n* Wet\\n** Cold\\n\\n== Decisions\\n\\n'''"
    >>> [line.kind for line in as_asciidoc(text, list(read_lines(text))) if line.kind != "blank"]
    ['text', 'hash', 'bullet', 'bullet', 'actions']
    """
    return [_read(text, line) for line in lines] if is_asciidoc(text) else lines


def above_first_heading(text: str) -> int:
    """Return where the first heading stands below the title of such a text and the lines under that, or 0 where it has no title."""
    return text.find("\n== ") + 1 if is_asciidoc(text) and text.startswith("= ") else 0


def printed_title(text: str) -> str:
    """Return the title of such a text, or an empty string.

    >>> printed_title("= Ponds of the world\\n\\n== Rain\\n\\n== Snow\\n")
    'Ponds of the world'
    """
    return text[2 : text.find("\n")].strip() if above_first_heading(text) else ""


def _read(text: str, line: Line) -> Line:
    words = line.span.of(text)
    if _NO_TEXT.fullmatch(words.rstrip()):
        return replace(line, kind="blank", body=Span(line.span.start, line.span.start), label="")
    heading = _HEADING.match(words)
    if heading and heading["marks"] == "=":
        return replace(line, kind="text", body=Span(line.span.start + heading.end(), line.span.start + len(words.rstrip())), label="")
    if heading:
        return classified("#" * len(heading["marks"]) + words[len(heading["marks"]) :], line.span.start)
    nested = _NESTED.match(words)
    if nested:
        body = Span(line.span.start + nested.end(), line.span.start + len(words.rstrip()))
        return replace(line, kind="bullet", body=body, label="", indent=len(nested["marks"]) - 1)
    broken = _BREAK.search(words) if line.kind == "text" else None
    return replace(line, body=Span(line.body.start, max(line.body.start, line.span.start + broken.start()))) if broken else line
