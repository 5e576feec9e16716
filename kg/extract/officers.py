"""Officers: who was elected, welcomed or named as chair, vice-chair, rapporteur of which body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.meetings import REPORTS
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS
from kg.model import Fact, Role, Span, Value

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

_OFFICE = r"(?P<office>(?:Co-|Vice-|Deputy\s+)?(?:Chair(?:person|man|woman)?|President)|Rapporteur|(?:Deputy\s+)?Executive\s+Secretary|Facilitator)"
_COUNTRY = r"(?:\s*\((?P<country>[^()]{2,60})\))?"
_ELECTED = re.compile(r"\b(?:elected|re-elected|welcomed|appointed|designated|confirmed)\b")
_AS = re.compile(rf"{_COUNTRY}\s+as\s+(?:the\s+|its\s+|a\s+)?(?:new\s+|incoming\s+)?{_OFFICE}(?:\s+of\s+(?:the\s+)?)?")
_TITLE_AFTER = re.compile(rf"{_COUNTRY},\s+(?:the\s+)?{_OFFICE}\s+of\s+(?:the\s+)?")
_AND_BODY = re.compile(r"\s*(?:\([A-Z]{2,6}\))?\s+and\s+(?:the\s+)?(?=[A-Z])")
_CHAIRED_BY = re.compile(r"\b(?P<verb>co-chaired|chaired)\s+by\s+(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+)?")
_CONTACT_GROUP = re.compile(r"\b(?P<group>(?:joint\s+)?contact\s+group)\b(?:[^.;]|\.(?=\S)){0,140}?\b(?P<co>co-)?chaired\s+by\s+(?:(?:the\s+(?:Vice-)?Chair\s+of\s+the\s+\w+\s+and\s+)?the\s+(?:Vice-)?Chair\s+of\s+the\s+\w+,\s+)?(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+)?")
_BEFORE_BY = re.compile(r"\s*(?:,\s+)?(?:(?:which|that)\s+)?(?:(?:is|was|were|will\s+be|to\s+be)\s+)?\Z")
_NEXT_PERSON = re.compile(r"\s*(?:\([^()]{2,60}\))?\s*(?:,\s+and|,|and)\s+(?:the\s+(?:Vice-)?Chair\s+of\s+the\s+\w+,\s+)?(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+)?")


def officers(reading: Reading) -> None:
    """State the officers that a meeting report names, and the countries printed after their names."""
    if reading.document.family not in REPORTS:
        return
    for passage, sentence in reading.sentences():
        people = reading.named(sentence, {"Person"})
        if people:
            _elected(reading, passage, sentence, people)
            _titled(reading, passage, sentence, people)
            _chairing(reading, passage, sentence)
            _contact_group(reading, passage, sentence)


def role_of_office(office: str) -> str:
    """Return the role that an office is.

    >>> role_of_office("President"), role_of_office("Co-Chair"), role_of_office("Vice-Chair")
    ('chair', 'co-chair', 'officer')
    """
    if office.startswith("Co-"):
        return "co-chair"
    return "chair" if re.match(r"(?:Chair|President)", office) else "officer"


def _body_of(reading: Reading, sentence: Span, position: int) -> tuple[int, IRI] | None:
    """Return the body of an office: named right after it, else at the end of the list, else the meeting's."""
    named = reading.at(position, sentence.end, BODIES | AGENTS | GROUPS | EVENTS)
    if named:
        return named[0].end, named[1].iri
    later = [(w, e) for w, e in reading.named(Span(position, sentence.end), BODIES) if re.search(r"\bof\s+(?:the\s+)?\Z", reading.text[position : w.start])]
    if later:
        return position, later[0][1].iri
    meeting = reading.entities.get(reading.meeting)
    body = next((target for name, target in meeting.links if name == "sessionOf"), "") if meeting else ""
    return (position, body) if body else None


def _elected(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "He also welcomed Mr. … (…) as Vice-Chair and Ms. … (…) as Rapporteur of the SBI." """
    for where, person in people:
        match = _AS.match(reading.text, where.end, sentence.end)
        if not match or not _ELECTED.search(reading.text, sentence.start, where.start):
            continue
        body = _body_of(reading, sentence, match.end())
        if body:
            span = Span(where.start, max(match.end("office"), body[0] if body[0] > match.end() else 0))
            _state(reading, passage, span, person, match, body[1])


def _titled(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "Ms. …, Chair of the SBI, opened the session" """
    for where, person in people:
        match = _TITLE_AFTER.match(reading.text, where.end, sentence.end)
        for body_where, body in _bodies_from(reading, match.end(), sentence.end) if match else ():
            _state(reading, passage, Span(where.start, body_where.end), person, match, body.iri)  # type: ignore[arg-type]


def _bodies_from(reading: Reading, start: int, end: int) -> list[tuple[Span, Entity]]:
    """Return the bodies of one office: "Vice-President of the Conference of the Parties (COP) and the … (CMP)"."""
    found: list[tuple[Span, Entity]] = []
    body = reading.at(start, end, BODIES | AGENTS | GROUPS | EVENTS)
    while body:
        found.append(body)
        following = _AND_BODY.match(reading.text, body[0].end, end)
        body = reading.at(following.end(), end, BODIES) if following and body[1].kind in BODIES else None
    return found


def _state(reading: Reading, passage: Passage, span: Span, person: Entity, match: re.Match[str], body: IRI) -> None:
    evidence = reading.evidence(passage, span)
    reading.state(Role(evidence, person.iri, role_of_office(match["office"]), body))
    if match["country"]:
        reading.state(Fact(evidence, person.iri, "uneg:printedAffiliation", Value(match["country"])))


def _chairing(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "… the Task Team, co-chaired by Ms. … and Mr. …" """
    for match in _CHAIRED_BY.finditer(reading.text, sentence.start, sentence.end):
        before = [(w, e) for w, e in reading.named(Span(sentence.start, match.start()), GROUPS | EVENTS) if _BEFORE_BY.match(reading.text[w.end : match.start()])]
        person = reading.at(match.end(), sentence.end, {"Person"}, article=False)
        while before and person:
            evidence = reading.evidence(passage, Span(before[-1][0].start, person[0].end))
            role = "co-chair" if match["verb"].startswith("co") else "chair"
            reading.state(Role(evidence, person[1].iri, role, before[-1][1].iri))
            following = _NEXT_PERSON.match(reading.text, person[0].end, sentence.end)
            person = reading.at(following.end(), sentence.end, {"Person"}, article=False) if following else None


def _contact_group(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "… to consider this agenda item in a contact group co-chaired by Mr. … and Ms. …" """
    match = _CONTACT_GROUP.search(reading.text, sentence.start, sentence.end)
    section = reading.sections.get(passage.section)
    person = reading.at(match.end(), sentence.end, {"Person"}, article=False) if match else None
    if not match or not section or not person:
        return
    subject = reading.sections.get(section.parent, section) if section.title in {"Proceedings", "Conclusions"} else section
    evidence = reading.evidence(passage, Span(match.start(), person[0].end))
    words = re.sub(r"\s+", " ", match["group"])
    group = reading.mint("WorkingGroup", "workstream", f"{words} on {subject.title}", evidence)
    while person:
        reading.state(Role(reading.evidence(passage, Span(match.start(), person[0].end)), person[1].iri, "co-chair" if match["co"] else "chair", group))
        following = _NEXT_PERSON.match(reading.text, person[0].end, sentence.end)
        person = reading.at(following.end(), sentence.end, {"Person"}, article=False) if following else None
