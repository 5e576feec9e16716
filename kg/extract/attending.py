"""Who took part in a meeting, where it is told who attended: "The meeting was attended by representatives of A, B and C"."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from kg.extract.meetings import REPORTS
from kg.extract.naming import groups_in_words
from kg.extract.reading import AGENTS, EVENTS
from kg.extract.speakers import whole_names
from kg.model import Participation, Role, Span
from kg.text import FUNCTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

_MEETING = r"(?:meeting|session|segment|workshop|dialogue|seminar|webinar|symposium|conference|forum|consultation|event|round\s?table|gathering)"
_THE_MEETING = rf"(?:the|this|its)\s+(?:[\w-]+\s+){{0,3}}{_MEETING}\b"
_AFTER = re.compile(
    r"\b(?:was|were)\s+(?:also\s+|well\s+)?attended\s+(?:(?:virtually|online|remotely|in\s+person)\s+)?by\b"
    rf"|\b(?:[Pp]articipants|[Aa]ttendees|[Tt]hose\s+(?:present|attending|in\s+attendance))(?:\s+(?:in|at)\s+{_THE_MEETING})?\s+(?:also\s+)?(?:included|were\s+from|came\s+from)\b"
    r"|\b(?:[Aa]lso\s+(?:present|attending|in\s+attendance|represented|participating)|[Ii]n\s+attendance|[Pp]resent)\s+(?:at\s+the\s+meeting\s+)?(?:were|was)\b"
)
"""What comes before those who took part …"""
_BEFORE = re.compile(
    rf"\s+(?:also\s+|both\s+)*(?:attended|participated\s+in|took\s+part\s+in)\s+{_THE_MEETING}|\s+(?:(?:were|was)\s+)?(?:also\s+)?participated\s+as\s+observers\b"
    rf"|\s+(?:were|was)\s+(?:also\s+)?represented(?:\s+(?:at|in)\s+{_THE_MEETING}|\s+(?:as|by)\s+observers?)?(?=\s*[.:;,]|\s+as\b|\Z)|\s+(?:were|was)\s+(?:also\s+)?(?:present|in\s+attendance)(?:\s+at\s+{_THE_MEETING})?(?=\s*[.:;,]|\s+as\b|\Z)"
)
"""… and what after them, or after the words for a list of them that follows."""
_FOLLOWING = re.compile(r"\bfollowing\b")
_UNSURE = re.compile(r"\b(?:not|unable|could|should|would|will|may|might|invit\w+|request\w*|encourag\w+|wish\w*|hop\w+|propos\w+|agreed\s+that|decid\w+|previous|last|apolog\w+)\b", re.IGNORECASE)
_SOMEBODY = re.compile(rf"\b(?:{FUNCTION}|(?:Vice-)?(?:Minister|President|Chair)|Ambassador|Under-Secretary|Commissioner|Mayor|Governor|Officer|Professor|Adviser|Senator)\b")
_PART = re.compile(r"[,;:(]\s|\band\s")
_ITEM = re.compile(r"\s*(?:[-–•*]|\([a-z]{1,3}\))\s")
_BRACKET = re.compile(r"\s*\((?P<printed>[^()]{2,120})\)")
_TOPIC = re.compile(r"\b(?:where|who\s+(?:discussed|met|agreed|considered)|to\s+(?:discuss|consider|review|share|exchange|agree)|and\s+(?:discussed|considered|reviewed|focused|addressed|adopted|agreed|was\s+\w+ed|\w+ed\s+(?:the|on|to))|with\s+the\s+aim|in\s+order)\b")
_LONG_ENOUGH = len("IMO")


def attending(reading: Reading) -> None:
    """State the organizations, states and people that attended a meeting."""
    for passage, sentence in reading.sentences("paragraph", "unnumbered"):
        if reading.says(sentence, "attend", "represented", "articipa", "resent w", "resent at", "took part"):
            for heard, at in _heard(reading, passage, sentence):
                meeting = _meeting(reading, passage, sentence, at)
                if meeting and not _UNSURE.search(reading.text, sentence.start, at):
                    _took_part(reading, heard, meeting)


def _heard(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[list[tuple[Passage, Span]], int]]:
    """Yield where those who attended are named, by passage, and where the words for that stand."""
    after = _AFTER.search(reading.text, sentence.start, sentence.end)
    if after:
        yield _listed(reading, passage, Span(after.end(), sentence.end)), after.start()
        return
    for before in _BEFORE.finditer(reading.text, sentence.start, sentence.end):
        colon = reading.text.find(":", before.end(), sentence.end)
        if colon >= 0 and _FOLLOWING.search(reading.text, sentence.start, before.start()):
            yield _listed(reading, passage, Span(colon, sentence.end)), before.start()
        elif not _FOLLOWING.search(reading.text, sentence.start, before.start()):
            yield [(passage, Span(sentence.start, before.start()))], before.start()
        return


def _listed(reading: Reading, passage: Passage, words: Span) -> list[tuple[Passage, Span]]:
    """Return some words and, where they end with a colon, the items below them."""
    if not words.of(reading.text).rstrip().endswith(":") and ":\n" not in words.of(reading.text):
        stop = _TOPIC.search(reading.text, words.start, words.end)
        return [(passage, Span(words.start, stop.start() if stop else words.end))]
    later = reading.document.passages[reading.document.passages.index(passage) + 1 :]
    items = takewhile(lambda p: p.kind == "unnumbered" and p.section == passage.section and _is_item(reading, p), later)
    return [(passage, Span(words.start, passage.body.end)), *((item, item.body) for item in items)]


def _is_item(reading: Reading, passage: Passage) -> bool:
    """Tell whether a passage is one line of a list of those who attended."""
    named = reading.named(passage.body, AGENTS | {"State"})
    first = named[0][0].start if named else passage.body.end
    return _ITEM.match(reading.text, passage.body.start, passage.body.end) is not None or not reading.text[passage.body.start : first].strip(" \tTthe")


def _meeting(reading: Reading, passage: Passage, sentence: Span, at: int) -> IRI:
    """Return what was attended: the event that is named or described before, else the meeting of a report."""
    named = {e.iri: e for _, e in reading.named(sentence, EVENTS) if e.kind != "Segment"}
    if reading.meeting in named:
        return reading.meeting
    described = [e for where, e in groups_in_words(reading, passage, sentence) if e.kind == "Event" and where.end <= at]
    if described or len(named) == 1:
        return reading.keep(described[0] if described else next(iter(named.values())))
    return reading.meeting if not named and reading.document.family in REPORTS else ""


def _took_part(reading: Reading, heard: list[tuple[Passage, Span]], meeting: IRI) -> None:
    known: set[IRI] = set()
    for passage, words in heard:
        people = reading.named(words, {"Person"})
        for where, person in people:
            bracket = _BRACKET.match(reading.text, where.end, words.end)
            evidence = reading.evidence(passage, where)
            if bracket:
                of = next((e.iri for _, e in reading.named(Span(*bracket.span("printed")), AGENTS | {"State"})), None)
                reading.state(Participation(evidence, person.iri, meeting, " ".join(bracket["printed"].split()), of))
            else:
                reading.state(Role(evidence, person.iri, "participant", meeting))
        for where, agent in whole_names(reading, words):
            if agent.iri not in known and not _is_of_somebody(reading, words, where) and not _is_short(where):
                known.add(agent.iri)
                reading.state(Role(reading.evidence(passage, where), agent.iri, "participant", meeting))


def _is_short(where: Span) -> bool:
    return where.end - where.start < _LONG_ENOUGH - 1


def _is_of_somebody(reading: Reading, words: Span, where: Span) -> bool:
    """Tell "Ms. A, Minister of Ponds of *Chad*": where somebody has an office."""
    cut = [m.end() for m in _PART.finditer(reading.text, words.start, where.start)]
    return _SOMEBODY.search(reading.text, cut[-1] if cut else words.start, where.start) is not None
