"""Who heads or serves an organization: "A B, Executive Director of UNEP", "the UNFCCC Executive Secretary, A B", "A B (Chad), CGE member"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.electing import of_document
from kg.extract.meetings import meeting_body
from kg.extract.officers import COUNTRY
from kg.extract.reading import AGENTS, BODIES, GROUPS, LONGEST_LIST
from kg.extract.secretariats import the_secretariat
from kg.extract.words import any_of
from kg.model import Role, Span
from kg.text import FUNCTION, fold

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_MR = r"(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)*"
_NO_MORE = r"(?!(?:[Ff]ormer|[Oo]utgoing|[Pp]ast|[Pp]revious)\b)"
_OF = r"(?:(?:\s+and\s+|\s?/\s?)(?:Chair(?:person|man|woman)?|President))?\s+(?:of|for)\s+(?:the\s+)?(?:[Ss]ecretariat\s+of\s+(?:the\s+)?)?"
_ANY = rf"(?:(?:Regional|Country|Deputy\s+Regional|[Aa]cting|[Ii]nterim|[Nn]ew)\s+)?(?:{FUNCTION}|[Cc]hief\s+executive(?:\s+officer)?|[Ee]xecutive\s+(?:director|secretary)|[Dd]irector[- ]general|[Mm]anaging\s+director)"
_AFTER = re.compile(rf"{COUNTRY},\s+(?:the\s+)?{_NO_MORE}{_ANY}(?:\s+of\s+(?:the\s+)?[Ss]ecretariat(?=,))?(?:{_OF}|,\s+(?:the\s+)?(?=[A-Z]))|\s+\((?:the\s+)?{_NO_MORE}{_ANY}(?:{_OF}|,\s+(?:the\s+)?(?=[A-Z]))")
_AFTER_BODY = re.compile(r",\s+(?:the\s+)?(?=[A-Z])")
_ITS_OFFICE = re.compile(rf"(?:[’']s)?\s+(?:[A-Z][a-z]+\s+)?{FUNCTION}\b(?:\s+(?:for|of)\b|(?=\s*[,.;)]|\s+(?:and|said)\b))")
"""… "A B, *UNEP Regional Director for Africa*"."""
_OF_THE_BODY = re.compile(rf"{COUNTRY},\s+(?:the\s+)?{_NO_MORE}{FUNCTION}\s+of\s+the\s+(?P<short>[Cc]onvention|[Pp]latform|[Pp]anel|[Ff]orum|[Bb]oard|Fund|[Cc]ommission|Facility|[Cc]ommittee)\b(?!\s+(?:of|on|for|to)\b)")
_SECOND = re.compile(rf"(?:\s*\([A-Z][\w-]+\))?,?\s+and\s+(?:the\s+)?{FUNCTION}{_OF}")
_BEFORE_OF = re.compile(rf"(?<![\w-])(?:[Tt]he\s+)?(?<!ormer\s){FUNCTION}{_OF}(?=[A-Z])")
_GONE = re.compile(r"\b(?:[Ff]ormer|[Oo]utgoing|[Pp]revious|late)\s+(?:[A-Z]\w+\s+)*\Z")
_THEN_NAME = re.compile(rf"(?:\s*\([A-Z][\w-]+\))?,?\s+{_MR}(?=[A-Z])")
_THE_SECRETARY = re.compile(rf"\b[Tt]he\s+(?:(?:[Aa]cting\s+)?(?:Deputy\s+)?Executive\s+Secretary|(?:Acting\s+)?Head\s+of\s+the\s+[Ss]ecretariat),\s+{_MR}(?=[A-Z])")
_CHAIR_AND = re.compile(rf"{COUNTRY},\s+(?:the\s+)?(?:(?:Co|Vice)-)?(?:Chair|President)(?:person)?\s+of\s+(?:the\s+)?(?=[A-Z])")
_SHORT_BEFORE = re.compile(rf"(?:[’']s)?\s+(?:[Ss]ecretariat\s+)?(?:[Aa]cting\s+)?{FUNCTION},?\s+{_MR}(?=[A-Z])")
_MEMBER_AFTER = re.compile(rf"{COUNTRY},\s+(?:(?:a|an|the)\s+)?(?:(?:alternate|lead|core|current)\s+)?[Mm]ember\s+of\s+(?:the\s+)?")
_SHORT_MEMBER = re.compile(rf"{COUNTRY},\s+(?:a\s+|an\s+)?(?=[A-Z]{{2,}})")
_MEMBER = re.compile(r"\s+(?:[Bb]oard\s+)?member\b")
_PART = re.compile(r"[’']s?\b|\s+(?:[A-Z]\w+\s+){0,3}(?:Division|Department|Branch|Unit|Office|Programme|Section|Bureau|Region\w*|Centre|Group)\b")
"""After an organization: it is a part of it that has a director."""
_DIVISION = re.compile(r"(?:[A-Z][\w-]+,?\s+(?:(?:and|of|for)\s+(?:the\s+)?)?){1,7}(?:Division|Department|Branch|Unit|Office|Section|Programme|Centre)(?:\s+(?:of|at|in)\s+(?:the\s+)?|,\s+)")
_FUND = re.compile(r"(?P<name>(?:[A-Z][\w’'-]*\s+(?:(?:of|for|on|and)\s+(?:the\s+)?)?){1,6}(?:Fund|Facility|Trust|Programme|Initiative|Partnership|Project|Campaign|Decade|Alliance|Network|Forum|Platform|Compact|Observatory|Hub|Institute|Service|Authority|Group|Fellowship|Mechanism))(?=\s*(?:[,.;:)\n]|\Z|\s\(|\s(?:and|said|was|is|has|had|who|which|in|at|on|for|to|will|opened|welcomed|presented|introduced|told|noted)\b))")
"""An organization that has no name but its words: "the *Ponds Fund*"."""
_LEADS_IT = re.compile(r"\b(?:[Dd]irector|Secretary|Administrator|CEO|Chief\s+Executive\s+Officer)\b(?![^,;]*\b(?:Chief|[Hh]ead)\s+of)")
_COORDINATES = re.compile(r"\b[Cc]oordinator\b|\b[Hh]ead\s+of\b")
_OF_MEMBERS = re.compile(r"\b(?:Partnership|Initiative|Alliance|Coalition|Consortium|Campaign|Network|Platform|Facility|Hub)\Z")
"""Whoever heads or coordinates such a thing leads it."""
_SECRETARIAT_OF = re.compile(r"[Ss]ecretariat\s+of\s+(?:the\s+)?\Z")
_TREATIES = re.compile(r"[A-Z][\w-]+(?:,\s+[A-Z][\w-]+)*\s+and\s+[A-Z][\w-]+\s+[Cc]onventions\b")
"""Several treaties that have one secretariat."""
_ORGANIZATIONS = AGENTS | {"Convention"}
_LINE = re.compile(rf"\s*(?:\([A-Z][\w-]+\))?\s*:\s+{_MR}")
_THEN_FUNCTION = re.compile(rf"(?:\s*\([^()\n]{{2,60}}\))?,\s+(?:the\s+)?{FUNCTION}(?=\s*(?:\n|;|\.|\Z|,))")
_FUNCTIONS = any_of("Secretary", "CEO", "Director", "Head", "Administrator", "Coordinator", "Chief", "ember", "head of", "director", "coordinator of", "hief executive", "ecretary")


def functions(reading: Reading) -> None:
    """State who has which function in an organization, and who is a member of a body."""
    for passage, sentence in reading.saying(_FUNCTIONS):
        people = reading.named(sentence, {"Person"})
        if not 0 < len(people) <= LONGEST_LIST:
            continue
        for named in people:
            _after(reading, passage, sentence, named)
            _of_the_body(reading, passage, sentence, named)
            if reading.says(sentence, "ember"):
                _member(reading, passage, sentence, named)
        _before(reading, passage, sentence)
        _executive_secretary(reading, passage, sentence)
        _short(reading, passage, sentence)
        if reading.says(sentence, ": "):
            _line_of_list(reading, passage, sentence, people)


def _after(reading: Reading, passage: Passage, sentence: Span, named: tuple[Span, Entity]) -> None:
    """ "Ms. A B, Under-Secretary-General of the United Nations and Executive Director of UNEP, …" """
    match = _AFTER.match(reading.text, named[0].end, sentence.end)
    comma = None if match else _AFTER_BODY.match(reading.text, named[0].end, sentence.end)
    first = reading.at(comma.end(), sentence.end, AGENTS) if comma else None
    if first and _ITS_OFFICE.match(reading.text, first[0].end, sentence.end):
        _state(reading, passage, named, first)
        return
    chairs = None if match else _CHAIR_AND.match(reading.text, named[0].end, sentence.end)
    chaired = reading.at(chairs.end(), sentence.end) if chairs else None
    match = _SECOND.match(reading.text, chaired[0].end, sentence.end) if chaired else match
    while match:
        body = _organization(reading, match.end(), sentence.end) or _unknown(reading, passage, match, sentence.end)
        if body is None:
            return
        _state(reading, passage, named, body)
        match = _SECOND.match(reading.text, body[0].end, sentence.end)


def _before(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the Executive Secretary of the Convention on Biological Diversity, Mr. A B, …" """
    for match in _BEFORE_OF.finditer(reading.text, sentence.start, sentence.end):
        body = _organization(reading, match.end(), sentence.end) or _unknown(reading, passage, match, sentence.end)
        then = _THEN_NAME.match(reading.text, body[0].end, sentence.end) if body else None
        person = reading.at(then.end(), sentence.end, {"Person"}, article=False) if then else None
        if body and person and not _GONE.search(reading.text[max(sentence.start, match.start() - 40) : match.start()]) and not _is_of_the_one_before(reading, sentence, match.start()):
            _state(reading, passage, person, body)


def _of_the_body(reading: Reading, passage: Passage, sentence: Span, named: tuple[Span, Entity]) -> None:
    """ "Ms. A B, Executive Secretary *of the Platform*", of the body that meets; of its convention, the secretariat"""
    match = _OF_THE_BODY.match(reading.text, named[0].end, sentence.end)
    own = reading.entities.get(meeting_body(reading) or of_document(reading)) if match else None
    secretariat = the_secretariat(reading, passage) if match and match["short"].lower() == "convention" else None
    body = secretariat or (own if own and match and match["short"].lower() in own.label.lower().split() else None)
    if match and body:
        _state(reading, passage, named, (Span(match.start(), match.end()), body))


def _executive_secretary(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the Deputy Executive Secretary, Mr. A B", of the convention whose body meets"""
    for match in _THE_SECRETARY.finditer(reading.text, sentence.start, sentence.end):
        person = reading.at(match.end(), sentence.end, {"Person"}, article=False)
        body = the_secretariat(reading, passage) if person else None
        if person and body:
            _state(reading, passage, person, (Span(match.start(), match.end()), body))


def _short(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "UNEP Executive Director A B" · "the UNFCCC Executive Secretary, A B" """
    for where, body in reading.named(sentence, AGENTS):
        match = _SHORT_BEFORE.match(reading.text, where.end, sentence.end)
        person = reading.at(match.end(), sentence.end, {"Person"}, article=False) if match else None
        if person and not reading.text[sentence.start : where.start].rstrip().endswith(("former", "Former")):
            _state(reading, passage, person, (where, body))


def _line_of_list(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "Secretariat of the Ponds Convention: *Ms. A B, Head*", a line of a list of contacts"""
    for where, person in people:
        start = max(reading.text.rfind("\n", 0, where.start) + 1, sentence.start)
        body = reading.at(start, where.start, AGENTS)
        if body and _LINE.fullmatch(reading.text, body[0].end, where.start) and _THEN_FUNCTION.match(reading.text, where.end, sentence.end):
            _state(reading, passage, (where, person), body)


def _member(reading: Reading, passage: Passage, sentence: Span, named: tuple[Span, Entity]) -> None:
    """ "A B (Chad), CGE member" · "A B, a member of the Adaptation Committee" """
    of = _MEMBER_AFTER.match(reading.text, named[0].end, sentence.end)
    body = reading.at(of.end(), sentence.end, BODIES | GROUPS) if of else None
    short = None if of else _SHORT_MEMBER.match(reading.text, named[0].end, sentence.end)
    before = reading.at(short.end(), sentence.end, BODIES | GROUPS) if short else None
    word = _MEMBER.match(reading.text, before[0].end, sentence.end) if before else None
    found = body or (before if word else None)
    if found:
        reading.state(Role(reading.evidence(passage, Span(named[0].start, word.end() if word else found[0].end)), named[1].iri, "member", found[1].iri))


def _is_of_the_one_before(reading: Reading, sentence: Span, start: int) -> bool:
    """Tell "Ms. A, *Director of UNEP, Mr. B*": without an article a function is of the person before it."""
    return reading.text[start : start + 4].lower() != "the " and reading.text[sentence.start : start].rstrip().endswith(",")


def _organization(reading: Reading, start: int, end: int) -> tuple[Span, Entity] | None:
    """Return the organization named at a place, also that of a division named there, for a treaty its secretariat; none where a part of it is meant."""
    served = _SECRETARIAT_OF.search(reading.text, max(0, start - len("secretariat of the ")), start)
    named = reading.at(start, end, _ORGANIZATIONS) or (reading.at(served.start(), end, _ORGANIZATIONS) if served else None)
    division = None if named else _DIVISION.match(reading.text, start, end)
    named = reading.at(division.end(), end, _ORGANIZATIONS) if division else named
    several = None if named else _TREATIES.match(reading.text, start, end)
    if several:
        label = f"secretariat of the {fold(several[0])}"
        joint = next((e for e in reading.entities.values() if e.kind == "Secretariat" and fold(e.label) == label), None)
        return (Span(*several.span()), joint) if joint else None
    if named is None or _PART.match(reading.text, named[0].end, end):
        return None
    serving = reading.secretariat_of(named[1].iri) if named[1].kind == "Convention" else named[1]
    return (named[0], serving) if serving else None


def _unknown(reading: Reading, passage: Passage, match: re.Match[str], end: int) -> tuple[Span, Entity] | None:
    """Return the fund, the programme or the network whose director somebody is: named as a group, or by its words alone; a coordinator leads it, which others read."""
    if not _LEADS_IT.search(match[0]):
        return None
    words = _FUND.match(reading.text, match.end(), end)
    group = reading.at(match.end(), end, GROUPS)
    if group or not words:
        return group
    span = Span(*words.span("name"))
    if reading.named(span, AGENTS | BODIES | {"Person", "Convention", "State"}):
        return None
    return span, reading.entities[reading.mint("Organization", "agency", words["name"], reading.evidence(passage, span))]


def _state(reading: Reading, passage: Passage, person: tuple[Span, Entity], body: tuple[Span, Entity]) -> None:
    known = any(isinstance(r, Role) and r.agent == person[1].iri and r.role == "officer" and r.target == body[1].iri for r in reading.said_in(passage.id))
    if not known:
        span = Span(min(person[0].start, body[0].start), max(person[0].end, body[0].end))
        leads = _OF_MEMBERS.search(body[1].label) and _COORDINATES.search(reading.text, span.start, span.end)
        reading.state(Role(reading.evidence(passage, span), person[1].iri, "lead" if leads else "officer", body[1].iri))
