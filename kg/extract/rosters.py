"""Officers and members in lists: an office with a colon, then names, on one line or on several; the members of a bureau in a row."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.electing import electing
from kg.extract.listing import lines
from kg.extract.meetings import meeting_body
from kg.extract.officers import role_of_office
from kg.extract.reading import BODIES, GROUPS, LONGEST_LIST
from kg.extract.ways import groups_in_words
from kg.extract.words import any_of
from kg.model import Role, Span

if TYPE_CHECKING:

    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

_LABEL = re.compile(
    r"[ \t\u00a0•*–-]*\**(?:(?:First|Second|Third|Fourth|Fifth|Sixth|1st|2nd|3rd|[4-9]th)\s+)?(?P<office>(?:Co-|Vice-|Deputy\s+)?(?:Chair(?:persons?|m[ae]n|wom[ae]n)?|President|Facilitator)s?|Rapporteurs?(?:-General)?|Other\s+(?:officers|members)(?:\s+of\s+the\s+Bureau)?|"
    r"(?:Bureau\s+)?[Mm]embers(?:\s+of\s+the\s+Bureau)?|Alternates?(?:\s+members)?)\**[ \t]*(?::\**[ \t]*(?=[A-ZÀ-Ž\n]|\Z)|(?=\n|\Z))"
)
_CHAIR_OF = re.compile(r"[ \t\u00a0•*–-]*\**(?:Co-|Vice-)?(?:Chair(?:person|man|woman)?|President)\s+of\s+(?:the\s+)?(?=[A-Z])")
"""A line of a list that names the chair of another body."""
_ANNOUNCED = re.compile(r"\b(?:officers|[Bb]ureau|elect\w+|following|composed|constituted|members|consists?)\b")
_OF = re.compile(r"\b(?:officers|[Bb]ureau|members)\s+(?:and\s+alternate\s+members\s+)?(?:of|for|to(?:\s+(?:serve|sit)\s+on)?)\s+(?:the\s+)?(?:Bureau\s+(?:of\s+(?:the\s+)?)?)?")
_ENTRY = re.compile(r"[ \t\u00a0•*–-]*(?:\([a-z]{1,3}\)\s*)?(?:(?:From|For)\s+(?:the\s+)?[A-Z][^:\n]{2,60}:\s*)?(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)*")
_AN_ENTRY = re.compile(r"[ \t\u00a0•*–-]*(?:\([a-z]{1,3}\)\s*)?(?:[A-Z][^:\n]{2,60}:\s*)?(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)*[A-ZÀ-Ž][\w’'‑-]+(?:[^\S\n]+[\w’'‑.-]+){1,5}\s*\([A-Z][^\n()]{2,60}(?:\([^()]*\))?\)")
_SENTENCE = 600
_COUNTRY = re.compile(r"\s*\((?P<country>[^()\n]{2,60}(?:\([^()]*\))?)\)")
_AN_OFFICE = re.compile(r"\b(?:[Cc]hair|[Pp]resident|[Rr]apporteur|[Ss]ecretary|[Mm]ember)")
_NOT_PEOPLE = 120
"""A line without a name that is longer ends a list; a shorter one may be the name of a group of states."""
_THE_BUREAU = re.compile(
    r"\b(?:[Mm]embers\s+of\s+the\s+[Bb]ureau(?:\s+of\s+[^.:;]{3,160}?)?\s+(?:were|are)\s*:?\s+|[Bb]ureau(?:\s+of\s+[^.:;]{3,160}?)?\s+(?:(?:was|is)\s+(?:composed\s+of|comprised\s+of|constituted\s+by|made\s+up\s+of)|compris(?:ed|es)|consist(?:ed|s)\s+of)\s*:?\s+(?:,?\s*(?:besides|in\s+addition\s+to)\s+[^,.:;]{3,60},\s+)?(?:the\s+following\s+[^.:;]{3,60}:\s+)?|"
    r"(?:other\s+)?officers\s+of\s+[^.:;]{3,160}?:\s+|[Bb]ureau(?:\s+of\s+[^.:;]{3,160}?)?,?\s+(?:comprising|consisting\s+of)\s+)"
)
_A_LABEL = re.compile(r"(?:(?:Co|Vice)-)?(?:Chair\w*|President|Rapporteur)s?\s*[:–-]")
_TO_BUREAU = re.compile(r"(?:\s*\([^()]{2,60}\))?\s+(?:to\s+(?:serve\s+on|(?:be|serve\s+as)\s+members?\s+of)|to|as\s+(?:an?\s+)?(?:new\s+|alternate\s+)?members?\s+of)\s+(?:its|the)\s+[Bb]ureau\b(?P<of>\s+of\s+(?:the\s+)?)?")
_ELECTED = re.compile(r"\b(?:elect(?:ed|s)|appoint(?:ed|s))\b")
_ITS_OFFICE = re.compile(r"(?:\s*\([^()]{2,60}\)|,\s+[A-Z][\w ’'-]{2,30})?,?\s+(?:the\s+|as\s+|\()?(?P<office>(?:Vice-|Co-)?(?:Chair(?:person)?|President)|Rapporteur)\b")
_BUREAU = any_of("ureau", "officers of")
_FOLLOWING = any_of("following members", "following representatives", "following experts", "following persons")
_IN_A_ROW = re.compile(r"\b(?:[Ee]lect|[Aa]ppoint)(?:s|ed)\b[^:]{0,200}\bfollowing\b[^:]{0,60}\b(?:members|representatives|experts|persons)\b[^:]{0,200}:\s+(?=\S)")
_FROM_REGION = re.compile(r"(?:\A|[;,]\s+(?:and\s+)?|\band\s+)(?:[Ff]rom|[Ff]or|representing)\s+(?:the\s+)?(?:[Gg]roup\s+of\s+)?(?:African|Asia|Eastern|Western|Latin|GRULAC|WEOG|Arab)")


def rosters(reading: Reading) -> None:
    """State who is listed with an office or as a member."""
    for passage, sentence in reading.saying(_BUREAU):
        _bureau(reading, passage, sentence)
        _to_bureau(reading, passage, sentence)
    for passage, sentence in reading.saying(_FOLLOWING):
        _by_region(reading, passage, sentence)
    office, body, elsewhere, section = "", "", "", ""
    for passage in reading.paragraphs:
        office = office if passage.section == section and passage.kind == "unnumbered" else ""
        section = passage.section
        for line in lines(reading, passage):
            label = _LABEL.match(reading.text, line.start, line.end)
            other = _other_body(reading, line) if office else None
            if other:
                elsewhere = other.iri
            elif label:
                elsewhere = ""
                body = body if office else _announced(reading, passage, line.start)
                office = label["office"] if body else ""
                office = "Bureau members" if office.startswith("Member") and _is_of_bureau(reading, passage, line.start) else office
            elif not office and _ends_with_colon(reading, line) and _AN_ENTRY.match(reading.text, line.start, line.end):
                body = _announced(reading, passage, line.start)
                office = ("Bureau members" if _is_of_bureau(reading, passage, line.start) else "Members") if body else ""
            start = label.end() if label and not other else line.start
            people = reading.named(Span(start, line.end), {"Person"}) if office else []
            if office and not label and not other and not _goes_on(reading, line, people):
                office = ""
            for where, person in people if office and len(people) <= LONGEST_LIST else ():
                _listed(reading, passage, (where, person), "Chair" if elsewhere else office, elsewhere or body)


def _other_body(reading: Reading, line: Span) -> Entity | None:
    """ "Chair of the Subsidiary Body for Implementation" in a list of officers: of whom those on the lines below are the chair."""
    match = _CHAIR_OF.match(reading.text, line.start, line.end)
    named = reading.at(match.end(), line.end, BODIES | GROUPS) if match else None
    return named[1] if named else None


def _ends_with_colon(reading: Reading, line: Span) -> bool:
    """Tell whether a list without the word for an office begins here: "… elected the following members of the Board:" """
    before = reading.text[max(0, line.start - _SENTENCE) : line.start].rstrip()
    return before.endswith(":") and re.search(r"\bfollowing\b[^.:]*\b(?:members|representatives)\b|\b[Bb]ureau\b[^.:]*\bfollowing\b[^.:]*\b(?:[Vv]ice-(?:Presidents|Chairs|chairs|presidents)|officers|persons)\b|\bmembers\b[^.:]*\bfollowing\b", before[before.rfind(". ") + 1 :]) is not None


def _goes_on(reading: Reading, line: Span, people: list[tuple[Span, Entity]]) -> bool:
    """Tell whether a line is the next one of a list: it begins with a name, or is a short heading in it."""
    entry = _ENTRY.match(reading.text, line.start, line.end)
    if people:
        return (entry is not None and people[0][0].start == entry.end()) or _AN_ENTRY.match(reading.text, line.start, line.end) is not None
    words = line.of(reading.text)
    return len(words) < _NOT_PEOPLE and not words.rstrip().endswith(".") and not _AN_OFFICE.search(words)


def _announced(reading: Reading, passage: Passage, start: int) -> IRI:
    """Return the body whose officers are listed, by the sentence above the list; an empty string where it announces none."""
    before, above = Span(passage.body.start, start), passage
    if not before.of(reading.text).strip():
        index = reading.document.passages.index(passage)
        ahead = next((p for p in reversed(reading.document.passages[:index]) if p.kind in {"paragraph", "unnumbered"}), None)
        if ahead is None or ahead.section != passage.section:
            return ""
        before, above = ahead.body, ahead
    sentence = reading.sentence_in(before, before.end - 1)
    if not _ANNOUNCED.search(sentence.of(reading.text)):
        return ""
    for of in reversed(list(_OF.finditer(reading.text, sentence.start, sentence.end))):
        named = reading.at(of.end(), sentence.end, BODIES | GROUPS | {"TreatyMechanism", "Organization"})
        if named:
            return named[1].iri
        described = [e for w, e in groups_in_words(reading, above, sentence) if abs(w.start - of.end()) <= len("the ")]
        if described:
            return reading.keep(described[0])
    elects = electing(reading, sentence)
    named_ = reading.named(sentence, BODIES)
    return elects.iri if elects else meeting_body(reading) or (named_[0][1].iri if len({e.iri for _, e in named_}) == 1 else "")


def _is_of_bureau(reading: Reading, passage: Passage, start: int) -> bool:
    """Tell whether the members of a list are those of a bureau: officers."""
    before = reading.text[max(0, start - 500, passage.span.start - 500) : start]
    return "ureau" in before[max(before.rfind(". "), before.rfind(";\n"), before.rfind(".\n")) + 1 :]


def _listed(reading: Reading, passage: Passage, named: tuple[Span, Entity], office: str, body: IRI) -> None:
    where = named[0]
    if not _COUNTRY.match(reading.text, where.end, passage.body.end):
        return
    role = "member" if "ember" in office and "Other" not in office and "ureau" not in office else "officer" if office.startswith(("Other", "Alternate", "Bureau", "Members of the B")) else role_of_office(office)
    _state(reading, passage, named, role, body, where)


def _bureau(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the members of the Bureau were: Ms. A (Chad), Chair; Mr. B (Peru); and Ms. C (Fiji)" """
    match = _THE_BUREAU.search(reading.text, sentence.start, sentence.end)
    people = reading.named(Span(match.end(), sentence.end), {"Person"}) if match and not _A_LABEL.match(reading.text, match.end()) else []
    of = _OF.search(reading.text, match.start(), match.end()) if match else None
    body = reading.at(of.end(), sentence.end, BODIES) if of else None
    target = body[1].iri if body else meeting_body(reading)
    for where, person in people if target and len(people) <= LONGEST_LIST else ():
        own = _ITS_OFFICE.match(reading.text, where.end, sentence.end)
        _state(reading, passage, (where, person), role_of_office(own["office"]) if own else "officer", target, Span(match.start(), where.end))  # type: ignore[union-attr]


def _to_bureau(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The Subsidiary Body elected Ms. A (Chad) and Mr. B (Peru) to the Bureau" """
    people = reading.named(sentence, {"Person"})
    for number, (where, _) in enumerate(people):
        match = _TO_BUREAU.match(reading.text, where.end, sentence.end)
        verb = _ELECTED.search(reading.text, sentence.start, where.start) if match else None
        if not match or not verb:
            continue
        body = reading.at(match.end(), sentence.end, BODIES) if match["of"] else None
        elects = electing(reading, sentence)
        target = body[1].iri if body else elects.iri if elects else meeting_body(reading)
        for named in [p for p in people[: number + 1] if p[0].start > verb.end()] if target else ():
            _state(reading, passage, named, "officer", target, Span(named[0].start, match.end()))


def _by_region(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Elects the following members of the Committee: from African States, Ms. A (Chad); from Asia-Pacific States, Mr. B (Fiji)" """
    match = _IN_A_ROW.search(reading.text, sentence.start, sentence.end)
    row = reading.text[match.end() : sentence.end] if match else ""
    body = _announced(reading, passage, match.end()) if match and len(_FROM_REGION.findall(row)) > 1 else ""
    people = reading.named(Span(match.end(), sentence.end), {"Person"}) if match and body else []
    of_bureau = match is not None and "ureau" in match[0]
    for named in people if len(people) <= LONGEST_LIST else ():
        _listed(reading, passage, named, "Bureau members" if of_bureau else "Members", body)


def _state(reading: Reading, passage: Passage, named: tuple[Span, Entity], role: str, target: IRI, span: Span) -> None:
    person = named[1].iri
    if not any(isinstance(r, Role) and r.agent == person and r.role == role and r.target == target for r in reading.said_in(passage.id)):
        reading.state(Role(reading.evidence(passage, span), person, role, target))
