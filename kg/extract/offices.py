"""Offices beside a name: "IPCC Chair A B", "the Co-Chairs, A B and C D", "A B (Chad) was elected chair", "A B will serve as Rapporteur".

What other rules have read of a person in a passage is not read again. An office is stated only with its body: named after
it ("of the …") or before it ("IPCC Chair"), the one that elects, or else the only one that the document is on.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.chaired_groups import GROUP, group_meant, of_the_whole
from kg.extract.electing import ITS_GROUP, a_group_elects, bureau_of, elected_by, electing, is_replaced, of_document
from kg.extract.meetings import is_asked, meeting_body
from kg.extract.occasions import is_of_own_number
from kg.extract.officers import HEADED, OF_ITS_GROUP, PRESIDENT_NAMES, SMALL_GROUPS, of_a_group, people_from, role_of_office
from kg.extract.own_meeting import own_meeting
from kg.extract.parts import is_its_office, speaks_of_group
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS, LONGEST_LIST, is_unsure
from kg.extract.ways import groups_in_words
from kg.extract.words import any_of
from kg.model import Decision, Role, Span
from kg.text import ORDINAL

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

_MR = r"(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+|Professor\s+|[Aa]mbassador\s+)*"
_OFFICE = re.compile(r"\b(?P<office>(?:(?:[Cc]o|[Vv]ice)[- ])?(?:[Cc]hair|[Pp]resident)|[Rr]apporteur)(?:person|man|woman)?(?P<several>s|men|persons)?\b(?![’'/-])")
_AS_OFFICE = re.compile(rf"\s+as\s+(?:its\s+|the\s+)?(?:new\s+)?{_OFFICE.pattern[2:]}")
_TWO_OFFICES = re.compile(rf"\b(?:as|elected)\s+(?:its\s+|the\s+)?(?:new\s+)?{_OFFICE.pattern[2:].replace('office', 'one').replace('several', 'ones')}\s+and\s+(?:its\s+|the\s+)?{_OFFICE.pattern[2:].replace('office', 'other').replace('several', 'others')}")
"""Of two persons, one each: that is read with both."""
_AND_ITS = re.compile(r"(?:\s*\([^()]{2,60}\))?,?\s+and\s+(?:its\s+)?")
_CHAIRS = frozenset({"chair", "co-chair"})
_JUST_ELECTED = re.compile(r"\b(?:re-)?elect(?:ed|s)\s+(?:the\s+)?\Z")
_COUNTRY = r"(?:\s*\([^()]{2,80}\)|,?\s+(?:of|from)\s+(?:the\s+)?[A-Z][\w’'-]*(?:\s+(?:of\s+|and\s+)?(?:the\s+)?[A-Z][\w’'-]*){0,5}|,\s+[A-Z][\w ’'-]{2,30})?"
_KIND = r"(?:(?:the|its|an?|one\s+of\s+the|their)\s+)?(?:(?:new|next|incoming|acting|interim|first|current|Acting|newly[\s-]+elected)\s+)?"
_FUNCTION = r"(?:,\s+(?!(?:and|as|but|who|is|was|are|were|has|have|had|could|did|will|would|may|said|spoke|[a-z]+ed)\b)(?:(?!\belect|\band\s+(?:of|by)\b)[^;()\n]){3,160}?,?)?"
_WORK_OF = re.compile(r"\b(?:reports?|work|efforts|recommendations)\s+(?:of|by)\s+(?:the\s+)?\Z")
_CHOICE_OF = re.compile(r"\b(?:selection|appointment|nomination|designation)\s+of\s")
"""A body notes the choice of who chairs another; its own chair it elects."""
_IF = re.compile(r"\b(?:[Ii]f|[Ww]hether|[Uu]nless|should|would|[Uu]ntil)\b")
_WOULD = re.compile(r"\bwould\s+(?:also\s+)?(?:continue\s+to\s+)?(?:serve|act)\b(?!\s+as\s+(?:the\s+)?[Rr]apporteur\b)")
_TO_CHAIR = re.compile(r"\b(?:appointed|designated|elected|selected|(?<=Chair\s)(?:asked|invited|requested)|(?<=President\s)(?:asked|invited|requested))\s+(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)*")
_CHAIR_WHAT = re.compile(r"(?:\s*\([^()]{2,60}\))?,?\s+to\s+(?P<co>co-)?(?:chair|facilitate)\s+(?:the|an?|this)\s+(?:open-ended\s+|informal\s+)?")
_AGREED = re.compile(r"\b(?:agreed|decided|confirmed)\s+that\s+(?:Mr|Ms|Mrs|Dr|[A-Z])[^;:]*\Z")
_TO_REPLACE = rf"(?:to\s+(?:replace|succeed)|in\s+(?:the\s+)?place\s+of|replacing|succeeding)\s+(?:her|him|them|{_MR}[A-ZÀ-Ž][\w’'-]+(?:\s+[A-ZÀ-Ž][\w’'-]+){{0,3}}(?:\s*\([^()]{{2,60}}\))?),?\s+"
_BESIDES = r"(?:,\s+(?:the\s+)?(?:(?:Vice|Co)-)?(?:Chair|President)(?:person|man|woman)?,)?"
_GAPS = (
    re.compile(rf"{_COUNTRY}{_FUNCTION}\s+(?:to\s+(?:serve|act|continue)\s+|{_TO_REPLACE})?as\s+{_KIND}\Z"),
    re.compile(rf"{_COUNTRY}{_FUNCTION}\s+(?:was|were|has\s+been|have\s+been)\s+(?:then\s+|also\s+|re-)?(?:elected|appointed|designated|confirmed)\s+(?:by\s+\w+\s+)?(?:(?:to\s+(?:serve|act)\s+)?as\s+)?{_KIND}\Z"),
    re.compile(rf"{_COUNTRY}{_BESIDES}(?:,\s+who\s+(?:is|are|(?:has|have|had)\s+been))?\s+(?:will\s+(?:serve|act)|would\s+(?:also\s+)?(?:continue\s+to\s+)?(?:serve|act)|(?:(?:has|have|had)\s+)?(?:kindly\s+)?(?:agreed|accepted)\s+to\s+(?:continue\s+to\s+)?(?:serve|act)|(?:will|would|shall)\s+remain\s+in\s+office|remains?\s+in\s+office|(?:continue[sd]?|will\s+continue)(?:\s+to\s+(?:serve|act))?|(?:also\s+)?(?:serves?|served|acted)|presided|serving|acting|elected)\s+as\s+{_KIND}\Z"),
)
_APPOSITION = re.compile(rf"{_COUNTRY}(?:,|(?<=\))|\s+\(|\s+is|\s+remains)\s*{_KIND}\Z")
_LISTED = re.compile(r"\s*\((?P<country>(?:[^()]|\([^()]*\)){2,80})\),\s+")
_LISTED_END = re.compile(r"\s*(?:[;.]|\Z|,\s+(?:(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?|H\.E\.)\b|[a-z]))")
"""A (Chad), *Chair*, and B (Peru), *Vice-Chair*."""
_ELECTED = re.compile(r"\b(?:re-)?(?:elect(?:ed|s|ing)?|appoint(?:ed|s|ing|ment)|designat(?:ed|es)|select(?:ed|s|ion)|welcom(?:ed|es)|will\s+serve|served?)\b", re.IGNORECASE)
_PART_OF_LIST = re.compile(r"\b(?:as|elected|(?P<weak>and|or))\s+(?:the\s+|its\s+)?\Z")
_WITH_THE = re.compile(r",\s+the\s+\Z")
_BETWEEN = re.compile(rf"{_COUNTRY}{_FUNCTION}(?:,|,?\s+and|;(?:\s+and)?|,?\s+on\s+behalf\s+of\s+(?:him|her)self\s+and)\s+{_MR}\Z")
_HAS_OWN = re.compile(rf"{_OFFICE.pattern}\s*;")
"""A (Chad), *Chair*; B (Peru) and C (Fiji), Vice-Chairs."""
_AT_ONCE = re.compile(r"\s*\([^()]{2,60}\)\s+")
"""Elected A (Chad) *Chair*, B (Peru) Vice-Chair."""
_AND = re.compile(rf"(?:[,;]|,?\s+and)\s+(?:of\s+)?{_MR}")
_SHORT_NAME = r"(?:(?:Advisory|Executive|Supervisory|Standing|Steering|Scientific|Technical)\s+(?:Board|Committee|Body|Council)|Working\s+Group|Task\s+Force|Board|Committee|Council|Assembly|Plenary|Conference|Commission|Panel|Bureau|Platform)\b"
_OF = re.compile(rf"\s+(?P<of>of|for)\s+(?:the\s+)?(?:(?:Bureau|plenary)\s+of\s+(?:the\s+)?)?(?=(?P<short>{_SHORT_NAME}(?!\s+(?:of|on|for)\s+(?:the\s+)?[A-Z]))?)")
_SHORT_BEFORE = re.compile(rf"\b(?P<short>{_SHORT_NAME})\s+\Z")
_THEN = re.compile(rf"\s+\({_MR}\Z|(?:\s+(?:elected|appointed)\s+(?:in|at|by|under)\s+(?:[^,;.]|\.\d){{3,60}}|\s+at\s+its\s+[\w-]+\s+(?:session|meeting))?,?\s*(?:\([^()]{{2,20}}\),?\s+)?{_MR}\Z|:\s*{_MR}\Z|\s+(?:for\s+[^.;:,]{{3,60}}\s+)?(?:will\s+be|are|were|is):?\s+{_MR}\Z")
_BEFORE = re.compile(r"\s+(?:\([A-Z]{2,8}\)\s+)?(?:(?:[Aa]cting|[Ii]nterim)\s+)?\Z")
_COMMA = re.compile(r"s?\s*[,:(]|\s+(?:of|at)\b")
"""Without it, "President A B" may be that of a country."""
_WHOSE = re.compile(r"\b(?:whose|their|fellow|its\s+two|(?:by|with|has)\s+(?:two|three)|[Tt]he\s+other|(?:by|of|and)\s+its)\s+(?:(?:current|new|two|three|joint)\s+)*\Z")  # an office of what was spoken of just before
_INTRODUCES = re.compile(rf"{_COUNTRY},\s+(?:the\s+)?[Rr]apporteur,\s+(?:then\s+)?(?:introduced|presented|read\s+out|submitted)\s+the\s+(?:draft\s+)?report\b")
_OF_THE_MEETING = re.compile(rf"(?P<nth>(?:{ORDINAL})\s+)?(?P<noun>meeting|session)\b(?!\s+of\b)")
_WITH_HOLDER = re.compile(rf"\b(?:chaired|facilitated|led|moderated)\s+by\b[^;]{{0,200}}\bwith\s+{_MR}\Z")
"""Led by A, *with* B as rapporteur: of what is led."""
_OF_NEW_GROUP = re.compile(rf"\b(?:establish|set\s+up|creat|conven|reconven|form)(?:s|es|ed|e|ing)?\b[^;]{{3,300}}\s(?:appoint|elect|designat|select|nam)(?:s|es|ed|ing|e)?\s[^;]{{3,160}}\sas\s+its\s+(?:co-)?[Cc]hair(?:person|man|woman)?s?,?\s+(?:and|with)\s+{_MR}\Z")
"""Set up a group with A as its chair and *B* as vice-chair: of that group, which another rule reads."""
_LED_BY = re.compile(rf"\b(?:presided\s+over|led|headed)\s+by\s+{_MR}\Z")
_NEXT_LINE = re.compile(r"\)[^\S\n]*\n\s*\Z")
"""The next line of a list is of somebody else."""
_SHORT_FORM = re.compile(r"\s*\([A-Z][A-Za-z-]{1,9}\)(?=,)")
_OFFICE_OF = re.compile(
    r"\b(?:(?:Co|Vice)[- ])?(?:[Cc]hair|[Pp]resident)(?:person|man|woman)?s?\s+of\s+(?:the\s+)?(?=[A-Z]|(?:[\w-]+\s+){0,3}(?:workshop|dialogue|group|panel|task|team|forum|seminar|consultations?|segment|negotiations)\b)"
)
"""Where one office is said with its body, the next one without is of the same."""
_REL = re.compile(r",\s+who\s")
"""The Chair of another body, Mr. A, *who* was elected with Ms. B as Vice-Chair."""
_NO_MORE = re.compile(r"\b(?:[Cc]andidates?|[Nn]ominees?|[Nn]ominations?|[Nn]ominated)\s+(?:for|as)\s+(?:the\s+)?(?:position\s+of\s+)?\Z|\b(?:[Ff]ormer|[Oo]utgoing|[Pp]revious|[Pp]ast|[Rr]esignation\s+of|[Ss]tood\s+down|[Pp]redecessor|[Dd]eparture\s+of|late)\s+(?:the\s+|as\s+|its\s+)*(?:[A-Z]\w+\s+)?\Z|\b(?:[Ii]n\s+addition\s+to|[Bb]esides|[Aa]part\s+from|[Oo]ther\s+than)\s+(?:the|its)\s+\Z")
_OF_BUREAU = re.compile(r"\b(?:[Bb]ureau|officers)\s+of\s+(?:the\s+)?(?!Bureau\b)(?=[A-Z])")
"""Their officers are no others: "the Bureau *of the Pond Group*: Chair: A; Rapporteur: B"."""
_ELECTION_BY = re.compile(r"\b(?:[Ee]lection|[Aa]ppointment|[Dd]esignation)\s+by\s+(?:the|that|its)\s+(?:[A-Za-z-]+\s+){0,3}?(?:[Cc]ommittee|[Bb]oard|[Pp]anel|[Gg]roup|[Bb]ureau)\s+of\s")
_SOMEBODY = re.compile(r"\s*\b(?:[Dd]elegates|[Pp]articipants|[Pp]arties|[Mm]embers|[Rr]epresentatives|[Ss]tates|[Cc]ountries|[Tt]hey)\s+(?:\w+\s+)?elected\b(?![^;]*\belected\b)")
_BY_SOMEBODY = re.compile(r"\s+(?:[\w-]+\s+){0,3}by\s+(?:the\s+)?[A-Z]")
"""Elected *by the Assembly*: of what is not said."""
_UNKNOWN = re.compile(r"\b(?!(?:The|Acting|Interim|New|Its|As|Plenary|First|Second|Third)\b)[A-Z][\w&/-]+\s+(?:[Aa]cting\s+)?\Z")
"""Before an office: "the XYZ Co-Chairs" are those of a body that nobody knows."""
_GROUP_BEFORE = re.compile(rf"{GROUP.pattern}\s+\Z")
_PROGRAMME = re.compile(r"(?P<name>(?:[A-Z][\w’'-]+\s+)(?:[\w’'-]+\s+){0,9}?work\s+programme)\b(?:\s+for\s+\d{4}(?:[-–]\d{4})?)?")
_SUBJECT = re.compile(rf"(?:\s*\([^()]{{2,60}}\))?(?:,?\s+(?!(?:re-)?elect|that\b)[\w-]+){{0,8}}?,?\s+(?:by\s+|after\s+)?(?:re-)?elect(?:ed|s|ing)\b|{_BEFORE.pattern[:-2]}(?:[Cc]hair|[Pp]resident)")
_SHORT = re.compile(r"\b[Tt]he\s+(?P<head>Board|Committee|Panel|Council|Assembly|Plenary|Commission|Conference|Group)\s+(?:(?:then|also|today|began\s+by|has|had)\s+)*(?:re-)?elect(?:ed|s|ing)\b|\A[Tt]he\s+Board:?\s+Elects")
_CHAPEAU = re.compile(rf"^[ \t*]*The\s+(?P<short>{_SHORT_NAME})\**[:,]\**[ \t]*$", re.MULTILINE)
_CHAIRED = BODIES | AGENTS | GROUPS | EVENTS | {"InterAgencyMechanism", "TreatyMechanism", "PolicyFramework"}
_OFFICES = any_of("hair", "resident", "apporteur")
_OF_SESSION = re.compile(r"[ \t]*(?:\d+\.\s+)?(?:Session|Panel|Item|Agenda\s+item|Side\s+event|Plenary|Day)\s+(?:\d{1,2}|[IVX]{1,4}|[A-H])\b[^\n]{0,200}[–—:;,.(|-]\s*\Z")
_HAD_LEFT = re.compile(r"(?:\s*\([^()]{2,80}\))?,?\s+(?:who\s+)?(?:has\s+|have\s+|had\s+)?(?:recently\s+|since\s+|meanwhile\s+)?(?:resigned|stepped\s+down|stood\s+down|retired)\b")
"""The holder of an office who has it no more: "the Vice-Chair, Ms. A (Chad), *had resigned*"."""


def offices(reading: Reading) -> None:
    """State the offices that stand beside names."""
    for passage, sentence in reading.saying(_OFFICES):
        people = reading.named(sentence, {"Person"})
        if people and reading.says(sentence, "apporteur, "):
            _introduces(reading, passage, sentence, people)
        if len(people) <= LONGEST_LIST and reading.says(sentence, " to co-chair ", " to chair ", " facilitate "):
            _to_chair(reading, passage, sentence)
        if 0 < len(people) <= LONGEST_LIST:
            for office in _OFFICE.finditer(reading.text, sentence.start, sentence.end):
                _office(reading, passage, sentence, office, people)


def _introduces(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "Ms. A (Chad), Rapporteur, introduced the draft report": that of the body that meets"""
    for where, person in people:
        match = _INTRODUCES.match(reading.text, where.end, sentence.end)
        body = meeting_body(reading) if match else ""
        if match and body:
            reading.state(Role(reading.evidence(passage, Span(where.start, match.end())), person.iri, "officer", body))


def _to_chair(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The President designated Ms. A (Chad) and Mr. B (Peru) to co-chair a contact group on soil" """
    for match in _TO_CHAIR.finditer(reading.text, sentence.start, sentence.end):
        people = people_from(reading, match.end(), sentence.end) or reading.agents_from(match.end(), sentence.end, AGENTS | {"State"})
        what = _CHAIR_WHAT.match(reading.text, people[-1][0].end, sentence.end) if people else None
        if not what or is_unsure(reading, sentence, match.start()):
            continue
        named = reading.at(what.end(), sentence.end, _CHAIRED)
        group = None if named else GROUP.match(reading.text, what.end(), sentence.end)
        target = _body_of(named[1]) if named else group_meant(reading, passage, group) if group else ""
        described = None if target else next((e for w, e in groups_in_words(reading, passage, sentence) if what.end() - len("the ") <= w.start <= what.end()), None)
        target = reading.keep(described) if described else target
        for where, person in people if target else ():
            reading.state(Role(reading.evidence(passage, Span(where.start, what.end())), person.iri, "co-chair" if what["co"] else "chair", target))


def _office(reading: Reading, passage: Passage, sentence: Span, office: re.Match[str], people: list[tuple[Span, Entity]]) -> None:
    """State one office of one sentence, for those who stand before it or else after it."""
    if _is_label(reading, passage, office, people) or _NO_MORE.search(reading.text[sentence.start : office.start()]) or _is_one_of_two(reading, sentence, office, people):
        return
    body = _named(reading, passage, sentence, office)
    holders, by = _holders(reading, sentence, office, people, body)
    if not holders or any(other.search(reading.text, sentence.start, holders[0][0].start) for other in (_WITH_HOLDER, _OF_NEW_GROUP)) or (by == "verb" and _is_open(reading, sentence, holders[0][0], office)):
        return
    role = role_of_office(re.sub(r"\s", "-", office["office"].capitalize()))
    holders = [h for h in holders if not _HAD_LEFT.match(reading.text, h[0].end, sentence.end) and not _is_known(reading, passage, h[1].iri, role, Span(*office.span()) if body else None)]
    if not body and by == "after" and "resident" in office[0] and not _COMMA.match(reading.text, office.end()):
        return
    if by == "verb" and not body:
        if PRESIDENT_NAMES.search(reading.text, sentence.start, holders[0][0].start if holders else office.start()):
            return
        body, known = _next_of_list(reading, passage, sentence, office, people)
        if not known:
            return
    body = body or (_of_the_one_before(reading, passage, office) if by == "after" else "")
    if by == "after" and not body and (of := _OF_BUREAU.search(reading.text, sentence.start, office.start())) and reading.at(of.end(), office.start(), _CHAIRED) is None:
        return
    target = body or (_around(reading, passage, sentence, office) if by != "apposition" else "") if holders else ""
    of_agency = bool(target) and (reading.entities[target].kind in {"UNEntity", "Agency"} or HEADED.search(reading.entities[target].label) is not None)
    role = "officer" if "resident" in office[0] and of_agency else role
    for where, person in holders if target and not (of_agency and "apporteur" in office[0]) else ():
        ends = (where.start, where.end, office.start(), office.end())
        reading.state(Role(reading.evidence(passage, Span(min(ends), max(ends))), person.iri, role, target))


def _is_label(reading: Reading, passage: Passage, office: re.Match[str], people: list[tuple[Span, Entity]]) -> bool:
    """Tell whether an office stands on a line of its own below a name with its country: it is of those on the lines below.

    "Chair: Ms. A" at the beginning of a passage is a line of a list, too; of whom, something must announce.
    """
    if not reading.text[passage.body.start : office.start()].strip() and reading.text.startswith(":", office.end()) and reading.document.family == "meeting-report":
        return True
    start = reading.text.rfind("\n", 0, office.start()) + 1
    end = min(p for p in (reading.text.find("\n", office.end()), len(reading.text)) if p >= 0)
    if "|" in reading.text[start:end] or _OF_SESSION.match(reading.text, start, office.start()):
        return True  # a cell of a table, or of a session
    above = reading.text[reading.text.rfind("\n", 0, max(0, start - 1)) + 1 : max(0, start - 1)].rstrip()
    alone = not reading.text[start : office.start()].strip() and not any(start <= where.start < end for where, _ in people)
    return alone and above.endswith(")")


def _of_the_one_before(reading: Reading, passage: Passage, office: re.Match[str]) -> IRI:
    """ "the Pond Board Chair A B (Chad) *and Vice-Chair* C D (Peru)": of the body of whom the words before are on, or an empty string."""
    for role in reversed(reading.items):
        if isinstance(role, Role) and role.evidence.passage == passage.id and role.evidence.span.end < office.start():
            return role.target if role.role in _CHAIRS and _AND_ITS.fullmatch(reading.text, role.evidence.span.end, office.start()) else ""
    return ""


def _is_one_of_two(reading: Reading, sentence: Span, office: re.Match[str], people: list[tuple[Span, Entity]]) -> bool:
    """Tell "A (Chad) and B (Peru) *as Chair and Vice-Chair*": each has one; one person may have both."""
    two = next((m for m in _TWO_OFFICES.finditer(reading.text, sentence.start, sentence.end) if m.start() < office.start() < m.end()), None)
    before = [where for where, _ in people if two and where.end < two.start()][-2:]
    if two and "respectively" in reading.text[two.end() : two.end() + len(", respectively")]:
        return True
    return len(before) > 1 and _BETWEEN.fullmatch(reading.text[before[0].end : before[1].start]) is not None


def _is_known(reading: Reading, passage: Passage, person: IRI, role: str, at: Span | None) -> bool:
    """Tell whether another rule has read an office of a person: in the same passage, or from the words at a place."""
    same = (r.evidence for r in reading.said_in(passage.id) if isinstance(r, Role) and r.agent == person and r.role == role)
    return any(at is None or (e.span.start < at.end and at.start < e.span.end) for e in same)


def _is_open(reading: Reading, sentence: Span, where: Span, office: re.Match[str]) -> bool:
    """Tell whether somebody only may get an office; what is agreed they will have."""
    if _GAPS[1].match(reading.text[where.end : _start(reading, sentence, office)]):
        return bool(_IF.search(reading.text, sentence.start, where.start))
    open_ = is_unsure(reading, sentence, where.start) or _WOULD.search(reading.text, where.end, office.start())
    return bool(open_) and not _AGREED.search(reading.text, sentence.start, where.start)


# -- who --------------------------------------------------------------------------------------------


def _holders(reading: Reading, sentence: Span, office: re.Match[str], people: list[tuple[Span, Entity]], body: IRI) -> tuple[list[tuple[Span, Entity]], str]:
    """Return who has an office, and by which words."""
    start = _start(reading, sentence, office)
    for number, (where, _) in enumerate(people):
        if where.end > start:
            break
        if number + 1 < len(people) and people[number + 1][0].end <= start and reading.text[where.end] == ",":
            continue
        gap = reading.text[where.end : start]
        by = next((index for index, pattern in enumerate(_GAPS) if pattern.match(gap) and (index or _ELECTED.search(reading.text, sentence.start, where.start))), -1)
        if _LED_BY.search(reading.text, sentence.start, where.start) or is_replaced(reading, sentence, where.start):
            continue
        if by >= 0:
            return _list_until(reading, people, number, several=bool(office["several"])), "verb"
        listed = _LISTED.fullmatch(reading.text, where.end, start) if by < 0 and office[0][0].isupper() and not office[0].startswith("Co") else None
        if listed and _LISTED_END.match(reading.text, office.end()) and reading.at(*listed.span("country"), {"State"}):
            return _list_until(reading, people, number, several=bool(office["several"])), "listed"
        apposed = by < 0 and body and _APPOSITION.match(gap) and not _NEXT_LINE.search(gap)
        after = _after(reading, sentence, office, people, alone=False) if apposed and _WITH_THE.search(gap) else []
        if after:
            return after, "after"
        if apposed and (gap[0] != "," or gap.count(",") == 1 or reading.named(Span(where.end, start), {"State"})):
            return _list_until(reading, people, number, several=bool(office["several"])), "apposition"
    if any(w.end < start and _AT_ONCE.fullmatch(reading.text, w.end, start) for w, _ in people):
        return [], ""
    before = reading.text[sentence.start : start]
    part = _PART_OF_LIST.search(before)
    alone = part is not None and not office["several"] and not (part["weak"] and (body or part[0].endswith("the ")))
    return _after(reading, sentence, office, people, alone=alone), "after"


def _start(reading: Reading, sentence: Span, office: re.Match[str]) -> int:
    """Return where the words for an office begin: with the body that is named before it."""
    before = reading.named(Span(sentence.start, office.start()), _CHAIRED)
    named = next((w for w, _ in reversed(before) if _BEFORE.fullmatch(reading.text[w.end : office.start()])), None)
    return named.start if named else office.start()


def _list_until(reading: Reading, people: list[tuple[Span, Entity]], last: int, *, several: bool) -> list[tuple[Span, Entity]]:
    """Return the persons of a list that ends with one; only that one where the office is in the singular."""
    first = last
    while several and first and _BETWEEN.fullmatch(gap := reading.text[people[first - 1][0].end : people[first][0].start]) and not _HAS_OWN.search(gap):
        first -= 1
    return people[first : last + 1] if not several or last > first else []


def _after(reading: Reading, sentence: Span, office: re.Match[str], people: list[tuple[Span, Entity]], *, alone: bool) -> list[tuple[Span, Entity]]:
    """Return the persons named after an office and its body: "the Chair of the …, Mr. A B", "the Co-Chairs, A B and C D".

    `alone`: no comma may stand between, for that would begin the next one of a list.
    """
    end = office.end()
    of = _OF.match(reading.text, end, sentence.end)
    named = reading.at(of.end(), sentence.end, _CHAIRED) if of else None
    group = GROUP.match(reading.text, of.end(), sentence.end) if of and not named else None
    if of:
        programme = None if named or group else _PROGRAMME.match(reading.text, of.end(), sentence.end)
        group = group or programme
        end = named[0].end if named else of.end("short") if of["short"] else group.end() if group else end
        short_form = _SHORT_FORM.match(reading.text, end, sentence.end)
        end = short_form.end() if short_form else end
    first = next((n for n, (w, _) in enumerate(people) if w.start >= end), -1)
    if first < 0 or not _THEN.fullmatch(reading.text[end : people[first][0].start]) or (alone and "," in reading.text[end : people[first][0].start]):
        return []
    if is_asked(reading.text, sentence.start, office.start(), people[first][0].end):
        return []
    last = first
    while office["several"] and last + 1 < len(people) and _BETWEEN.fullmatch(reading.text[people[last][0].end : people[last + 1][0].start]):
        last += 1
    return people[first : last + 1] if not office["several"] or last > first else []


# -- of what ----------------------------------------------------------------------------------------


def _named(reading: Reading, passage: Passage, sentence: Span, office: re.Match[str]) -> IRI:
    """Return the body that is named right after an office or right before it, or an empty string."""
    of = _OF.match(reading.text, office.end(), sentence.end)
    if of:
        named = reading.at(of.end(), sentence.end, _CHAIRED)
        group = None if named else GROUP.match(reading.text, of.end(), sentence.end)
        programme = None if named or group else _PROGRAMME.match(reading.text, of.end(), sentence.end)
        if programme:
            return reading.mint("PolicyFramework", "instrument", programme["name"], reading.evidence(passage, Span(*programme.span("name"))))
        if named and (reading.is_part(named[0].end) or (named[1].kind in BODIES | AGENTS and OF_ITS_GROUP.match(reading.text, named[0].end, sentence.end)) or (of["of"] == "for" and named[1].kind in AGENTS)):
            return ""
        if office["office"].lower() == "rapporteur" and (sat := _of_meeting(reading, named, of.end())):
            return reading.keep(sat)
        whole = None if named or group or of["short"] != "Committee" else of_the_whole(reading, passage, of.start())
        group = group or whole
        found = _body_of(named[1]) if named else group_meant(reading, passage, group) if group else short_body(reading, of["short"]) if of["short"] else ""
        if found or of["of"] == "of":
            return found
    start = _start(reading, sentence, office)
    named = reading.at(start, office.start(), _CHAIRED, article=False) if start < office.start() else None
    group = None if named else _GROUP_BEFORE.search(reading.text, max(sentence.start, office.start() - 30), office.start())
    if group:
        return group_meant(reading, passage, group)
    short = None if named else _SHORT_BEFORE.search(reading.text, max(sentence.start, office.start() - 30), office.start())
    return _body_of(named[1]) if named else short_body(reading, short["short"]) if short else ""


def _of_meeting(reading: Reading, named: tuple[Span, Entity] | None, position: int) -> Entity | None:
    """ "would act as Rapporteur *for the meeting*" · "as Rapporteur *of the ninth session*": of what meets, and not of the body besides"""
    if named:
        return named[1] if named[1].kind in {"Meeting", "COPSession"} else None
    match = _OF_THE_MEETING.match(reading.text, position)
    home = own_meeting(reading) if match else None
    another = match and match["nth"] and not (home and is_of_own_number(reading.text, home, position, match.start("noun")))
    return None if another or not match else home or reading.entities.get(meeting_body(reading))


def _next_of_list(reading: Reading, passage: Passage, sentence: Span, office: re.Match[str], people: list[tuple[Span, Entity]]) -> tuple[IRI, bool]:
    """Return the body that the last one of a list names ("A as Chair and B as Vice-Chair *of the …*"), and whether it is known if named."""
    end = office.end()
    for other in _OFFICE.finditer(reading.text, end, sentence.end):
        person = next((w for w, _ in people if w.start >= end), None)
        start = _start(reading, sentence, other)
        listed = person and person.end <= start and _AND.fullmatch(reading.text[end : person.start]) and _GAPS[0].fullmatch(reading.text[person.end : start])
        if not listed and not _AND.fullmatch(reading.text[end : other.start()]):
            break
        body = _named(reading, passage, sentence, other)
        if body or _OF.match(reading.text, other.end(), sentence.end):
            return body, bool(body)
        end = other.end()
    return "", True


def _body_of(named: Entity) -> IRI:
    """Return a body, or the one whose session is named: "SBSTTA-2 Chair"."""
    return next((target for name, target in named.links if name == "sessionOf"), named.iri) if named.kind == "Meeting" else named.iri


def short_body(reading: Reading, words: str) -> IRI:
    """Return what "the Board", "the Advisory Board" means: the only body of the document with these words in its name."""
    own = reading.entities.get(meeting_body(reading) or of_document(reading))
    part = _part_of(reading, own, words) if own else ""
    if own and (part or words in own.label):
        return part or own.iri
    whole = Span(0, len(reading.text))
    meant = {e.iri for e in reading.bodies(whole) if words in e.label} or {e.iri for _, e in reading.named(whole, GROUPS) if words.casefold() in e.label.casefold()}
    if not meant:
        governed = {f"{words} of the {e.label}" for _, e in reading.named(whole, AGENTS)}
        meant = {e.iri for e in reading.entities.values() if e.kind == "GoverningBody" and e.label in governed}
    bureau = own.iri if own and words == "Bureau" and not meant else ""
    return next(iter(meant)) if len(meant) == 1 else bureau


def _part_of(reading: Reading, own: Entity, words: str) -> IRI:
    """Return the bureau of the body that meets, and the platform whose plenary that is, where they are known as such."""
    if words == "Bureau":
        return bureau_of(reading, own.iri)
    return next((e.iri for e in reading.entities.values() if words == "Platform" and e.kind in AGENTS and own.label.endswith(f" of the {e.label}")), "")


def _around(reading: Reading, passage: Passage, sentence: Span, office: re.Match[str]) -> IRI:
    """Return the body of an office that names none: the one that elects, else the only one that the document is on."""
    by = elected_by(reading, Span(sentence.start, office.start()))
    if by or _is_of_others(reading, passage, sentence, office):
        return short_body(reading, by) if by else ""
    said = list(_OFFICE_OF.finditer(reading.text, sentence.start, office.start()))
    groups = [] if said else list(GROUP.finditer(reading.text, passage.body.start, sentence.end))
    if said or groups:
        named = reading.at(said[-1].end(), sentence.end, _CHAIRED) if said else None
        whole = groups and all(group["whole"] for group in groups)
        short = re.compile(_SHORT_NAME).match(reading.text, said[-1].end(), sentence.end) if said and not named else None
        return _body_of(named[1]) if named else short_body(reading, short[0]) if short else group_meant(reading, passage, groups[-1]) if whole else ""
    before = reading.named(Span(sentence.start, office.start()), BODIES | AGENTS)
    for where, body in reversed(before):
        if _SUBJECT.match(reading.text, where.end, sentence.end):
            return body.iri
    first = before[0] if before else None
    own = re.search(r"\bits\s+(?:new\s+)?\Z|\b(?:newly\s+elected|new)\s+\Z", reading.text[sentence.start : office.start()])
    if first and own and not reading.text[sentence.start : first[0].start].strip(" \nThe"):
        last, body = before[-1]
        return body.iri if body == first[1] or _WORK_OF.search(reading.text, sentence.start, last.start) else ""
    short = _SHORT.search(reading.text, sentence.start, sentence.end)
    elects = None if short else electing(reading, Span(sentence.start, office.start()))
    if short or elects:
        return elects.iri if elects else short_body(reading, (short and short["head"]) or "Board")
    decided = _of_decision(reading, passage) or meeting_body(reading)
    chapeau = None if decided else _CHAPEAU.search(reading.text, 0, sentence.start)
    return decided or (short_body(reading, chapeau["short"]) if chapeau else of_document(reading) or reading.meeting)


def _is_of_others(reading: Reading, passage: Passage, sentence: Span, office: re.Match[str]) -> bool:
    """Tell whether an office is of a body that nobody knows: "the XYZ Co-Chairs", "delegates elected"; not "the *TEC* members elected"."""
    of = _OF.match(reading.text, office.end(), sentence.end)
    before = reading.named(Span(sentence.start, office.start()), BODIES | AGENTS)
    if before and before[-1][1].iri != meeting_body(reading) and _REL.search(reading.text, before[-1][0].end, office.start()):
        return True
    if ITS_GROUP.search(reading.text, sentence.start, office.start()) or _CHOICE_OF.search(reading.text, sentence.start, office.start()) or _WHOSE.search(reading.text, sentence.start, office.start()) or (of and of["of"] == "of") or _BY_SOMEBODY.match(reading.text, office.end(), sentence.end) or _ELECTION_BY.search(reading.text, sentence.start, office.start()) or _UNKNOWN.search(reading.text, max(sentence.start, office.start() - 40), office.start()):
        return True
    if is_its_office(reading, sentence, office.start()) and speaks_of_group(reading, passage, sentence):
        return True
    if (office["office"].lower() == "rapporteur" and SMALL_GROUPS.search(reading.text, passage.body.start, office.start())) or of_a_group(reading, Span(sentence.start, office.start())):
        return True
    if a_group_elects(reading, sentence) and not GROUP.search(reading.text, passage.body.start, office.start()):
        return True
    somebody = _SOMEBODY.search(reading.text, sentence.start, office.start())
    return somebody is not None and not any(where.end == somebody.start() for where, _ in reading.named(Span(sentence.start, office.start()), BODIES | AGENTS))


def _of_decision(reading: Reading, passage: Passage) -> IRI:
    """Return the only body that decides in a passage, or an empty string."""
    bodies = {body for item in reading.said_in(passage.id) if isinstance(item, Decision) for body in item.bodies}
    return next(iter(bodies)) if len(bodies) == 1 else ""
