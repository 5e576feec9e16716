"""Who chaired and who wrote the record, and who hosted, where the title page of a report says so by initials or by states: "Chair: Chad (A. Water)", "Rapporteurs: B. Stone, C. Hill"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.meetings import REPORTS
from kg.extract.own_meeting import own_meeting
from kg.extract.reading import AGENTS
from kg.model import Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

_LABEL = re.compile(
    r"^[ \t*]*(?P<label>(?P<co>Co-?)?(?P<vice>Vice-?)?(?:Chair(?:person|man|woman)?|President|Rapporteur|Secretariat|Host)s?(?=[ \t*]*:)|Hosted[ \t]+by)[ \t*]*:?[ \t*]*(?:the[ \t]+)?(?P<who>[^\n]{2,240})$",
    re.IGNORECASE | re.MULTILINE,
)
_NAME = r"(?:(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?[ \t]+)?(?P<name>(?:[A-Z]\.[ \t-]?){1,3}[A-ZÀ-Ž][\w’'-]+(?:[ \t][A-ZÀ-Ž][\w’'-]+)?)"
_ONE = re.compile(rf"{_NAME}|(?:(?P<mr>Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?[ \t]+)?(?P<whole>[A-ZÀ-Ž][\w’'-]+(?:[ \t](?:de|van|von|da|del|al|bin)\b)?(?:[ \t][A-ZÀ-Ž][\w’'-]+){{1,3}})(?(mr)(?![\w-])|(?=\s*\([A-Z]))")
"""Somebody by initials, or by a whole name with a title, or with the agency or the state in brackets."""
_IN_BRACKETS = re.compile(rf"\s*\({_NAME}\)")
_NEXT = re.compile(r"(?:\s*\([^()\n]{1,80}\))?\s*(?:,|;|\band\b|&)\s*(?:and\s+)?(?:the\s+)?")


def title_page(reading: Reading) -> None:
    """State the officers and the secretariat of the meeting that a report is on, from the labels above its text."""
    top = reading.titles
    if reading.document.family not in REPORTS or not any(reading.says(p.span, "hair", "HAIR", "apporteur", "APPORTEUR", "resident", "Host", "HOST") for p in top):
        return
    meeting = own_meeting(reading)
    if meeting is None:
        return
    for passage in top:
        for label in _LABEL.finditer(reading.text, *passage.span):
            who = list(_listed(reading, passage, Span(*label.span("who"))))
            role = _role(label)
            for where, agent, is_person in who:
                known = any(isinstance(s, Role) and s.agent == agent and s.role in {role, "chair", "co-chair"} and passage.span.start <= s.evidence.span.start < passage.span.end for s in reading.items)
                if not known and (role != "officer" or is_person) and not (role in {"secretariat", "host"} and is_person):
                    reading.state(Role(reading.evidence(passage, where), agent, role, reading.keep(meeting)))


def _role(label: re.Match[str]) -> str:
    """Return the role of a label; a state and who sat for it have one seat."""
    words = label["label"].lower()
    if words.startswith("host"):
        return "host"
    if label["vice"] or "rapporteur" in words:
        return "officer"
    return "secretariat" if "secretariat" in words else "co-chair" if label["co"] or words.endswith("s") else "chair"


def _listed(reading: Reading, passage: Passage, words: Span) -> Iterator[tuple[Span, IRI, bool]]:
    """Yield the states and agencies of a list, each with who sat for it, and persons whose first names are initials."""
    position = words.start
    while position < words.end:
        named = reading.at(position, words.end, AGENTS | {"State"})
        person = None if named else _ONE.match(reading.text, position, words.end)
        if named:
            yield named[0], named[1].iri, False
            person = _IN_BRACKETS.match(reading.text, named[0].end, words.end)
        if person:
            name = Span(*person.span("name" if person["name"] else "whole"))
            yield name, _person(reading, passage, name), True
        if not named and not person:
            return
        following = _NEXT.match(reading.text, person.end() if person else named[0].end if named else position, words.end)
        if following is None:
            return
        position = following.end()


def _person(reading: Reading, passage: Passage, where: Span) -> IRI:
    return reading.mint("Person", "person", " ".join(where.of(reading.text).split()), reading.evidence(passage, where))
