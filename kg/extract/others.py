"""Who has another office beside somebody who was just said to have one: "Ms. A was elected Chair and *Mr. B Vice-Chair*"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.electing import a_group_elects, electing, of_document
from kg.extract.meetings import meeting_body
from kg.extract.officers import SMALL_GROUPS, body_that_meets, people_from, role_of_office
from kg.extract.own_meeting import own_meeting
from kg.extract.reading import AGENTS, BODIES, GROUPS, LONGEST_LIST, is_unsure
from kg.extract.words import any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

_MR = r"(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)*"
_OFFICE = r"(?P<office>(?:(?:[Cc]o|[Vv]ice)[- ])?(?:[Cc]hair(?:person|man|woman)?|[Pp]resident)|[Rr]apporteur)s?\b"
_AND_OTHER = re.compile(rf"(?:{_OFFICE}(?:\s+of\s+(?:the\s+)?[^,;.()]{{2,80}})?|\b(?:co-)?chaired\s+by\s+[^;]{{3,200}}?)(?:,?\s+(?:and|with|while)|;)\s+{_MR}\Z")
_IN_A_ROW = re.compile(rf"\b(?:was|were)\s+(?:re-)?elected\b[^;]{{0,200}}?{_OFFICE},\s+{_MR}\Z")
"""A *was elected Chair,* B Vice-Chair and C Rapporteur."""
_HAS_OTHER = re.compile(
    rf"(?:\s*\([^()]{{2,80}}\)|\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:of\s+)?[A-Z][\w’'-]+){{0,4}})?,?\s+(?:(?:was|were)\s+elected\s+|(?:is|was|serving|acting|serves|served|acts|acted)\s+)?(?:as\s+)?(?:its\s+|the\s+)?{_OFFICE}(?!\s+(?:of|for|and)\b|[’'-])"
)
_JUST_ELECTED = re.compile(rf"\b(?:(?:re-)?elect(?:ed|s)|appoint(?:ed|s))\s+(?:by\s+acclamation\s+)?{_MR}\Z")
_AT_ONCE = re.compile(rf"(?:\s*\([^()]{{2,80}}\))?\s+(?:its\s+)?{_OFFICE}(?=\s*[,.;]|\s+and\s+{_MR}[A-Z]|\s+(?:for|until|from|by)\s)")
_NEXT = re.compile(rf"(?:[,;]|,?\s+and)\s+(?:and\s+)?{_MR}")
"""Elected A (Chad) Chair*, and* B (Peru) Vice-Chair."""
_ITS = re.compile(rf"(?:\s*\([^()]{{2,80}}\)|\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w’'-]+(?:\s+(?:of\s+)?[A-Z][\w’'-]+){{0,4}})?\s+(?:(?:currently|also|now)\s+)?(?:is|are|acts?|serves?|acted|served|was\s+elected|were\s+elected)\s+(?:as\s+)?(?:its|the\s+group’s)\s+{_OFFICE}(?!\s+(?:of|for|and)\b|[’'-])")
_ELECTION_OF = re.compile(rf"\b(?:election|re-election|appointment)\s+(?:by\s+(?:the\s+)?(?P<by>[A-Z][^,;:.()]{{3,140}}?)\s+)?of\s+{_MR}(?=[A-Z])")
_AS_ITS = re.compile(rf"(?:\s*\([^()]{{2,80}}\))?,?\s+as\s+its\s+{_OFFICE}(?!\s+(?:of|for|and)\b|[’'-])")
_OF_MEETING = re.compile(rf"\b(?:The|the)\s+[Rr]apporteurs?\s+(?:of|for)\s+(?:the|this)\s+(?:meeting|session|workshop|conference)\s+(?:was|were|is)\s+{_MR}(?=[A-Z])")
_CO_CHAIRS_WITH = re.compile(rf"\bco-chair(?:s|ed)\s+(?:the\s+)?[^,;.]{{3,120}}?\s+(?:(?:together|jointly)\s+)?with\s+(?:the\s+)?{_MR}\Z")
_FELLOW = re.compile(rf"\b(?:(?:his|her|their)\s+(?:fellow\s+)?|fellow\s+)[Cc]o-[Cc]hair,?\s+{_MR}(?=[A-Z])")
_COMMA = re.compile(rf",\s+{_OFFICE},\s+(?:the\s+)?(?=[A-Z])")
_COMMA_END = re.compile(r"\s*(?:[,.;]|\Z)")
_OFFICES = any_of("hair", "apporteur", "resident")


def others(reading: Reading) -> None:
    """State the second office of a clause, of the same body, group or meeting as the first."""
    for passage, sentence in reading.saying(_OFFICES):
        if reading.says(sentence, " its "):
            _its(reading, passage, sentence)
            _election(reading, passage, sentence)
        if reading.says(sentence, "apporteur of the ", "apporteur for the "):
            _of_the_meeting(reading, passage, sentence)
        if not reading.says(sentence, " and ", " with ", " while ", "; ", "hair, ", "resident, ", "lected ", "fellow"):
            continue
        people = reading.named(sentence, {"Person"})
        if 0 < len(people) <= LONGEST_LIST and reading.says(sentence, "lected ", "elects ", "ppointed "):
            _elected(reading, passage, sentence, people)
        if reading.says(sentence, "hair, ", "resident, "):
            _comma(reading, passage, sentence, people)
        if reading.says(sentence, "co-chair") and reading.says(sentence, " with "):
            _with(reading, passage, sentence)
        if reading.says(sentence, "o-Chair, ", "o-chair, ", "fellow"):
            _fellow(reading, passage, sentence)
        if 1 < len(people) <= LONGEST_LIST:
            _and_other(reading, passage, sentence, people)


def _elected(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "The Council *elected Ms. A (Chad) Chair* and …" """
    last: re.Match[str] | None = None
    for where, person in people:
        match = _AT_ONCE.match(reading.text, where.end, sentence.end)
        verb = _JUST_ELECTED.search(reading.text, sentence.start, where.start) if match else None
        verb = verb or (_NEXT.fullmatch(reading.text, last.end(), where.start) if match and last else None)
        last = match if verb else None
        if not match or not verb or is_unsure(reading, sentence, verb.start()):
            continue
        elects = electing(reading, sentence)
        body = elects.iri if elects else "" if a_group_elects(reading, sentence) else body_that_meets(reading, sentence) or of_document(reading)
        role = role_of_office(re.sub(r"\s", "-", match["office"].capitalize()))
        if body and not any(isinstance(r, Role) and r.agent == person.iri and r.role == role for r in reading.said_in(passage.id)):
            reading.state(Role(reading.evidence(passage, Span(where.start, match.end())), person.iri, role, body))


def _comma(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "*Ms. A, Vice-Chair, UN-Water,* opened the meeting" """
    for where, person in people:
        match = _COMMA.match(reading.text, where.end, sentence.end)
        body = reading.at(match.end(), sentence.end, BODIES | {"InterAgencyMechanism"}) if match else None
        if not match or not body or not _COMMA_END.match(reading.text, body[0].end):
            continue
        role = role_of_office(re.sub(r"\s", "-", match["office"].capitalize()))
        if not any(isinstance(r, Role) and r.agent == person.iri and r.role == role and r.target == body[1].iri for r in reading.said_in(passage.id)):
            reading.state(Role(reading.evidence(passage, Span(where.start, body[0].end)), person.iri, role, body[1].iri))


def _fellow(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Ms. A, one of the Co-Chairs of the Board, spoke; *her fellow Co-Chair, Mr. B,* agreed." """
    for match in _FELLOW.finditer(reading.text, sentence.start, sentence.end):
        person = reading.at(match.end(), sentence.end, {"Person"}, article=False)
        said = [r for r in reading.said_in(passage.id) if isinstance(r, Role) and r.role == "co-chair" and r.evidence.span.end <= match.start()]
        last = max(said, key=lambda role: role.evidence.span.end, default=None)
        if person and last and last.agent != person[1].iri:
            reading.state(Role(reading.evidence(passage, Span(match.start(), person[0].end)), person[1].iri, "co-chair", last.target))


def _its(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Ms. A chairs the Subgroup on Ponds. *Mr. B is its Vice-Chair.*" """
    before = reading.sentence_before(passage, sentence.start)
    for where, agent in reading.named(sentence, {"Person", "State"}):
        match = _ITS.match(reading.text, where.end, sentence.end)
        if not match or reading.named(Span(sentence.start, where.start)) or is_unsure(reading, sentence, where.start):
            continue
        said = [r for r in reading.said_in(passage.id) if isinstance(r, Role) and r.role in {"chair", "co-chair"} and before.start <= r.evidence.span.start and r.evidence.span.end <= before.end]
        role = role_of_office(re.sub(r"\s", "-", match["office"].capitalize()))
        if len({r.target for r in said}) == 1 and before.end <= sentence.start and all(r.agent != agent.iri for r in said):
            _state(reading, passage, agent, role, said[0].target, Span(where.start, match.end()))


def _election(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "took note of *the election by the Pond Committee of Ms. A (Chad) and Mr. B (Peru) as its Vice-Chairs*" """
    for match in _ELECTION_OF.finditer(reading.text, sentence.start, sentence.end) if reading.says(sentence, "as its ") else ():
        body = reading.at(match.start("by"), sentence.end, BODIES | GROUPS | {"InterAgencyMechanism", "TreatyMechanism"}) if match["by"] else None
        people = people_from(reading, match.end(), sentence.end)
        office = _AS_ITS.match(reading.text, people[-1][0].end, sentence.end) if people else None
        if body and office and body[0].end == match.end("by") and not is_unsure(reading, sentence, match.start()):
            for where, person in people:
                _state(reading, passage, person, role_of_office(re.sub(r"\s", "-", office["office"].capitalize())), body[1].iri, Span(where.start, office.end()))


def _of_the_meeting(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "*The rapporteur of the meeting was Ms. A.*" """
    match = _OF_MEETING.search(reading.text, sentence.start, sentence.end)
    if match is None or SMALL_GROUPS.search(reading.text, passage.body.start, match.start()):
        return
    own = None if meeting_body(reading) else own_meeting(reading)
    target = reading.keep(own) if own else meeting_body(reading)
    for where, person in people_from(reading, match.end(), sentence.end) if target else ():
        if any(isinstance(r, Role) and r.agent == person.iri and r.role == "officer" and match.start() <= r.evidence.span.end <= sentence.end for r in reading.said_in(passage.id)):
            continue
        _state(reading, passage, person, "officer", target, Span(match.start(), where.end))


def _state(reading: Reading, passage: Passage, agent: Entity, role: str, target: IRI, span: Span) -> None:
    """State a role that no other rule has read in the passage."""
    if not any(isinstance(r, Role) and r.agent == agent.iri and r.role == role and r.target == target for r in reading.said_in(passage.id)):
        reading.state(Role(reading.evidence(passage, span), agent.iri, role, target))


def _with(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Ms. A, who *co-chairs the Task Team with Mr. B*" """
    for where, agent in reading.named(sentence, AGENTS | {"State", "Person"}):
        match = _CO_CHAIRS_WITH.search(reading.text, max(sentence.start, where.start - 200), where.start)
        said = [r for r in reading.said_in(passage.id) if match and isinstance(r, Role) and r.role == "co-chair" and sentence.start <= r.evidence.span.start and match.start() < r.evidence.span.end <= where.start]
        targets = {r.target for r in said}
        if match and len(targets) == 1 and all(r.agent != agent.iri for r in said) and not is_unsure(reading, sentence, match.start()):
            reading.state(Role(reading.evidence(passage, Span(match.start(), where.end)), agent.iri, "co-chair", said[0].target))


def _and_other(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "Ms. A was elected Chair and *Mr. B Vice-Chair*" · "chaired by Ms. A, with *Mr. B serving as rapporteur*": of the same body or group"""
    for where, person in people[1:]:
        in_a_row = _AT_ONCE.match(reading.text, where.end, sentence.end) if _IN_A_ROW.search(reading.text, sentence.start, where.start) else None
        other = in_a_row or _HAS_OTHER.match(reading.text, where.end, sentence.end)
        if not other or not (in_a_row or _AND_OTHER.search(reading.text, max(sentence.start, where.start - 400), where.start)):
            continue
        said = [r for r in reading.said_in(passage.id) if isinstance(r, Role) and sentence.start <= r.evidence.span.start and r.evidence.span.end <= where.start]
        before = max((r for r in said if r.role in {"chair", "co-chair", "officer"}), key=lambda r: r.evidence.span.end, default=None)
        role = role_of_office(re.sub(r"\s", "-", other["office"].capitalize()))
        known = any(isinstance(r, Role) and r.agent == person.iri and r.role == role and r.evidence.span.end > where.start for r in reading.said_in(passage.id))
        if before and not known and not is_unsure(reading, Span(before.evidence.span.end, sentence.end), where.start):
            reading.state(Role(reading.evidence(passage, Span(where.start, other.end())), person.iri, role, before.target))
