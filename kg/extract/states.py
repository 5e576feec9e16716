"""States that have an office: "elected Chad (Ms. A) as Vice-Chair", "the Chair of the Subgroup on Ponds (Chad)", "Chad, in its capacity as Chair of …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.electing import a_group_elects, electing, in_short, of_document
from kg.extract.meetings import meeting_body
from kg.extract.officers import role_of_office
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS, is_unsure
from kg.extract.ways import groups_in_words
from kg.extract.words import any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

_OFFICE = r"(?P<office>(?:(?:Alternate|Deputy)\s+)?(?:(?:[Cc]o|[Vv]ice)[- ])?(?:[Cc]hair|[Pp]resident)(?:person|man|woman)?|[Rr]apporteur|(?:[Dd]eputy\s+)?[Ff]ocal\s+[Pp]oint)s?\b"
_MR = r"(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)+"
_PERSON = rf"(?:\s*\({_MR}[^()]{{3,60}}\))?"
_JUST_ELECTED = re.compile(r"\b(?:(?:re-)?elect(?:ed|s)|appoint(?:ed|s)|designate[ds]|select(?:ed|s))\s+(?:by\s+acclamation\s+)?(?:the\s+)?\Z")
_AND = re.compile(r"(?:[,;]|,?\s+and)\s+(?:the\s+)?")
_AS = re.compile(rf"{_PERSON}\s+as\s+(?:its\s+|the\s+)?(?:new\s+)?{_OFFICE}(?!\s+and\s+(?:the\s+|its\s+)?(?:Vice|Co-|Deputy|Chair|President|[Rr]apporteur))")
_WAS = re.compile(
    rf"{_PERSON}\s+(?:was|were|has\s+been|have\s+been)\s+(?:(?:then|also|unanimously|subsequently)\s+)*(?:re-)?(?:elected|appointed|designated|selected|chosen)\s+(?:by\s+acclamation\s+)?"
    rf"(?:(?:to\s+(?:serve|act)\s+)?as\s+)?(?:its\s+|the\s+|an?\s+)?(?:new\s+)?{_OFFICE}"
)
_FOLLOWING = re.compile(rf"\belect(?:ed|s)\s+(?:by\s+acclamation\s+)?as\s+(?:its\s+|the\s+)?{_OFFICE}(?:\s+by\s+acclamation)?\s*:\s+")
_FIRST = re.compile(rf"\s*\((?:the\s+)?{_OFFICE}\)\s+(?=(?:then\s+|also\s+)?(?:[a-z]+ed|said|spoke|took|gave|drew|made)\b)")
_A_GROUP = re.compile(r"\b(?:[Ss]ub-?)?[Gg]roup\b")
_OF = re.compile(r"(?:\s+of\s+(?:the\s+)?)?")
_CAPACITY = re.compile(
    rf"{_PERSON}(?:,?\s+(?:(?:speaking|acting|reporting)\s+)?in\s+(?:its|their)\s+(?:capacit(?:y|ies)|role)\s+as\s+|,\s+(?:(?:speaking|acting|reporting)\s+)?as\s+)(?:the\s+)?(?:current\s+|joint\s+)?{_OFFICE}\s+of\s+(?:the\s+)?"
)
_THE_OFFICE = re.compile(rf"\b[Tt]he\s+{_OFFICE}(?P<of>\s+of\s+(?:the\s+)?(?P<what>(?:[\w’'-]+\s+){{0,9}}[\w’'-]+))?\s*\((?P<state>[A-Z][^()\d,;]{{2,60}}?)(?:,\s+(?P<person>{_MR}[^(),;]{{3,60}}))?\)(?=\s+[a-z]|,)")
_IN_OFFICE = re.compile(r"\b(?:Minist(?:er|ry)|Secretary|Ambassador|Director|Head|President|Permanent\s+Representative)\b(?:(?!,|;|\bof\s+the\s+Government\b)[^.]){0,80}\s(?:of|from)\s+(?:the\s+)?\Z")
"""Ms. A, *Minister of Ponds of* Chad: she has the office."""
_NO_MORE = re.compile(r"\b(?:[Ff]ormer|[Oo]utgoing|[Pp]revious|[Ii]ncoming)\b")
_OF_SOMEBODY = re.compile(r"\b(?:of|from|for|by|and)\s+(?:the\s+)?\Z")
_SHORT = re.compile(r"(?:[A-Z][\w-]+\s+){0,3}(?:Committee|Council|Board|Commission|Assembly|Plenary|Body|Panel|Group)\b(?!\s+(?:of|on)\b|\s+[A-Z])")
_CHAIRED = BODIES | AGENTS | GROUPS | EVENTS | {"TreatyMechanism"}
_REACH = 200
_OFFICES_OF = any_of("hair", "resident", "apporteur", "ocal ")


def states(reading: Reading) -> None:
    """State the offices that states have."""
    for passage, sentence in reading.saying(_OFFICES_OF):
        if reading.says(sentence, "elect", "ppointed", "ppoints", "esignate", "chosen"):
            _elected(reading, passage, sentence)
            _was_elected(reading, passage, sentence)
            _following(reading, passage, sentence)
        if reading.says(sentence, " as "):
            _capacity(reading, passage, sentence)
        if reading.says(sentence, "("):
            _in_brackets(reading, passage, sentence)
            _speaking(reading, passage, sentence)


def _elected(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The Standing Committee elected *Chad (Ms. A) as its Chair*, *Fiji and Mali as Vice-Chairs* and *Peru as Rapporteur*" """
    found: list[tuple[list[tuple[Span, Entity]], re.Match[str], Entity | None]] = []
    for where, state in reading.named(sentence, {"State"} | AGENTS):
        office = _AS.match(reading.text, where.end, sentence.end)
        last = found[-1][1].end() if found else 0
        listed = reading.agents_until(where.end, last or sentence.start, {"State"}) if office and office[0].endswith("s") else []
        listed = listed or [(where, state)]
        start = listed[0][0].start
        first = _JUST_ELECTED.search(reading.text, sentence.start, start)
        if not office or not (first or (last and _AND.fullmatch(reading.text, last, start))) or (first and is_unsure(reading, sentence, first.start())):
            continue
        of = _OF.match(reading.text, office.end(), sentence.end)
        named = _what(reading, passage, sentence, of.end()) if of and of[0] else None
        if of and of[0] and not named:
            return
        found.append((listed, office, named))
    shared = found[-1][2] if len({office["office"].lower() for _, office, _ in found}) == len(found) and found else None
    elects = electing(reading, sentence)
    own = elects.iri if elects else "" if a_group_elects(reading, sentence) else meeting_body(reading) or of_document(reading)
    for listed, office, named in found:
        body = (named or shared).iri if named or shared else own  # type: ignore[union-attr]
        for where, state in listed if body else ():
            _state(reading, passage, state, office["office"], body, Span(where.start, office.end()))


def _was_elected(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "*Chad was elected by acclamation to serve as Vice-Chair*" """
    for where, state in reading.named(sentence, {"State"}):
        office = _WAS.match(reading.text, where.end, sentence.end)
        if not office or is_unsure(reading, sentence, where.start) or _OF_SOMEBODY.search(reading.text, sentence.start, where.start):
            continue
        of = _OF.match(reading.text, office.end(), sentence.end)
        named = _what(reading, passage, sentence, of.end()) if of and of[0] else None
        body = named.iri if named else "" if of and of[0] else _own(reading, passage)
        for at, one in reading.agents_until(where.end, sentence.start, {"State"}) if body and " were " in office[0] else [(where, state)] if body else ():
            _state(reading, passage, one, office["office"], body, Span(at.start, office.end()))


def _following(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The following were *elected as Vice-Chairs: Chad and Peru*" """
    match = _FOLLOWING.search(reading.text, sentence.start, sentence.end)
    agents = reading.agents_from(match.end(), sentence.end, {"State"}) if match else []
    elects = electing(reading, sentence) if agents else None
    body = elects.iri if elects else _own(reading, passage) if agents else ""
    for where, state in agents if match and body and not is_unsure(reading, sentence, match.start()) else ():
        _state(reading, passage, state, match["office"], body, Span(match.start(), where.end))  # type: ignore[index,union-attr]


def _speaking(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "*Chad (Chair) welcomed* all", in the report of the body that meets"""
    state = reading.at(sentence.start, sentence.end, {"State"})
    match = _FIRST.match(reading.text, state[0].end, sentence.end) if state else None
    body = _own(reading, passage) if match else ""
    if state and match and body:
        _state(reading, passage, state[1], match["office"], body, Span(state[0].start, match.end()))


def _own(reading: Reading, passage: Passage) -> IRI:
    """Return the body that meets, where no group is spoken of in the paragraph."""
    return "" if _A_GROUP.search(reading.text, passage.body.start, passage.body.end) else meeting_body(reading) or of_document(reading)


def _capacity(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "*Chad, in its capacity as Chair of* the Subgroup on Ponds, reported …" """
    for where, state in reading.named(sentence, {"State"}):
        match = _CAPACITY.match(reading.text, where.end, sentence.end)
        what = _what(reading, passage, sentence, match.end()) if match else None
        if not match or not what or is_unsure(reading, sentence, where.start) or _NO_MORE.search(reading.text, where.end, match.end()) or _IN_OFFICE.search(reading.text, sentence.start, where.start):
            continue
        listed = reading.agents_until(where.end, sentence.start, {"State"})
        for at, one in listed if match["office"].lower().startswith("co") else [(where, state)]:
            _state(reading, passage, one, match["office"], what.iri, Span(at.start, match.end()))


def _in_brackets(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "*The Chair of the Subgroup on Ponds (Chad)* presented its report" · "The Chair (Chad, Ms. A) opened the meeting" """
    for match in _THE_OFFICE.finditer(reading.text, sentence.start, sentence.end):
        state = reading.at(match.start("state"), match.end("state"), {"State"})
        if not state or state[0].end != match.end("state") or _NO_MORE.search(reading.text, max(sentence.start, match.start() - 10), match.end("office")):
            continue
        what = _what(reading, passage, sentence, match.start("what")) if match["of"] else None
        body = what.iri if what else "" if match["of"] else meeting_body(reading) or of_document(reading)
        people = reading.named(Span(*match.span("person")), {"Person"}) if match["person"] else []
        for _, agent in [state, *people] if body else ():
            _state(reading, passage, agent, match["office"], body, Span(*match.span()))


def _what(reading: Reading, passage: Passage, sentence: Span, start: int) -> Entity | None:
    """Return the body or group named or described from a place on."""
    named = reading.at(start, min(sentence.end, start + _REACH), _CHAIRED)
    if named and not reading.is_part(named[0].end):
        return next((reading.entities[t] for name, t in named[1].links if name == "sessionOf" and t in reading.entities), named[1]) if named[1].kind == "Meeting" else named[1]
    described = next((e for w, e in groups_in_words(reading, passage, sentence) if start - len("the ") <= w.start <= start), None)
    short = None if described else _SHORT.match(reading.text, start, sentence.end)
    return in_short(reading, short[0], sentence.start) if short else described


def _state(reading: Reading, passage: Passage, agent: Entity, office: str, body: IRI, span: Span) -> None:
    words = re.sub(r"\s", "-", re.sub(r"^(?:Alternate|Deputy)\s+", "Vice-", office).capitalize())
    role = role_of_office(words.replace("Vice-vice", "Vice"))
    if not any(isinstance(r, Role) and r.agent == agent.iri and r.role == role and r.target == body for r in reading.said_in(passage.id)):
        reading.state(Role(reading.evidence(passage, span), agent.iri, role, reading.keep(reading.entities.get(body) or reading.drafts[body])))
