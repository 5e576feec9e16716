"""What an event is called that has no name but its words: short forms in them are written out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.naming import in_full
from kg.extract.reading import AGENTS, BODIES
from kg.text import fold

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage, Span


def event_meant(reading: Reading, passage: Passage, span: Span) -> tuple[Span, Entity]:
    """Return the event that some words mean; short forms in them are written out in its label."""
    label = ""
    position = span.start
    for where, entity in reading.named(span):
        if where.start >= position and _is_short(entity, where.of(reading.text)):
            label += reading.text[position : where.start] + entity.label
            position = where.end
    label += reading.text[position : span.end]
    return event_label(reading, passage, span, label)


def event_label(reading: Reading, passage: Passage, span: Span, label: str) -> tuple[Span, Entity]:
    """Return the event that has some words as its label."""
    label = in_full(reading, passage, re.sub(r"\A(?:the|an?)\s+|\s+respectively\b", "", label), span.start)
    return span, reading.entities[reading.mint("Event", "event", label, reading.evidence(passage, span))]


def _is_short(entity: Entity, words: str) -> bool:
    """Tell whether some words are only a short form of a body: "Board of the Fund"."""
    known = {fold(form) for form in forms(entity)}
    return entity.kind in AGENTS | BODIES and fold(words) not in known and not words.isupper()


def forms(entity: Entity) -> tuple[str, ...]:
    """Return what something is called."""
    return tuple(form for form in (entity.label, entity.acronym, *entity.names, *entity.exact) if form)
