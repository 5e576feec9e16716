"""Persons without an address, in a row or with a line each, where a whole list says that they are persons: who came, who are the members.

> ### Attendees ⏎ Ana Water, Ben Stone, Cy Hill  ·  The current Board members are: ⏎ - Ana Water (AW), Pond Office (PO) - Chairperson
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.listing import lines
from kg.extract.own_meeting import own_meeting
from kg.extract.prose import deciding_body
from kg.extract.reading import AGENTS, BODIES, GROUPS
from kg.extract.registers import REGISTER
from kg.model import Participation, Role, Span
from kg.text_came import NO_PERSON

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

_PART = r"(?:[A-ZÀ-Ž](?!\w*[A-Z]{2})[\w’'‑-]+|[A-ZÀ-Ž]\.)"
_BINDER = r"(?:(?:[Dd]e|da|do|dos|du|del|della|der|den|[Vv]an|von|bin|ben|al|el|la|le|di|ter)[ \u00a0])"
_NAME = rf"{_PART}(?:[ \u00a0]{_BINDER}{{0,2}}{_PART}){{1,3}}"
_IN_BRACKETS = r"(?:[ \u00a0]*\([ ]?(?:[A-Z][A-Za-z]{0,4}|(?:[Vv]ice-|[Cc]o-)?[Cc]hair(?:person)?|[Rr]emote(?:ly)?|[Oo]nline|[Vv]irtual(?:ly)?)[ ]?\))"
_ONE = rf"{_NAME}{_IN_BRACKETS}{{0,3}}"
_MARK = r"[ \t*•·–-]*"
_ROW = re.compile(rf"{_MARK}(?P<names>{_ONE}(?:(?:,[ ]|,?[ ]and[ ]|[ ]&[ ]|;[ ]){_ONE}){{2,}})")
_WHOLE = re.compile(r"[.,;]?\s*")
_JOINED = re.compile(
    r"\s+(?:(?:all|also|both|had)\s+)*(?:joined|attended|participated\s+in|took\s+part\s+in|were\s+present\s+(?:at|in)|(?:dial(?:l)?ed|connected)\s+in(?:to|\s+to))\s+(?:the|this)\s+(?:\w+\s+)?(?:meeting|session|call|workshop)\b"
)
_EACH = re.compile(rf"(?P<name>{_NAME}){_IN_BRACKETS}{{0,3}}")
_AS_CHAIR = re.compile(r"\(\s?(?P<office>(?:[Vv]ice-|[Cc]o-)?[Cc]hair(?:person)?)\s?\)")
_FEWEST = 3
_LINE = re.compile(
    rf"{_MARK}(?P<name>{_NAME})(?P<beside>(?:[ \u00a0]*\([^()\n]{{1,40}}\)){{0,2}})(?:,[ ]+(?P<of>[^,;:\n]{{2,90}}?(?:[ ]*[(\[][^()\[\]\n]{{1,20}}[)\]])?(?:,[ ][A-Z][\w ]{{2,30}}?)?))?(?:[ ]+[–—-][ ]+(?P<office>[^\n]{{2,80}}?))?[.;,]?[ \t]*"
)
"""A line for each: "Ana Water (AW), Pond Office [PO] - Vice-Chair"."""
_OFFICE = re.compile(r"(?:[\w ’'-]{2,60}:[ ]+)?(?:the[ ]+)?(?P<office>(?:vice[ -]|deputy[ ]+|co-)?chair(?:person|man|woman)?)(?:[ ]+of[ ]+the[ ]+(?:board|committee|council|group|panel|team))?", re.IGNORECASE)
_SITS = r"(?:Board|Committee|Council|Bureau|Commission|Panel|(?:Steering|Working|Advisory|Expert)[ ]+Group|Task[ ]+(?:Team|Force)|Group)"
_MEMBERS = re.compile(
    rf"[ \t#*]*(?:The[ ]+)?(?:(?:current|present|new|newly[ ]+elected)[ ]+)*(?:(?P<body>(?:[A-Z][\w-]*[ ]+){{0,6}}{_SITS})(?:[’']s)?[ ]+members(?:hip)?|members(?:hip)?[ ]+of[ ]+the[ ]+(?P<body2>(?:[A-Z][\w-]*[ ]+){{0,6}}{_SITS}(?:[ ]+(?:on|for)[ ][^\n:]{{3,80}})?))(?P<are>[ ]+(?:are|were)(?:[ ]+as[ ]+follows)?)?[ \t*]*(?P<colon>:?)[ \t*]*",
    re.IGNORECASE,
)
"""What announces the members: "Members of the Pond Board", "The current Board members are:"."""
_ROLES = {"chair": "chair", "co-chair": "co-chair"}
_WORDS = ("ttended", "articipated", "present", "oined", "onnected", "took part", "dialled", "dialed", "embers")


def name_rows(reading: Reading) -> None:
    """State who came, or is a member, where a list of names alone tells that they are persons."""
    came = member_of = None
    for passage in reading.document.passages:
        if passage.kind == "heading":
            words = passage.body.of(reading.text).strip()
            came = own_meeting(reading) if REGISTER.fullmatch(words) else None
            member_of = _announced(reading, words)
            continue
        if passage.kind not in {"unnumbered", "paragraph"}:
            came = member_of = None
            continue
        if not (came or member_of or reading.says(passage.span, *_WORDS)):
            continue
        printed = list(lines(reading, passage))
        below = _announced(reading, printed[0].of(reading.text).strip(), colon=True) if printed else None
        if below or member_of:
            _members(reading, passage, printed[1 if below else 0 :], (below or member_of).iri)  # type: ignore[union-attr]
        elif came:
            _came(reading, passage, printed, came)
        else:
            _joined(reading, passage, printed)


def _announced(reading: Reading, words: str, *, colon: bool = False) -> Entity | None:
    """Return the body whose members are listed below some words: one that is named there, or the one that meets."""
    match = _MEMBERS.fullmatch(words)
    if match is None or (colon and not match["colon"]):
        return None
    name = " ".join((match["body"] or match["body2"]).split())
    found = {e.iri: e for e in reading.entities.values() if e.kind in BODIES | GROUPS and name.casefold() in {e.label.casefold(), *(n.casefold() for n in e.names)}}
    body = reading.entities.get(deciding_body(reading) or "")
    own = body if body and (body.label.casefold() == name.casefold() or (" " not in name and name.casefold() in body.label.casefold().split())) else None
    return own or (next(iter(found.values())) if len(found) == 1 else None)


def _are_persons(reading: Reading, names: list[Span]) -> bool:
    """Tell names of persons: none of them has a word that only organizations have, or is known as something else."""
    return not any(NO_PERSON.search(name.of(reading.text)) or reading.named(name, AGENTS | BODIES | GROUPS | {"State"}) for name in names)


def _person(reading: Reading, passage: Passage, name: Span) -> IRI:
    known = next((e for w, e in reading.named(name, {"Person"}) if w.end == name.end), None)
    return known.iri if known else reading.mint("Person", "person", " ".join(name.of(reading.text).split()), reading.evidence(passage, name))


def _came(reading: Reading, passage: Passage, printed: list[Span], meeting: Entity) -> None:
    """ "### Attendees ⏎ Ana Water, Ben Stone and Cy Hill", or a line for each"""
    rows = [match for line in printed if (match := _ROW.match(reading.text, *line)) and _WHOLE.fullmatch(reading.text, match.end(), line.end)]
    if rows and len(rows) == len(printed):
        for row in rows:
            _row(reading, passage, row, meeting)
        return
    listed = _with_lines(reading, printed)
    for match, name in listed:
        person, words, at = _person(reading, passage, name), match["of"] or "", match.start("of")
        if not _said(reading, person, meeting.iri):
            reading.keep(meeting)
            evidence = reading.evidence(passage, Span(name.start, match.end()))
            agency = next((e.iri for _, e in reading.named(Span(at, match.end("of")), AGENTS)), None) if words else None
            reading.state(Participation(evidence, person, meeting.iri, " ".join(words.split()), agency) if words else Role(evidence, person, "participant", meeting.iri))


def _joined(reading: Reading, passage: Passage, printed: list[Span]) -> None:
    """ "*Ana Water (AW) (Chair), Ben Stone (BS) and Cy Hill (CH) joined the meeting* remotely." """
    for line in printed:
        match = _ROW.match(reading.text, *line)
        meeting = own_meeting(reading) if match and _JOINED.match(reading.text, match.end(), line.end) else None
        if match and meeting:
            _row(reading, passage, match, meeting)


def _row(reading: Reading, passage: Passage, row: re.Match[str], meeting: Entity) -> None:
    each = list(_EACH.finditer(reading.text, *row.span("names")))
    if not _are_persons(reading, [Span(*match.span("name")) for match in each]):
        return
    for match in each:
        person = _person(reading, passage, Span(*match.span("name")))
        evidence = reading.evidence(passage, Span(*match.span()))
        reading.keep(meeting)
        if not _said(reading, person, meeting.iri):
            reading.state(Role(evidence, person, "participant", meeting.iri))
        chair = _AS_CHAIR.search(match[0])
        if chair:
            reading.state(Role(evidence, person, _ROLES.get(chair["office"].casefold().removesuffix("person"), "officer"), meeting.iri))


def _with_lines(reading: Reading, printed: list[Span]) -> list[tuple[re.Match[str], Span]]:
    """Return what each line says of a person, where all do, and most say more than the name."""
    found = [match for line in printed if (match := _LINE.fullmatch(reading.text, *line))]
    more = sum(bool(match["of"] or match["office"]) for match in found)
    names = [Span(*match.span("name")) for match in found]
    whole = len(found) == len(printed) >= _FEWEST and more * 2 > len(found) and _are_persons(reading, names)
    return list(zip(found, names, strict=True)) if whole else []


def _members(reading: Reading, passage: Passage, printed: list[Span], body: IRI) -> None:
    """ "Members of the Pond Board ⏎ - *Ana Water, Pond Office - Chairperson*" """
    for match, name in _with_lines(reading, printed):
        person, evidence = _person(reading, passage, name), reading.evidence(passage, Span(name.start, match.end()))
        roles = {r.role for r in reading.said_in(passage.id) if isinstance(r, Role) and r.agent == person and r.target == body}
        office = _OFFICE.fullmatch(match["office"] or "")
        role = _ROLES.get(re.sub(r"(?:person|man|woman)\Z", "", office["office"].casefold()), "officer") if office else ""
        for one in ("member", role):
            if one and one not in roles:
                reading.state(Role(evidence, person, one, body))


def _said(reading: Reading, person: IRI, meeting: IRI) -> bool:
    """Tell whether somebody is known to have come."""
    return any(
        (isinstance(s, Participation) and s.person == person and s.meeting == meeting) or (isinstance(s, Role) and (s.agent, s.role, s.target) == (person, "participant", meeting)) for s in reading.items
    )
