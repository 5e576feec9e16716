"""Who gives secretariat support: "UNEP serves as secretariat of the …", "… for jointly forming the interim secretariat for the …"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.offices import short_body
from kg.extract.reading import AGENTS, TARGETS, is_unsure, status_of
from kg.extract.secretariats import the_secretariat
from kg.extract.words import Guarded
from kg.model import Role, Span
from kg.text import find_duration

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Passage

_SECRETARIAT = re.compile(
    r"\s+(?:(?:will|shall|to)\s+)?(?:continue\s+to\s+)?(?:jointly\s+)?provid(?:e|es|ed|ing)\s+secretariat\s+(?:support|services|functions)\s+(?:to|for)\s+(?:the\s+)?"
    r"(?:implementation\s+of\s+(?:the\s+)?)?"
)
_SERVES_AS = re.compile(
    r",?\s+(?:jointly\s+)?(?:(?:(?:will|shall)\s+)?(?:serves?|acts?|served|acted|serving|acting)\s+as|forms?|forming)\s+(?:the\s+|an?\s+)?(?:interim\s+)?"
    r"secretariat\s+(?:of|for|to)\s+(?:the\s+)?"
)
_FOR_FORMING = re.compile(
    r"\s+for\s+(?:jointly\s+)?(?:forming|serving\s+as|acting\s+as|providing)\s+(?:the\s+|an?\s+)?(?:interim\s+)?secretariat\s+(?:(?:services|support|functions)\s+)?(?:of|for|to)\s+(?:the\s+)?"
)
_PROVIDES = re.compile(
    r"\s+(?:currently\s+|also\s+)?(?:provides?|provided|will\s+(?:continue\s+to\s+)?provide|continues?\s+to\s+provide)\s+(?:the\s+)?secretariat\s+(?:of|for|to)\s+(?:the\s+)?"
)
_AS_SECRETARIAT = re.compile(
    r",?\s+(?:in\s+its\s+(?:capacity|role)\s+)?as\s+(?:the\s+)?(?:interim\s+|permanent\s+|joint\s+)?secretariat\s+(?:of|for|to)\s+(?:the\s+)?"
)
_SECRETARIAT_OF = Guarded(r"\b[Ss]ecretariat\s+(?:(?:support|services|functions)\s+)?(?:of|for|to)\s+(?:the\s+)?")
_PROVIDED_BY = re.compile(r"\s+(?:is|are|was|were|will\s+be|continues\s+to\s+be)\s+(?:jointly\s+)?provided\s+by\s+(?:the\s+)?")
_WHOSE = Guarded(r",?\s+(?:the\s+secretariat\s+of\s+which|whose\s+secretariat)\s+is\s+(?:currently\s+)?(?:provided|ensured)\s+by\s+(?:the\s+)?")
_SUPPORTED_BY = re.compile(r"(?:\s+is\s+(?:co-)?chaired\s+by\s[^;.]{3,80}?\s+and)?\s+(?:is|are|was|were|will\s+be|shall\s+be)\s+(?:supported|assisted|serviced|served)\s+by\s+(?:an?|the)\s+(?:[\w-]+\s+){0,2}secretariat\s*,?\s+(?:(?:that|which)\s+is\s+)?(?:provided|hosted)\s+(?:jointly\s+)?by\s+(?:the\s+)?")
_THE_SECRETARIAT = re.compile(
    r"\b[Tt]he\s+secretariat\s+(?:(?:shall|will)\s+(?:support\s+and\s+facilitate\s+the\s+work|service|serve\s+as\s+(?:the\s+)?secretariat|act\s+as\s+(?:the\s+)?secretariat|provide\s+secretariat\s+(?:support|services))|services|serves\s+as\s+(?:the\s+)?secretariat)\s+"
    r"(?:(?:of|to|for)\s+)?(?:the\s+)?"
)
_SHORT = re.compile(r"(?:(?:Executive|Standing|Advisory|Supervisory)\s+)?(?:Committee|Board|Body|Panel|Group)\b(?!\s+(?:of|on|for)\b)")
_THAT_IT_IS = re.compile(
    r"\s+(?:recalled|noted|said|added|explained|reported|stated|mentioned|pointed\s+out|informed\s+[\w\s]{3,40}?)\s+that\s+it\s+(?:(?:also|currently|now|already)\s+)*(?:provides?|provided|(?:serves?|served|acts?|acted)\s+as)\s+(?:the\s+)?secretariat\s+(?:of|for|to)\s+(?:the\s+)?"
)
_WAYS = (_SECRETARIAT, _SERVES_AS, _FOR_FORMING, _PROVIDES, _THAT_IT_IS, _AS_SECRETARIAT)
_SERVED = TARGETS | AGENTS | {"TreatyMechanism"}


def secretariat_provided(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The secretariat of the … is provided by UNEP." """
    for start in reading.matches(_SECRETARIAT_OF, sentence):
        target = reading.at(start.end(), sentence.end, _SERVED)
        match = _PROVIDED_BY.match(reading.text, target[0].end, sentence.end) if target else None
        if not match or not target or is_unsure(reading, sentence, start.start()):
            continue
        for where, agent in reading.agents_from(match.end(), sentence.end):
            evidence = reading.evidence(passage, Span(target[0].start, where.end))
            reading.state(Role(evidence, agent.iri, "secretariat", target[1].iri, status=status_of(passage)))


def supported(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The Task Team on … is supported by a secretariat provided by UNEP." """
    if not reading.says(sentence, "secretariat"):
        return
    for where, group in reading.named(sentence, _SERVED):
        match = _SUPPORTED_BY.match(reading.text, reading.past_acronym((where, group), sentence.start), sentence.end)
        for agent_where, agent in reading.agents_from(match.end(), sentence.end) if match else ():
            evidence = reading.evidence(passage, Span(where.start, agent_where.end))
            reading.state(Role(evidence, agent.iri, "secretariat", group.iri, status=status_of(passage)))


def whose_secretariat(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the Task Team on …, whose secretariat is provided by FAO" """
    for match in reading.matches(_WHOSE, sentence):
        target = reading.before(match.start(), sentence.start, TARGETS)
        for where, agent in reading.agents_from(match.end(), sentence.end) if target else ():
            evidence = reading.evidence(passage, Span(target[0].start, where.end))  # type: ignore[index]
            reading.state(Role(evidence, agent.iri, "secretariat", target[1].iri, status=status_of(passage)))  # type: ignore[index]


def secretariat(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the EMG Secretariat and SUN Facility will continue to provide secretariat support to …" """
    for where, agent in reading.named(sentence, AGENTS):
        end = reading.past_acronym((where, agent), sentence.start)
        match = next((m for pattern in _WAYS if (m := pattern.match(reading.text, end, sentence.end))), None)
        target = reading.at(match.end(), sentence.end, _SERVED) if match else None
        if not match or not target or (match.re is _AS_SECRETARIAT and is_unsure(reading, sentence, where.start)):
            continue
        duration, _ = find_duration(reading.text, sentence)
        until = re.search(r"\buntil\s+([^.;]{5,200})", reading.text[target[0].end : sentence.end])
        for agent_where, server in reading.agents_until(where.end, sentence.start):
            evidence = reading.evidence(passage, Span(agent_where.start, target[0].end))
            condition = f"until {until[1].strip()}" if until else ""
            reading.state(
                Role(evidence, server.iri, "secretariat", target[1].iri, "stated", False, status_of(passage), duration, condition)  # noqa: FBT003
            )


def the_secretariat_serves(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The secretariat shall support and facilitate the work of the Committee" """
    for match in _THE_SECRETARIAT.finditer(reading.text, sentence.start, sentence.end) if reading.says(sentence, "he secretariat s", "he secretariat will") else ():
        target = reading.at(match.end(), sentence.end, _SERVED)
        short = None if target else _SHORT.match(reading.text, match.end(), sentence.end)
        served = target[1].iri if target else short_body(reading, short[0]) if short else ""
        secretariat = the_secretariat(reading, passage) if served else None
        if secretariat:
            end = target[0].end if target else match.end()
            reading.state(Role(reading.evidence(passage, Span(match.start(), end)), secretariat.iri, "secretariat", served))
