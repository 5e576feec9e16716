"""Who presented, who works together, who proposes.

Presenting is not leading: who merely reported on a workstream has the role `reporting`, whose
basis is *implied*.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.reading import AGENTS, BODIES, GROUPS, PLANS, TARGETS, is_unsure, noun_phrase, status_of
from kg.extract.words import Guarded, any_of
from kg.model import Delivery, Fact, Proposal, Role, Span
from kg.namespaces import slug

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage, Point

_REPORTING = Guarded(
    r"\s+(?:then\s+|also\s+|briefly\s+|further\s+)?(?P<verb>presented|provided|gave|shared|delivered|introduced|outlined|highlighted|reported\s+on|informed\s+(?:participants|members|the\s+meeting|delegates)\s+(?:about|on|of)|briefed\s+(?:participants|members|the\s+meeting|delegates)\s+on|"
    r"reminded\s+(?:participants|members|the\s+meeting)\s+(?:about|of)|referred\s+to(?!\s+(?:in|as|above|below)\b)|updated\s+(?:participants|members|the\s+meeting)\s+on)\b"
)
_REPORT = re.compile(
    r"\s*(?:an?\s+|the\s+)?(?:brief\s+|short\s+|oral\s+|progress\s+)*(?P<noun>progress|updates?|overview|information|report|status|state|summary|briefing|"
    r"presentation|work|activities|outcomes?|results?)\b"
)
_TO = re.compile(r"\b(?:to|(?:preparatory|selection|nomination|accreditation|registration)\s+process\s+(?:for|of|towards?))\s+(?:the\s+)?\Z")
"""What comes after it is not what is reported on: "the preparatory process *for the* conference"."""
_COMPLETE = re.compile(r"reported|reminded|referred|updated|briefed|informed")
_TOPIC_FIRST = re.compile(r"\A(?:On|Regarding|Concerning|With\s+regards?\s+to|As\s+regards)\s+(?:the\s+)?(?:EMG\s+)?")
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
_REPORT_OF = Guarded(r"\b(?:reports?|updates?|briefings?|presentations?)\s+(?:of|by|from)\s+(?:the\s+)?")
_ON = re.compile(r"\s+on\s+(?:the\s+)?(?:(?:relevant|recent|main|further)\s+)?(?:(?:progress|work|activities|implementation|outcomes?|results?)\s+(?:made\s+)?(?:of|by|in|under)\s+(?:the\s+)?)?")
_WORKED = re.compile(
    r"\s+(?:(?:has|have|also|recently|jointly)\s+)*(?:reported|developed|prepared|produced|published|launched|finalized|organized|held|convened|worked|is\s+working|is\s+developing|is\s+preparing)\b"
)
_VISION = re.compile(r"\b(?:vision|strategy|guidelines?|options|proposals?)\s+(?:on|for)\s+[^.;]{0,60}\Z")
_JOINTLY = Guarded(r"\b[Cc]ollaboration\s+between\s+(?:the\s+)?(?P<secretariats>secretariats\s+of\s+(?:the\s+)?)?")


def roles(reading: Reading) -> None:
    """State who reports, works together and proposes, from prose and from action items."""
    for passage, sentence in reading.sentences():
        if reading.may_match(_REPORTING, sentence):
            _reporting(reading, passage, sentence)
        _report_of(reading, passage, sentence)
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


# -- reporting -----------------------------------------------------------------------------------


def _reporting(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "UNDP presented the progress made by the Issue Management Group on Biodiversity." """
    for where, agent in _subjects(reading, sentence):
        verb = _REPORTING.pattern.match(reading.text, where.end, sentence.end)
        if not verb:
            continue
        report = _REPORT.match(reading.text, verb.end(), sentence.end)
        if not report and not _COMPLETE.match(verb["verb"]):
            continue
        target = _topic_first(reading, sentence) or _reported(reading, verb.end(), sentence.end)
        together = [(w, e.iri) for w, e in reading.agents_until(where.end, sentence.start)] or [(where, agent)]
        for first, reporter in together if target else ():
            if target and target[1].iri != reporter:
                start = sentence.start if target[0].start < first.start else first.start
                span = Span(start, max(target[0].end, verb.end()))
                reading.state(Role(reading.evidence(passage, span), reporter, "reporting", target[1].iri, "implied"))
        return


def _report_of(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "welcomes the report of the EMG on relevant activities of the Issue Management Group on Biodiversity" """
    for match in reading.matches(_REPORT_OF, sentence):
        agent = reading.at(match.end(), sentence.end, AGENTS)
        on = _ON.match(reading.text, agent[0].end, sentence.end) if agent else None
        target = reading.at(on.end(), sentence.end, GROUPS) if on else None
        if agent and target:
            evidence = reading.evidence(passage, Span(match.start(), target[0].end))
            reading.state(Role(evidence, agent[1].iri, "reporting", target[1].iri, "implied"))


def _subjects(reading: Reading, sentence: Span) -> list[tuple[Span, IRI]]:
    """Return who may be the subject of a sentence: agents, and "the Chair" of the meeting."""
    found = [(where, entity.iri) for where, entity in reading.named(sentence, AGENTS)]
    chair = re.match(r"(?:The\s+)?Chair\b", reading.text[sentence.start : sentence.end])
    if chair and reading.chair:
        found.insert(0, (Span(sentence.start, sentence.start + chair.end()), reading.chair))
    return found


def _topic_first(reading: Reading, sentence: Span) -> tuple[Span, Entity] | None:
    match = _TOPIC_FIRST.match(reading.text[sentence.start : sentence.end])
    return reading.at(sentence.start + match.end(), sentence.end, GROUPS | PLANS) if match else None


def _reported(reading: Reading, start: int, end: int) -> tuple[Span, Entity] | None:
    """Return what a report is on: the first group named after the verb, else the first target."""
    stop = re.search(r",\s+(?:which|where|and\s+\w+ed)\b", reading.text[start:end])
    end = start + stop.start() if stop else end
    named = [p for p in reading.named(Span(start, end), TARGETS) if not _TO.search(reading.text[start : p[0].start])]
    group = next((p for p in named if p[1].kind in GROUPS), None)
    return group or _body_of_session(named) or (named[0] if named else None)


def _body_of_session(named: list[tuple[Span, Entity]]) -> tuple[Span, Entity] | None:
    """ "updates on the preparations for the first meeting of the …" are updates on that body."""
    if not named or named[0][1].kind != "Meeting":
        return None
    return next((p for p in named[1:] if named[0][0].covers(p[0]) and ("sessionOf", p[1].iri) in named[0][1].links), None)


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
    subject = direct or next((p for p in before if _REPORTING.pattern.match(reading.text, p[0].end, sentence.end)), None)
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
