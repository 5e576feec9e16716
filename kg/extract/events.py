"""When and where events take place, what they are part of, what they are about."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from kg.extract.meetings import REPORTS, state_time
from kg.extract.reading import EVENTS
from kg.model import Entity, Fact, Span, Value
from kg.text import Dates, find_dates, find_times

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

_WHEN = re.compile(
    r"[\s,|(]*(?:(?:which|that|to\s+be|is|was|were|will\s+be|has\s+been|and)\s+)*(?:also\s+)?(?:held|taking\s+place|took\s+place|takes?\s+place|convened|"
    r"scheduled|planned|organized|opened)?(?:\s+(?:as|in|at)\s+(?:an?\s+)?[^,.;]{2,40}?)?[\s,]*(?:on|for|in|from|between|during)?\s*(?:the\s+)?\Z"
)
_OF_A_REPORT = r"(?:\s*\([A-Z][\w-]*\))?(?:\s+(?:on|at)\s+its\s+(?:resumed\s+)?[\w-]+\s+(?:session|meeting))?"
"""Report of the SBI (SBI) *on its sixtieth session*, held in …"""
_SOMEWHERE = r"\s+(?:in|at)\s+(?:the\s+)?(?:headquarters\s+of\s+(?:the\s+)?)?[A-ZÀ-Ž][\w’'&-]*(?:,?\s+(?:(?:of|and|for|de|in|the|at)\s+){0,2}\(?[A-ZÀ-Ž][\w’'&-]*\)?){0,14}"
_HELD_SOMEWHERE = re.compile(rf"{_OF_A_REPORT},?\s+(?:(?:was|were)\s+)?(?:held|convened|opened|took\s+place){_SOMEWHERE},?\s+(?:(?:from|on)\s+)?\Z")
"""… at a venue, in a city, in a country."""
_PLACE_NAME = r"(?P<place>[A-ZÀ-Ž][\w’'-]+(?:\s+(?:de|la|el|of|and)?\s*[A-ZÀ-Ž][\w’'-]+){0,3}(?:,\s+[A-ZÀ-Ž][a-z]+(?:\s+(?:of\s+|and\s+)?[A-Z][a-z]+){0,3})?)"
_WHERE = re.compile(
    rf"{_OF_A_REPORT},?\s+(?:(?:was|were)\s+)?(?:held|convened|took\s+place)(?:\s+at\s+(?:the\s+)?(?:[A-Z]|headquarters\s)[^.;]{{3,120}}?)?\s+in\s+{_PLACE_NAME.replace('?P<place>', '?P<city>')}"
    rf"|(?:\s*[,(]?\s*(?:which\s+)?(?:(?:was|is|were|will\s+be|to\s+be)\s+)?(?:held|convened|taking\s+place|took\s+place))?\s+in\s+{_PLACE_NAME}"
    rf"|\s+(?:space|premises)?\s*at\s+\*{_PLACE_NAME.replace('?P<place>', '?P<venue>')}\*"
)
_PART = re.compile(r"\s*(?:space\s+)?(?:,\s+)?(?:planned\s+|organized\s+|held\s+|scheduled\s+)?(?:for|at|during|(?:in|on)\s+the\s+(?:margins|sidelines)\s+of)\s+(?:the\s+)?\Z")
_AROUND = re.compile(r"\b(?:planned|organized|scheduled)\s+(?:around|for|at)\s+(?:the\s+)?\Z")
_INCLUDING = re.compile(r"\s*(?:\([^)]*\))?,?\s+including\b[^.]*")
_THEME = re.compile(r"[Tt](?<!\w.)heme\s+of\s+(?:the\s+)?")
_ITALIC = re.compile(r"\*(?P<theme>[^*\n]{5,250})\*|[\"“](?P<quoted>[^\"”\n]{5,250})[\"”]")
_OPENED = re.compile(r"\bopened\b")
_NOT_PLACES = frozenset("January February March April May June July August September October November December The This".split())
_OWNER = re.compile(r"\A\)?(?:\s*\([^)]{1,30}\))?(?:\s+of\s+the\s+(?:[A-Z][\w-]*\s*)+)?(?:\([^)]{1,12}\))?")
_NEAR = 110


def events(reading: Reading) -> None:
    """State the dates, places, themes and enclosing events of the events that are named."""
    for passage, sentence in reading.sentences("header", "heading", "paragraph", "unnumbered", "action"):
        named = reading.named(sentence, EVENTS)
        if named:
            _dates(reading, passage, sentence, named)
            _places(reading, passage, named)
            _parts(reading, passage, named)
            _themes(reading, passage, sentence)
    _segments_in_order(reading)


def _subject(reading: Reading, named: list[tuple[Span, Entity]], position: int) -> tuple[Span, Entity] | None:
    """Return the event that a date after it belongs to, with the span of its whole name.

    Of "the Segment *of* the Meeting" it is the segment.
    """
    before = [pair for pair in named if pair[0].end <= position]
    if not before:
        return None
    last = before[-1]
    for where, entity in reversed(before[:-1]):
        joint = reading.text[where.end : last[0].start]
        if entity.kind == "Segment" and re.fullmatch(r"\s+of\s+(?:the\s+)?(?:[^,.;]{0,120}\()?", joint):
            return Span(where.start, last[0].end), entity
    return last


def _innermost(named: list[tuple[Span, Entity]]) -> list[tuple[Span, Entity]]:
    """Leave out events whose name stands inside a longer one; they come in reading order, longer ones first."""
    kept: list[tuple[Span, Entity]] = []
    furthest = before = -1
    for where, event in named:
        if not kept or where != kept[-1][0]:
            before = furthest
        if where.end > before:
            kept.append((where, event))
        furthest = max(furthest, where.end)
    return kept


def _dates(reading: Reading, passage: Passage, sentence: Span, named: list[tuple[Span, Entity]]) -> None:
    for dates in find_dates(reading.text, sentence):
        found = _subject(reading, _innermost(named), dates.span.start)
        if found is None or (found[1].kind == "COPSession" and reading.document.family not in REPORTS):
            continue
        where, event = found
        gap = reading.text[where.end : dates.span.start]
        owner = _OWNER.sub("", gap)
        if dates.span.start - where.end <= _NEAR * 2 and (_WHEN.match(gap) or _WHEN.match(owner) or _HELD_SOMEWHERE.fullmatch(gap)):
            _state_dates(reading, passage, Span(where.start, dates.span.end), event.iri, dates, opened=_OPENED.search(gap) is not None)
            _state_times(reading, passage, sentence, event, dates)


def _state_dates(reading: Reading, passage: Passage, span: Span, event: IRI, dates: Dates, *, opened: bool) -> None:
    """State when an event began and ended; whatever "was opened on" a day ended on another."""
    evidence = reading.evidence(passage, span)
    reading.state(Fact(evidence, event, "schema:startDate", dates.start))
    if not opened:
        reading.state(Fact(evidence, event, "schema:endDate", dates.end))


def _state_times(reading: Reading, passage: Passage, sentence: Span, event: Entity, dates: Dates) -> None:
    """ "… 15 December 2022, from 15:30-17:00 local time": times right after the date."""
    for span, start, end in find_times(reading.text, Span(dates.span.end, min(sentence.end, dates.span.end + 40))):
        if re.fullmatch(r"[\s,(]*(?:from|at)?\s*", reading.text[dates.span.end : span.start]):
            said = Span(dates.span.start, span.end)
            state_time(reading, passage, said, event.iri, "uneg:openingTime", start)
            if end:
                state_time(reading, passage, said, event.iri, "uneg:closingTime", end)
        return


def _places(reading: Reading, passage: Passage, named: list[tuple[Span, Entity]]) -> None:
    for where, event in _innermost(named):
        match = _WHERE.match(reading.printed, where.end, passage.body.end)
        if not match:
            continue
        place = match["city"] or match["place"] or match["venue"]
        if place.split()[0] not in _NOT_PLACES and all(e.kind == "State" for _, e in reading.named(Span(match.end() - len(place), match.end()))):
            evidence = reading.evidence(passage, Span(where.start, match.end()))
            reading.state(Fact(evidence, event.iri, "schema:location", Value(place)))
            _place_of_part(reading, passage, named, where, match.end(), place)


def _place_of_part(reading: Reading, passage: Passage, named: list[tuple[Span, Entity]], whole: Span, end: int, place: str) -> None:
    """ "the Dialogue planned for COP15 in Montreal" takes place there too."""
    for where, event in named:
        if event.kind == "Event" and where.end <= whole.start and _PART.match(reading.text[where.end : whole.start]):
            reading.state(Fact(reading.evidence(passage, Span(where.start, end)), event.iri, "schema:location", Value(place)))


def _parts(reading: Reading, passage: Passage, named: list[tuple[Span, Entity]]) -> None:
    events_only = [p for p in _innermost(named) if p[1].kind != "Segment"]
    for (where, event), (next_where, whole) in itertools.pairwise(events_only):
        gap = reading.text[where.end : next_where.start]
        if event.kind == "Event" and whole.kind in {"COPSession", "Meeting"} and _PART.match(gap):
            evidence = reading.evidence(passage, Span(where.start, next_where.end))
            reading.state(Fact(evidence, event.iri, "schema:superEvent", whole.iri))
    for where, whole in events_only:
        if whole.kind == "COPSession" and _AROUND.search(reading.text, max(0, where.start - 40), where.start):
            listed = _INCLUDING.match(reading.text, where.end)
            for inner, event in reading.named(Span(*listed.span()), {"Event"}) if listed else []:
                evidence = reading.evidence(passage, Span(where.start, inner.end))
                reading.state(Fact(evidence, event.iri, "schema:superEvent", whole.iri))


def _themes(reading: Reading, passage: Passage, sentence: Span) -> None:
    for match in _THEME.finditer(reading.text, sentence.start, sentence.end):
        event = reading.at(match.end(), sentence.end, EVENTS)
        theme = _ITALIC.search(reading.printed, match.end(), sentence.end)
        if event and theme:
            evidence = reading.evidence(passage, Span(match.start(), theme.end()))
            reading.state(Fact(evidence, event[1].iri, "uneg:theme", Value(theme["theme"] or theme["quoted"])))


def _segments_in_order(reading: Reading) -> None:
    """Two dated segments of one meeting follow each other."""
    starts = [
        (item.object.text, item)
        for item in reading.items
        if isinstance(item, Fact) and item.predicate == "schema:startDate" and isinstance(item.object, Value)
        and reading.entities[item.subject].kind == "Segment"
    ]  # fmt: skip
    ordered = sorted({(text, item.subject): item for text, item in starts}.items())
    for ((early, one), _), ((late, other), item) in itertools.pairwise(ordered):
        if one != other and early < late:
            reading.state(Fact(item.evidence, one, "uneg:nextSegment", other))
