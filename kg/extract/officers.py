"""Officers: who was elected, welcomed or named as chair, vice-chair, rapporteur of which body."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.electing import SHORT_BODY, a_group_elects, bureau_of, earlier_of_list, electing, is_of_another, is_of_unknown, is_replaced
from kg.extract.hosting import event_before
from kg.extract.meetings import REPORTS, meeting_body
from kg.extract.own_meeting import own_meeting
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS, LONGEST_LIST, begins_clause
from kg.model import Fact, Role, Span, Value

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage, Section

_OFFICE = r"(?P<office>(?:Co-|Vice-|Deputy\s+)?(?:Chair(?:person|man|woman)?|President)|Rapporteur|(?:Deputy\s+)?Executive\s+Secretary|Facilitator|(?:(?:[Dd]eputy|[Aa]lternate)\s+)?[Ff]ocal\s+[Pp]oint|[Dd]eputy\s+[Cc]oordinator|[Tt]reasurer)"
COUNTRY = r"(?:\s*\((?P<country>[^()]{2,60})\))?"
"""The country in parentheses after the name of a person."""
_ELECTED = re.compile(r"\b(?:[Ee]lect(?:ed|s)|[Rr]e-elect(?:ed|s)|welcomed|[Aa]ppoint(?:ed|s)|designate[ds]|confirm(?:ed|s))\b")
_MEETING_ELECTS = re.compile(r"(?:\d+\.\s+)?(?:The\s+(?i:meeting|session|workshop|conference|forum)|(?:The\s+)?(?i:members|participants|delegates|delegations|representatives|parties|focal\s+points))\s+(?:(?:then|also|unanimously|further|subsequently),?\s+)*(?:re-)?(?:elected|appointed|designated)\b")
PRESIDENT_NAMES = re.compile(r"\b(?:President|Chair\w*|Secretary(?:-General)?)(?:\s+of\s+the\s+[^.;,]{2,80}?)?(?:\s+(?:has|had|also|then|subsequently))*\s+(?:designate[ds]|appoint(?:ed|s))\b")
"""Whom a president appoints need be no officer of the body that meets."""
ALONE = r"(?!\s+and\s+(?:the\s+|its\s+)?(?:(?:Co|Vice|Deputy)[- ]|Chair|President|Rapporteur))"
_AS = re.compile(rf"{COUNTRY}(?:,\s+who\s+(?:has|had)\s+(?:just\s+|recently\s+|since\s+)?(?:joined|arrived)\b[^,;.()]{{0,60}},)?\s+as\s+(?:the\s+|its\s+|a\s+)?(?:new\s+|incoming\s+|(?i:first|second|third|fourth)\s+)?{_OFFICE}{ALONE}(?:\s+of\s+(?:the\s+)?)?")
_AS_TWO = re.compile(
    rf"{COUNTRY},?\s+(?:(?:was|were|have\s+been)\s+(?:re-)?elected\s+)?(?:respectively,?\s+)?(?:as\s+)?(?:the\s+|its\s+)?(?:new\s+)?{_OFFICE}s?\s+and\s+(?:the\s+|its\s+)?"
    rf"{_OFFICE.replace('<office>', '<second>')}\b(?:,?\s+respectively,?)?(?:\s+of\s+(?:the\s+)?)?"
)
_TITLE_AFTER = re.compile(rf"{COUNTRY},\s+(?:the\s+)?{_OFFICE}\s+of\s+(?:the\s+)?(?:Bureau\s+of\s+(?:the\s+)?)?")
_TITLE_BETWEEN = re.compile(rf"(?:\s*\((?P<country>[^()]{{2,60}})\)(?!\s*\n)|,\s+(?P<state>[A-Z][^,;.()]{{2,40}}),)\s+(?:the\s+)?{_OFFICE}\s+of\s+(?:the\s+)?(?:Bureau\s+of\s+(?:the\s+)?)?")
"""A country between commas, or in brackets without a comma after them."""
OF_ITS_GROUP = re.compile(r"(?:\s*\([A-Z][\w-]{1,12}\))?\s+(?!and\b|or\b|as\b|at\b|in\b|to\b|for\b|of\b|on\b)(?:(?:[Aa]d\s+hoc|[a-z-]+(?<!ed))\s+){0,2}(?:[Tt]ask\s+(?:[Ff]orce|[Tt]eam)|(?:[Ww]orking|[Ss]teering|[Cc]ontact|[Dd]rafting|[Ee]xpert|[Aa]dvisory)\s+[Gg]roup|[Ss]ub-?(?:[Cc]ommittee|[Gg]roup))\b")
"""Chair of the TEC *task force on ponds*: of that, not of the TEC."""
_WITH_THE = re.compile(r"\bthe\s+\Z")
_COMMA_MR = re.compile(r"(?:\s*\([A-Z][\w-]{1,12}\))?,\s+(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)*")
_AS_OF_BEFORE = re.compile(rf"\s+as\s+(?:the\s+|its\s+)?(?:new\s+)?{_OFFICE}s?\s+of\s+(?:the\s+)?\Z")
_AND_BODY = re.compile(r"\s*(?:\([A-Z]{2,6}\))?\s+and\s+(?:the\s+)?(?=[A-Z])")
_CHAIRED_BY = re.compile(r"\b(?P<verb>co-chaired|chaired|under\s+the\s+[Cc]hair(?:man|person)?ship)\s+(?:by|of)\s+(?:(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)?")
_MR = r"(?:(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)?"
_GROUP_CHAIRED = re.compile(
    r"\b(?P<group>(?:(?:joint|informal|open-ended)\s+)*(?:(?P<numbered>(?:[Cc]ontact|[Dd]rafting)\s+[Gg]roup\s+(?:[IVX]{1,3}|\d{1,2}))\b|(?P<unnamed>[Cc]ontact\s+[Gg]roup|[Dd]rafting\s+[Gg]roup|[Nn]egotiating\s+[Gg]roup|[Bb]udget\s+[Gg]roup|(?<=\ba\s)working\s+group(?=,\s+(?:co-)?chaired\s+by))|(?P<wg>[Ww]orking\s+[Gg]roup\s+(?:[IVX]{1,3}|[1-9]))|[Cc]ommittee\s+of\s+the\s+[Ww]hole))\b"
    r"(?:,?\s+on\s+(?P<topic>(?!this\b|these\b|that\b|which\b|\d|behalf\b|the\s+(?:same|item|sub-item|agenda)\b)[^,;.()]{3,100}?)(?=,|\s+(?:to\s+be\s+)?(?:co-)?chaired\b|\s+(?:was|were|is|had|has|met|which|that|under\s+the\s+[Cc]hair\w*)\b))?"
    r"(?:(?!\bgroup\b)(?:[^.;]|\.(?=\S))){0,420}?\b(?:(?P<co>co-)?chaired\s+by|under\s+the\s+(?P<co2>co-)?[Cc]hair(?:man|person)?ship\s+of)\s+"
    rf"(?:(?:the\s+(?:Vice-)?Chair\s+of\s+the\s+\w+\s+and\s+)?the\s+(?:Vice-)?Chair\s+of\s+the\s+\w+,\s+)?{_MR}"
)
WHICH_GROUP = re.compile(r"\b[Tt]he\s+(?!(?:same|new|single|first|second|joint|informal|open-ended)\b)[a-z-]+\s+\Z")
"""The *legal* drafting group is not that of the item."""
_TO_CONSIDER = re.compile(
    r"(?:\s*\([^()]{2,60}\))?,?\s+to\s+(?:further\s+)?(?:consider|discuss|address|examine|review)\s+(?:the\s+(?=[a-z]))?(?P<topic>(?!(?:it|them|this|these|that|those|the\s+(?:matter|item|issue|sub-item)|(?:the\s+|an?\s+)?conference\s+room\s+paper|(?:the\s+|an?\s+)?(?:\w+\s+)?(?:draft\s+(?:text|recommendation|decision|conclusion|resolution|line|in\s+detail)s?|text)|agenda|further)\b)"
    r"(?:[^,;.()]|,(?=\s+\w+\s+and\s)){5,120}?)(?=,|;|\.|\s*\(|\s+(?:and\s+to|further|in\s+greater|in\s+more|taking|with\s+a\s+view|based\s+on)\b|\Z)"
)
_ITEM = re.compile(r"\bagenda\s+(?:sub-)?items?\s+\d+(?:\([a-z]\))?\s+\((?P<title>[A-Z][^()]{5,200})\)")
HEADED = re.compile(r"\b(?:Foundation|Institute|University|Bank|Corporation|Company|Society|Trust|Fund|Academy|Inc|Ltd)\b(?!.*\b(?:Board|Council|Committee|Assembly)\b)")
"""Whose president is its head."""
_LISTED = re.compile(r"(?:^|;)\s*(?:[-•*]\s*)?\**(?P<office>Co-Chair|Vice-Chair|Vice-President|Chair|President|Rapporteur)(?:s|person|man|woman)?\**\s*[:–-]\**\s*" + _MR, re.MULTILINE)
_OFFICERS = re.compile(r"\b(?:officers|bureau|election)\b", re.IGNORECASE)
_CO_CHAIRS = re.compile(rf"\b(?:[Tt]he|[Ii]ts)\s+[Cc]o-?[Cc]hairs(?:\s+of\s+(?:the\s+)?(?P<of>[^,;]{{2,100}}?),\s+|,?\s+){_MR}(?=[A-Z])")
_OF_THE = re.compile(r"\s+of\s+(?:the\s+)?")
_BEFORE_BY = re.compile(r"\s*(?:,\s+)?(?:(?:which|that)\s+)?(?:(?:is|was|were|will\s+be|to\s+be)\s+)?\Z")
_BUREAU_BY = re.compile(r"\s*(?:[Bb]ureau)?,?\s+(?:(?:of|to)\s+(?:the\s+)?[^,;]{3,80}\s+)?(?:which\s+)?(?:is|was|were)\s+\Z|\s+[Bb]ureau,?\s+\Z")
_AFTER_TOPIC = re.compile(r"\s+(?:was|were|has|had|have|to\s+be|met|which|that)(?:\s.*)?\Z", re.DOTALL)
_AFTER_STATES = re.compile(r"\s*(?:[,.;:)\n]|\Z|(?:to|met|was|which|that)\b)")
_THE_GROUP = re.compile(r"[Tt]h(?:e|is)\s+(?:[Cc]ontact\s+|[Dd]rafting\s+|[Ww]orking\s+)?[Gg]roup(?:\s+(?:was|were|had\s+been)|,)\s+")
SMALL_GROUPS = re.compile(r"\b(?:working|contact|drafting|break-?out|discussion|small|regional)\s+groups\b")
"""Of one of them, somebody may be the rapporteur."""
_GROUPS_ITS = re.compile(r"\b(?P<group>(?:working|contact|drafting|expert|task|steering|advisory|liaison)\s+(?:group|committee|force|team|panel))\b(?:[^;.]|(?<=\bM[rs])\.|(?<=\bDr)\.|(?<=\bMrs)\.){3,160}?\s(?:as|is|was)\s+its\s+\Z")
"""The *working group* was chaired by A, and B was *its* …: of the group."""
_GROUP_SET_UP = re.compile(r"\b(?P<group>(?:(?:joint|informal|open-ended|small)\s+)*(?:contact|drafting|working)\s+group)\b(?:\s+on\s+(?P<topic>(?!this\b|these\b|that\b|the\s+(?:same|item|sub-item|agenda)\b)[^,;.()]{3,100}?)(?=,|;|\.|\s+(?:to|which|that|and\s+[a-z]+ed|and\s+an?)\b|\s*\Z))?")
_THE_MEETING = re.compile(r"[Tt]h(?:e|is)\s+(?P<noun>meeting|session|workshop|dialogue|forum|conference|consultation|event)s?\s+(?:was|were)\s+")
_SERVING_AS = re.compile(r"(?:\s*\([^()]{2,60}\))?\s+(?:(?:serving|acting)\s+)?as\s+(?:the\s+|its\s+)?(?P<office>[Rr]apporteur|(?:[Cc]o-|[Vv]ice-)?[Cc]hair(?:person|man|woman)?)")
_AND_OFFICE = re.compile(rf"{COUNTRY},\s+(?:the\s+)?[A-Z](?:[^,;.()]|\([^()]*\)){{3,120}}?\s+and\s+(?:the\s+)?{_OFFICE}\s+of\s+(?:the\s+)?")
_IN_BRACKETS = re.compile(r",?\s*\((?:the\s+)?(?=[A-Z])")
_OFFICE_AFTER = re.compile(rf"\s+{_OFFICE}\)")
_APPOSITION = re.compile(r",\s+(?:(?:of|from)\s+(?:the\s+)?)?[A-Z](?:(?!\bby\b)[^,;.()]){3,140}?(?=\s+and\s+(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?|H\.E\.)\b|,\s+(?:and\s+)?(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\b)")
_NEXT_PERSON = re.compile(r"(?:\s*\((?:[^()]|\([^()]*\)){2,80}\)|\s+(?:of|from)\s+(?:the\s+)?[A-Z][^,;.()]{1,60}?(?:\s*\([A-Z][\w-]+\))?(?=,|\s+and\s))?\s*(?:,\s+and|,|and)\s+(?:the\s+(?:Vice-)?Chair\s+of\s+the\s+\w+,\s+)?(?:(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)?")


def officers(reading: Reading) -> None:
    """State the officers that a text names, and the countries printed after their names."""
    for passage, sentence in reading.sentences():
        people = reading.named(sentence, {"Person"})
        if reading.says(sentence, "chaired by", "manship of", "sonship of", "hairship of"):
            _chaired_group(reading, passage, sentence)
        if 0 < len(people) <= LONGEST_LIST:
            _elected(reading, passage, sentence, people)
            _titled(reading, passage, sentence, people)
            if reading.says(sentence, "hair", "resident"):
                _with_office(reading, passage, sentence, people)
            _chairing(reading, passage, sentence)
            if reading.document.family in REPORTS:
                _listed(reading, passage, sentence)
                _co_chairs(reading, passage, sentence)


def role_of_office(office: str) -> str:
    """Return the role that an office is.

    >>> role_of_office("President"), role_of_office("Co-Chair"), role_of_office("Vice-Chair")
    ('chair', 'co-chair', 'officer')
    """
    if office.startswith("Co-"):
        return "co-chair"
    return "chair" if re.match(r"(?:Chair|President)", office) else "officer"


def body_that_meets(reading: Reading, sentence: Span) -> IRI:
    """Return the body whose meeting is reported on; for "*the Meeting elected* Ms. A", where that is of no body, the meeting itself."""
    own = None if meeting_body(reading) or not _MEETING_ELECTS.match(reading.text, sentence.start, sentence.end) else own_meeting(reading)
    return reading.keep(own) if own else meeting_body(reading)


def _body_of(reading: Reading, sentence: Span, position: int) -> tuple[int, IRI] | None:
    """Return the body of an office: named right after it, else in the rest of the list, else the meeting's; of "Chair *of the group*" none."""
    named = reading.at(position, sentence.end, BODIES | AGENTS | GROUPS | EVENTS)
    if named:
        return named[0].end, named[1].iri
    if is_of_another(reading, sentence, position) or is_of_unknown(reading, sentence, position):
        return None
    later = [(w, e) for w, e in reading.named(Span(position, sentence.end), BODIES) if _AS_OF_BEFORE.search(reading.text[position : w.start])]
    if later:
        return position, later[0][1].iri
    elects = electing(reading, sentence)
    body = earlier_of_list(reading, sentence, position) or (elects.iri if elects else body_that_meets(reading, sentence))
    body = (bureau_of(reading, body) if reading.text.startswith("Bureau", position) else "") or body
    return (position, body) if body else None


def _elected(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "He also welcomed Mr. … (…) as Vice-Chair and Ms. … (…) as Rapporteur of the SBI." """
    for where, person in () if a_group_elects(reading, sentence) else people:
        _one_and_other(reading, passage, sentence, where)
        match = _AS.match(reading.text, where.end, sentence.end)
        if not match or not _ELECTED.search(reading.text, sentence.start, where.start) or is_replaced(reading, sentence, where.start):
            continue
        body = _body_of(reading, sentence, match.end())
        if body and (body[0] > match.end() or not PRESIDENT_NAMES.search(reading.text, sentence.start, where.start)):
            span = Span(where.start, max(match.end("office"), body[0] if body[0] > match.end() else 0))
            _state(reading, passage, span, person, match, body[1])


def _one_and_other(reading: Reading, passage: Passage, sentence: Span, first: Span) -> None:
    """ "It elected Ms. A (Chad) and Mr. B (Peru) as its Chair and Vice-Chair, respectively" """
    pair = people_from(reading, first.start, sentence.end)
    match = _AS_TWO.match(reading.text, pair[1][0].end, sentence.end) if len(pair) == len(("one", "other")) else None
    if not match or not (_ELECTED.search(reading.text, sentence.start, first.start) or "elected" in match[0]):
        return
    if len(reading.named(Span(max(sentence.start, first.start - len(", and Ms. ")), first.start), {"Person"})):
        return
    body = _body_of(reading, sentence, match.end())
    for (where, person), office in zip(pair, ("office", "second"), strict=True) if body else ():
        evidence = reading.evidence(passage, Span(where.start, match.end("second")))
        reading.state(Role(evidence, person.iri, role_of_office(match[office]), body[1]))  # type: ignore[index]


def _titled(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "Ms. …, Chair of the SBI, opened the session" """
    for where, person in people:
        match = _TITLE_AFTER.match(reading.text, where.end, sentence.end) or _TITLE_BETWEEN.match(reading.text, where.end, sentence.end)
        if not match or (match.groupdict().get("state") and not reading.at(match.start("state"), match.end("state"), {"State"})):
            continue
        bodies = _bodies_from(reading, match.end(), sentence.end)
        bureau = -1 if bodies else match[0].rfind("Bureau of ")
        bodies = _bodies_from(reading, match.start() + bureau, sentence.end) if bureau >= 0 else bodies  # named with it
        if bodies and _WITH_THE.search(reading.text, match.start(), match.start("office")) and _is_of_next(reading, bodies[-1][0].end, sentence.end):
            continue
        for body_where, body in bodies:
            _state(reading, passage, Span(where.start, body_where.end), person, match, body.iri)
        short = SHORT_BODY.match(reading.text, match.end(), sentence.end)
        own = reading.entities.get(meeting_body(reading)) if short and not bodies else None
        if own and short and short[0] in own.label.split():
            _state(reading, passage, Span(where.start, short.end()), person, match, own.iri)


def _is_of_next(reading: Reading, end: int, last: int) -> bool:
    """Tell "…, Mr. A, *the Chair of the …, Ms. B*": with an article and a person after it, an office is not of who stands before."""
    following = _COMMA_MR.match(reading.text, end, last)
    return following is not None and reading.at(following.end(), last, {"Person"}, article=False) is not None


def _with_office(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "Ms. …, Executive Director of UNEP and Chair of the EMG" · "Mr. … (SBSTTA Chair)" """
    for where, person in people:
        second = _AND_OFFICE.match(reading.text, where.end, sentence.end)
        for body_where, body in _bodies_from(reading, second.end(), sentence.end)[:1] if second else ():
            reading.state(Role(reading.evidence(passage, Span(where.start, body_where.end)), person.iri, role_of_office(second["office"]), body.iri))  # type: ignore[index]
        opening = _IN_BRACKETS.match(reading.text, where.end, sentence.end)
        named = reading.at(opening.end(), sentence.end, BODIES) if opening else None
        office = _OFFICE_AFTER.match(reading.text, named[0].end, sentence.end) if named else None
        if named and office:
            reading.state(Role(reading.evidence(passage, Span(where.start, office.end())), person.iri, role_of_office(office["office"]), named[1].iri))


def _bodies_from(reading: Reading, start: int, end: int) -> list[tuple[Span, Entity]]:
    """Return the bodies of one office: "Vice-President of the Conference of the Parties (COP) and the … (CMP)"."""
    found: list[tuple[Span, Entity]] = []
    body = reading.at(start, end, BODIES | AGENTS | GROUPS | EVENTS)
    while body and not reading.is_part(body[0].end) and not (body[1].kind in BODIES | AGENTS and OF_ITS_GROUP.match(reading.text, body[0].end, end)):
        found.append(body)
        following = _AND_BODY.match(reading.text, body[0].end, end)
        body = reading.at(following.end(), end, BODIES) if following and body[1].kind in BODIES else None
    return found


def _state(reading: Reading, passage: Passage, span: Span, person: Entity, match: re.Match[str], body: IRI) -> None:
    evidence = reading.evidence(passage, span)
    heads = match["office"] == "President" and (reading.entities[body].kind in {"UNEntity", "Agency"} or HEADED.search(reading.entities[body].label) is not None)
    reading.state(Role(evidence, person.iri, "officer" if heads else role_of_office(match["office"]), body))
    if match["country"]:
        reading.state(Fact(evidence, person.iri, "uneg:printedAffiliation", Value(match["country"])))


def _chairing(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "… the Task Team, co-chaired by Ms. … and Mr. …" """
    for match in _CHAIRED_BY.finditer(reading.text, sentence.start, sentence.end):
        named = reading.named(Span(sentence.start, match.start()), GROUPS | EVENTS | BODIES)
        named = [pair for pair in named if pair[1].kind in GROUPS or not match["verb"].startswith("under")]
        before = [(w, e) for w, e in named if (_BUREAU_BY if e.kind in BODIES else _BEFORE_BY).match(reading.text[w.end : match.start()])]
        if not before and _THE_GROUP.fullmatch(reading.text, sentence.start, match.start()):
            before = _group_before(reading, passage, sentence)
        subject = None if before else _THE_MEETING.fullmatch(reading.text, sentence.start, match.start())
        target = before[-1] if before else event_before(reading, passage, sentence, Span(*subject.span("noun"))) if subject else None
        if target is None:
            continue
        for where, person in people_from(reading, match.end(), sentence.end, titled=match["verb"].startswith("co")):
            evidence = reading.evidence(passage, Span(min(target[0].start, where.start), where.end))
            reading.state(Role(evidence, person.iri, "co-chair" if match["verb"].startswith("co") else "chair", target[1].iri))


def of_a_group(reading: Reading, before: Span) -> bool:
    """Tell whether "as its rapporteur", after some words, is said of a group that they name, and not of the body that meets."""
    match = _GROUPS_ITS.search(reading.text, before.start, before.end)
    own = reading.entities.get(meeting_body(reading))
    return match is not None and not (own and " ".join(match["group"].split()) in own.label.lower())


def _group_before(reading: Reading, passage: Passage, sentence: Span) -> list[tuple[Span, Entity]]:
    """ "It set up a contact group on halons. *The group* was co-chaired by …": the only one spoken of before in the paragraph, or else in the one before it."""
    earlier = [p for p in reading.paragraphs if p.section == passage.section and p.span.start < passage.span.start][-1:]
    for home, span in ((passage, Span(passage.body.start, sentence.start)), *((p, p.body) for p in earlier)):
        named = {entity.iri: entity for _, entity in reading.named(span, GROUPS)}
        if len(named) == 1:
            return [(span, next(iter(named.values())))]
        words = {" ".join(m[0].split()): m for m in _GROUP_SET_UP.finditer(reading.text, span.start, span.end)}
        topics = [m for m in words.values() if m["topic"]] or list(words.values())
        if len(topics) == 1 and not named:
            section = reading.sections.get(passage.section)
            subject = topics[0]["topic"] or (section.title if section else "")
            where = Span(*topics[0].span())
            iri = reading.mint("WorkingGroup", "workstream", f"{' '.join(topics[0]['group'].split())} on {subject}", reading.evidence(home, where)) if subject else ""
            return [(where, reading.entities[iri])] if iri else []
    return []


_AGENDA_ITEM = re.compile(r"\s*\(Agenda\s+(?:sub-)?items?\b.*\Z", re.IGNORECASE | re.DOTALL)
"""What follows a heading in its own line, or where a format has joined the two, in the same."""


def _chaired_group(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "… to consider this agenda item in a contact group co-chaired by Mr. … and Ms. …" · "Working Group I, chaired by …" """
    section = reading.sections.get(passage.section)
    for match in _GROUP_CHAIRED.finditer(reading.text, sentence.start, sentence.end):
        if match["unnamed"] and not match["topic"] and WHICH_GROUP.search(reading.text, sentence.start, match.start()):
            continue
        people = people_from(reading, match.end(), sentence.end) or states_from(reading, match.end(), sentence.end)
        label = _purpose(reading, match, people, sentence) or label_of_group(reading, match, section)
        if not people or not label:
            continue
        evidence = reading.evidence(passage, Span(match.start(), people[0][0].end))
        group = reading.mint("WorkingGroup", "workstream", label, evidence)
        for where, person in people:
            reading.state(Role(reading.evidence(passage, Span(match.start(), where.end)), person.iri, "co-chair" if match["co"] or match["co2"] or len(people) > 1 else "chair", group))
        for where, person in reading.named(Span(people[-1][0].end, sentence.end), {"Person"}):
            serving = _SERVING_AS.match(reading.text, where.end, sentence.end)
            if serving:
                role = role_of_office(serving["office"].capitalize())
                reading.state(Role(reading.evidence(passage, Span(match.start(), serving.end())), person.iri, role, group))


def _purpose(reading: Reading, match: re.Match[str], people: list[tuple[Span, Entity]], sentence: Span) -> str:
    """ "… a contact group, co-chaired by Mr. … and Ms. …, *to consider the terms of reference*": a group without a topic is called by what it is for."""
    if match["topic"] or not match["unnamed"] or not people:
        return ""
    said = _TO_CONSIDER.match(reading.text, people[-1][0].end, sentence.end) or _TO_CONSIDER.search(reading.text, match.end("group"), people[0][0].start)
    return f"{' '.join(match['group'].split())} on {' '.join(said['topic'].split())}" if said else ""


def states_from(reading: Reading, start: int, end: int) -> list[tuple[Span, Entity]]:
    """ "… co-chaired by Norway and Ghana": only where a list of countries, and nothing more, has the chair."""
    states = reading.agents_from(start, end, {"State"})
    return states if states and _AFTER_STATES.match(reading.text, states[-1][0].end) else []


def label_of_group(reading: Reading, match: re.Match[str], section: Section | None) -> str:
    """Return the name of a group: by its topic, by the item it considers, or by the meeting it is of."""
    words = re.sub(r"\s+", " ", match["group"])
    words = words[0].lower() + words[1:] if match.groupdict().get("unnamed") else words
    if match["topic"]:
        return f"{words} on {_AFTER_TOPIC.sub('', match['topic'])}"
    item = _ITEM.search(match[0]) if match["unnamed"] else None
    if item:
        return f"{words} on {item['title']}"
    if match["unnamed"]:
        subject = reading.sections.get(section.parent, section) if section and section.title in {"Proceedings", "Conclusions"} else section
        return f"{words} on {_AGENDA_ITEM.sub('', subject.title)}" if subject else ""
    meeting = reading.entities.get(reading.meeting)
    if meeting:
        return f"{words} of the {meeting.label}"
    bodies = {entity.iri: entity for passage in reading.document.passages for entity in reading.bodies(passage.span)}
    return f"{words} of the {next(iter(bodies.values())).label}" if len(bodies) == 1 else ""


_EMPLOYER = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?[A-Z](?:[^.,;:()]|\([A-Z][\w-]+\)){1,90}?(?=\s+and\s+(?:Mr|Ms|Mrs|Dr|Prof)\b)")
"""Whom a person works for, where another person follows: "Ms. A *of UNEP's Ponds Branch* and Mr. B"."""


def people_from(reading: Reading, start: int, end: int, *, titled: bool = False) -> list[tuple[Span, Entity]]:
    """Return the persons of a list "Mr. A (Chad), Ms. B (Peru) and Mr. C" that begins at a position.

    `titled`: their functions may stand between them, "Mr. A, Director of FAO, and Ms. B".
    """
    found: list[tuple[Span, Entity]] = []
    person = reading.at(start, end, {"Person"}, article=False)
    while person and len(found) < LONGEST_LIST:
        found.append(person)
        apposition = _APPOSITION.match(reading.text, person[0].end, end) if titled else None
        employer = None if apposition else _EMPLOYER.match(reading.text, person[0].end, end)
        following = _NEXT_PERSON.match(reading.text, (apposition or employer).end() if apposition or employer else person[0].end, end)  # type: ignore[union-attr]
        after = reading.at(following.end(), end, {"Person"}, article=False) if following else None
        person = None if after and len(found) == 1 and begins_clause(reading.text, person[0].end, after[0].end) else after
    return found


def _listed(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The following officers were elected: / President: Mr. … (…) / Vice-Presidents: Ms. … (…), Mr. … (…)" """
    section = reading.sections.get(passage.section)
    body = meeting_body(reading)
    if not section or not body or not _OFFICERS.search(section.title):
        return
    for match in _LISTED.finditer(reading.text[sentence.start : sentence.end]):
        for where, person in people_from(reading, sentence.start + match.end(), sentence.end):
            span = Span(sentence.start + match.start("office"), where.end)
            reading.state(Role(reading.evidence(passage, span), person.iri, role_of_office(match["office"]), body))


def _whose(reading: Reading, named: list[tuple[Span, Entity]]) -> tuple[Span, Entity] | None:
    """Return what a sentence names last; of "the preparatory segment *of the ninth meeting*" the segment."""
    parts = named[-2:]
    return parts[0] if len(parts) > 1 and parts[0][1].kind == "Segment" and _OF_THE.fullmatch(reading.text, parts[0][0].end, parts[1][0].start) else parts[-1] if parts else None


def _co_chairs(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The segment was opened by the co-chairs, Mr. … and Ms. …" · "the co-chairs of the Task Team on …, Mr. … and Ms. …" """
    for match in _CO_CHAIRS.finditer(reading.text, sentence.start, sentence.end):
        named = reading.named(Span(sentence.start, match.start()), EVENTS | GROUPS)
        target = reading.at(match.start("of"), match.end("of"), BODIES | AGENTS | EVENTS | GROUPS) if match["of"] else _whose(reading, named)
        people = people_from(reading, match.end(), sentence.end, titled=True)
        if not target or len(people) == 1:
            continue
        for where, person in people:
            span = Span(min(match.start(), target[0].start), where.end)
            reading.state(Role(reading.evidence(passage, span), person.iri, "co-chair", target[1].iri))
