"""Decisions told in the prose of a meeting report: "The SBI agreed to …", "The Plenary adopted …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.decisions import base_verb, effects_of
from kg.extract.operative import ancestors
from kg.extract.reading import BODIES
from kg.extract.verbs import PAST
from kg.model import Decision, Effect, Span
from kg.text import fold, sentences

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

_MORE = r"(?:(?:also|further|then|subsequently|thereafter|again|jointly|unanimously|provisionally)\s+)*"
_VERB = re.compile(rf"\s*(?:,\s+(?:in|at|on|under|following|acting|having|recalling|with)\b[^,]{{3,140}},)?\s+{_MORE}(?:considered\s+and\s+)?(?P<verb>{'|'.join(PAST)})\b")
_AND = re.compile(rf"(?:,\s+|\s+and\s+|,\s+and\s+){_MORE}(?P<verb>{'|'.join(PAST)})(?=\s+(?:that|the|to|its|a|an|note|of|Parties|on|[A-Z]))")
_IT = re.compile(rf"\A(?:It|They)\s+{_MORE}(?P<verb>{'|'.join(PAST)})\b")
_COLLECTIVE = re.compile(
    r"\b[Tt]he\s+(?P<body>Plenary|Committee|Conference|Assembly|Board|Council|Commission|Bureau|Group|[Mm]eeting|Conference\s+of\s+the\s+Parties|Meeting\s+of\s+the\s+Parties)\b"
)
_AGENDA = re.compile(r"\bagenda\s+(?:was|were)\s+(?P<verb>adopted)\b")
_NOT_DECIDED = re.compile(r"\b(?:was|were)\s+(?:unable|not)\b|\bcould\s+not\b")


def prose_decisions(reading: Reading) -> None:
    """State the decisions of a meeting report, one for each paragraph in which the body decides."""
    if reading.document.family != "meeting-report" or not reading.meeting:
        return
    body = _meeting_body(reading)
    for passage in reading.document.passages:
        if passage.kind == "paragraph" and not any(s.kind in {"annex", "decision"} for s in ancestors(reading, passage)):
            _paragraph(reading, passage, body)


def _meeting_body(reading: Reading) -> IRI | None:
    """Return the body whose meeting the report is on."""
    meeting = reading.entities[reading.meeting]
    if meeting.kind == "Segment":
        above = next((target for name, target in meeting.links if name == "segmentOf"), "")
        meeting = reading.entities.get(above, meeting)
    return next((target for name, target in meeting.links if name == "sessionOf"), None)


def _paragraph(reading: Reading, passage: Passage, body: IRI | None) -> None:
    verbs: list[tuple[str, int]] = []
    decided = False
    for sentence in sentences(reading.text, passage.lead_in if passage.points else passage.body):
        found = _sentence(reading, sentence, body, after_body=decided)
        decided = bool(found) or decided
        verbs += found
    if not verbs:
        return
    reading.state(
        Decision(
            evidence=reading.evidence(passage, passage.body),
            body=body or reading.meeting,
            verbs=tuple(dict.fromkeys(verb for verb, _ in verbs)),
            status="adopted",
            effects=_effects(reading, passage, verbs[0]),
            section=passage.section,
        )
    )


def _effects(reading: Reading, passage: Passage, first: tuple[str, int]) -> tuple[Effect, ...]:
    said = fold(reading.text[first[1] : first[1] + 60])
    if first[0] == "adopt" and "agenda" in said:
        return (Effect("adopt", target_text="agenda"),)
    return effects_of(reading, passage, *first)


def _sentence(reading: Reading, sentence: Span, body: IRI | None, *, after_body: bool) -> list[tuple[str, int]]:
    """Return the decision verbs of a sentence whose subject is the body."""
    text = reading.text
    if after_body:
        it = _IT.match(text[sentence.start : sentence.end])
        if it:
            return _with_more(text, it["verb"], sentence.start + it.end(), sentence.end)
    for end in _subjects(reading, sentence, body):
        match = _VERB.match(text, end, sentence.end)
        if match and not _NOT_DECIDED.search(text, end, match.end()):
            return _with_more(text, match["verb"], match.end(), sentence.end)
    agenda = _AGENDA.search(text, sentence.start, sentence.end)
    return [("adopt", agenda.end())] if agenda else []


def _subjects(reading: Reading, sentence: Span, body: IRI | None) -> list[int]:
    """Return where a name of the deciding body ends in a sentence."""
    named = [where.end for where, entity in reading.named(sentence, BODIES) if body is None or entity.iri == body]
    named += [match.end() for match in _COLLECTIVE.finditer(reading.text, sentence.start, sentence.end)]
    return sorted(named)


def _with_more(text: str, verb: str, start: int, end: int) -> list[tuple[str, int]]:
    found = [(base_verb(verb), start)]
    for match in _AND.finditer(text, start, end):
        found.append((base_verb(match["verb"]), match.end()))
    return found
