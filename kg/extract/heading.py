"""Who heads an organization, other than by a function after the name: "the EMG secretariat, headed by A", "its director is A", "the Directors of two centres, A (SPA/RAC) and B (PAP/RAC)"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.naming import of_its_office
from kg.extract.officers import people_from
from kg.extract.reading import AGENTS, is_unsure
from kg.extract.ways import groups_in_words
from kg.extract.words import any_of
from kg.model import Role, Span
from kg.text import FUNCTION

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_MR = r"(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+)*"
_HEADED = re.compile(
    rf"(?:\s*\([^()]{{2,20}}\))?,?\s+(?:(?:which|that|is|was|has\s+been|currently|now)\s+)*(?:(?:headed|directed)\s+(?:since\s+\d{{4}}\s+)?by|under\s+the\s+(?:direction|management)\s+of)\s+(?:(?:its|the)\s+(?:new\s+)?{FUNCTION},\s+)?{_MR}(?=[A-Z])"
)
_PART_OF = re.compile(r"\b(?:delegations?|teams?|missions?|division|unit|branch|group|department|panel|representatives?|office|project|programme|work|staff|colleagues|experts?)\s+(?:of|from|at|in)\s+(?:the\s+)?\Z", re.IGNORECASE)
_ITS = re.compile(rf"Its\s+(?:new\s+|current\s+|first\s+|acting\s+)?(?:[Ee]xecutive\s+)?(?:{FUNCTION}|[Ss]ecretary|[Cc]hief\s+[Ee]xecutive)(?:,|\s+is|\s+was\s+then)\s+{_MR}(?=[A-Z])")
_HEADS = re.compile(rf"\b[Tt]he\s+(?:(?:[Aa]cting|[Dd]eputy)\s+)?(?:Executive\s+(?:Secretaries|Directors)|Secretaries[- ]General|Directors(?:[- ]General)?|Heads|Coordinators)\s+of\s+[^,;.()]{{3,120}},\s+{_MR}(?=[A-Z])")
_IN_BRACKETS = re.compile(r"\s*\((?:the\s+)?(?=[A-Z])")
_AND_ANOTHER = re.compile(r"(?:\s*\([^()]*\))?(?:,|\s+and)\s")
_HEADED_KINDS = AGENTS - {"InterAgencyMechanism"}
_HINTS = any_of("headed ", "directed ", "direction of", "management of", "Its ", "Secretaries", "Directors", "Heads of", "Coordinators of")


def heading(reading: Reading) -> None:
    """State who heads an organization."""
    for passage, sentence in reading.saying(_HINTS):
        if reading.says(sentence, "headed ", "directed ", "direction of", "management of"):
            _headed(reading, passage, sentence)
        if reading.says(sentence, "Its ") and not reading.opens(passage, sentence):
            _its(reading, passage, sentence)
        if reading.says(sentence, "Secretaries", "Directors", "Heads of", "Coordinators of"):
            _heads(reading, passage, sentence)


def _headed(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the EMG secretariat, *headed by Mr. A*" """
    for where, agent in reading.named(sentence, _HEADED_KINDS):
        match = _HEADED.match(reading.text, where.end, sentence.end)
        person = reading.at(match.end(), sentence.end, {"Person"}, article=False) if match else None
        if match and person and not _PART_OF.search(reading.text, sentence.start, where.start) and not is_unsure(reading, sentence, where.start):
            _state(reading, passage, person, agent, Span(where.start, person[0].end))


def _its(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The Pond Observatory opened in May. *Its director is Ms. A*." """
    match = _ITS.match(reading.text, sentence.start, sentence.end)
    person = reading.at(match.end(), sentence.end, {"Person"}, article=False) if match else None
    if not person or of_its_office(reading, passage, sentence):
        return
    before = reading.sentence_before(passage, sentence.start)
    first = before.start + len("The ") if reading.text.startswith("The ", before.start) else before.start
    named = [pair for pair in reading.named(before, _HEADED_KINDS) if pair[0].start == first] or [(w, e) for w, e in groups_in_words(reading, passage, before) if before.start <= w.start <= first]
    subject = max(named, key=lambda pair: pair[0].end, default=None)
    if subject and not _AND_ANOTHER.match(reading.text, subject[0].end, before.end):
        _state(reading, passage, person, subject[1], Span(sentence.start, person[0].end))


def _heads(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "*The Directors of* two regional centres, *Mr. A (SPA/RAC) and Ms. B (PAP/RAC)*" """
    for match in _HEADS.finditer(reading.text, sentence.start, sentence.end):
        for where, person in people_from(reading, match.end(), sentence.end):
            opening = _IN_BRACKETS.match(reading.text, where.end, sentence.end)
            agent = reading.at(opening.end(), sentence.end, _HEADED_KINDS) if opening else None
            if agent and reading.text.startswith(")", agent[0].end):
                _state(reading, passage, (where, person), agent[1], Span(match.start(), agent[0].end))


def _state(reading: Reading, passage: Passage, person: tuple[Span, Entity], agent: Entity, span: Span) -> None:
    known = any(isinstance(r, Role) and r.agent == person[1].iri and r.role in {"officer", "lead"} and r.target == agent.iri for r in reading.said_in(passage.id))
    if not known:
        reading.state(Role(reading.evidence(passage, span), person[1].iri, "officer", reading.keep(agent)))
