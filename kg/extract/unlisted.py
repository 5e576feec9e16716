"""Organizations that nobody knows, in a list with others that are known: "UNEP, WHO, *Pond Action International* and the World Bank attended"."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from kg.extract.reading import AGENTS
from kg.model import Span
from kg.text import CAPITALIZED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_NAME = rf"(?:{CAPITALIZED}(?:\s+(?:(?:of|for|on|in|de|des|du|der|für)\s+(?:the\s+|la\s+)?)?{CAPITALIZED}){{0,8}})"
_ACRONYM = r"(?:\s*\([A-Z][\w-]{1,12}\))?"
_AND = r"(?:,?\s+and|,|;)\s+(?:the\s+)?"
_BETWEEN = re.compile(rf"(?:\s*\([^()\n]{{1,60}}\))?(?P<names>(?:{_AND}{_NAME}{_ACRONYM}){{1,5}}){_AND}")
_AFTER = re.compile(
    rf"(?:\s*\([^()\n]{{1,60}}\))?(?P<names>(?:{_AND}{_NAME}{_ACRONYM}){{1,5}})"
    r"(?=\s*(?:[.;]|\Z|\n)|,?\s+(?:also|attended|participated|took|joined|made|were|was|sent|delivered|as|in\s+the|at\s+the)\b)"
)
_BEFORE = re.compile(
    rf"(?:\A|[.:;]\s+|\n|\b(?:by|from|of|were|including|included)\s+)(?:[Tt]he\s+)?(?P<names>{_NAME}{_ACRONYM}(?:,\s+(?:the\s+)?{_NAME}{_ACRONYM}){{0,4}}){_AND}\Z"
)
_ONE = re.compile(rf"(?:\A|{_AND})(?P<name>{_NAME}){_ACRONYM}")
_IS_ONE = re.compile(
    r"\b(?:International|Foundation|Institut\w*|Universit\w+|Council|Network|Association|Alliance|Society|Cent(?:re|er)|Trust|Federation|Union|Watch|Agency|Action|Organi[sz]ation|Academy|Consortium|Coalition|Bank|Conservancy|"
    r"College|Laboratory|Museum|Confederation|Chamber|Fund|Aid|Consulting|Observatory|Secretariat|Federación|Fundación|Fondation|Stiftung|Verein|Caritas|Conservation|Development\s+Agency|Mediterranean|Worldwide|Without\s+Borders)\b|\A[A-Z]{3,}\Z|\A[A-Z][a-z]+[A-Z]\w+\Z"
)
"""A word of its name, or its form, says that it is one."""
_NONE = re.compile(
    r"\b(?:Part(?:y|ies)|States?|Governments?|Ministr\w+|Members?|Groups?|Peoples?|Mr|Ms|Mrs|Dr|Prof|Chair\w*|President|Director\w*|Secretary\w*|Head|Minister|Annex|Decision|Meeting|Session|Committee|Bureau|Youth|NGOs?|IGOs?|SIDS|LDC|LLDC|CSOs?|USA|BASIC|GRULAC|WEOG|LMDC|ABU|Africa|Asia|Europe|Republic|Islands?|Kingdom)\b"
)
_PERSON = re.compile(r"[A-ZÀ-Ž][\w’'‑-]+(?:[ ](?:(?:de|da|dos|del|van|von|der|bin|al|el|la|le)[ ]){0,2}(?:[A-ZÀ-Ž][\w’'‑-]+|[A-Z]\.)){1,3}")
_NO_PERSON = re.compile(r"\b(?:City|Islands?|Lake|River|Sea|Park|Reserve|Bay|Gulf|Valley|Delta|Programme|Project|Initiative|Forum|Facility|Department|Division|Office|Unit|Desk|Hub|Team|Force|Panel|Board|Convention|Protocol|Plan|Pact|Compact)\b")
_OF_AGENCY = re.compile(r"\s*\((?=[A-Z])")
_LONGEST = 240


def unlisted(reading: Reading, passage: Passage, known: list[tuple[Span, int]]) -> Iterator[tuple[Span, Entity]]:
    """Yield the organizations named beside, between and after those of a list; of each it is told where it stands and where what belongs to it ends."""
    if not known:
        return
    text = reading.text
    first = known[0][0].start
    before = _BEFORE.search(text[max(passage.body.start, first - _LONGEST) : first])
    if before:
        yield from _names(reading, passage, max(passage.body.start, first - _LONGEST), before)
    for (_, end), (following, _) in itertools.pairwise(known):
        if following.start - end < _LONGEST:
            between = _BETWEEN.fullmatch(text, end, following.start)
            if between:
                yield from _names(reading, passage, 0, between)
    after = _AFTER.match(text, known[-1][1], min(passage.body.end, known[-1][1] + _LONGEST))
    if after:
        yield from _names(reading, passage, 0, after)


def in_a_list(reading: Reading, passage: Passage, span: Span, *, people: bool) -> Entity | None:
    """Return who is named by the words of a list, and known from nowhere else: "Pond Watch International", "Ana Reed (FAO)"; `people`: the list is one of persons."""
    name = " ".join(span.of(reading.text).split())
    if _NONE.search(name) or any(entity.kind not in {"Topic", "Goal", "State"} for _, entity in reading.named(span)):
        return None
    if _IS_ONE.search(name):
        return reading.draft("Organization", "agency", name, reading.evidence(passage, span))
    bracket = _OF_AGENCY.match(reading.text, span.end)
    agency = reading.at(bracket.end(), bracket.end() + _LONGEST, AGENTS | {"State"}) if bracket else None
    if not _PERSON.fullmatch(name) or _NO_PERSON.search(name) or not (people or (agency and reading.text.startswith((")", ",", ";"), agency[0].end))):
        return None
    return reading.draft("Person", "person", name, reading.evidence(passage, span))


def _names(reading: Reading, passage: Passage, at: int, listed: re.Match[str]) -> Iterator[tuple[Span, Entity]]:
    start = at + listed.start("names")
    for match in _ONE.finditer(listed["names"]):
        span = Span(start + match.start("name"), start + match.end("name"))
        name = " ".join(match["name"].split())
        if _IS_ONE.search(name) and not _NONE.search(name) and not any(True for _ in reading.named(span)):
            yield span, reading.draft("Organization", "agency", name, reading.evidence(passage, span))
