"""Who works together, and who proposes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.reading import AGENTS, BODIES, GROUPS, is_unsure, noun_phrase, status_of
from kg.extract.words import Guarded, any_of
from kg.model import Delivery, Fact, Proposal, Role, Span
from kg.namespaces import slug

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage, Point

_TOGETHER = re.compile(
    r"\b(?:in\s+(?:close\s+)?(?:collaboration|partnership|cooperation)\s+with|jointly\s+with|together\s+with)\s+(?:the\s+)?", re.IGNORECASE
)
_TOLD_TOGETHER = any_of("ollaboration", "artnership", "ooperation", "ointly", "ogether", "OLLABORATION", "ARTNERSHIP", "OOPERATION", "OINTLY", "OGETHER")
_EFFORTS = Guarded(r"\b(?:efforts|work|collaboration)\s+with\s+(?:the\s+)?")
_TO_MAKE = re.compile(r"\s+to\s+(?P<verbs>finalize|develop|launch|prepare|produce|publish)(?:\s+and\s+\w+)?\s+(?:the\s+|an?\s+)")
_CONDUCTED = Guarded(r"\s+(?:has\s+|have\s+|also\s+)*(?:conducted|carried\s+out|undertook|undertaken)\s+(?:an?\s+|the\s+)")
_PROPOSALS = re.compile(
    r"\b(?:made|put\s+forward|submitted|presented)\s+(?:the\s+following\s+)?(?:\w+\s+)?proposals?\b[^:.]{0,60}:\s*\Z|"
    r"\b(?:suggested|proposed)\s+(?:the\s+following\s+)?(?:\w+\s+)?(?:themes|topics|proposals|actions|areas|priorities)\s*:\s*\Z"
)
_WORKED = re.compile(
    r"\s+(?:(?:has|have|also|recently|jointly)\s+)*(?:reported|developed|prepared|produced|published|launched|finalized|organized|held|convened|worked|is\s+working|is\s+developing|is\s+preparing)\b"
)
_VISION = re.compile(r"\b(?:vision|strategy|guidelines?|options|proposals?)\s+(?:on|for)\s+[^.;]{0,60}\Z")
_JOINTLY = Guarded(r"\b[Cc]ollaboration\s+between\s+(?:the\s+)?(?P<secretariats>secretariats\s+of\s+(?:the\s+)?)?")


_SPOKE = re.compile(r"\s+(?:(?:then|also|briefly|further)\s+)?(?:presented|provided|gave|shared|delivered|introduced|outlined|highlighted|reported|briefed|informed|updated)\b")
"""Who speaks in the sentence that announces proposals: "*UNEP presented* the programme and made three proposals:"."""


def roles(reading: Reading) -> None:
    """State who works together and proposes, from prose and from action items."""
    for passage, sentence in reading.sentences():
        _proposals(reading, passage, sentence)
    for passage, sentence in reading.sentences("paragraph", "unnumbered", "action"):
        if passage.kind == "action" and passage.parent:
            continue
        if reading.may_match(_CONDUCTED, sentence):
            _conducted(reading, passage, sentence)
        _efforts(reading, passage, sentence)
        if reading.holds(sentence, _TOLD_TOGETHER):
            _together(reading, passage, sentence)
            _group_together(reading, passage, sentence)
        _between(reading, passage, sentence)


# -- working together ----------------------------------------------------------------------------


def _conducted(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "UNU Flores conducted a barrier analysis in collaboration with UNEP …" """
    for where, agent in reading.named(sentence, AGENTS):
        match = _CONDUCTED.pattern.match(reading.text, where.end, sentence.end)
        if not match:
            continue
        together = _TOGETHER.search(reading.text, match.end(), sentence.end)
        product = noun_phrase(reading.text, match.end(), together.start() if together else sentence.end)
        evidence = reading.evidence(passage, Span(where.start, product.end))
        iri = reading.mint("Deliverable", "deliverable", product.of(reading.text), evidence)
        reading.state(Fact(evidence, agent.iri, "uneg:conducted", iri), Delivery(evidence, iri, "completed", reading.topic(passage) or agent.iri))
        partners = reading.agents_from(together.end(), sentence.end) if together else []
        for partner_where, partner in partners:
            span = Span(where.start, partner_where.end)
            reading.state(Role(reading.evidence(passage, span), partner.iri, "collaborator", iri))


def _efforts(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "efforts with the UNFCCC and the … to finalize and launch the Green Events tool" """
    for match in reading.matches(_EFFORTS, sentence):
        agents = _parties_from(reading, match.end(), sentence.end)
        made = _TO_MAKE.match(reading.text, agents[-1][0].end, sentence.end) if agents else None
        if not made:
            continue
        product = noun_phrase(reading.text, made.end(), sentence.end)
        evidence = reading.evidence(passage, Span(match.start(), product.end))
        iri = reading.mint("Deliverable", "deliverable", product.of(reading.text), evidence)
        reading.state(Delivery(evidence, iri, "in-preparation", reading.topic(passage) or None))
        for _, agent in agents:
            reading.state(Role(evidence, agent.iri, "collaborator", iri))


def _parties_from(reading: Reading, start: int, end: int) -> list[tuple[Span, Entity]]:
    """Return a list of agents in which a convention's acronym stands for its secretariat."""
    first = reading.at(start, end, AGENTS | {"Convention"})
    if first and first[1].kind == "Convention":
        secretariat = reading.secretariat_of(first[1].iri)
        rest = re.match(r"(?:,\s*|\s+)(?:and\s+)?(?:the\s+)?", reading.text[first[0].end : end])
        later = reading.agents_from(first[0].end + rest.end(), end) if rest else []
        return [(first[0], secretariat), *later] if secretariat else []
    return reading.agents_from(start, end)


def _together(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The UN Decade on Ecosystem Restoration: in collaboration with FAO." """
    for match in _TOGETHER.finditer(reading.text, sentence.start, sentence.end) if passage.points else ():
        point = next((p for p in passage.points if p.span.start <= match.start() < p.span.end), None)
        head = reading.at(point.span.start, point.span.end, GROUPS, article=False) if point else None
        if point and head and head[0].end <= match.start():
            for where, agent in reading.agents_from(match.end(), sentence.end):
                evidence = reading.evidence(passage, Span(point.span.start, where.end))
                reading.state(Role(evidence, agent.iri, "collaborator", head[1].iri, status=status_of(passage)))


def _group_together(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The Task Team on … reported on its guidelines (in collaboration with TDWG and GBIF)": the partners of the group that works."""
    groups = reading.named(sentence, GROUPS)
    together = list(_TOGETHER.finditer(reading.text, sentence.start, sentence.end)) if len({entity.iri for _, entity in groups}) == 1 else []
    if not together:
        return
    where, group = groups[0]
    if reading.named(Span(sentence.start, where.start), AGENTS) or not _WORKED.match(reading.text, where.end, sentence.end):
        return
    for match in together:
        if match.start() >= where.end and not is_unsure(reading, sentence, match.start()):
            for partner_where, agent in reading.agents_from(match.end(), sentence.end):
                evidence = reading.evidence(passage, Span(where.start, partner_where.end))
                reading.state(Role(evidence, agent.iri, "collaborator", group.iri, status=status_of(passage)))


def _between(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "collaboration between the secretariats of the EMG and the UNSDG" """
    for match in reading.matches(_JOINTLY, sentence):
        named = reading.agents_from(match.end(), sentence.end, AGENTS | BODIES)
        if any(entity.kind in BODIES for _, entity in named) or _VISION.search(reading.text[sentence.start : match.start()]):
            continue
        parties = [e if not match["secretariats"] else reading.secretariat_of(e.iri) for _, e in named]
        wished = re.search(r"\b(?:enhanc|strengthen|encourag|foster|promot|further|increas|need\s+for|closer|better|stronger)\w*\s+(?:\w+\s+){0,3}\Z", reading.text[sentence.start : match.start()], re.IGNORECASE)
        if len(parties) != 2 or not all(parties) or wished:  # noqa: PLR2004
            continue
        one, other = (p for p in parties if p)
        evidence = reading.evidence(passage, Span(match.start(), named[-1][0].end))
        reading.state(Fact(evidence, one.iri, "uneg:collaboratesWith", other.iri))
        for agent, target in ((one, other), (other, one)):
            reading.state(Role(evidence, agent.iri, "collaborator", target.iri, status=status_of(passage)))


# -- proposals -----------------------------------------------------------------------------------


def _proposals(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "UNEP made three proposals for consideration:" and the points below."""
    if not passage.points or sentence.end > passage.points[0].span.start:
        return
    match = _PROPOSALS.search(reading.text, sentence.start, sentence.end)
    if not match:
        return
    before = list(reading.named(Span(sentence.start, match.start()), AGENTS))
    direct = reading.before(match.start(), sentence.start, AGENTS)
    subject = direct or next((p for p in before if _SPOKE.match(reading.text, p[0].end, sentence.end)), None)
    if subject is None:
        return
    for point in passage.points:
        _proposal(reading, passage, point, subject)


def _proposal(reading: Reading, passage: Passage, point: Point, subject: tuple[Span, Entity]) -> None:
    words = point.span.of(reading.text)
    head, colon, treatment = words.partition(":")
    label = re.sub(r"\s+", " ", head).strip(" .\n")
    start = point.span.start
    evidence = reading.evidence(passage, Span(start, start + len(words.rstrip())))
    iri = reading.mint("Proposal", "proposal", label, evidence, tail=f"{subject[1].iri.rpartition('/')[2]}-{slug(label)}")
    asked = re.sub(r"\s+", " ", treatment).strip(" .\n") if colon else ""
    reading.state(Proposal(evidence, iri, label, subject[1].iri, asked))
    reading.state(Role(evidence, subject[1].iri, "proposer", iri))
    for match in _TOGETHER.finditer(reading.text, start, point.span.end):
        for _, agent in reading.agents_from(match.end(), point.span.end):
            reading.state(Role(evidence, agent.iri, "collaborator", iri, status="suggested"))
