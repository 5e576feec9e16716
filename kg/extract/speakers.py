"""Who took part in a meeting, because they spoke there: "Statements were made by representatives of A and B and on behalf of C"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.meetings import REPORTS
from kg.extract.reading import AGENTS
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_SPOKE = re.compile(
    r"\b(?:(?:general|opening|closing|brief|introductory|further|concluding)\s+)?[Ss]tatements?\s+(?:was|were)\s+(?:also\s+|then\s+|subsequently\s+|thereafter\s+)*(?:made|delivered|heard)\b"
    r"|\bmade\s+(?:(?:general|opening|closing|brief|further|introductory)\s+)*statements?\b(?=,\s+including\b)|\b[Ss]tatements?\s+(?:made|delivered)(?=\s+by\b)|\b[Ii]nterventions?\s+(?:was|were)\s+(?:also\s+)?made\b"
)
_FOR = re.compile(r"\b(?:representatives?\s+(?:of|from|speaking\s+(?:for|on\s+behalf\s+of))|on\s+behalf\s+of|by|observers?\s+for)\b")
_WHOLE = re.compile(r"[’']?\s*(?:\([^()]*\)\s*)?(?:[,;:.]|\)(?!\s*[a-z]+ariat\b)|(?:and|or|as|on|for|which|who|to)\b|\Z)")
"""A name that goes on is another's: "*UNFCCC* NGO constituencies", "the *GCOS* secretariat"."""
_OTHERS = re.compile(r"\s+and\s+other\b")
_TOPIC = re.compile(
    r"\b(?:on\s+(?!behalf\b)|in\s+(?:which|response|relation|connection|support)|at\s+(?:which|the)|regarding|concerning|welcom\w+|expressing|thanking|under\s+(?:agenda|this)|(?:in|for)\s+the\s+\w+\s+session|"
    r"(?<!\bthe\s)following|after|before|during|who|as\s+reflected|invit\w+|chaired)\b"
)
"""What follows is what was spoken of, no longer who spoke."""


def speakers(reading: Reading) -> None:
    """State the organizations, people and groups of people that spoke at the meeting of a report."""
    if reading.document.family not in REPORTS or not reading.meeting:
        return
    for passage, sentence in reading.sentences("paragraph", "unnumbered"):
        if reading.says(sentence, "tatement", "ntervention"):
            _spoke(reading, passage, sentence)


def _spoke(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Statements were made by representatives of 13 Parties, including on behalf of the African Group, and by FAO." """
    spoke = _SPOKE.search(reading.text, sentence.start, sentence.end)
    first = _FOR.search(reading.text, spoke.end(), sentence.end) if spoke else None
    if not spoke or not first:
        return
    names = [where for where, _ in reading.named(Span(first.end(), sentence.end))]
    topics = (m.start() for m in _TOPIC.finditer(reading.text, first.end(), sentence.end) if not any(w.start < m.start() < w.end for w in names))
    heard = Span(first.end(), next(topics, sentence.end))
    whole = whole_names(reading, heard)
    for agent, where in {agent.iri: where for where, agent in reversed(whole)}.items():
        reading.state(Role(reading.evidence(passage, Span(spoke.start(), where.end)), agent, "participant", reading.meeting))


def whole_names(reading: Reading, heard: Span) -> list[tuple[Span, Entity]]:
    """Return the agents and states named in some words whose name does not go on, and that are not where somebody is from.

    Of "by FAO, the *GCOS* secretariat and Mr. A B (*Chad*)" that is FAO.
    """
    named = reading.named(heard, AGENTS | {"State"})
    people = {where for where, _ in reading.named(heard, {"Person"})}
    whole = [(w, e) for w, e in named if not any(other != w and other.covers(w) for other, _ in named) and not _is_of_a_person(reading, w, people)]
    return [(w, e) for w, e in whole if _WHOLE.match(reading.text, w.end, heard.end) and not _OTHERS.match(reading.text, w.end, heard.end)]


def _is_of_a_person(reading: Reading, where: Span, people: set[Span]) -> bool:
    """Tell "by Mr. A B (*Chad*)": where somebody is from, who need not speak for it."""
    return any(person.end < where.start and reading.text[person.end : where.start].strip() == "(" for person in people)
