"""Decisions told in the prose of a meeting report: "The SBI agreed to …", "The Plenary adopted …"."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from kg.extract.decisions import base_verb
from kg.extract.operative import all_effects, ancestors
from kg.extract.reading import BODIES
from kg.extract.verbs import PAST
from kg.model import Decision, Effect, Span
from kg.text import fold, sentences

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Passage

_MORE = r"(?:(?:also|further|then|subsequently|thereafter|again|jointly|unanimously|provisionally)\s+)*"
_VERB = re.compile(rf"\s*(?:,\s+(?:in|at|on|under|following|acting|having|recalling|with|consistent|pursuant|as|taking|noting|mindful|based|by)\b(?:[^.;]|\.(?=\S)){{3,260}}?,)?\s+{_MORE}(?:considered\s+and\s+)?(?P<verb>{'|'.join(PAST)})\b")
_CONSIDERED = re.compile(rf"\s+{_MORE}(?:considered|took\s+up|had\s+before\s+it|continued|discussed|reviewed|initiated|advanced|concluded|could\s+not|was\s+unable|did\s+not)\b(?:[^.;]|\.(?=\S)){{0,400}}?,?\s+and\s+{_MORE}(?P<verb>{'|'.join(PAST)})\b")
_ACTS = re.compile(r"\s+(?:(?:also|further|then)\s+)?(?:[a-z]+ed|had|took|held|heard|was|were)\b")
_PAIR = re.compile(r"\s+and\s+(?:the\s+)?\Z")
_AND = re.compile(rf"(?:,\s+|\s+and\s+|,\s+and\s+){_MORE}(?P<verb>{'|'.join(PAST)})(?=\s+(?:that|the|to|its|a|an|note|of|Parties|on|[A-Z]))")
_IT = re.compile(rf"\A(?:It|They)\s+{_MORE}(?P<verb>{'|'.join(PAST)})\b")
_POINT = re.compile(rf"{_MORE}(?P<verb>{'|'.join(PAST)})\b", re.IGNORECASE)
_IT_ACTS = re.compile(r"\A(?:It|They)\s")
_COLLECTIVE = re.compile(
    r"\b[Tt]he\s+(?P<body>Plenary|Committee|Conference|Assembly|Board|Council|Commission|Bureau|Group|Working\s+Group|Forum|Panel|Subsidiary\s+Body|[Mm]eeting|Conference\s+of\s+the\s+Parties|Meeting\s+of\s+the\s+Parties)\b"
)
_AGENDA = re.compile(r"\bagenda\s+(?:was|were)\s+(?P<verb>adopted)\b")
_THOSE_PRESENT = re.compile(rf"(?:The\s+participants|Participants|(?:The\s+|EMG\s+)?[Mm]embers)\s+{_MORE}(?P<verb>agreed(?=\s+to\s+[a-z]{{3,}}\s+(?!day|date))|decided(?=\s+to\s)|(?:adopted|approved|endorsed)(?=\s+the\s))\b")
"""Those at a meeting are its body where they agree *to do* something; what they agree *that* is, is what they said."""
_SOFT = frozenset({"recall"})


def prose_decisions(reading: Reading) -> None:
    """State the decisions of a meeting report, one for each paragraph in which the body decides."""
    if reading.document.family != "meeting-report" or not reading.meeting:
        return
    body = _meeting_body(reading)
    spoke, section = False, ""
    for passage in reading.document.passages:
        if passage.kind == "paragraph" and not any(s.kind in {"annex", "decision"} for s in ancestors(reading, passage)):
            spoke = _paragraph(reading, passage, body, spoke=spoke and passage.section == section)
            section = passage.section


def _meeting_body(reading: Reading) -> IRI | None:
    """Return the body whose meeting the report is on."""
    meeting = reading.entities[reading.meeting]
    if meeting.kind == "Segment":
        above = next((target for name, target in meeting.links if name == "segmentOf"), "")
        meeting = reading.entities.get(above, meeting)
    return next((target for name, target in meeting.links if name == "sessionOf"), None)


def _paragraph(reading: Reading, passage: Passage, body: IRI | None, *, spoke: bool) -> bool:
    """State the decision of a paragraph, if any; return whether the body was its last subject."""
    verbs: list[tuple[str, int]] = []
    subjects: list[IRI] = []
    for sentence in sentences(reading.text, passage.lead_in if passage.points else passage.body):
        found = _sentence(reading, sentence, body, after_body=spoke)
        verbs += found
        subjects += _deciding(reading, sentence, body) if found else []
        ends = _subjects(reading, sentence, body)
        it = _IT_ACTS.match(reading.text[sentence.start : sentence.end])
        spoke = any(_ACTS.match(reading.text, end, sentence.end) for end in ends) or (spoke and it is not None)
    verbs += _listed(reading, passage, body)
    if all(verb in _SOFT for verb, _ in verbs):
        return spoke
    reading.state(
        Decision(
            evidence=reading.evidence(passage, passage.body),
            bodies=tuple(dict.fromkeys(subjects)) or (body or reading.meeting,),
            verbs=tuple(dict.fromkeys(verb for verb, _ in verbs)),
            status="adopted",
            effects=_effects(reading, passage, verbs),
            section=passage.section,
        )
    )
    return spoke


def _deciding(reading: Reading, sentence: Span, body: IRI | None) -> list[IRI]:
    """Return the bodies that decide together: "The SBI and the SBSTA agreed …"."""
    bodies = reading.named(sentence, BODIES)
    for (one, first), (other, second) in itertools.pairwise(bodies):
        if body in {first.iri, second.iri} and _PAIR.match(reading.text[one.end : other.start]):
            verb = _VERB.match(reading.text, other.end, sentence.end) or _CONSIDERED.match(reading.text, other.end, sentence.end)
            if verb:
                return [first.iri, second.iri]
    return [body] if body and any(entity.iri == body for _, entity in bodies) else []


def _listed(reading: Reading, passage: Passage, body: IRI | None) -> list[tuple[str, int]]:
    """ "… the SBSTA: (a) Requested the secretariat to …; (b) Agreed to …" """
    if not passage.points or not any(
        re.match(r"\s*:", reading.text[end : passage.lead_in.end]) for end in _subjects(reading, passage.lead_in, body)
    ):
        return []
    matches = [_POINT.match(reading.text, point.span.start, point.span.end) for point in passage.points]
    return [(base_verb(match["verb"]), match.end()) for match in matches if match]


def _effects(reading: Reading, passage: Passage, verbs: list[tuple[str, int]]) -> tuple[Effect, ...]:
    verb, at = verbs[0]
    if verb == "adopt" and "agenda" in fold(reading.text[max(0, at - 40) : at + 60]):
        return (Effect("adopt", target_text="agenda"),)
    return all_effects(reading, passage, verbs)


def _sentence(reading: Reading, sentence: Span, body: IRI | None, *, after_body: bool) -> list[tuple[str, int]]:
    """Return the decision verbs of a sentence whose subject is the body."""
    text = reading.text
    if after_body:
        it = _IT.match(text[sentence.start : sentence.end])
        if it:
            return _with_more(text, it["verb"], sentence.start + it.end(), sentence.end)
    for end in _subjects(reading, sentence, body):
        match = _VERB.match(text, end, sentence.end) or _CONSIDERED.match(text, end, sentence.end)
        if match:
            return _with_more(text, match["verb"], match.end(), sentence.end)
    present = _THOSE_PRESENT.match(text, sentence.start, sentence.end)
    if present:
        return _with_more(text, present["verb"], present.end(), sentence.end)
    agenda = _AGENDA.search(text, sentence.start, sentence.end)
    return [("adopt", agenda.end())] if agenda else []


def _subjects(reading: Reading, sentence: Span, body: IRI | None) -> list[int]:
    """Return where a name of the deciding body ends in a sentence."""
    bodies = reading.named(sentence, BODIES)
    named = [where.end for where, entity in bodies if body is None or entity.iri == body]
    for (one, first), (other, second) in itertools.pairwise(bodies):
        if body in {first.iri, second.iri} and _PAIR.match(reading.text[one.end : other.start]):
            named.append(other.end)
    named += [match.end() for match in _COLLECTIVE.finditer(reading.text, sentence.start, sentence.end)]
    return sorted(named)


def _with_more(text: str, verb: str, start: int, end: int) -> list[tuple[str, int]]:
    return [(base_verb(verb), start), *((base_verb(m["verb"]), m.end()) for m in _AND.finditer(text, start, end))]
