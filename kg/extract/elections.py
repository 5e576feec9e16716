"""Elections: who was elected to which office, as news and reports print it without an address before the names."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from kg.extract.electing import a_group_elects, bureau_of, earlier_of_list, electing, is_of_another, is_of_unknown, is_replaced
from kg.extract.listing import listed
from kg.extract.meetings import meeting_body
from kg.extract.officers import ALONE, COUNTRY, body_that_meets, people_from, role_of_office
from kg.extract.own_meeting import own_meeting
from kg.extract.reading import BODIES, EVENTS, GROUPS, LONGEST_LIST
from kg.model import Decision, Fact, Role, Span, Value

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

_OFFICE = r"(?P<office>(?:(?:Co|Vice)[- ])?(?:Chair(?:person|man|men|woman)?|President)|Rapporteur)"
_FUNCTION = r"(?:,\s+[^;()\n]{3,160}?,)"
_OF = r"(?:\s+of\s+(?:the\s+)?)?"
_AS = re.compile(rf"{COUNTRY},?\s+as\s+(?:the\s+|its\s+|an?\s+)?(?:new\s+|[Ee]lected\s+)?{_OFFICE}(?P<several>s?)\b{ALONE}{_OF}")
_AS_AFTER = re.compile(rf"{_FUNCTION}\s+(?:as\s+)?(?:the\s+|its\s+|a\s+)?(?:new\s+|[Ee]lected\s+)?{_OFFICE}\b{ALONE}{_OF}")
_WAS = re.compile(rf"(?:{_FUNCTION}|\s*\((?P<country>[^()]{{2,60}})\))?\s+(?:was|has\s+been)\s+(?:re-)?elected\s+(?:by\s+acclamation\s+)?(?:as\s+)?(?:the\s+|its\s+)?{_OFFICE}\b{ALONE}{_OF}")
_ELECTED = re.compile(r"\b(?:re-)?elect(?:ed|s)\b")
_JUST_ELECTED = re.compile(r"\belect(?:ed|s)\s+(?:by\s+acclamation\s+)?(?:(?:H\.E\.|Mr|Ms|Mrs|Dr)\.?\s+)*\Z")
_IT = re.compile(r"(?:It|The\s+(?:Committee|Council|Assembly|Board|Commission|Conference|Plenary))\s+(?:(?:then|also)\s+)?elect(?:ed|s)\b")
_OFFICE_BEFORE = re.compile(rf"\s{_OFFICE}\s+(?:(?:H\.E\.|Mr|Ms|Mrs|Dr)\.?\s+)*\Z")
_CHAIRS = re.compile(r"\bfollowing\s+Chair(?:s|men|persons)\s*:")
_CHAIR_OF = re.compile(r"\s*\([^()]{2,60}\),\s+(?:the\s+)?")
_OFFICERS = re.compile(
    r"\b(?:elect(?:ed|s)|Elects?|To\s+elect)\*{0,2},?\s+(?:[^.:;]{0,80}?,?\s+)?the\s+following\s+(?:officers|(?P<office>Vice-(?:Presidents|Chairs))(?:persons)?\s*:|(?:members|representatives|persons|Parties|States|countries|delegations)\b[^.:]{0,80}:)|"
    r"\bfollowing\s+(?:officers|members|representatives|persons|Parties|States|countries|delegations)\s+(?:were|had\s+been|have\s+been)\s+elected\b|\belect(?:ed|s)\s+(?:its|the)\s+(?:[Bb]ureau|officers)[^.:;]{0,100}?\s+as\s+follows\s*:|"
    r"\b(?:[Bb]ureau|[Oo]fficers)(?:\s+of\s+[^.:;]{3,160}?)?\s+(?:was|were|is|are|had\s+been)\s+(?:(?:composed|constituted|elected)\s+)?as\s+follows\s*:"
)
_OF_BUREAU = re.compile(r"\b(?:[Oo]fficers|members)\s+of\s+(?:the|its)\s+[Bb]ureau\s+of\s+(?:the\s+)?")
_ANNOUNCE = ("following officers", "following members", "following representatives", "following persons", "following Parties", "following States", "following countries", "following delegations", "following Vice-", "as follows")
_OFFICE_AFTER = re.compile(rf"{COUNTRY},?\s+(?:as\s+|[–-]\s+)?(?:the\s+)?{_OFFICE}(?=\s*[;.,\n]|\s+and\b|\s*\Z)")
_OPEN_END = re.compile(r"(?:\s+(?:by|for|to|from)\s[^.:;]{3,100})?\s*:?\s*")
_LABEL = re.compile(r"(?:^|(?<=[;:.]\s))\s*(?:(?:First|Second|Third|Fourth|Fifth|Sixth|1st|2nd|3rd|[4-9]th)\s+)?(?P<office>(?:(?:Co|Vice)-|(?:Deputy|Alternate)\s+)?(?:President|Chair)|Rapporteur)(?:-General)?(?:s|person|man|woman|persons)?(?P<of>\s+of\s+[^:;.\n]{2,80})?\s*(?::|,(?=\s+(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)?[A-Z][^;:]{2,200}(?:;|\.?\s*\Z)))\s*", re.MULTILINE)
"""An office of an elected list; "Chair *of the SBSTA*:" is none of the body that elects."""
_PROSE = re.compile(r"\n(?![ \t•*–-]*(?:\n|(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\b|[^\n:]{2,60}:|[A-ZÀ-Ž][\w’'-]+(?: [\w’'.-]+){1,4} ?\())")
"""A line that is neither an office nor a name ends a list."""
_REPLACED = re.compile(
    rf"(?:\s*\([^()]{{2,60}}\))?,\s+who\s+(?:has\s+|had\s+)?(?:replaced|succeeded)\s+(?:Mr|Ms|Mrs|Dr)\.?\s+[^,;()]{{3,60}}(?:\s+\([^()]{{2,60}}\))?\s+as\s+(?:the\s+)?{_OFFICE}\s+of\s+(?:the\s+)?"
)
_NOW = r"(?P<office>(?:Vice-)?(?:Chair|President)|Rapporteur)"
_HOLDS = re.compile(rf"\b[Tt]he\s+(?:current\s+|present\s+)?{_NOW},\s+(?:(?:H\.E\.|Mr|Ms|Mrs|Dr)\.?\s+)*\Z")
_STAYS = re.compile(rf"(?:\s*\([^()]{{2,60}}\))?,(?:\s+the\s+(?:current|present)\s+{_NOW},)?\s+(?:would|will|shall)\s+(?:remain|continue|stay)\s+in\s+office\b")
_CHAIRED = BODIES | EVENTS | GROUPS | {"InterAgencyMechanism"}


def elections(reading: Reading) -> None:
    """State who was elected, and who has an office by the words before the name."""
    before: Span | None = None
    for passage, sentence in reading.sentences():
        people = reading.named(sentence, {"Person"}) if reading.says(sentence, "elect", " President ", " Chair ") else []
        people = people if len(people) <= LONGEST_LIST else []
        if people and reading.says(sentence, "elected", "elects") and not a_group_elects(reading, sentence):
            _elected(reading, passage, sentence, people, before if before and passage.span.covers(before) else None)
        if people:
            _before_the_name(reading, passage, sentence, people)
        if reading.says(sentence, " replaced ", " succeeded "):
            _replaced(reading, passage, sentence)
        if reading.says(sentence, " in office"):
            _stays(reading, passage, sentence)
        if people and reading.says(sentence, "following Chair"):
            _chairs(reading, passage, sentence, people)
        before = sentence
    for passage in reading.paragraphs:
        if reading.says(passage.body, *_ANNOUNCE):
            _officers(reading, passage)


def _stays(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Ms. A, the current Rapporteur, would remain in office" · "the Vice-Chair, Ms. A, will continue in office": of the body that meets"""
    body = meeting_body(reading)
    for where, person in reading.named(sentence, {"Person"}) if body else ():
        match = _STAYS.match(reading.text, where.end, sentence.end)
        held = match if match and match["office"] else _HOLDS.search(reading.text, sentence.start, where.start) if match else None
        if match and held:
            span = Span(min(where.start, held.start("office")), match.end())
            reading.state(Role(reading.evidence(passage, span), person.iri, _role(held["office"]), body))


def _chairs(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "The Assembly elected the following Chairs: A (Chad), First Committee; B (Fiji), Second Committee." """
    start = _CHAIRS.search(reading.text, sentence.start, sentence.end)
    for where, person in people if start and _ELECTED.search(reading.text, sentence.start, start.start()) else ():
        match = _CHAIR_OF.match(reading.text, where.end, sentence.end)
        body = reading.at(match.end(), sentence.end, BODIES) if match else None
        if body and start and where.start >= start.end():
            reading.state(Role(reading.evidence(passage, Span(where.start, body[0].end)), person.iri, "chair", body[1].iri))


def _officers(reading: Reading, passage: Passage) -> None:
    """ "The Council elected the following officers: / President: Mr. A (Chad) / Vice-Presidents: Ms. B (Fiji) / Mr. C (Peru)" """
    start = _OFFICERS.search(reading.text, passage.body.start, passage.body.end)
    if not start:
        return
    sentence = Span(passage.body.start, start.end())
    body = _elects(reading, passage, sentence)
    office: re.Match[str] | None = _LABEL.match(f"{start['office']}:") if start["office"] else None
    for part, lines in _lines_of_list(reading, passage, start.end()) if body else ():
        labels = list(_LABEL.finditer(reading.text, lines.start, lines.end))
        if not labels and office is None:
            _with_office_after(reading, part, lines, body)
            continue
        starts = [lines.start, *(label.end() for label in labels)]
        ends = [*(label.start() for label in labels), lines.end]
        for label, begin, end in zip([office, *labels], starts, ends, strict=True):
            for where, person in reading.named(Span(begin, max(begin, end)), {"Person"}) if label and not label["of"] else ():
                country = re.compile(COUNTRY).match(reading.text, where.end, end)
                if label and country and country["country"] and not _is_known(reading, part, person, label["office"]):
                    first = label.start("office") if label in labels else where.start
                    reading.state(Role(reading.evidence(part, Span(first, where.end)), person.iri, _role(label["office"]), body))
            if label and not label["of"]:
                _states(reading, part, label, Span(begin, max(begin, end)), body)
        office = labels[-1] if labels else office


def _elects(reading: Reading, passage: Passage, sentence: Span) -> IRI:
    """Return the body whose officers are listed: that which elects, or meets, else the meeting itself; of a group that nobody knows none."""
    said = reading.sentence(passage, sentence.end - 1)
    elects = electing(reading, said)
    if elects or a_group_elects(reading, said):
        return elects.iri if elects else ""
    of = _OF_BUREAU.search(reading.text, *said)
    named = reading.at(of.end(), said.end, BODIES | GROUPS | {"InterAgencyMechanism"}) if of else None
    decided = {body for item in reading.said_in(passage.id) if isinstance(item, Decision) for body in item.bodies}
    own = None if meeting_body(reading) or named or decided else own_meeting(reading)
    return named[1].iri if named else reading.keep(own) if own else meeting_body(reading) or (next(iter(decided)) if len(decided) == 1 else "")


def _states(reading: Reading, part: Passage, label: re.Match[str], words: Span, body: IRI) -> None:
    """ "*First Vice-President: Chad*": a list of states, and nothing else, behind an office"""
    cut = words.of(reading.text).find("\n\n")
    found = listed(reading, Span(words.start, words.start + cut) if cut > 0 else words)
    role = _role(label["office"])
    for one in found if all(one.entity.kind == "State" and not one.office for one in found) else ():
        known = any(isinstance(r, Role) and r.agent == one.entity.iri and r.role == role and r.target == body for r in reading.said_in(part.id))
        if not known:
            start = label.start("office") if part.body.start <= label.start("office") < one.where.start else one.where.start
            reading.state(Role(reading.evidence(part, Span(start, one.where.end)), one.entity.iri, role, body))


def _with_office_after(reading: Reading, passage: Passage, lines: Span, body: IRI) -> None:
    """ "The following officers were elected: *Mr. A (Chad), President*; *Ms. B (Fiji), Rapporteur*." """
    for where, person in reading.named(lines, {"Person"}):
        match = _OFFICE_AFTER.match(reading.text, where.end, lines.end)
        if match and not _is_known(reading, passage, person, match["office"]):
            reading.state(Role(reading.evidence(passage, Span(where.start, match.end())), person.iri, _role(match["office"]), body))


def _lines_of_list(reading: Reading, passage: Passage, start: int) -> Iterator[tuple[Passage, Span]]:
    """Yield where the officers of a list stand: after the words in the same passage, and in the lines below that are passages of their own."""
    own = _until_prose(reading, start, passage.body.end)
    yield passage, own
    open_end = own.end == passage.body.end and _OPEN_END.fullmatch(reading.text, *own)
    for part in itertools.takewhile(lambda p: p.kind in {"unnumbered", "heading"}, reading.document.passages[reading.document.passages.index(passage) + 1 :]) if open_end else ():
        if not (reading.named(part.body, {"Person"}) or _LABEL.match(reading.text, part.body.start, part.body.end)):
            return
        lines = _until_prose(reading, part.body.start, part.body.end)
        yield part, lines
        if lines.end < part.body.end:
            return


def _until_prose(reading: Reading, start: int, end: int) -> Span:
    prose = _PROSE.search(reading.text, start, end)
    return Span(start, prose.start() if prose else end)


def _elected(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]], before: Span | None) -> None:
    """ "It elected by acclamation A (Chad) as Chair; B (Fiji) and C (Peru) as Vice-Chairs" · "elected A, Minister of Chad, as its President" · "A was elected Chair of …" """
    for where, person in people:
        verb = _ELECTED.search(reading.text, sentence.start, where.start)
        was = _WAS.match(reading.text, where.end, sentence.end)
        after = _AS_AFTER.match(reading.text, where.end, sentence.end) if _JUST_ELECTED.search(reading.text[sentence.start : where.start]) else None
        match = None if is_replaced(reading, sentence, where.start) else was or after or (_of_list(reading, where, sentence.end) if verb else None)
        body = _body(reading, sentence, match, before, named=not was) if match else None
        if match and body and not _is_known(reading, passage, person, match["office"]):
            evidence = reading.evidence(passage, Span(where.start, max(match.end("office"), body[0])))
            reading.state(Role(evidence, person.iri, _role(match["office"]), body[1]))
            own = re.compile(COUNTRY).match(reading.text, where.end, sentence.end)
            if own and own["country"]:
                reading.state(Fact(evidence, person.iri, "uneg:printedAffiliation", Value(own["country"])))


def _role(office: str) -> str:
    return role_of_office(office.replace(" ", "-"))


def _is_known(reading: Reading, passage: Passage, person: Entity, office: str) -> bool:
    """Tell whether another rule has read the office of a person in the same passage."""
    return any(isinstance(r, Role) and r.agent == person.iri and r.role == _role(office) for r in reading.said_in(passage.id))


def _replaced(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Mr. A (Chad), who has replaced Mr. B (Chad) as President of the …" """
    for where, person in reading.named(sentence, {"Person"}):
        match = _REPLACED.match(reading.text, where.end, sentence.end)
        body = reading.at(match.end(), sentence.end, _CHAIRED) if match else None
        if match and body and not _is_known(reading, passage, person, match["office"]):
            reading.state(Role(reading.evidence(passage, Span(where.start, body[0].end)), person.iri, _role(match["office"]), body[1].iri))


def _of_list(reading: Reading, where: Span, end: int) -> re.Match[str] | None:
    """Return the office of a person, or of the list "B (Fiji) and C (Peru) as Vice-Chairs" in which the person stands."""
    people = people_from(reading, where.start, end)
    match = _AS.match(reading.text, people[-1][0].end, end) if people else None
    return match if match and (len(people) == 1 or match["several"]) else None


def _body(reading: Reading, sentence: Span, match: re.Match[str], before: Span | None, *, named: bool) -> tuple[int, IRI] | None:
    """Return the body of an office: named after it, else the one that elects, else the meeting's."""
    after = reading.at(match.end(), sentence.end, _CHAIRED)
    if after:
        return after[0].end, after[1].iri
    if not named or is_of_another(reading, sentence, match.end()) or is_of_unknown(reading, sentence, match.end()):
        return None
    listed = earlier_of_list(reading, sentence, match.start())
    if listed:
        return match.end("office"), listed
    elects = electing(reading, sentence)
    if not elects and before and _IT.match(reading.text, sentence.start, sentence.end):
        first = reading.named(before, BODIES)
        elects = first[0][1] if first and not reading.text[before.start : first[0][0].start].strip(" \nTthe") else None
    body = elects.iri if elects else body_that_meets(reading, sentence)
    body = (bureau_of(reading, body) if reading.text.startswith("Bureau", match.end()) else "") or body
    return (match.end("office"), body) if body else None


def _before_the_name(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "UNEA-6 President A B opened the session" """
    for where, person in people:
        match = _OFFICE_BEFORE.search(reading.text[sentence.start : where.start])
        body = reading.before(sentence.start + match.start(), sentence.start, _CHAIRED) if match else None
        if match and body and not _is_known(reading, passage, person, match["office"]):
            reading.state(Role(reading.evidence(passage, Span(body[0].start, where.end)), person.iri, _role(match["office"]), body[1].iri))
