"""Lists of participants that have a line for each: "FAO: Ana Water, Pond Office", "Mr. Ben Stone, FAO", or the name of an agency and below it who came for it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.extract.attendees import Attendee, took_part
from kg.extract.listing import lines
from kg.extract.own_meeting import own_meeting
from kg.extract.reading import AGENTS
from kg.model import Participation, Role, Span
from kg.text_came import NO_PERSON

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

REGISTER = re.compile(
    r"\W*(?:(?:Annex|Appendix|Attachment)(?:\s+[\dIVXA-Z]{1,4}(?![A-Za-z]))?\W*\s*)?(?:[\dIVXA-Z]{1,4}\.\s+)?(?:(?:(?:Provisional|Final|Preliminary|Full)\s+)?(?:List\s+of\s+(?:\w+\s+)?(?:participants|attendees|delegates|representatives|delegations)|Participants?(?:[’'])?(?:\s+list)?|Attendees|Attendance(?:\s+list)?|(?:Speakers|Panell?ists|Resource\s+persons|Experts|Those|Delegates|Organi[sz]ations|Agencies)(?:\s+(?:who|that|which)\s+(?:took\s+part|participated|attended|spoke|were\s+present)(?:\s+(?:in|at)\s+[^\n:]{3,80})?)|(?:Entities|Organi[sz]ations|Agencies|Bodies|Institutions|Members|Partners|States|Countries|Parties|Governments|Delegations)(?:\s+and\s+[a-z]+)?\s+(?:represented|attending|participating|present|in\s+attendance)|Those\s+present|(?:Members\s+)?[Pp]resent|In\s+attendance)(?:\s+(?:of|at|in|to)\s+the\s+[^\n:]{3,120})?)\W*",
    re.IGNORECASE,
)
_IN_LINE = re.compile(
    r"\W*(?:(?:Participants|Attendees|Attendance|Present|In\s+attendance|Members\s+present|Also\s+present)(?:\s*\([^()\n]{2,40}\))?|The\s+following(?:\s+\w+){0,3}\s+(?:were\s+(?:present|in\s+attendance)|attended|participated|took\s+part)(?:\s+(?:in\s+|at\s+)?(?:the|this)\s+(?:\w+\s+){0,2}(?:meeting|session|workshop|call))?)\s*:\s+(?=\S)"
)
"""What stands before a list that goes on in the same line …"""
_ALSO_LINE = re.compile(r"\W*(?:Observers?|Guests?|Partners?|Members|Secretariat|Resource\s+persons|Online|Remote(?:ly)?|In\s+person|Invited\s+experts|Experts)(?:\s*\([^()\n]{2,40}\))?\s*:\s+(?=\S)")
_STOP = re.compile(r"\.\s+(?=[A-Z][\w ]{2,40}:)|\.\s+(?=(?:Apologies|Regrets|Absent)\b)|\.\s*\Z")
"""… and where that ends: "Present: A, B. *Apologies:* C"."""
_ABSENT = re.compile(r"\W*(?:Apolog(?:y|ies)|Regrets|Absent|Not\s+(?:present|represented)|Excused|Unable\s+to\s+attend|Absences|Invited)\b", re.IGNORECASE)
_KINDS = re.compile(
    r"\W*(?:[\dIVXA-Z]{1,4}\.\s+)?(?:(?:other|UN|united\s+nations|international|inter-?governmental|non-?governmental|governmental|national|regional|civil\s+society|member|observer|non|contracting|specialized|related|convention|treaty|multilateral|environmental|research|academic|private|invited|resource|and|of|the|system|states|sector|parties|to|not|funds|programmes)[\s-]+){0,6}"
    r"(?:parties|states|countries|governments|delegations|organi[sz]ations|agencies|entities|bodies|observers?|secretariats?|institutions|members?|mechanisms|agreements|conventions|partners|experts|persons|speakers|participants|programmes|funds|offices|academia|industry|sector|society|NGOs|IGOs|bureau|presidium|guests|staff)(?:\s+(?:represented|present|attending|of\s+the\s+\w+))?\W*",
    re.IGNORECASE,
)
"""What stands over some of those in a list: "United Nations bodies"."""
_OFFICE = re.compile(
    r"(?:(?:Co|Vice)-)?(?:Chair(?:person|man|woman)?|President)s?|(?:Executive\s+|Deputy\s+)*Secretary|Rapporteurs?|Secretariat|(?:Co-)?(?:Facilitator|Moderator|Convener|Coordinator|Lead)s?|Hosts?|Observers?|Members?|Participants?|(?:Resource\s+)?Persons?|Experts?|Speakers?|Panell?ists?|Consultants?|Notes?(?:\s+taker)?|Minutes|Present|Attending|Online|In\s+person|Remote(?:ly)?",
    re.IGNORECASE,
)
_MARK = re.compile(r"[ \t\u00a0•*–·▪|-]*(?:\(?\d{1,3}[.)]\s+|\([a-z]{1,3}\)\s+)?")
_LABEL = re.compile(r"(?P<label>[^:;|\t\n]{2,90}?)\s*(?:\([^()\n]{2,20}\)\s*)?(?::|\||\t|[ \u00a0]{2,}|\s[–—-]\s)\s*(?=\S)")
_LABELLED = re.compile(r"[^:\n]{2,60}:\s")
_TITLE = r"(?:(?:H\.\s?E\.|Mr|Ms|Mrs|Dr|Prof|Sir|Amb|Professor|Ambassador)\.?\s+)"
_PART = r"(?:[A-ZÀ-Ž][\w’'‑-]+|[A-ZÀ-Ž]\.)"
_PERSON = re.compile(rf"(?P<title>{_TITLE}*)(?P<name>{_PART}(?:[ \u00a0](?:(?:de|da|do|dos|du|del|della|der|den|van|von|bin|ben|al|el|la|le|di|ter|y)[ \u00a0]){{0,2}}{_PART}){{1,4}})(?=\s*(?:[,;(|\t\n]|\s[–—-]\s|\Z|\s+and\s+))")
_TITLED = re.compile(_TITLE)
_BRACKET = re.compile(r"\s*\((?P<printed>[^()\n]{2,120})\)")
_REST = re.compile(rf"\s*(?:,|\||\t|\s[–—-]\s|;)(?!\s*{_TITLE}{_PART}\s)\s*(?P<printed>[^\n;]{{2,200}})")
_NEXT = re.compile(r"(?:\s*\([^()\n]{1,80}\))?\s*(?:;|,|\band\b|&)\s*(?:and\s+)?")
_PROSE = re.compile(r"\b(?:was|were|is|are|has|have|had|will|attended|participated|welcomed|noted|said)\b")
_NAME_END = re.compile(r"\s*(?:\([^()\n]{2,60}\))?(?:\s*/\s*[^\n/:;,()]{2,40}){0,2}\W*")
_COMMA = re.compile(rf"(?:\s*\([^()\n]{{2,60}}\))?\s*(?:,|\s[–—-]\s)\s*(?={_TITLE})")
_FOLLOWING = re.compile(r"\b(?:following|below|as\s+follows)\b", re.IGNORECASE)
"""Announces the list that the heading named."""
_LONGEST = 260


@dataclass(slots=True)
class _Open:
    """Where a list stands, of which meeting, and for whom those on the next lines are."""

    meeting: IRI
    absent: bool = False
    current: tuple[Span, Entity] | None = None
    titled: bool = False


def registers(reading: Reading) -> None:
    """State who is listed as a participant, and for whom."""
    opened: _Open | None = None
    known: set[IRI] = set()
    inline = False
    for passage in reading.document.passages:
        if passage.kind not in {"heading", "header", "unnumbered", "paragraph", "participant"}:
            opened = None
            continue
        if passage.kind == "participant" and reading.said_in(passage.id):
            continue  # read as an item of a list with numbers
        for line in lines(reading, passage) if opened or reading.says(passage.span, "artici", "ARTICI", "ttend", "resent", "PRESENT", "elegat", "took part", "peakers", "anell") else ():
            words = line.of(reading.text).strip()
            if len(words) < _LONGEST and REGISTER.fullmatch(words):
                own = own_meeting(reading)
                opened = _Open(own.iri) if own else None
            elif not opened and (running := _IN_LINE.match(reading.text, line.start, line.end) or (_ALSO_LINE.match(reading.text, line.start, line.end) if inline else None)):
                inline = True
                _in_line(reading, passage, Span(running.end(), line.end), known)
            elif opened and (passage.kind == "heading" or (passage.kind == "header" and not _LABELLED.match(reading.text, line.start, line.end))) and len(_names(reading, line)) <= 1:
                opened = _under(reading, passage, line, opened, known)
            elif opened and (_PROSE.search(words) or len(words) > _LONGEST):
                opened = opened if words.endswith(":") and _FOLLOWING.search(words) else None
            elif opened:
                _read(reading, passage, line, opened, known)


def _in_line(reading: Reading, passage: Passage, words: Span, known: set[IRI]) -> None:
    """ "Present: *Ana Water (FAO), Ben Stone (WHO)*. Apologies: Cy Hill." """
    own = own_meeting(reading)
    stop = _STOP.search(reading.text, words.start, words.end)
    if own:
        _people(reading, passage, Span(words.start, stop.start() if stop else words.end), _Open(own.iri), None, known)


def _under(reading: Reading, passage: Passage, line: Span, opened: _Open, known: set[IRI]) -> _Open | None:
    """Tell whether a heading stands within a list: a kind of those who came, the name of one, or a line that only looks like a heading."""
    words = line.of(reading.text).strip()
    if _ABSENT.match(words):
        return _Open(opened.meeting, absent=True)
    if _KINDS.fullmatch(words) or REGISTER.match(words):
        return _Open(opened.meeting)
    whole = None if opened.absent else _whole(reading, line)
    if whole:
        _came(reading, passage, [whole], opened, known)
        return _Open(opened.meeting, current=whole)
    start = _MARK.match(reading.text, line.start, line.end).end()  # type: ignore[union-attr]
    label = None if opened.absent else _LABEL.match(reading.text, start, line.end)
    if label and _whole(reading, Span(*label.span("label"))):
        _read(reading, passage, line, opened, known)
        return opened
    return opened if not opened.absent and _people(reading, passage, Span(start, line.end), opened, opened.current, known) else None


def _at(reading: Reading, start: int, end: int) -> tuple[Span, Entity] | None:
    """Return the agency or state named from a position on; of a treaty its secretariat."""
    named = reading.at(start, end, AGENTS | {"State", "Convention"})
    if named is None or named[1].kind != "Convention":
        return named
    secretariat = reading.secretariat_of(named[1].iri)
    return (named[0], secretariat) if secretariat else None


def _whole(reading: Reading, line: Span) -> tuple[Span, Entity] | None:
    """Return the agency or the state whose name is all there is: "Food and Agriculture Organization of the United Nations (FAO)", "CHAD / TCHAD"."""
    start = _MARK.match(reading.text, line.start, line.end).end()  # type: ignore[union-attr]
    named = _at(reading, start, line.end)
    if named is None:
        return None
    return named if _NAME_END.fullmatch(reading.text, named[0].end, line.end) else None


def _read(reading: Reading, passage: Passage, line: Span, opened: _Open, known: set[IRI]) -> None:
    """Read one line: an agency, an agency and who came for it, or a person."""
    words = line.of(reading.text).strip(" \t*:")
    if _ABSENT.match(words):
        opened.absent = True
        return
    if _KINDS.fullmatch(words):
        opened.absent, opened.current = False, None
        return
    if opened.absent:
        return
    start = _MARK.match(reading.text, line.start, line.end).end()  # type: ignore[union-attr]
    whole = _whole(reading, line)
    if whole:
        opened.current = whole
        _came(reading, passage, [whole], opened, known)
        return
    label = _LABEL.match(reading.text, start, line.end)
    named = _whole(reading, Span(*label.span("label"))) if label else None
    if label and named:
        opened.current = None
        _came(reading, passage, [named], opened, known)
        _people(reading, passage, Span(label.end(), line.end), opened, named, known)
        return
    if label and (_OFFICE.fullmatch(label["label"].strip("* ")) or _KINDS.fullmatch(label["label"])):
        start = label.end()
    if _pairs(reading, passage, Span(start, line.end), opened, known):
        return
    if not _people(reading, passage, Span(start, line.end), opened, opened.current, known):
        named_there = _names(reading, Span(start, line.end))
        _came(reading, passage, named_there, opened, known)
        for one in named_there:
            _beside(reading, passage, one, line, opened, known)


def _pairs(reading: Reading, passage: Passage, words: Span, opened: _Open, known: set[IRI]) -> bool:
    """ "FAO, Mr. Ben Stone; WHO, Ms. Ana Water": agencies, each with those who came for it."""
    parts = [Span(words.start + m.start(), words.start + m.end()) for m in re.finditer(r"[^;\s][^;]*", words.of(reading.text))]
    named = [(part, _at(reading, part.start, part.end)) for part in parts]
    pairs = [(part, one, comma.end()) for part, one in named if one and (comma := _COMMA.match(reading.text, one[0].end, part.end))]
    if not pairs or len(pairs) < len(parts):
        return False
    for part, one, begin in pairs:
        _came(reading, passage, [one], opened, known)
        _people(reading, passage, Span(begin, part.end), opened, one, known)
    return True


def _came(reading: Reading, passage: Passage, named: list[tuple[Span, Entity]], opened: _Open, known: set[IRI]) -> None:
    took_part(reading, passage, [Attendee(where, entity, where.end, linked=False) for where, entity in named], opened.meeting, known)


def _beside(reading: Reading, passage: Passage, one: tuple[Span, Entity], line: Span, opened: _Open, known: set[IRI]) -> None:
    """ "FAO (*Mr. Ben Stone*), WHO": who came for an agency, in brackets behind it"""
    bracket = _BRACKET.match(reading.text, one[0].end, line.end)
    if bracket and _TITLED.match(bracket["printed"]):
        _people(reading, passage, Span(*bracket.span("printed")), opened, one, known)


def _names(reading: Reading, words: Span) -> list[tuple[Span, Entity]]:
    """Return the agencies and states of a list that fills a line: "Chad, Fiji and Peru"."""
    found: list[tuple[Span, Entity]] = []
    position = words.start
    while (named := _at(reading, position, words.end)) is not None:
        found.append(named)
        following = _NEXT.match(reading.text, named[0].end, words.end)
        if following is None:
            return found if _NAME_END.fullmatch(reading.text, named[0].end, words.end) else []
        position = following.end()
        if not reading.text[position : words.end].strip():
            return found  # the list goes on, on the next line
    return []


def _people(reading: Reading, passage: Passage, words: Span, opened: _Open, of: tuple[Span, Entity] | None, known: set[IRI]) -> bool:
    """State who came of some words, "Ana Water, Pond Office; Ben Stone": for an agency that is named before, or behind the name."""
    read = False
    for where, titled, printed, end in _persons(reading, words):
        agency = of or (_affiliation(reading, Span(*printed), bracket=reading.text[end - 1] == ")") if printed else None)
        person = next((e for w, e in reading.named(where, {"Person"}) if w.end == where.end), None)
        opened.titled = opened.titled or titled
        below = of is not None and of is opened.current and (opened.titled or of[1].kind == "State")
        if person is None and not titled and (agency is None or below):
            continue
        evidence = reading.evidence(passage, Span(where.start, end))
        name = " ".join(where.of(reading.text).split())
        iri = person.iri if person else reading.mint("Person", "person", name, reading.evidence(passage, where))
        read = True
        if iri in known or _is_said(reading, iri, opened.meeting):
            continue
        known.add(iri)
        if opened.meeting in reading.drafts:
            reading.keep(reading.drafts[opened.meeting])
        if agency or printed:
            words_ = (of[0] if of else Span(*printed) if printed else where).of(reading.text)
            reading.state(Participation(evidence, iri, opened.meeting, " ".join(words_.split()), agency[1].iri if agency else None))
        else:
            reading.state(Role(evidence, iri, "participant", opened.meeting))
    return read


def _persons(reading: Reading, words: Span) -> Iterator[tuple[Span, bool, tuple[int, int] | None, int]]:
    """Yield where a person is named, whether with an address, where that is printed whom the person is for, and where all this ends."""
    position = words.start
    while match := _PERSON.match(reading.text, position, words.end):
        where = Span(*match.span("name"))
        if NO_PERSON.search(match["name"]) or reading.named(where, AGENTS | {"State"}) or match["name"].isupper():
            return
        bracket = _BRACKET.match(reading.text, match.end(), words.end)
        rest = None if bracket else _REST.match(reading.text, match.end(), words.end)
        if rest and any(w.start == rest.start("printed") for w, _ in reading.named(Span(*rest.span("printed")), {"Person"})):
            rest = None  # the next one who came
        printed = bracket.span("printed") if bracket else rest.span("printed") if rest else None
        end = bracket.end() if bracket else rest.end() if rest else match.end()
        yield where, bool(match["title"]), printed, end
        following = _NEXT.match(reading.text, end, words.end)
        if following is None:
            return
        position = following.end()


def _affiliation(reading: Reading, printed: Span, *, bracket: bool) -> tuple[Span, Entity] | None:
    """Return the agency that stands in what is printed behind a name, in brackets also the state: "Head of Ponds, FAO" and not "New Pond, Chad"."""
    named = reading.named(printed, AGENTS | {"State"})
    agencies = [pair for pair in named if pair[1].kind != "State"] or (named if bracket else [])
    return agencies[-1] if agencies else None


def _is_said(reading: Reading, person: IRI, meeting: IRI) -> bool:
    """Tell whether somebody is known to have taken part."""
    return any((isinstance(s, Participation) and s.person == person and s.meeting == meeting) or (isinstance(s, Role) and s.role == "participant" and s.agent == person and s.target == meeting) for s in reading.items)
