"""How workstreams belong together, what they work on, and what has happened to them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.meetings import meeting_body
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS, PLANS
from kg.extract.words import Guarded
from kg.model import Fact, Lifecycle, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Evidence, Passage

_ESTABLISHED = re.compile(r"\s+(?:has\s+|have\s+|also\s+)*(?:established|created|set\s+up|formed|launched)\s+(?=(?:an?|the|two|three|four|five|six)\s)")
_ENDORSED = re.compile(r"\b(?P<verb>endorsed|established|launched|created|extended|concluded)\s+(?:the\s+)?")
_REFERRED_TO = frozenset({"COPSession", "Resolution", "Goal", "Meeting"})
_PAST = ("endorsed", "established", "launched", "created", "extended", "concluded", "set", "formed")
"""One of these stands in every sentence about what has happened to a group."""
_AT = re.compile(r"(?:'s\s+\w+)?\s+at\s+(?:its\s+|the\s+)?")
_KIND = {"endorsed": "endorse", "established": "establish", "launched": "establish", "created": "establish",
         "extended": "extend", "concluded": "conclude"}  # fmt: skip
_COLLABORATING = Guarded(r"\s+(?:will\s+)?(?:keep|keeps|continue\s+to|is|are)?\s*(?:collaborat(?:e|es|ing)|work(?:s|ing)?|cooperat(?:e|es|ing))\s+(?:closely\s+)?with\s+(?:the\s+)?")
_IMPLEMENTATION = re.compile(r"\bimplement(?:ation\s+of|ing)\s+(?:the\s+)?(?:environmental\s+\w+\s+of\s+(?:the\s+)?)?")
_LIST_GAP = re.compile(r"\s*(?:\([^)]{1,12}\))?\s*(?:,\s*(?:and\s+)?|and\s+|as\s+well\s+as\s+)(?:the\s+)?\Z")
_WORKSTREAMS_OF = re.compile(r"\bworkstreams\s+of\s+(?:the\s+)?")
_OF_A_SESSION = re.compile(r"(?:(?:joint|informal|open-ended)\s+)*(?:consultations|contact\s+group|drafting\s+group)\b", re.IGNORECASE)
_SET_UP = re.compile(r"\b(?:agreed|decided|established|convened|set\s+up|considered|considering|consideration)\b")
_WORKING = frozenset({"WorkingGroup", "TaskTeam"})


def groups(reading: Reading) -> None:
    """State hierarchy, links and past changes of the workstreams a document introduces."""
    _hierarchy(reading)
    for passage, sentence in reading.sentences("paragraph", "unnumbered", "action"):
        if reading.says(sentence, *_PAST):
            _established(reading, passage, sentence)
            _endorsed(reading, passage, sentence)
        _collaborating(reading, passage, sentence)
        if reading.says(sentence, "implement"):
            _implements(reading, passage, sentence)
        _refers(reading, passage, sentence)


def _hierarchy(reading: Reading) -> None:
    for iri, entity in reading.entities.items():
        if entity.evidence is None or entity.kind not in GROUPS:
            continue
        for name, target in entity.links:
            if name in {"partOf", "implements"}:
                reading.state(Fact(entity.evidence, iri, f"uneg:{name}", target))
        if not any(name == "partOf" for name, _ in entity.links):
            passage = next(p for p in reading.document.passages if p.id == entity.evidence.passage)
            _under_heading(reading, passage, entity, entity.evidence)
            _of_the_session(reading, passage, entity, entity.evidence.span)
    _of_mechanism(reading)


def _of_the_session(reading: Reading, passage: Passage, entity: Entity, at: Span) -> None:
    """ "The SBI agreed to consider this item in *informal consultations* …", in the report of its session: part of the body."""
    if reading.document.family != "meeting-report" or not _OF_A_SESSION.match(at.of(reading.text)):
        return
    sentence = reading.sentence(passage, at.start)
    bodies = reading.named(Span(sentence.start, at.start), BODIES)
    if len(bodies) == 1 and bodies[0][1].iri == meeting_body(reading) and _SET_UP.search(reading.text, bodies[0][0].end, at.start):
        reading.state(Fact(reading.evidence(passage, Span(bodies[0][0].start, at.end)), entity.iri, "uneg:partOf", bodies[0][1].iri))


def _under_heading(reading: Reading, passage: Passage, entity: Entity, evidence: Evidence) -> None:
    """A working group first named in a paragraph under the heading of a workstream is part of it."""
    topic = reading.topic(passage)
    created = _ESTABLISHED.search(reading.text, max(0, evidence.span.start - 40), evidence.span.start)
    if passage.kind == "paragraph" and entity.kind in _WORKING and topic and topic != entity.iri and not created:
        reading.state(Fact(evidence, entity.iri, "uneg:partOf", topic))


def _of_mechanism(reading: Reading) -> None:
    """ "the different workstreams of the EMG": all those that have a section of their own."""
    for passage, sentence in reading.sentences("paragraph"):
        match = _WORKSTREAMS_OF.search(reading.text, sentence.start, sentence.end)
        owner = reading.at(match.end(), sentence.end, {"InterAgencyMechanism"}) if match else None
        if match and owner:
            evidence = reading.evidence(passage, Span(match.start(), owner[0].end))
            for topic in sorted(set(reading.mentions.topics.values())):
                reading.state(Fact(evidence, topic, "uneg:partOf", owner[1].iri))
            return


def _subject_group(reading: Reading, sentence: Span, end: int) -> tuple[Span, Entity] | None:
    return reading.before(end, sentence.start, GROUPS) or _after_also(reading, sentence, end)


def _after_also(reading: Reading, sentence: Span, end: int) -> tuple[Span, Entity] | None:
    words = re.search(r"\s+(?:also|has|have)\Z", reading.text[sentence.start : end])
    return reading.before(sentence.start + words.start(), sentence.start, GROUPS) if words else None


def _established(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the IMG has established three working groups" · "The task team also created a working group on …" """
    for match in _ESTABLISHED.finditer(reading.text, sentence.start, sentence.end):
        owner = _subject_group(reading, sentence, match.start())
        if owner is None:
            continue
        new = reading.at(match.end(), sentence.end, GROUPS)
        made = [new] if new else []
        if not made and re.match(r"\w+\s+(?:\w+\s+)?(?:working\s+groups|task\s+teams)\b", reading.text[match.end() : sentence.end]):
            heads = [reading.at(p.span.start, p.span.end, GROUPS, article=False) for p in passage.points]
            made = [head for head in heads if head]
        for where, group in made:
            evidence = reading.evidence(passage, Span(owner[0].start, max(match.end(), where.end if new else match.end())))
            reading.state(Fact(evidence, owner[1].iri, "uneg:established", group.iri), Lifecycle(evidence, group.iri, "establish"))
            if new:
                reading.state(Fact(evidence, group.iri, "uneg:partOf", owner[1].iri))


def _endorsed(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "EMG officials endorsed the IMG at SOM27." """
    for match in _ENDORSED.finditer(reading.text, sentence.start, sentence.end):
        group = reading.at(match.end(), sentence.end, GROUPS)
        if group is None or passage.kind == "action":
            continue
        at = _AT.match(reading.text, group[0].end, sentence.end)
        meeting = reading.at(at.end(), sentence.end, EVENTS) if at else None
        if meeting:
            evidence = reading.evidence(passage, Span(match.start(), meeting[0].end))
            reading.state(Lifecycle(evidence, group[1].iri, _KIND[match["verb"]], meeting=meeting[1].iri))


def _collaborating(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The IMG will keep collaborating with the IMG on Biodiversity …" """
    for where, group in reading.named(sentence, GROUPS) if reading.may_match(_COLLABORATING, sentence) else ():
        match = _COLLABORATING.pattern.match(reading.text, where.end, sentence.end)
        other = reading.at(match.end(), sentence.end, GROUPS | AGENTS) if match else None
        if other and other[1].iri != group.iri:
            evidence = reading.evidence(passage, Span(where.start, other[0].end))
            reading.state(Fact(evidence, group.iri, "uneg:collaboratesWith", other[1].iri))


def _implements(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the focus of the IMG has been on … the implementation of the post-2020 …, the … and the …" """
    for match in _IMPLEMENTATION.finditer(reading.text, sentence.start, sentence.end):
        before = [e.iri for w, e in reading.named(Span(sentence.start, match.start()), GROUPS)]
        subject = before[0] if before else ""
        plan = reading.at(match.end(), sentence.end, PLANS)
        while subject and plan:
            evidence = reading.evidence(passage, Span(sentence.start, plan[0].end))
            if passage.kind != "action" or subject == reading.topic(passage):
                reading.state(Fact(evidence, subject, "uneg:implements", plan[1].iri))
            later = [p for p in reading.named(Span(plan[0].end, sentence.end), PLANS) if p[1].iri != plan[1].iri]
            plan = later[0] if later and _LIST_GAP.match(reading.text[plan[0].end : later[0][0].start]) else None


def _refers(reading: Reading, passage: Passage, sentence: Span) -> None:
    """A workstream refers to the conferences, resolutions and goals named where it is spoken of."""
    targets = [p for p in reading.named(sentence, _REFERRED_TO) if p[1].kind != "Meeting" or p[1].evidence is None]
    if not targets:
        return
    named = [e.iri for _, e in reading.named(sentence, GROUPS)]
    topic = reading.topic(passage)
    subjects = dict.fromkeys(reading.holder(iri) or iri for iri in named or ([topic] if topic else []))
    for subject in subjects:
        for where, target in targets:
            evidence = reading.evidence(passage, Span(sentence.start, max(where.end, sentence.end)))
            reading.state(Fact(evidence, subject, "uneg:refersTo", target.iri))


