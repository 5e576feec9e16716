"""Who chairs, told in passing: "a contact group, with A and B as co-chairs", "Working Group I was chaired by A and Working Group II by B".

What other rules have read is not read again; a group or a body is stated only where it is named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.chaired_groups import GROUP, group_meant, of_the_whole
from kg.extract.meetings import meeting_body
from kg.extract.officers import people_from, role_of_office
from kg.extract.offices import short_body
from kg.extract.reading import AGENTS, BODIES, GROUPS, is_unsure
from kg.extract.words import any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

_MR = r"(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)*"
_WITH = re.compile(rf"\bwith\s+{_MR}(?=[A-Z])")
_SERVING = re.compile(
    r"(?:\s*\([^()]{2,60}\))?(?:,?\s+(?:serving|acting))?\s+as\s+(?:its\s+|the\s+)?(?P<co>[Cc]o-?)?[Cc]hair(?:s|persons?|man|men|woman|women)?\b(?!\s+(?:of|for)\b)"
)
_BY = re.compile(rf"(?:\s+on\s+(?:(?!\b(?:was|were|is|chaired)\b)[^,;.()]){{3,80}}?)?\s+by\s+{_MR}(?=[A-Z])")
_CHOSEN = re.compile(r"\b(?:positions?\s+of|selects?|selected|elects?|elected|appoints?|appointed)\s+(?:the\s+)?(?=[A-Z])")
_AS_MEMBERS = re.compile(r"\s+as\s+(?:new\s+)?members\s+of\s+(?:the\s+)?")
_SHORT = re.compile(r"(?:(?:Implementation|Executive|Standing)\s+)?(?:Committee|Board|Panel|Council|Commission)\b(?!\s+(?:of|on|for)\s+(?:the\s+)?[A-Z])")
_CHAIRED_BY = re.compile(r"\b(?P<co>co-)?chaired by\b")
_SELECTED = re.compile(r"\b(?:selection|election)\s+of\s+(?:the\s+)?(?=[A-Z])")
_AS_CHAIRS = re.compile(r"\s+as\s+(?:the\s+|its\s+)?(?P<co>[Cc]o-?)?[Cc]hair(?:persons?|man|men|woman|women)?(?P<several>s?)\s+of\s+(?:the\s+)?")
_IN_BRACKETS = re.compile(r"\s*\((?P<office>(?:Vice-|Co-)?(?:Chair|President)(?:person|man|woman)?|Rapporteur)\)", re.IGNORECASE)
_MEMBERS_OF = re.compile(r"\bmembers\s+of\s+(?:the\s+)?(?=[A-Z])|,?\s+(?P<of>(?:composed|comprised|made\s+up)\s+of|consisting\s+of|comprising|with\s+the\s+following\s+membership\s*:)\s+(?=[A-Z])")

_THE_COMMITTEE = re.compile(rf"\bThe\s+[Cc]ommittee\s+(?:was|is|would\s+be|will\s+be|had\s+been)\s+chaired\s+by\s+{_MR}(?=[A-Z])")

_COMMITTEE_APPOINTED = re.compile(rf"\b[Tt]he\s+[Cc]ommittee\s+(?:(?:then|also|subsequently|had)\s+)?(?:elected|appointed|designated|selected)\s+{_MR}(?=[A-Z])")
_AS_OFFICE = re.compile(r"(?:\s*\([^()]{2,60}\))?\s+(?:to\s+serve\s+)?as\s+(?:its\s+|the\s+)?(?P<office>[Rr]apporteur|(?:[Vv]ice-|[Cc]o-)?[Cc]hair(?:person|man|woman)?)s?\b(?!\s+of\b)")
_HINTS = any_of(" as members of ", " as new members of ", "ommittee elected", "ommittee appointed", "ommittee designated", "ommittee also ", "ommittee then ", "hair", "Rapporteur)", "resident)")


def chairing(reading: Reading) -> None:
    """State who chairs the groups and bodies that are named beside."""
    for passage, sentence in reading.saying(_HINTS):
        if reading.says(sentence, " as members of ", " as new members of "):
            _members(reading, passage, sentence)
        if reading.says(sentence, "ommittee elected", "ommittee appointed", "ommittee designated", "ommittee also ", "ommittee then "):
            _of_the_committee(reading, passage, sentence)
        if not reading.says(sentence, "hair", "Rapporteur)", "resident)"):
            continue
        if reading.says(sentence, "with "):
            _with(reading, passage, sentence)
        if reading.says(sentence, "haired by "):
            _and_another(reading, passage, sentence)
        if reading.says(sentence, "he committee ", "he Committee "):
            _the_committee(reading, passage, sentence)
        if reading.says(sentence, "lection of "):
            _selected(reading, passage, sentence)
        if reading.says(sentence, "hair)", "HAIR)", "man)", "resident)", "Rapporteur)", "person)"):
            _bracketed(reading, passage, sentence)


def _members(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "To confirm *the positions of Chad and Peru as members of the Committee* and to *select Fiji* as a member" """
    for match in _CHOSEN.finditer(reading.text, sentence.start, sentence.end):
        agents = reading.agents_from(match.end(), sentence.end, AGENTS | {"State"})
        office = _AS_MEMBERS.match(reading.text, agents[-1][0].end, sentence.end) if agents else None
        named = reading.at(office.end(), sentence.end, BODIES | GROUPS) if office else None
        short = _SHORT.match(reading.text, office.end(), sentence.end) if office and not named else None
        target = named[1].iri if named else short_body(reading, short[0]) if short else ""
        if not office or not target or is_unsure(reading, sentence, match.start()):
            continue
        for where, agent in agents:
            reading.state(Role(reading.evidence(passage, Span(where.start, office.end())), agent.iri, "member", target))


def _with(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The parties agreed to set up a contact group on ponds, *with Mr. A (Chad) and Ms. B (Peru) as co-chairs*." """
    for match in _WITH.finditer(reading.text, sentence.start, sentence.end):
        people = people_from(reading, match.end(), sentence.end)
        serving = _SERVING.match(reading.text, people[-1][0].end, sentence.end) if people else None
        if not serving or (len(people) > 1 and not serving["co"]) or is_unsure(reading, sentence, match.start()):
            continue
        group = _group_before(reading, passage, Span(sentence.start, match.start()))
        for where, person in people if group else ():
            reading.state(Role(reading.evidence(passage, Span(where.start, serving.end())), person.iri, "co-chair" if serving["co"] else "chair", group))


def _group_before(reading: Reading, passage: Passage, span: Span) -> IRI:
    """Return the only group that is spoken of in a span, or an empty string."""
    named = {entity.iri for _, entity in reading.named(span, GROUPS)}
    spoken = list(GROUP.finditer(reading.text, span.start, span.end))
    if len(named) == 1 and len(spoken) <= 1:
        return next(iter(named))
    return group_meant(reading, passage, spoken[0]) if len(spoken) == 1 and not named else ""


def _and_another(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Working Group I was chaired by Mr. A (Chad) and *Working Group II by Ms. B (Peru)*." """
    first = _CHAIRED_BY.search(reading.text, sentence.start, sentence.end)
    if not first:
        return
    for group in GROUP.finditer(reading.text, first.end(), sentence.end):
        by = _BY.match(reading.text, group.end(), sentence.end)
        people = people_from(reading, by.end(), sentence.end) if by else []
        target = group_meant(reading, passage, group) if people and not is_unsure(reading, sentence, group.start()) else ""
        for where, person in people if target else ():
            reading.state(Role(reading.evidence(passage, Span(group.start(), where.end)), person.iri, "co-chair" if first["co"] else "chair", target))


def _the_committee(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "It set up a committee of the whole. *The committee would be chaired by Mr. A*." """
    match = _THE_COMMITTEE.search(reading.text, sentence.start, sentence.end)
    whole = of_the_whole(reading, passage, match.start()) if match else None
    people = people_from(reading, match.end(), sentence.end) if match and whole else []
    target = group_meant(reading, passage, whole) if whole and people else ""
    for where, person in people if match and target else ():
        reading.state(Role(reading.evidence(passage, Span(match.start(), where.end)), person.iri, "co-chair" if len(people) > 1 else "chair", target))  # type: ignore[union-attr]


def _of_the_committee(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The committee of the whole was chaired by Mr. A. *The committee appointed Ms. B (Chad) as its Rapporteur*." """
    match = _COMMITTEE_APPOINTED.search(reading.text, sentence.start, sentence.end)
    whole = of_the_whole(reading, passage, match.start()) if match else None
    people = people_from(reading, match.end(), sentence.end) if match and whole else []
    office = _AS_OFFICE.match(reading.text, people[-1][0].end, sentence.end) if people else None
    target = group_meant(reading, passage, whole) if whole and office else ""
    for where, person in people if office and target and not is_unsure(reading, sentence, match.start()) else ():  # type: ignore[union-attr]
        reading.state(Role(reading.evidence(passage, Span(where.start, office.end())), person.iri, role_of_office(office["office"].capitalize()), target))  # type: ignore[union-attr,index]


def _selected(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "To endorse *the selection of Mexico and Norway as co-chairs of* the Open-ended Working Group" """
    for match in _SELECTED.finditer(reading.text, sentence.start, sentence.end):
        states = reading.agents_from(match.end(), sentence.end, {"State"})
        office = _AS_CHAIRS.match(reading.text, states[-1][0].end, sentence.end) if states else None
        target = reading.at(office.end(), sentence.end, BODIES | GROUPS) if office else None
        if not office or not target or (len(states) > 1) != bool(office["co"]) or is_unsure(reading, sentence, match.start()):
            continue
        for where, state in states:
            reading.state(Role(reading.evidence(passage, Span(where.start, target[0].end)), state.iri, "co-chair" if office["co"] else "chair", target[1].iri))


def _bracketed(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "… the following members of the Board: Austria *(Vice-Chair)*, Chad and Mexico *(Chair)*" """
    if reading.named(sentence, {"Person"}):
        return
    members = _MEMBERS_OF.search(reading.text, passage.body.start, sentence.end)
    if not members:
        return
    groups = reading.named(Span(sentence.start, members.start()), GROUPS) if members["of"] and "membership" in members["of"] else []
    only = groups[0] if len(groups) == 1 else None
    body = (only or reading.before(members.start(), sentence.start, BODIES | GROUPS)) if members["of"] else reading.at(members.end(), sentence.end, BODIES)
    target = body[1].iri if body else "" if members["of"] else meeting_body(reading)
    for where, state in reading.named(sentence, {"State"}) if target else ():
        office = _IN_BRACKETS.match(reading.text, where.end, sentence.end) if where.start >= members.end() else None
        if office:
            role = role_of_office(re.sub(r"\s", "-", office["office"].title()))
            reading.state(Role(reading.evidence(passage, Span(where.start, office.end())), state.iri, role, target))
