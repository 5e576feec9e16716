"""Who has an office in a bureau that is told as a list, and in the group of the sentence before: "its bureau: A (Chad), President; B (Fiji), Vice-President", "Fiji is vice-chair"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.meetings import meeting_body
from kg.extract.naming import of_annex
from kg.extract.officers import people_from
from kg.extract.parts import OFFICE_IS, whole_meant
from kg.extract.reading import AGENTS, BODIES, GROUPS, LONGEST_LIST, is_unsure
from kg.extract.ways import groups_in_words
from kg.extract.words import Guarded, any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_WITH_BUREAU = AGENTS | BODIES | GROUPS | {"InterAgencyMechanism", "TreatyMechanism"}
_BUREAU = re.compile(r"\b(?:(?P<its>[Ii]ts|[Tt]heir)|[Tt]he|[Aa]|[Nn]ew|[Cc]urrent|[Ff]ollowing)\s+(?:(?:new|current|following|members\s+of\s+(?:its|the))\s+)*[Bb]ureau\b(?:\s+of\s+(?:the\s+)?)?|\bmembers\s+of\s+(?P<its2>its)\s+[Bb]ureau\b")
_OFFICE = r"(?:(?:[Ff]irst|[Ss]econd|[Tt]hird)\s+)?(?P<office>(?:(?:[Cc]o|[Vv]ice)[-\s]?)?(?:[Cc]hair(?:person|man|woman)?|[Pp]resident)|[Rr]apporteur)"
_BESIDE = re.compile(rf"(?:\s*\((?:[^()]*(?:[;,–]\s*|\s-\s))?{_OFFICE}\))|(?:\s*\([^()]{{2,60}}\)|\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){{0,3}})?(?:,\s+|\s+as\s+)(?:the\s+|its\s+|as\s+)?{_OFFICE.replace('office', 'office2')}(?=\s*(?:[;,.)\n]|\Z|and\s))")
_IS = Guarded(
    rf"\s+(?:is|are|was|were|will\s+be|serves?\s+as|acts?\s+as|will\s+serve\s+as|will\s+act\s+as)\s+(?:its\s+|the\s+)?(?:{_OFFICE})(?P<several>s)?(?=\s*[.;,]|\s+and\b|\Z)"
)
_THEN = re.compile(r"(?:\s*[;,])?\s+(?:and\s+|while\s+)?(?:(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)?(?:the\s+)?")
_MR = re.compile(r"(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)?")
_COUNTRY = re.compile(r"(?:\s*\([^()]{2,60}\)|\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3})?")
_OFFICERS = any_of("ureau", "ice-", "apporteur", "ice chair", "hair is ", "hairs are ", "hair will be ", "hairs will be ")


def bureaus(reading: Reading) -> None:
    """State the offices that the words of this file tell, where no other rule has."""
    for passage, sentence in reading.saying(_OFFICERS, "paragraph", "unnumbered"):
        if reading.says(sentence, "ureau"):
            _of_bureau(reading, passage, sentence)
        if not reading.opens(passage, sentence) and reading.may_match(_IS, sentence):
            _of_the_one_before(reading, passage, sentence)
        office = reading.begins(OFFICE_IS, sentence) if not reading.opens(passage, sentence) else None
        if office:
            _is_said_of_it(reading, passage, sentence, office)


def _of_bureau(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The Bureau of the Council is composed of *Ms. A (Chad), President; Mr. B (Fiji), Vice-President*" """
    people = reading.named(sentence, {"Person"})
    bureau = _BUREAU.search(reading.text, sentence.start, sentence.end) if 1 < len(people) <= LONGEST_LIST else None
    if bureau is None or people[0][0].start < bureau.end() or is_unsure(reading, sentence, people[0][0].start):
        return
    body = _body(reading, passage, sentence, bureau)
    told = [(where, person, match) for where, person in people if (match := _BESIDE.match(reading.text, where.end, sentence.end))]
    for where, person, match in told if body and len(told) > 1 else ():
        _state(reading, passage, Span(where.start, match.end()), person, match["office"] or match["office2"], body)  # type: ignore[arg-type]


def _body(reading: Reading, passage: Passage, sentence: Span, bureau: re.Match[str]) -> Entity | None:
    """Return whose bureau it is: named after it, the one that the sentence begins with, or the body that meets."""
    named = reading.at(bureau.end(), sentence.end, _WITH_BUREAU)
    described = None if named else next((e for where, e in groups_in_words(reading, passage, sentence) if where.start == bureau.end()), None)
    if named or described:
        return named[1] if named else described
    if bureau["its"] or bureau["its2"]:
        before = reading.named(Span(sentence.start, bureau.start()), _WITH_BUREAU)
        if len({entity.iri for _, entity in before}) == 1:
            return before[0][1]
    return None if bureau[0].endswith(("of ", "of the ")) else reading.entities.get(meeting_body(reading))


def _of_the_one_before(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The Working Group on Ponds is chaired by Chad. *Fiji is vice-chair and Peru is rapporteur.*" """
    start = _MR.match(reading.text, sentence.start, sentence.end).end()  # type: ignore[union-attr]
    group: Entity | None = None
    while True:
        people = people_from(reading, start, sentence.end)
        who = people or reading.agents_from(start, sentence.end, AGENTS | {"State"})
        end = _COUNTRY.match(reading.text, who[-1][0].end, sentence.end).end() if people else who[-1][0].end if who else start  # type: ignore[union-attr]
        match = _IS.pattern.match(reading.text, end, sentence.end) if who else None
        if match is None or (len(who) > 1) != bool(match["several"]):
            return
        group = group or whole_meant(reading, passage, sentence)
        if group is None or group.kind not in GROUPS | {"InterAgencyMechanism"}:
            return
        for where, holder in who:
            _state(reading, passage, Span(where.start, match.end()), holder, match["office"], group)
        start = _THEN.match(reading.text, match.end(), sentence.end).end() if _THEN.match(reading.text, match.end(), sentence.end) else sentence.end  # type: ignore[union-attr]


def _is_said_of_it(reading: Reading, passage: Passage, sentence: Span, office: re.Match[str]) -> None:
    """ "The Working Group on Ponds is chaired by Chad. *The vice-chair is Ms. A (Fiji).* The rapporteur is Peru." """
    earlier = reading.sentence_before(passage, sentence.start)
    while reading.begins(OFFICE_IS, sentence) and earlier.start < sentence.start and reading.begins(OFFICE_IS, earlier):
        sentence, earlier = earlier, reading.sentence_before(passage, earlier.start)
    who = people_from(reading, office.end(), passage.body.end) or reading.agents_from(office.end(), passage.body.end, AGENTS | {"State"})
    group = (whole_meant(reading, passage, sentence) or of_annex(reading, passage)) if who and (len(who) > 1) == bool(office["several"]) else None
    for where, holder in who if group and group.kind in GROUPS | BODIES | {"InterAgencyMechanism", "TreatyMechanism"} else ():
        _state(reading, passage, Span(office.start(), where.end), holder, f"co-{office['office']}" if office["several"] and office["office"].lower() == "chair" else office["office"], group)  # type: ignore[arg-type]


def _state(reading: Reading, passage: Passage, span: Span, holder: Entity, office: str, body: Entity) -> None:
    words = office.lower()
    role = "officer" if words.startswith(("vice", "rapporteur")) else "co-chair" if words.startswith("co") else "chair"
    if not any(isinstance(r, Role) and r.agent == holder.iri and (r.role == role or {r.role, role} <= {"chair", "co-chair"}) for r in reading.said_in(passage.id)):
        reading.state(Role(reading.evidence(passage, span), holder.iri, role, reading.keep(body)))
