"""Meetings of the body that a document is of, called by their number alone: "its ninth session", "the thirtieth meeting", "the meeting"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.reading import BODIES, GROUPS
from kg.model import Decision, Entity, Span
from kg.namespaces import slug
from kg.text import ORDINAL, RECALLED, ordinal, session_label, session_short

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import Passage

_NUMBERED = re.compile(
    rf"\b(?P<det>[Tt]he|[Ii]ts|[Tt]heir)\s+(?P<ordinal>{ORDINAL})\s+(?:ordinary\s+|annual\s+|regular\s+)?(?P<what>[Ss]ession|[Mm]eeting)\b(?!\s+(?:of|on|for|to)\b)(?:\s+of\s+the\s+(?:[Pp]lenary|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Ss]enior\s+[Oo]fficials|[Bb]ureau)\b(?!\s+of\b))?"
    rf"|\b(?P<det_>[Tt]he)\s+(?P<ordinal_>{ORDINAL})\s+(?P<what_>[Ss]ession|[Mm]eeting)\s+of\s+the\s+(?:[Pp]lenary|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Ss]enior\s+[Oo]fficials|Open-ended\s+Working\s+Group)\b(?!\s+(?:of|for|on)\b)"
)
_NEXT = re.compile(r"\b(?P<det>[Tt]he|[Ii]ts|[Tt]heir)\s+next\s+(?:ordinary\s+|annual\s+|regular\s+|scheduled\s+)?(?P<what>[Ss]ession|[Mm]eeting)\b(?:\s+of\s+the\s+(?:[Pp]lenary|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Ss]enior\s+[Oo]fficials)\b(?!\s+of\b)|(?!\s+(?:of|on|for|to)\b))")
_ORDINAL_ONE = re.compile(rf"\b(?P<ordinal>{ORDINAL})\s+(?:ordinary\s+|annual\s+|regular\s+)?(?:meeting|session)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\b(?:[Mm]eeting|[Ss]ession|[Ww]orkshop|[Dd]ialogue|[Cc]onference)s?\b(?!\s+room)")
_SAME = re.compile(r"\b(?:opening|beginning|start|end|close|closure|closing|conclusion|remainder|rest|duration|course)\s+of\s+the\s+(?:meeting|session)\b(?!\s+(?:of|on|for|with|between)\b)")
"""The meeting itself, spoken of: "at *the close of the session*"."""
_GROUP_WORD = re.compile(r"\b(?:Group|Committee|Panel|Board|Partnership|Network|Forum|Team|Force|Alliance)\b")
"""Named before "its third meeting", it may be whose meeting that is."""


def session_of(reading: Reading, body: Entity, number: int, what: str, passage: Passage, span: Span) -> Entity | None:
    """Return a session of a body by its number, the same whatever a document prints; None for a body whose meetings have other names."""
    evidence = reading.evidence(passage, span)
    convention = reading.entities.get(next((target for name, target in body.links if name == "governs"), "")) if body.kind != "GoverningBody" else None
    if convention:
        words = "MOP" if body.label.startswith("Meeting") else "COP"
        label = f"{convention.acronym or min(convention.names, key=lambda name: (len(name), name))} {words}{number}"
        return reading.draft("COPSession", "cop", label, evidence, tail=slug(label))
    if body.kind not in {"GoverningBody", "InterAgencyMechanism"}:
        return None
    return reading.draft("Meeting", "meeting", session_label(body.label, str(number), what.lower()), evidence, tail=slug(session_short(body.acronym or body.label, str(number))))


def home_body(reading: Reading, passage: Passage) -> Entity | None:
    """Return the body whose meetings have no owner in a passage: the one that decides there, else the one whose meeting is reported on."""
    decision = next((d for d in reading.said_in(passage.id) if isinstance(d, Decision)), None)
    meeting = reading.entities.get(reading.meeting)
    deciding = decision.bodies if decision else [target for name, target in meeting.links if name == "sessionOf"] if meeting else []
    return reading.entities.get(deciding[0]) if len(deciding) == 1 else None


def names_others(reading: Reading, passage: Passage, before: int, body: Entity) -> bool:
    """Tell whether a passage names a group before a place that is not the body: "*its* third meeting" may be of that."""
    return any(word not in body.label for word in _GROUP_WORD.findall(reading.text, passage.body.start, before))


def sittings_in_words(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """Yield the sessions of the own body that a sentence calls by their number."""
    if not reading.says(sentence, "ession", "eeting"):
        return
    for match in _NUMBERED.finditer(reading.text, sentence.start, sentence.end):
        body = _owner(reading, passage, sentence, match)
        number = ordinal(match["ordinal"] or match["ordinal_"])
        what = match["what"] or match["what_"]
        span = Span(*match.span())
        session = session_of(reading, body, number, what, passage, span) or _of_group(reading, passage, body, span, (match["ordinal"] or match["ordinal_"], what)) if body and number and not _is_part(reading, body, what) else None
        if session:
            yield span, session
    for match in _NEXT.finditer(reading.text, sentence.start, sentence.end):
        body, span = _owner(reading, passage, sentence, match), Span(*match.span())
        after = re.search(r"\d+\Z", reading.meeting)
        meeting = reading.entities.get(reading.meeting)
        own = body is not None and meeting is not None and ("sessionOf", body.iri) in meeting.links
        if body is None or _is_part(reading, body, match["what"]):
            continue
        session = session_of(reading, body, int(after[0]) + 1, match["what"], passage, span) if own and after else None
        session = session or _of_group(reading, passage, body, span, ("next", match["what"]))
        if session:
            yield span, session


def _of_group(reading: Reading, passage: Passage, body: Entity, span: Span, words: tuple[str, str]) -> Entity | None:
    """Return a meeting of a group: "the third meeting of the Task Team on Ponds"."""
    if body.kind not in GROUPS | {"InterAgencyMechanism", "Organization", "PartnerOrganization"}:
        return None
    return reading.draft("Event", "event", f"{words[0].lower()} {words[1].lower()} of the {body.label}", reading.evidence(passage, span))


def _is_part(reading: Reading, body: Entity, what: str) -> bool:
    """Tell whether "the third session" is one of those in which the meeting that is reported on sat: of a body that has meetings."""
    meeting = reading.entities.get(reading.meeting)
    own = meeting is not None and ("sessionOf", body.iri) in meeting.links
    return own and meeting is not None and what.lower() == "session" and "meeting" in meeting.label.lower() and "session" not in meeting.label.lower()


def _owner(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str]) -> Entity | None:
    """Return the body of "its ninth session": the last one named before in the sentence, else that of the document."""
    before = reading.named(Span(sentence.start, match.start()), BODIES | {"InterAgencyMechanism"})
    own = home_body(reading, passage)
    groups = reading.named(Span(max(sentence.start, before[-1][0].end if before else 0), match.start()), GROUPS)
    if groups and (match["det"] or "").lower() == "its":
        return groups[-1][1]
    if not before:
        its = (match["det"] or "").lower() == "its"
        return None if own and its and names_others(reading, passage, match.start(), own) else own
    last = before[-1][1]
    return last if (match["det"] or "").lower() == "its" or (own and last.iri == own.iri) else None


_TO_COME = re.compile(r"[\w ’-]{4,40}?(?:,|\s+which|,\s+which)?\s+(?:is\s+|was\s+|are\s+)?(?:to|will|shall|would)\s+be\s+(?:\w+\s+)?(?:held|hosted|convened|organized)\b")
"""A meeting that is to be held is not the one that is reported on: "*the session, to be hosted* by Chad"."""


def the_meeting(reading: Reading, passage: Passage, before: int) -> Entity | None:
    """Return the meeting that is reported on, for "the meeting" where the paragraph has spoken of no other."""
    meeting = None if _TO_COME.match(reading.text, before, passage.body.end) else reading.entities.get(reading.meeting)
    events = reading.named(Span(passage.body.start, before), {"Meeting", "COPSession", "Event", "Segment"})
    whole = segment_of(meeting)
    named = {e.iri for where, e in events if e.iri != whole and not RECALLED.search(reading.text, passage.body.start, where.start)}
    own = re.search(r"\d+\Z", reading.meeting)
    said = _SAME.sub("", reading.text[passage.body.start : before])
    said = _NUMBERED.sub(lambda m: "" if own and ordinal(m["ordinal"] or m["ordinal_"]) == int(own[0]) else m[0], said)
    spoken = len(_ANOTHER.findall(said))
    return meeting if meeting and named <= {meeting.iri} and (not spoken or named) and spoken <= len(named) + 1 else None


def segment_of(meeting: Entity | None) -> str:
    """Return the meeting of which the one that is reported on is a segment, or an empty string: "the meeting" is the *technical segment of the ninth meeting*."""
    return next((target for name, target in meeting.links if name == "segmentOf"), "") if meeting else ""


def speaks_of_others(reading: Reading, words: Span, noun: str, named: int) -> bool:
    """Tell whether some words speak of more meetings than they name: "the 33rd meeting of the LEG and *another meeting*"."""
    own = re.search(r"\d+\Z", reading.meeting)
    said = _ORDINAL_ONE.sub(lambda m: "" if own and ordinal(m["ordinal"]) == int(own[0]) else m[0], reading.text[words.start : words.end])
    return len(re.findall(rf"\b{noun}s?\b", said, re.IGNORECASE)) > named
