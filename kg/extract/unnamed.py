"""Organizations that nothing makes known but their company: "led by FAO, WHO and *ClearPonds*"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.model import Span
from kg.text import CAPITALIZED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_ORG = r"(?:Fund|Ventures|Institute|Trust|Society|Foundation|Cent(?:re|er)|University|Association|Division|Department|Ministry|Agency|Authority|Federation|Union|Bank|Service|Laboratory|Museum|Academy|Survey|College|Corporation|Council|Alliance|Initiative|Network|Observatory|Facility|Office|International|Consortium|Board|Zoo|Aquarium|Gardens?)"
_ONE = r"(?:[A-Z][\w&]*[a-z][A-Z][\w-]*|[A-Z]{3,}(?:[-/]\w+)*\b)"
"""A name that is written as no other word is: "MedCities", "INFOFISH"."""
_NAME = rf"(?P<name>{CAPITALIZED}(?:\s+(?:(?:of|for|on)\s+(?:the\s+)?)?{CAPITALIZED}){{0,5}}\s+{_ORG}\b(?:\s+(?:of|for|on)\s+(?:the\s+)?{CAPITALIZED}(?:\s+{CAPITALIZED}){{0,3}})?|{_ONE})(?:\s*\([A-Z][\w&/-]{{1,14}}\))?"
_AFTER = re.compile(rf"(?:\s*\([A-Z][\w&/-]{{1,14}}\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?(?:(?:[\w-]+\s+)?(?:institute|agency|NGO|foundation|organi[sz]ation|institution|company|association|centre|charity)\s+)?{_NAME}(?=[,.;:)]|\Z|\s+(?:and|or)\s|\s+[a-z])(?!\s+(?:of\s+[A-Z]|Chair|members?\b|meeting|session|process|report|reporting|data|standards?|guidelines|indicators?|secretariats?|[a-z]+[- ]related))")
"""… after one that is known."""
_BEFORE = re.compile(rf"\b{_NAME}\s+and\s+(?:the\s+)?\Z")
"""… before it: "*WaterLex* and FAO"."""
_GENERIC = re.compile(r"\b(?:Part(?:y|ies)|Member|States?|Convention|Protocol|Agreement|Committee|Annex|Article|Decision|Resolution|Chairs?|Bureau|Secretariat|Conference|Governments?|Ms|Mr|Mrs|Dr|The|This|Executive|Major|Groups?|NGOs?|SDGs?|NDCs?|NAPs?|GHG|POPs|USD|EUR|CEOs?|COP\w*|MOP|SBSTT?A|SBI|LDCs?|SIDS|IPLCs?|MEAs?|TORs?|ICT|PCBs?|Board)\b")
_BEGINNINGS = ("by ", "with ", "of ", "the ")
_NEAR = 120


def unnamed(reading: Reading, passage: Passage, sentence: Span, agents: list[Span], taken: list[Span]) -> Iterator[tuple[Span, Entity]]:
    """Yield the organizations that stand in a list beside one that is known."""
    ends = {agent.end for agent in agents}
    for agent in agents:
        match = _AFTER.match(reading.text, agent.end, sentence.end)
        while match and _is_one(match, taken):
            yield _drafted(reading, passage, match)
            match = None if match.end() in ends else _AFTER.match(reading.text, match.end(), sentence.end)
        start = max(sentence.start, agent.start - _NEAR)
        before = _BEFORE.search(reading.text, start, agent.start) if reading.text.endswith((" and ", " and the "), start, agent.start) else None
        if before and _is_one(before, taken) and (before.start() == sentence.start or reading.text.endswith(_BEGINNINGS, start, before.start()) or _listed_before(reading, before.start(), start, taken)):
            yield _drafted(reading, passage, before)


def _listed_before(reading: Reading, position: int, start: int, taken: list[Span]) -> bool:
    """Tell whether a list goes on there: "*FAO, * ClearPonds and WHO"."""
    before = next((joint for joint in (", ", " and ") if reading.text.endswith(joint, start, position)), "")
    return bool(before) and any(span.end == position - len(before) for span in taken)


def _is_one(match: re.Match[str], taken: list[Span]) -> bool:
    """Tell whether the words are a name, and that of nothing that is known."""
    start, end = match.span("name")
    return _GENERIC.search(match["name"]) is None and not any(span.start < end and start < span.end for span in taken)


def _drafted(reading: Reading, passage: Passage, match: re.Match[str]) -> tuple[Span, Entity]:
    span = Span(*match.span("name"))
    return span, reading.draft("Organization", "agency", span.of(reading.text), reading.evidence(passage, span))
