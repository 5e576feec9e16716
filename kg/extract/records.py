"""The officers in the first lines of a record, above what was said: "Chair: Chad (A. Hill) / Secretariat: FAO / Rapporteurs: B. Stone"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.listing import lines, listed, role_of_label, state_listed
from kg.model import Span
from kg.text import ORDINAL

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_LABEL = re.compile(r"[ \t*•-]*(?P<label>(?:(?:Co|Vice)[-‐‑–\s]?)?(?:Chair(?:man|woman|person|men)?|President)s?|Rapporteurs?|Secretariat|Moderators?|Facilitators?)\**\s*(?::\**|\t)[ \t]*")
_OF_PERSON = re.compile(r"\s*\((?P<name>[^()\n]{4,60})\)")
_MEETING = re.compile(rf"(?:REPORT\s+OF\s+THE\s+|Report\s+of\s+the\s+|Summary\s+record\s+of\s+the\s+)?(?:The\s+)?(?P<name>(?:{ORDINAL})\s+(?:[\w-]+\s+){{0,3}}(?:meeting|session)\s+of\s+the\s+[A-Z][^\n.;:,(]{{3,140}})", re.IGNORECASE)
_FIRST = 3000
"""As far down the officers of a record may stand."""
_BODY_KINDS = frozenset({"header", "heading", "unnumbered"})


def records(reading: Reading) -> None:
    """State the officers that stand in two or more lines with labels before the first paragraph."""
    for passage in reading.document.passages:
        if passage.kind not in _BODY_KINDS or passage.span.start > _FIRST:
            return
        labels = [(line, match) for line in lines(reading, passage) if (match := _LABEL.match(reading.text, line.start, line.end))]
        target = _sitting(reading, passage, labels[0][0].start) if len({match["label"] for _, match in labels}) > 1 else None
        for line, match in labels if target else ():
            _line(reading, passage, line, match, target)  # type: ignore[arg-type]
        if labels:
            return


def _line(reading: Reading, passage: Passage, line: Span, match: re.Match[str], target: Entity) -> None:
    """ "Chair: *Chad (A. Hill)*": of a country, and who speaks for it"""
    role = "secretariat" if match["label"] == "Secretariat" else role_of_label(match["label"])
    who = listed(reading, Span(match.end(), line.end))
    state_listed(reading, passage, who, role, target, line.start, co=match["label"].startswith("Co"))
    for one in who if role in {"chair", "officer"} else ():
        bracket = _OF_PERSON.match(reading.text, one.where.end, line.end)
        person = reading.at(bracket.start("name"), bracket.end("name"), {"Person"}, article=False) if bracket and one.entity.kind == "State" else None
        if person:
            state_listed(reading, passage, [one._replace(where=person[0], entity=person[1])], role, target, line.start)


def _sitting(reading: Reading, passage: Passage, before: int) -> Entity | None:
    """Return the meeting that a record is of, known or by its title above."""
    known = reading.entities.get(reading.meeting)
    title = None if known else next((m for p in reading.document.passages if p.span.start < before for line in lines(reading, p) if line.end <= before and (m := _MEETING.fullmatch(reading.text, line.start, line.end))), None)
    if title:
        where = Span(*title.span("name"))
        return reading.draft("Event", "event", title["name"], reading.evidence(passage, where))
    return known
