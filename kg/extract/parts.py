"""What something has of its own, said in a sentence that does not name it: "*A small secretariat* is hosted by FAO", "Ms. A, *its* vice-chair"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.naming import only_group_before, subject_before, whole_before
from kg.extract.phrases import FIRST, STAFFED
from kg.extract.reading import GROUPS
from kg.extract.ways import groups_in_words
from kg.extract.words import Guarded
from kg.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_HEAD = r"(?:[Ss]ecretariat|offices?|units?|hubs?|nodes?|(?:data|training|coordination|operations|information|resource|calibration|documentation|regional|field|national|support|technical)\s+cent(?:re|er)s?|help\s?desk|headquarters|registry|archives?|laborator(?:y|ies)|data\s?bases?|portal|website|server)"
_PART = Guarded(
    rf"(?:(?:The|An?)\s+)?(?P<words>(?!Its\b)(?:(?!of\b|the\b|and\b)[A-Za-z-]+\s+){{0,4}}?{_HEAD})(?P<more>(?:\s+(?:of|with)\s+[\w-]+\s+(?:staff|people|persons|experts|professionals)(?:\s+members)?|\s+in\s+[A-Z][\w-]+)?),?\s+"
    r"(?:(?:is|are|was|were|will\s+be|has\s+been|have\s+been)\s+(?:(?:now|currently|jointly|also|kindly|generously)\s+)?(?:hosted|housed|based|located|led|headed|managed|run)\b|(?:sits|resides)\s+(?:at|in|within)\b)"
)
"""A part, with or without an article, at the beginning of a sentence."""
_OFFICE = r"(?:(?:[Cc]o|[Vv]ice)[-\s]?)?(?:[Cc]hair(?:person|man|woman)?|[Pp]resident)|[Rr]apporteur|[Cc]oordinator|[Ff]acilitator|(?:[Ee]xecutive\s+|[Mm]anaging\s+|[Dd]eputy\s+)?(?:[Dd]irector|[Ss]ecretary)|[Hh]ead"
_ITS_OFFICE = Guarded(rf"(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)?(?:[A-ZÀ-Ž][\w’'‑-]*\.?\s+(?:(?:de|van|von|der|al|el|bin)\s+)?){{0,4}}[A-ZÀ-Ž][\w’'‑-]*(?:\s*\([^()]{{2,60}}\))?(?:\s+(?:is|was)|,(?:\s+who\s+(?:is|was))?)\s+(?P<its>its)(?=\s+(?:(?:new|current|newly\s+elected|acting)\s+)?(?:{_OFFICE})\b)")
"""Somebody at the beginning, and the office of what the sentence before speaks of."""
_CHAIRS_IT = Guarded(r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*){0,3}\s+(?:co-)?(?:chairs|leads|coordinates|hosts|facilitates)\s+(?P<its>it)(?=,)")


_AND_ITS = Guarded(
    r"(?:,|;|\band|\bwhile|\bwhereas)\s+(?P<whole>its\s+(?P<words>(?:steering|advisory|executive|technical|governing|scientific|management)\s+(?:advisory\s+)?(?:committee|board|group|council|panel)|board))\b(?=\s+(?:is|was|will\s+be|has|comprises|consists|includes|is\s+composed)\b)"
)
"""A board in the second half of a sentence, of what the first half is about: "The atlas is hosted by FAO, while *its advisory board* is chaired by WHO"."""


_NAMED_OFFICE = r"(?:(?:[Cc]o|[Vv]ice)[-\s])?(?:[Cc]hair(?:person|man|woman)?|[Pp]resident)|[Rr]apporteur"
OFFICE_IS = Guarded(rf"\W*(?:The|Its|Their)\s+(?:(?:current|new|first)\s+)?(?P<office>{_NAMED_OFFICE})(?P<several>s)?\s+(?:is|are|was|were|will\s+be|shall\s+be):?\s+(?:(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)?(?:the\s+)?(?=[A-Z])")
"""An office of what was spoken of before: "*The vice-chair is* Ms. A"."""
_ITS = re.compile(rf"\W*(?:(?:Its|Their)\s+(?:(?:current|new|first)\s+)?|The\s+(?:(?:current|new|first)\s+)?(?=(?:{_NAMED_OFFICE})s?\s+(?:is|are|was|were|will\s+be)\s))")


def boards_in_words(reading: Reading, sentence: Span, named: list[tuple[Span, Entity]]) -> Iterator[tuple[Span, Entity, str]]:
    """Yield where "its advisory board" stands in a second clause, with whose it is and the words: of what a sentence begins with, of all that is named or described there."""
    for match in reading.matches(_AND_ITS, sentence):
        first = min(((w, e) for w, e in named if w.end <= match.start()), key=lambda pair: (pair[0].start, -pair[0].end), default=None)
        if first and first[1].kind not in STAFFED | {"Person", "State"} and FIRST.fullmatch(reading.text, sentence.start, first[0].start):
            yield Span(*match.span("whole")), first[1], " ".join(match["words"].split())


def parts_in_words(reading: Reading, passage: Passage, sentence: Span) -> Iterator[tuple[Span, Entity]]:
    """Yield what a sentence says of a part of that, or of an office in that, of which the sentence before spoke."""
    if reading.opens(passage, sentence):
        return
    part = reading.begins(_PART, sentence)
    whole = whole_meant(reading, passage, sentence) if part else None
    if part and whole:
        span = Span(part.start(), part.end("more"))
        yield span, _part(reading, passage, span, " ".join(part["words"].split()), whole)
        return
    for pattern in (_ITS_OFFICE, _CHAIRS_IT):
        match = reading.begins(pattern, sentence)
        owner = whole_meant(reading, passage, sentence) if match else None
        if match and owner:
            yield Span(*match.span("its")), owner
            return


def whole_meant(reading: Reading, passage: Passage, sentence: Span) -> Entity | None:
    """Return what the sentence before begins with, or else the only group that it speaks of; nobody's agency, state or person."""
    subject = subject_before(reading, passage, sentence)
    if subject is None or subject.kind in STAFFED | {"Person", "State"}:
        return only_group_before(reading, passage, sentence) or whole_before(reading, passage, sentence)
    return subject


def is_its_office(reading: Reading, sentence: Span, at: int) -> bool:
    """Tell "*Its* chair is …", "*The* vice-chair is …", where only these words stand before the office."""
    its = _ITS.match(reading.text, sentence.start, sentence.end)
    return its is not None and its.end() == at


def speaks_of_group(reading: Reading, passage: Passage, sentence: Span) -> bool:
    """Tell whether the sentence before is on a group: "The Subgroup on Ponds met. *Its Chair* is A. The vice-chair is B."."""
    if reading.opens(passage, sentence):
        return False
    before = reading.sentence_before(passage, sentence.start)
    if reading.begins(OFFICE_IS, before):
        return speaks_of_group(reading, passage, before)
    return bool(reading.named(before, GROUPS) or any(True for _ in groups_in_words(reading, passage, before)))


def _part(reading: Reading, passage: Passage, span: Span, words: str, whole: Entity) -> Entity:
    """Return the secretariat of something, known or described, or another part of it."""
    evidence = reading.evidence(passage, span)
    if words.lower().endswith("secretariat"):
        return reading.secretariat_of(whole.iri) or reading.draft("Secretariat", "agency", f"Secretariat of the {whole.label}", evidence)
    return reading.draft("Organization", "agency", f"{words[0].upper()}{words[1:]} of the {whole.label}", evidence)
