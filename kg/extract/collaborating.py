"""Who worked with whom on what: "the report on ponds, prepared by UNEP in collaboration with FAO", also where the work has no name but its words.

Only what is done: whom somebody is asked to work with need not have joined.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.reading import AGENTS, BODIES, is_unsure
from kg.extract.words import any_of
from kg.extract.works import topic_of_heading
from kg.model import Delivery, Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

_EVENT = r"workshop|seminar|webinar|training|course|dialogue|symposium|exhibition|exchange|expedition|conference|forum|round\s?table|event"
_WORK = (
    r"(?P<work>(?:(?!the\b|an?\b|its\b|was\b|were\b|has\b|had\b|and\b|of\b)[\w’'-]+\s+){0,4}?"
    rf"(?P<head>report|paper|study|studies|guidance|guidelines|guide|manual|compendium|assessment|toolkit|survey|module|database|platform|brief|note|handbook|atlas|tool|publication|overview|review|"
    rf"mapping|inventory|methodology|map|[Cc]ampaign|[Pp]roject|[Pp]rogramme|[Nn]etwork|[Ii]nitiative|pilot|{_EVENT})s?\b(?:\s+(?:on|of|for)\s+(?:(?!\b(?:was|were|is|are|has|had|which|that|prepared|developed|organized|carried)\b)[^,;.()]){{3,100}}?)?)"
)
_DONE = r"(?P<verb>prepared|developed|produced|published|launched|carried\s+out|conducted|compiled|designed|implemented|organized|undertaken|held|convened|issued|created|drafted)"
_WITH = (
    r"(?:jointly\s+with|together\s+with|in\s+(?:close\s+)?(?:collaboration|cooperation|partnership)\s+with|"
    r"with\s+(?:the\s+)?(?:financial\s+|technical\s+)?(?:support|assistance)\s+(?:of|from))\s+(?:the\s+)?"
)
_MADE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts)\s+{_WORK}(?:\s*\([^()]{{2,60}}\))?,?\s+(?:(?:which|that)\s+)?(?:(?:is|are|was|were|has|have|had|been|being|also|recently)\s+){{0,3}}{_DONE}"
    rf"(?:\s+(?:jointly\s+)?by\s+(?P<by>(?:(?!\b(?:which|in|with|and\s+(?:was|were|has|had|is|[a-z]+ed))\b)[^;.,]){{2,120}}?))?,?\s+{_WITH}"
)
"""The report, prepared by A in collaboration with …"""
_MAKES = re.compile(rf"\b(?:has\s+|have\s+|had\s+)?(?:also\s+|jointly\s+)?{_DONE[:-1]}|runs|operates|implements)\s+(?:the|an?|its)\s+{_WORK},?\s+{_WITH}")
"""… A has prepared a report in collaboration with …"""
_WITH_FIRST = re.compile(rf"\b(?:has\s+|have\s+|had\s+)?(?:also\s+)?{_DONE},?\s+{_WITH}")
_THEN_WORK = re.compile(rf"(?:\s*\([A-Z][\w-]{{1,12}}\))?,?\s+(?:the|an?|its)\s+{_WORK}(?=[,.;]|\s+(?:in|which|that|at|by|was)\b|\s*\Z)")
"""… A has prepared, jointly with B, a report …"""
_PARTNERS = AGENTS | BODIES | {"TreatyMechanism"}
_FRONTED = re.compile(r"(?:(?:Jointly|Together)\s+with|In\s+(?:close\s+)?(?:collaboration|cooperation|partnership)\s+with)\s+(?:the\s+)?")
_THEN_MADE = re.compile(rf"(?:\s*\([A-Z][\w-]{{1,12}}\))?,\s+(?:it|they|[A-Z][\w-]+|the\s+[A-Za-z -]{{3,60}})\s+(?:(?:has|have|had|also|recently)\s+){{0,2}}{_DONE}\s+(?:(?:the|an?|its)\s+)?{_WORK}(?=[,.;]|\s+(?:in|which|that|at|by|was)\b|\s*\Z)")
"""Together with B, A has prepared a report …"""
_HINTS = any_of("ollaboration with", "artnership with", "ooperation with", "ogether with", "ointly with", "upport of", "upport from", "ssistance of", "ssistance from")
_JOINTLY = any_of("joint ")
_INDEFINITE = re.compile(r"[Aa]n?\s")
_FINISHED = re.compile(r"prepared|developed|produced|published|compiled|issued|created")
_A_WORK = re.compile(rf"\b[Aa]n?\s+{_WORK}(?=\s*[,;.()]|\s+(?:which|that|was|were|is|has|had)\b)")
_JOINT = re.compile(rf"\b(?:[Aa]|[Tt]he)\s+(?P<work>joint\s+(?P<head>report|paper|study|assessment|publication|statement|project|programme|initiative|campaign|side\s+event|{_EVENT}))\s+(?:of|by|between)\s+(?:the\s+)?")
_ON = re.compile(r"(?P<on>\s+on\s+(?:(?!\b(?:was|were|is|has|had|which|that|held)\b)[^,;.()]){3,100}?)?,?\s+(?:(?:which|that)\s+)?(?:(?:was|were|has\s+been|had\s+been)\s+(?:held|organized|convened|published|issued|launched|conducted|prepared|released)|took\s+place)\b")
"""A joint workshop of A and B on ponds *was held*."""
_OPEN = re.compile(r"\b(?:be|to|will|would|should|could|may|might|shall|can|not)\s+(?:be\s+)?(?:also\s+)?\Z")


def collaborating(reading: Reading) -> None:
    """State who collaborated in works that were done."""
    for passage, sentence in reading.saying(_HINTS, "paragraph", "unnumbered", "preamble"):
        for match, verb, agents in (*_made(reading, sentence), *_with_first(reading, sentence), *_fronted(reading, sentence)):
            _state(reading, passage, sentence, match, verb, agents)
    for passage, sentence in reading.saying(_JOINTLY, "paragraph", "unnumbered"):
        _joint(reading, passage, sentence)


def _joint(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "*A joint workshop of IPBES and FAO* on ponds had been held online." """
    for match in _JOINT.finditer(reading.text, sentence.start, sentence.end):
        agents = reading.agents_from(match.end(), sentence.end, _PARTNERS)
        done = _ON.match(reading.text, reading.past_acronym(agents[-1], sentence.start), sentence.end) if len(agents) > 1 else None
        if done is None or is_unsure(reading, sentence, match.start()):
            continue
        words = " ".join(f"{match['work']}{done['on'] or ' of ' + ' and '.join(agent.label for _, agent in agents)}".split())
        kind, folder = ("Event", "event") if re.fullmatch(rf"(?:side\s+event|{_EVENT})", match["head"]) else ("Deliverable", "deliverable")
        target = reading.mint(kind, folder, words, reading.evidence(passage, Span(*match.span("work"))))
        known = {r.agent for r in reading.said_in(passage.id) if isinstance(r, Role) and r.role == "collaborator"}
        reading.state(*(Role(reading.evidence(passage, Span(match.start("work"), where.end)), agent.iri, "collaborator", target) for where, agent in agents if agent.iri not in known))


def _made(reading: Reading, sentence: Span) -> Iterator[tuple[re.Match[str], str, list[tuple[Span, Entity]]]]:
    for pattern in (_MADE, _MAKES):
        for match in pattern.finditer(reading.text, sentence.start, sentence.end):
            if not _OPEN.search(reading.text[sentence.start : match.start("verb")]):
                yield match, match["verb"], reading.agents_from(match.end(), sentence.end, _PARTNERS)


def _with_first(reading: Reading, sentence: Span) -> Iterator[tuple[re.Match[str], str, list[tuple[Span, Entity]]]]:
    for first in _WITH_FIRST.finditer(reading.text, sentence.start, sentence.end):
        agents = reading.agents_from(first.end(), sentence.end, _PARTNERS)
        match = _THEN_WORK.match(reading.text, agents[-1][0].end, sentence.end) if agents else None
        if match and not _OPEN.search(reading.text[sentence.start : first.start("verb")]):
            yield match, first["verb"], agents


def _fronted(reading: Reading, sentence: Span) -> Iterator[tuple[re.Match[str], str, list[tuple[Span, Entity]]]]:
    first = _FRONTED.match(reading.text, sentence.start, sentence.end)
    agents = reading.agents_from(first.end(), sentence.end, _PARTNERS) if first else []
    for last in (-1, -2):  # the last of the list may be who made it: "Together with B, *A* has prepared …"
        match = _THEN_MADE.match(reading.text, agents[last][0].end, sentence.end) if len(agents) >= -last else None
        if match:
            yield match, match["verb"], agents[: len(agents) + last + 1]
            return


def _state(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str], verb: str, agents: list[tuple[Span, Entity]]) -> None:
    known = {r.agent for r in reading.said_in(passage.id) if isinstance(r, Role) and r.role == "collaborator"}
    named = reading.at(match.start("work"), match.end("work"), article=False)
    match = _first_named(reading, passage, match) if agents and len(match["work"].split()) == 1 else match
    if not agents or len(match["work"].split()) == 1 or is_unsure(reading, sentence, match.start()) or all(agent.iri in known for _, agent in agents):
        return
    work = named[1].iri if named and named[0].end == match.end("work") else _work(reading, passage, match, verb)
    for where, agent in agents:
        span = Span(min(match.start("work"), where.start), max(match.end("work"), where.end))
        if agent.iri not in known:
            reading.state(Role(reading.evidence(passage, span), agent.iri, "collaborator", work))


def _first_named(reading: Reading, passage: Passage, match: re.Match[str]) -> re.Match[str]:
    """Return how the paragraph has called the work first: "FAO conducted *a survey on ponds*. The survey was prepared …"."""
    if not match[0].startswith(("The ", "the ")):
        return match
    before = [m for m in _A_WORK.finditer(reading.text, passage.body.start, match.start()) if m["head"] == match["head"] and len(m["work"].split()) > 1]
    return before[0] if len(before) == 1 else match


def _work(reading: Reading, passage: Passage, match: re.Match[str], verb: str) -> IRI:
    """Return the event or the deliverable that some words describe."""
    evidence = reading.evidence(passage, Span(*match.span("work")))
    words = " ".join(match["work"].split())
    if re.fullmatch(rf"(?:{_EVENT})", match["head"]):
        return reading.mint("Event", "event", words, evidence)
    indefinite = " for " not in words and _INDEFINITE.match(match[0])
    topic = topic_of_heading(reading, words, match.start()) if indefinite else ""
    iri = reading.mint("Deliverable", "deliverable", f"{words} for {topic}" if topic else words, evidence)
    if _FINISHED.match(verb) and not any(isinstance(item, Delivery) and item.deliverable == iri for item in reading.items):
        reading.state(Delivery(evidence, iri, "completed"))
    return iri
