"""Decisions that a conference directs to somebody, as lists of decisions in effect print them.

> Directed to the Secretariat  ·  18.12 The Secretariat shall …  ·  18.13 Parties are encouraged to …
"""

from __future__ import annotations

import re
from dataclasses import replace

from kg.model import Span
from kg.parse.lines import Line

_DIRECTED = re.compile(r"[*_#\s]*(?:Decisions?\s+)?Directed\s+to\b[*_]*(?P<whom>[^.;]{0,160})\Z", re.IGNORECASE)
_LIST = re.compile(
    r"^[ \t#*_]*(?:Decisions?[ \t]+)?Directed[ \t]+to\b[^.;\n]{0,160}$|"
    r"^[ \t#*_]*Decisions[ \t]+\d{1,2}\.\d{1,3}[ \t]+(?:to|and|[-–])[ \t]+\d{1,2}\.\d{1,3}\b",
    re.IGNORECASE | re.MULTILINE,
)
_TREATY = re.compile(r"\bPart(?:y|ies)\b|\bC[Oo]P\d|\bConvention\b|\bDecisions?\b")
_SAID = ("irected to", "IRECTED TO", "ecisions ")
_HINTS = (re.compile(r"irected to\b"), re.compile(r"IRECTED TO\b"), re.compile(r"ecisions \d"))
_NUMBER = re.compile(r"[*_ \t]*(?P<symbol>\d{1,2}\.\d{1,3}(?:[ \t]\(Rev\.[^()\n]{1,20}\))?)[*_]*(?:[ \t]+(?=[A-Z])|[ \t]*\Z)")
_NEXT = re.compile(r"\n[*_ \t]*\d{1,2}\.\d{1,3}\b")
_LONGEST_OPENING = 900
_ACTS = re.compile(r"\b(?:shall|(?:is|are)\s+(?:\w+\s+)?(?:requested|encouraged|invited|urged|directed|instructed))\b")


def lists_directed(text: str) -> bool:
    """Tell a text that prints decisions by whom they are directed to.

    >>> lists_directed("Directed to the Parties\\n18.12 They shall report."), lists_directed("It was directed to me.")
    (True, False)
    """
    said = any(form in text and hint.search(text) for form, hint in zip(_SAID, _HINTS, strict=True))
    return bool(said and _LIST.search(text) and _TREATY.search(text))


def is_directed(words: str) -> bool:
    """Tell the line that says whom decisions are directed to.

    >>> is_directed("Decision directed to:"), is_directed("Directed to the Parties"), is_directed("Directed to no one. It rained.")
    (True, True, False)
    """
    return bool(_DIRECTED.match(words))


def acts(words: str) -> bool:
    """Tell words that say what somebody shall do.

    >>> acts("The Secretariat shall report."), acts("Standing Committee, with the Secretariat")
    (True, False)
    """
    return bool(_ACTS.search(words))


def as_directed(text: str, lines: list[Line]) -> list[Line]:
    """Return the lines of such a list: who is addressed as a heading, "18.12" as the symbol of a decision, the words after it as its text.

    >>> from kg.parse.lines import read_lines
    >>> text = "Directed to the Parties\\n18.12 Parties are invited to dig."
    >>> [(line.kind, line.body.of(text)) for line in as_directed(text, list(read_lines(text)))]
    [('bold', 'Directed to the Parties'), ('decision', '18.12'), ('text', 'Parties are invited to dig.')]
    """
    found: list[Line] = []
    for line in lines:
        words = line.span.of(text)
        number = _NUMBER.match(words) if line.kind == "text" else None
        number = number if number and _goes_on_to_act(text, line.span.start + number.end()) else None
        if found and found[-1].kind == "bold" and not _whom(found[-1].body.of(text)) and line.kind == "text" and not acts(words) and not number:
            end = line.body.start + len(line.body.of(text).rstrip(" :\t*_"))
            found[-1] = replace(found[-1], span=Span(found[-1].span.start, line.span.end), body=Span(found[-1].body.start, end))
        elif number:
            start = line.span.start
            symbol = Span(start + number.start("symbol"), start + number.end("symbol"))
            found.append(Line("decision", Span(start, symbol.end), symbol, number["symbol"], line.indent))
            if number.end() < len(words.rstrip()):
                rest = Span(start + number.end(), line.body.end)
                found.append(Line("text", rest, rest, "", line.indent))
        elif line.kind in {"text", "bold", "hash"} and is_directed(line.body.of(text)):
            said = line.body.of(text).rstrip(" :\t*_")
            found.append(Line("bold", line.span, Span(line.body.start, line.body.start + len(said)), "", line.indent))
        else:
            found.append(line)
    return found


def _goes_on_to_act(text: str, start: int) -> bool:
    """Tell a decision from an entry of a list of contents: before the next number stands what somebody shall do."""
    words = text[start : start + _LONGEST_OPENING]
    return acts(_NEXT.split(words, maxsplit=1)[0])


def _whom(words: str) -> str:
    match = _DIRECTED.match(words.rsplit("\n", 1)[-1])
    return match["whom"].strip(" :\t*_\n") if match else words
