"""Who presented, leads, (co-)chairs, hosts, collaborates, gives secretariat support, proposes.

Presenting is not leading: a role is *stated* only where the text says so in words; who merely
reported on a workstream has the role `reporting`, whose basis is *implied*.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS, PLANS, noun_phrase
from kg.model import Delivery, Fact, Proposal, Role, Span
from kg.namespaces import slug
from kg.text import find_duration, fold

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage, Point

_REPORTING = re.compile(
    r"\s+(?:then\s+|also\s+|briefly\s+|further\s+)?(?P<verb>presented|provided|gave|shared|delivered|introduced|reported\s+on|briefed\s+(?:participants|members|the\s+meeting|delegates)\s+on|"
    r"reminded\s+(?:participants|members|the\s+meeting)\s+(?:about|of)|referred\s+to|updated\s+(?:participants|members|the\s+meeting)\s+on)\b"
)
_REPORT = re.compile(
    r"\s*(?:an?\s+|the\s+)?(?:brief\s+|short\s+|oral\s+|progress\s+)*(?P<noun>progress|updates?|overview|information|report|status|state|summary|briefing|"
    r"presentation|work|outcomes?|results?)\b"
)
_COMPLETE = re.compile(r"reported|reminded|referred|updated|briefed")
_TOPIC_FIRST = re.compile(r"\A(?:On|Regarding|Concerning|With\s+regards?\s+to|As\s+regards)\s+(?:the\s+)?(?:EMG\s+)?")
_BY = re.compile(
    r"(?P<verb>co-?chaired|co-?led|chaired|led|hosted|co-?hosted)\s+(?:jointly\s+)?by\s+(?:the\s+)?"
)
_BEFORE_BY = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?,?\s*(?:(?:which|that)\s+)?(?:(?:is|was|are|were|will\s+be|being|has\s+been|currently|jointly)\s+)*\Z"
)
_LEADS = re.compile(
    r"\s+(?:currently\s+|also\s+|jointly\s+)?(?P<verb>(?:co-?)?chairs?|(?:co-?)?leads?|(?:co-?)?hosts?|co-?chaired|chaired|led|hosted|is\s+leading|are\s+leading|"
    r"is\s+hosting|will\s+host)\s+(?=the\s|an?\s|its\s|[A-Z])"
)
_AS_LEAD = re.compile(r",?\s+(?:in\s+its\s+capacity\s+)?as\s+(?:the\s+)?(?P<verb>(?:co-?)?(?:lead|chair|host))(?:\s+agency)?\s+(?:of|for)\s+(?=the\s|[A-Z])")
_ROLE_OF_VERB = (
    (re.compile(r"co-?chair"), "co-chair"),
    (re.compile(r"chair"), "chair"),
    (re.compile(r"lead|led"), "lead"),
    (re.compile(r"host"), "host"),
)
_TOGETHER = re.compile(
    r"\b(?:in\s+(?:close\s+)?(?:collaboration|partnership|cooperation)\s+with|jointly\s+with|together\s+with)\s+(?:the\s+)?", re.IGNORECASE
)
_EFFORTS = re.compile(r"\b(?:efforts|work|collaboration)\s+with\s+(?:the\s+)?")
_TO_MAKE = re.compile(r"\s+to\s+(?P<verbs>finalize|develop|launch|prepare|produce|publish)(?:\s+and\s+\w+)?\s+(?:the\s+|an?\s+)")
_CONDUCTED = re.compile(r"\s+(?:has\s+|have\s+|also\s+)*(?:conducted|carried\s+out|undertook|undertaken)\s+(?:an?\s+|the\s+)")
_SECRETARIAT = re.compile(
    r"\s+(?:(?:will|shall|to)\s+)?(?:continue\s+to\s+)?(?:jointly\s+)?provid(?:e|es|ed|ing)\s+secretariat\s+(?:support|services|functions)\s+(?:to|for)\s+(?:the\s+)?"
    r"(?:implementation\s+of\s+(?:the\s+)?)?"
)
_SERVES_AS = re.compile(
    r",?\s+(?:jointly\s+)?(?:(?:will\s+)?(?:serves?|acts?|served|acted|serving|acting)\s+as|forms?|forming)\s+(?:the\s+|an?\s+)?(?:interim\s+)?"
    r"secretariat\s+(?:of|for|to)\s+(?:the\s+)?"
)
_OFFER = re.compile(r"\b[Aa]ccept(?:s|ed)?\s+(?:with\s+appreciation\s+)?(?:the\s+)?(?:generous\s+)?(?:offer|invitation)s?\s+(?:of|by|from)\s+(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?")
_TO_HOST = re.compile(r"\s+to\s+host\s+(?:the\s+)?")
_FOR_HOSTING = re.compile(r"\s+for\s+(?:generously\s+|successfully\s+)?(?:having\s+)?host(?:ed|ing)\s+(?:the\s+)?")
_AS_HOST = re.compile(r",?\s+(?:in\s+its\s+capacity\s+)?as\s+(?:the\s+)?(?:trustee\s+and\s+)?host\s+(?:\w+\s+)?of\s+(?:the\s+)?")
_SAID_BEFORE = re.compile(r"(?:meeting|session|workshop|event|conference)s?\b(?!\s+(?:of|on)\b)")
_EVENT_NOUN = re.compile(r"\b(?:meeting|workshop|dialogue|gathering|expo|forum|conference|training|consultation|round\s?table|event|symposium|summit|session)s?\b", re.IGNORECASE)
_LIST_OF_TARGETS = re.compile(r"\s*(?:\([^)]{1,60}\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?\Z")
_PROPOSALS = re.compile(
    r"\b(?:made|put\s+forward|submitted|presented)\s+(?:the\s+following\s+)?(?:\w+\s+)?proposals?\b[^:.]{0,60}:\s*\Z|"
    r"\b(?:suggested|proposed)\s+(?:the\s+following\s+)?(?:\w+\s+)?(?:themes|topics|proposals|actions|areas|priorities)\s*:\s*\Z"
)
_JOINTLY = re.compile(r"\b[Cc]ollaboration\s+between\s+(?:the\s+)?(?P<secretariats>secretariats\s+of\s+(?:the\s+)?)?")
_HOSTS = AGENTS | {"State"}
_HOSTED = EVENTS | GROUPS | AGENTS | BODIES | {"TreatyMechanism"}
TARGETS = GROUPS | EVENTS | PLANS | BODIES | {"InterAgencyMechanism", "Goal"}


def roles(reading: Reading) -> None:
    """State roles, from prose and from action items."""
    for passage, sentence in reading.sentences():
        _reporting(reading, passage, sentence)
        _proposals(reading, passage, sentence)
    for passage, sentence in reading.sentences("paragraph", "unnumbered", "action"):
        if passage.kind == "action" and passage.parent:
            continue
        for rule in (_passive, _active, _hosting, _secretariat, _conducted, _efforts, _together, _between):
            rule(reading, passage, sentence)


def _status(passage: Passage) -> str:
    return "suggested" if passage.kind == "action" else ""


# -- reporting -----------------------------------------------------------------------------------


def _reporting(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "UNDP presented the progress made by the Issue Management Group on Biodiversity." """
    for where, agent in _subjects(reading, sentence):
        verb = _REPORTING.match(reading.text, where.end, sentence.end)
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
    named = reading.named(Span(start, end), TARGETS)
    group = next((p for p in named if p[1].kind in GROUPS), None)
    return group or _body_of_session(named) or (named[0] if named else None)


def _body_of_session(named: list[tuple[Span, Entity]]) -> tuple[Span, Entity] | None:
    """ "updates on the preparations for the first meeting of the …" are updates on that body."""
    if not named or named[0][1].kind != "Meeting":
        return None
    return next((p for p in named[1:] if named[0][0].covers(p[0]) and ("sessionOf", p[1].iri) in named[0][1].links), None)


# -- stated leadership ---------------------------------------------------------------------------


def _role_of(verb: str) -> str:
    return next(role for pattern, role in _ROLE_OF_VERB if pattern.search(fold(verb)))


def _passive(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "… three working groups co-chaired by UNDP, UNEP and UNESCO that promote: …" """
    for match in _BY.finditer(reading.text, sentence.start, sentence.end):
        hosting = "host" in match["verb"]
        agents = reading.agents_from(_after_government(reading, match.end()) if hosting else match.end(), sentence.end, _HOSTS if hosting else AGENTS)
        targets = _groups_of_list(reading, passage, match.start()) or _target_before(reading, sentence, match.start())
        for _, target in targets:
            for where, agent in agents:
                span = Span(min(sentence.start, where.start) if len(targets) > 1 else targets[0][0].start, agents[-1][0].end)
                evidence = reading.evidence(passage, span)
                collective = len(targets) > 1 and len(agents) > 1
                role = Role(evidence, agent.iri, _role_of(match["verb"]), target.iri, "stated", collective, _status(passage))
                reading.state(role)


def _after_government(reading: Reading, start: int) -> int:
    match = re.match(r"Governments?\s+of\s+(?:the\s+)?", reading.text[start : start + 40])
    return start + match.end() if match else start


def _groups_of_list(reading: Reading, passage: Passage, before: int) -> list[tuple[Span, Entity]]:
    """Return the groups listed below "three working groups", where those words stand before."""
    listed = re.search(r"\b\w+\s+(?:\w+\s+)?(?:working\s+groups|task\s+teams)\s*,?\s*\Z", reading.text[passage.body.start : before])
    if not listed or not passage.points:
        return []
    heads = [reading.at(point.span.start, point.span.end, GROUPS, article=False) for point in passage.points]
    return [head for head in heads if head]


def _target_before(reading: Reading, sentence: Span, end: int) -> list[tuple[Span, Entity]]:
    for where, entity in reversed(reading.named(Span(sentence.start, end), GROUPS | EVENTS)):
        if _BEFORE_BY.match(reading.text[where.end : end]):
            return [(where, entity)]
    return []


def _active(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "UNEP and UNDP co-lead the Task Team on …" """
    for where, _ in reading.named(sentence, AGENTS):
        match = _LEADS.match(reading.text, where.end, sentence.end) or _AS_LEAD.match(reading.text, where.end, sentence.end)
        target = reading.at(match.end(), sentence.end, GROUPS | EVENTS) if match else None
        agents = reading.agents_until(where.end, sentence.start)
        if match and target and not _is_wished(reading, match["verb"], agents):
            for agent_where, agent in agents:
                evidence = reading.evidence(passage, Span(agent_where.start, target[0].end))
                reading.state(Role(evidence, agent.iri, _role_of(match["verb"]), target[1].iri, status=_status(passage)))


def _is_wished(reading: Reading, verb: str, agents: list[tuple[Span, Entity]]) -> bool:
    """Tell "it was proposed that UNEP *lead* …": one agent, and a verb without an ending."""
    return len(agents) == 1 and bool(re.fullmatch(r"(?:co-?)?(?:chair|lead|host)", verb)) and not _AS_LEAD.match(reading.text, agents[0][0].end)


def _hosting(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Accepts … the offer of the Government of … to host …" · "thanked … for hosting …" · "… as host of …" """
    for where, agent in reading.named(sentence, _HOSTS):
        offer = _OFFER.search(reading.text, sentence.start, where.start)
        to_host = _TO_HOST.match(reading.text, where.end, sentence.end) if offer and offer.end() == where.start else None
        match = to_host or _FOR_HOSTING.match(reading.text, where.end, sentence.end) or _AS_HOST.match(reading.text, where.end, sentence.end)
        if not match:
            continue
        hosts = [(where, agent)] if to_host else reading.agents_until(where.end, sentence.start, _HOSTS)
        for target in _hosted(reading, passage, sentence, match.end()):
            for host_where, host in hosts or [(where, agent)]:
                span = Span(min(host_where.start, target[0].start), max(where.end, target[0].end))
                reading.state(Role(reading.evidence(passage, span), host.iri, "host", target[1].iri, status=_status(passage)))


def _hosted(reading: Reading, passage: Passage, sentence: Span, start: int) -> list[tuple[Span, Entity]]:
    """Return what is hosted: what is named there (a list of sessions), "the meeting" named before, else the words."""
    target = reading.at(start, sentence.end, _HOSTED)
    found: list[tuple[Span, Entity]] = []
    while target:
        found.append(target)
        later = [p for p in reading.named(Span(target[0].end, sentence.end), EVENTS) if p[1].iri != found[-1][1].iri]
        target = later[0] if later and _LIST_OF_TARGETS.match(reading.text[found[-1][0].end : later[0][0].start]) else None
    if found:
        return found
    if _SAID_BEFORE.match(reading.text[start : start + 30]):
        return reading.named(Span(sentence.start, start), EVENTS)[-1:]
    phrase = noun_phrase(reading.text, start, sentence.end)
    words = re.sub(r"\s+(?:in|held|referred\s+to|from|organized)\b.*", "", phrase.of(reading.text), flags=re.DOTALL)
    if not _EVENT_NOUN.search(words):
        return []
    span = Span(start, start + len(words))
    iri = reading.mint("Event", "event", re.sub(r"\A(?:the|an?)\s+", "", words), reading.evidence(passage, span))
    return [(span, reading.entities[iri])]


def _secretariat(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the EMG Secretariat and SUN Facility will continue to provide secretariat support to …" """
    for where, _ in reading.named(sentence, AGENTS):
        match = _SECRETARIAT.match(reading.text, where.end, sentence.end) or _SERVES_AS.match(reading.text, where.end, sentence.end)
        target = reading.at(match.end(), sentence.end, TARGETS | AGENTS) if match else None
        if not target:
            continue
        duration, _ = find_duration(reading.text, sentence)
        until = re.search(r"\buntil\s+([^.;]{5,200})", reading.text[target[0].end : sentence.end])
        for agent_where, agent in reading.agents_until(where.end, sentence.start):
            evidence = reading.evidence(passage, Span(agent_where.start, target[0].end))
            condition = f"until {until[1].strip()}" if until else ""
            reading.state(
                Role(evidence, agent.iri, "secretariat", target[1].iri, "stated", False, _status(passage), duration, condition)  # noqa: FBT003
            )


# -- working together ----------------------------------------------------------------------------


def _conducted(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "UNU Flores conducted a barrier analysis in collaboration with UNEP …" """
    for where, agent in reading.named(sentence, AGENTS):
        match = _CONDUCTED.match(reading.text, where.end, sentence.end)
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
    for match in _EFFORTS.finditer(reading.text, sentence.start, sentence.end):
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
        secretariat = secretariat_of(reading, first[1].iri)
        rest = re.match(r"(?:,\s*|\s+)(?:and\s+)?(?:the\s+)?", reading.text[first[0].end : end])
        later = reading.agents_from(first[0].end + rest.end(), end) if rest else []
        return [(first[0], secretariat), *later] if secretariat else []
    return reading.agents_from(start, end)


def secretariat_of(reading: Reading, iri: IRI) -> Entity | None:
    """Return the secretariat that serves a convention or a mechanism, or None."""
    return next((e for e in reading.entities.values() if e.kind == "Secretariat" and ("serves", iri) in e.links), None)


def _together(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The UN Decade on Ecosystem Restoration: in collaboration with FAO." """
    for match in _TOGETHER.finditer(reading.text, sentence.start, sentence.end):
        point = next((p for p in passage.points if p.span.start <= match.start() < p.span.end), None)
        head = reading.at(point.span.start, point.span.end, GROUPS, article=False) if point else None
        if point and head and head[0].end <= match.start():
            for where, agent in reading.agents_from(match.end(), sentence.end):
                evidence = reading.evidence(passage, Span(point.span.start, where.end))
                reading.state(Role(evidence, agent.iri, "collaborator", head[1].iri, status=_status(passage)))


def _between(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "collaboration between the secretariats of the EMG and the UNSDG" """
    for match in _JOINTLY.finditer(reading.text, sentence.start, sentence.end):
        named = reading.agents_from(match.end(), sentence.end)
        parties = [e if not match["secretariats"] else secretariat_of(reading, e.iri) for _, e in named]
        wished = re.search(r"\b(?:enhanc|strengthen|encourag|foster|promot|further|increas)\w*\s+(?:\w+\s+){0,3}\Z", reading.text[sentence.start : match.start()], re.IGNORECASE)
        if len(parties) != 2 or not all(parties) or wished:  # noqa: PLR2004
            continue
        one, other = (p for p in parties if p)
        evidence = reading.evidence(passage, Span(match.start(), named[-1][0].end))
        reading.state(Fact(evidence, one.iri, "uneg:collaboratesWith", other.iri))
        for agent, target in ((one, other), (other, one)):
            reading.state(Role(evidence, agent.iri, "collaborator", target.iri, status=_status(passage)))


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
    subject = direct or next((p for p in before if _REPORTING.match(reading.text, p[0].end, sentence.end)), None)
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
