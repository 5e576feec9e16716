"""Who leads, (co-)chairs, hosts, gives secretariat support, is a member: what a text says in words.

A role is stated only where the words stand next to those who have it and to what they have it in;
what is proposed, asked for or possible states nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS, TARGETS, noun_phrase, status_of
from kg.model import Role, Span
from kg.text import find_duration, fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_HINT = re.compile(r"[Cc]hair|[Ll]ead|\bled\b|[Hh]ost|secretariat|Secretariat|[Mm]ember|joined|compris|compos|consists|collaboration|partnership|cooperation")
"""A sentence without any of these says nothing that the rules below could read."""
_TITLE = (
    r"(?P<title>(?:[Cc]o-?)?(?:[Cc]hair(?:person|man|woman)?|[Ll]ead|[Hh]ost)s?|[Mm]embers?)"
    r"(?:\s+(?:agency|agencies|organizations?|entity|entities))?"
)
_OF = r"\s+(?:of|for)\s+(?=the\s|[A-Z])"
_CAPACITY = r"(?:in\s+(?:its|their)\s+(?:capacity|capacities|role)\s+as|as)\s+"
_HAS_TITLE = re.compile(
    rf"(?:,\s+(?:{_CAPACITY})?|\s+{_CAPACITY}|\s+(?:is|are|was|were|remains?|has\s+been|have\s+been)\s+(?:also\s+|currently\s+|now\s+)?"
    rf"(?:(?:re-?)?(?:designated|appointed|selected|elected|confirmed|chosen)\s+(?:as\s+)?)?)(?:the\s+|an?\s+|one\s+of\s+the\s+)?{_TITLE}{_OF}"
)
_TITLE_FIRST = re.compile(rf"\A(?:In\s+(?:its|their)\s+(?:capacity|capacities|role)\s+as|As)\s+(?:the\s+|an?\s+)?{_TITLE}{_OF}")
_WITH = re.compile(r"\b[Ww]ith\s+(?:the\s+)?")
_AS_ITS = re.compile(rf"\s+(?:(?:serving|acting)\s+)?as\s+(?:the\s+|its\s+)?{_TITLE}\b(?!\s+(?:of|for)\b)")
_TITLE_BEFORE = re.compile(rf"{_TITLE}\s+(?:of|for)\s+(?:the\s+)?\Z")
_ARE = re.compile(r"(?:\s+(?:is|are|include|includes|comprise|now\s+include)\s*:?|\s*:)\s+(?:the\s+)?")
_LABELLED = re.compile(rf"\s*\(\s*{_TITLE}\s*:\s*(?:the\s+)?")
_COMPRISES = re.compile(r",?\s+(?:comprises|comprising|consists\s+of|consisting\s+of|(?:is\s+)?composed\s+of|(?:is\s+)?made\s+up\s+of)\s+(?:the\s+)?")
_JOINED = re.compile(r"\s+(?:has\s+|have\s+|had\s+)?(?:recently\s+|also\s+)?joined\s+(?=the\s|[A-Z])")
_UNSURE = re.compile(
    r"\b(?:propos|suggest|recommend|nominat|invit|request|encourag|call(?:s|ed)?\s+(?:on|upon)|consider|offer|possib|potential|could|would|should|might|may|whether|if|not|"
    r"no\s+longer|former)\w*\b", re.IGNORECASE
)
_SOMEBODY_OF = re.compile(r"\b(?:of|from|at)\s+(?:the\s+)?\Z|\(\s*\Z")
"""Before an agent: it is then somebody there who has the title, not the agent."""
_BY = re.compile(
    r"(?P<verb>co-?chaired|co-?led|chaired|led|hosted|co-?hosted|under\s+the\s+(?:joint\s+)?(?:co-?)?(?:leadership|chairmanship))\s+"
    r"(?:jointly\s+)?(?:by|of)\s+(?:the\s+)?"
)
_BEFORE_BY = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?[,(]?\s*(?:(?:which|that)\s+)?(?:(?:is|was|are|were|to\s+be|will\s+be|being|has\s+been|currently|jointly)\s+)*\Z"
)
_EVENT_BEFORE = re.compile(
    r"\b(?:[Tt]he|[Aa]n?)\s+(?P<event>(?:[\w’'/–-]+\s+){0,6}?(?:workshop|conference|expo|forum|symposium|training|consultation|dialogue|round\s?table|seminar|webinar|meeting|event)s?"
    r"(?:\s+on\s+[^,;.:()]{3,80}?)?)\s*,?\s*(?:(?:which|that)\s+)?(?:(?:is|was|were|to\s+be|will\s+be|being)\s+)*\Z"
)
_LEADS = re.compile(
    r"\s+(?:currently\s+|also\s+|jointly\s+)?(?P<verb>(?:co-?)?chairs?|(?:co-?)?leads?|(?:co-?)?hosts?|co-?chaired|co-?led|chaired|led|hosted|is\s+leading|are\s+leading|"
    r"is\s+hosting|(?P<will>will\s+)(?:also\s+|jointly\s+|continue\s+to\s+)?(?:co-?)?(?:chair|lead|host))\s+(?=the\s|an?\s|its\s|[A-Z])"
)
_ROLE_OF_VERB = (
    (re.compile(r"co-?chair"), "co-chair"),
    (re.compile(r"chair"), "chair"),
    (re.compile(r"lead|led"), "lead"),
    (re.compile(r"host"), "host"),
    (re.compile(r"member"), "member"),
)
_SECRETARIAT = re.compile(
    r"\s+(?:(?:will|shall|to)\s+)?(?:continue\s+to\s+)?(?:jointly\s+)?provid(?:e|es|ed|ing)\s+secretariat\s+(?:support|services|functions)\s+(?:to|for)\s+(?:the\s+)?"
    r"(?:implementation\s+of\s+(?:the\s+)?)?"
)
_SERVES_AS = re.compile(
    r",?\s+(?:jointly\s+)?(?:(?:will\s+)?(?:serves?|acts?|served|acted|serving|acting)\s+as|forms?|forming)\s+(?:the\s+|an?\s+)?(?:interim\s+)?"
    r"secretariat\s+(?:of|for|to)\s+(?:the\s+)?"
)
_FOR_FORMING = re.compile(r"\s+for\s+(?:jointly\s+)?(?:forming|serving\s+as|acting\s+as)\s+(?:the\s+|an?\s+)?(?:interim\s+)?secretariat\s+(?:of|for|to)\s+(?:the\s+)?")
_OFFER = re.compile(r"\b[Aa]ccept(?:s|ed)?\s+(?:with\s+appreciation\s+)?(?:the\s+)?(?:generous\s+)?(?:offer|invitation)s?\s+(?:of|by|from)\s+(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?")
_TO_HOST = re.compile(r"\s+to\s+host\s+(?:the\s+)?")
_FOR_HOSTING = re.compile(r"\s+for\s+(?:generously\s+|successfully\s+)?(?:having\s+)?host(?:ed|ing)\s+(?:in\s+\d{4}\s+)?(?:(?:the|this|these|that|those)\s+)?")
_AS_HOST = re.compile(r",?\s+(?:in\s+its\s+capacity\s+)?as\s+(?:the\s+)?(?:interim\s+)?(?:trustee\s+and\s+)?host\s+(?:\w+\s+)?of\s+(?:the\s+)?")
_HOST_GOVERNMENT = re.compile(r"\bas\s+(?:the\s+)?[Hh]ost\s+(?:[Gg]overnment|[Cc]ountry)\s+of\s+(?:the\s+)?")
_GOVERNMENT_OF = re.compile(r"\bGovernment\s+of\s+(?:the\s+)?\Z")
_IN_COLLABORATION = re.compile(r",?\s+in\s+(?:close\s+)?(?:collaboration|partnership|cooperation)\s+with\s+(?:the\s+)?")
_ORDINALS = re.compile(r"(?:(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:,\s+(?:and\s+)?|\s+and\s+))+")
_SAID_BEFORE = re.compile(r"(?:meeting|session|workshop|event|conference)s?\b(?!\s+(?:of|on)\b)")
_EVENT_NOUN = re.compile(r"\b(?:meeting|workshop|dialogue|gathering|expo|forum|conference|training|consultation|round\s?table|event|symposium|summit|session)s?\b", re.IGNORECASE)
_LIST_OF_TARGETS = re.compile(r"\s*(?:\([^)]{1,60}\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?\Z")
_HOSTS = AGENTS | {"State"}
_HOSTED = EVENTS | GROUPS | AGENTS | BODIES | {"TreatyMechanism"}
_PROVIDES = re.compile(
    r"\s+(?:currently\s+|also\s+)?(?:provides?|provided|will\s+(?:continue\s+to\s+)?provide|continues?\s+to\s+provide)\s+(?:the\s+)?secretariat\s+(?:of|for|to)\s+(?:the\s+)?"
)
_SECRETARIAT_OF = re.compile(r"\b[Ss]ecretariat\s+(?:(?:support|services|functions)\s+)?(?:of|for|to)\s+(?:the\s+)?")
_PROVIDED_BY = re.compile(r"\s+(?:is|are|was|were|will\s+be|continues\s+to\s+be)\s+(?:jointly\s+)?provided\s+by\s+(?:the\s+)?")


def leading(reading: Reading) -> None:
    """State who leads, chairs, hosts, serves and is a member, from prose and from action items."""
    for passage, sentence in reading.sentences("paragraph", "unnumbered", "action"):
        if (passage.kind == "action" and passage.parent) or not _HINT.search(reading.text, sentence.start, sentence.end):
            continue
        for rule in _RULES:
            rule(reading, passage, sentence)


# -- titles --------------------------------------------------------------------------------------


def _titles(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "UNEP and ILO, co-chairs of the …" · "… was designated as the lead agency for the …" · "… as a member of the …" """
    for where, agent in reading.named(sentence, AGENTS):
        match = _HAS_TITLE.match(reading.text, where.end, sentence.end)
        if not match or _SOMEBODY_OF.search(reading.text[sentence.start : where.start]) or _is_unsure(reading, sentence, where.start):
            continue
        several = match["title"].endswith("s") or fold(match["title"]).startswith("co")
        target = reading.at(match.end(), sentence.end, _has(match["title"]))
        agents = reading.agents_until(where.end, sentence.start) if several else [(where, agent)]
        _state(reading, passage, agents, match["title"], target)


def _title_first(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "In its capacity as chair of the …, UNEP …" """
    match = _TITLE_FIRST.match(reading.text[sentence.start : sentence.end])
    target = reading.at(sentence.start + match.end(), sentence.end, _has(match["title"])) if match else None
    comma = re.compile(r",\s+(?:the\s+)?").match(reading.text, target[0].end, sentence.end) if target else None
    if match and comma:
        _state(reading, passage, reading.agents_from(comma.end(), sentence.end), match["title"], target)


def _with_as(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "… the Task Team was established with UNEP and FAO as co-chairs." """
    groups = {entity.iri: (where, entity) for where, entity in reading.named(sentence, GROUPS)}
    for start in _WITH.finditer(reading.text, sentence.start, sentence.end):
        agents = reading.agents_from(start.end(), sentence.end)
        match = _AS_ITS.match(reading.text, agents[-1][0].end, sentence.end) if agents else None
        if match and len(groups) == 1 and not _is_unsure(reading, sentence, start.start()):
            _state(reading, passage, agents, match["title"], next(iter(groups.values())))


def _listed(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Members of the … are A and B" · "the … (co-chairs: A and B)" · "the … comprises A and B" · "the …, in collaboration with A" """
    for where, group in reading.named(sentence, GROUPS | {"InterAgencyMechanism"}):
        before = _TITLE_BEFORE.search(reading.text[sentence.start : where.start])
        listed = _ARE.match(reading.text, where.end, sentence.end) if before else None
        labelled = _LABELLED.match(reading.text, where.end, sentence.end)
        found = listed or labelled or _COMPRISES.match(reading.text, where.end, sentence.end)
        title = labelled["title"] if labelled else before["title"] if before and listed else "member"
        if found and not _is_unsure(reading, sentence, where.start):
            _state(reading, passage, reading.agents_from(found.end(), sentence.end), title, (where, group))
        if group.kind in GROUPS:
            _hosted_with(reading, passage, sentence, (where, group))


def _joined(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "UNESCO joined the Issue Management Group on …" """
    for where, _ in reading.named(sentence, AGENTS):
        match = _JOINED.match(reading.text, where.end, sentence.end)
        target = reading.at(match.end(), sentence.end, _has("member")) if match else None
        _state(reading, passage, reading.agents_until(where.end, sentence.start) if target else [], "member", target)


def _is_unsure(reading: Reading, sentence: Span, position: int) -> bool:
    return bool(_UNSURE.search(reading.text, sentence.start, position))


def _has(title: str) -> frozenset[str]:
    """Return the kinds of what one can have a title in."""
    return GROUPS | BODIES | {"InterAgencyMechanism"} if _role_of(title) == "member" else GROUPS | EVENTS


def _state(reading: Reading, passage: Passage, agents: list[tuple[Span, Entity]], title: str, target: tuple[Span, Entity] | None) -> None:
    if target is None:
        return
    role = _role_of(title)
    for where, agent in agents:
        span = Span(min(where.start, target[0].start), max(agents[-1][0].end, target[0].end))
        reading.state(Role(reading.evidence(passage, span), agent.iri, role, target[1].iri, status=status_of(passage)))


# -- verbs ---------------------------------------------------------------------------------------


def _role_of(words: str) -> str:
    """Return the role that a verb or a title says.

    >>> _role_of("is leading"), _role_of("Co-Chairs"), _role_of("members"), _role_of("under the leadership")
    ('lead', 'co-chair', 'member', 'lead')
    """
    return next(role for pattern, role in _ROLE_OF_VERB if pattern.search(fold(words)))


def _passive(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "… three working groups co-chaired by UNDP, UNEP and UNESCO that promote: …" """
    for match in _BY.finditer(reading.text, sentence.start, sentence.end):
        hosting = "host" in match["verb"]
        agents = reading.agents_from(_after_government(reading, match.end()) if hosting else match.end(), sentence.end, _HOSTS if hosting else AGENTS)
        targets = _groups_of_list(reading, passage, match.start()) or _target_before(reading, sentence, match.start())
        if hosting and agents and not targets:
            targets = _event_before(reading, passage, sentence, match.start())
        for _, target in targets:
            for where, agent in agents:
                span = Span(min(sentence.start, where.start) if len(targets) > 1 else targets[0][0].start, agents[-1][0].end)
                evidence = reading.evidence(passage, span)
                collective = len(targets) > 1 and len(agents) > 1
                role = Role(evidence, agent.iri, _role_of(match["verb"]), target.iri, "stated", collective, status_of(passage))
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


def _event_before(reading: Reading, passage: Passage, sentence: Span, end: int) -> list[tuple[Span, Entity]]:
    """ "*The workshop on soil*, hosted by the Government of …": an event that has no name but these words."""
    match = _EVENT_BEFORE.search(reading.text[sentence.start : end])
    if not match or " " not in match["event"]:
        return []
    span = Span(sentence.start + match.start("event"), sentence.start + match.end("event"))
    iri = reading.mint("Event", "event", match["event"], reading.evidence(passage, span))
    return [(span, reading.entities[iri])]


def _active(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "UNEP and UNDP co-lead the Task Team on …" """
    for where, _ in reading.named(sentence, AGENTS):
        match = _LEADS.match(reading.text, where.end, sentence.end)
        target = reading.at(match.end(), sentence.end, GROUPS | EVENTS) if match else None
        agents = reading.agents_until(where.end, sentence.start)
        if match and target and not _is_wished(match["verb"], agents) and not (match["will"] and _is_unsure(reading, sentence, where.start)):
            for agent_where, agent in agents:
                evidence = reading.evidence(passage, Span(agent_where.start, target[0].end))
                reading.state(Role(evidence, agent.iri, _role_of(match["verb"]), target[1].iri, status=status_of(passage)))


def _is_wished(verb: str, agents: list[tuple[Span, Entity]]) -> bool:
    """Tell "it was proposed that UNEP *lead* …": one agent, and a verb without an ending."""
    return len(agents) == 1 and bool(re.fullmatch(r"(?:co-?)?(?:chair|lead|host)", verb))


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
                reading.state(Role(reading.evidence(passage, span), host.iri, "host", target[1].iri, status=status_of(passage)))
            _hosted_with(reading, passage, sentence, target)


def _hosted_with(reading: Reading, passage: Passage, sentence: Span, target: tuple[Span, Entity]) -> None:
    """ "… as host of the …, in collaboration with the …" """
    match = _IN_COLLABORATION.match(reading.text, target[0].end, sentence.end)
    for where, partner in reading.agents_from(match.end(), sentence.end) if match else ():
        evidence = reading.evidence(passage, Span(target[0].start, where.end))
        reading.state(Role(evidence, partner.iri, "collaborator", target[1].iri, status=status_of(passage)))


def _host_government(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "… appreciation to the Government of … for its contribution … as Host Government of the secretariat" """
    match = _HOST_GOVERNMENT.search(reading.text, sentence.start, sentence.end)
    target = reading.at(match.end(), sentence.end, _HOSTED) if match else None
    if not match or not target:
        return
    before = reading.named(Span(sentence.start, match.start()), {"State"})
    governments = [p for p in before if _GOVERNMENT_OF.search(reading.text[sentence.start : p[0].start])]
    if len(governments) == len(before) == 1:
        evidence = reading.evidence(passage, Span(governments[0][0].start, target[0].end))
        reading.state(Role(evidence, governments[0][1].iri, "host", target[1].iri, status=status_of(passage)))


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
    ordinals = _ORDINALS.match(reading.text, start, sentence.end)
    phrase = Span(start, noun_phrase(reading.text, ordinals.end() if ordinals else start, sentence.end).end)
    words = re.sub(r"\s+(?:in|at|by|during|held|referred\s+to|from|organized|no\s+later)\b.*", "", phrase.of(reading.text), flags=re.DOTALL)
    if not _EVENT_NOUN.search(words):
        return []
    span = Span(start, start + len(words))
    label = re.sub(r"\A(?:the|an?)\s+|\s+respectively\b", "", words)
    iri = reading.mint("Event", "event", label, reading.evidence(passage, span))
    return [(span, reading.entities[iri])]


def _secretariat_provided(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The secretariat of the … is provided by UNEP." """
    for start in _SECRETARIAT_OF.finditer(reading.text, sentence.start, sentence.end):
        target = reading.at(start.end(), sentence.end, TARGETS)
        match = _PROVIDED_BY.match(reading.text, target[0].end, sentence.end) if target else None
        if not match or not target or _is_unsure(reading, sentence, start.start()):
            continue
        for where, agent in reading.agents_from(match.end(), sentence.end):
            evidence = reading.evidence(passage, Span(target[0].start, where.end))
            reading.state(Role(evidence, agent.iri, "secretariat", target[1].iri, status=status_of(passage)))


def _secretariat(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the EMG Secretariat and SUN Facility will continue to provide secretariat support to …" """
    for where, _ in reading.named(sentence, AGENTS):
        match = next((m for pattern in (_SECRETARIAT, _SERVES_AS, _FOR_FORMING, _PROVIDES) if (m := pattern.match(reading.text, where.end, sentence.end))), None)
        target = reading.at(match.end(), sentence.end, TARGETS | AGENTS) if match else None
        if not target:
            continue
        duration, _ = find_duration(reading.text, sentence)
        until = re.search(r"\buntil\s+([^.;]{5,200})", reading.text[target[0].end : sentence.end])
        for agent_where, agent in reading.agents_until(where.end, sentence.start):
            evidence = reading.evidence(passage, Span(agent_where.start, target[0].end))
            condition = f"until {until[1].strip()}" if until else ""
            reading.state(
                Role(evidence, agent.iri, "secretariat", target[1].iri, "stated", False, status_of(passage), duration, condition)  # noqa: FBT003
            )


_RULES: tuple[Callable[[Reading, Passage, Span], None], ...] = (
    _titles,
    _title_first,
    _with_as,
    _listed,
    _joined,
    _passive,
    _active,
    _hosting,
    _host_government,
    _secretariat,
    _secretariat_provided,
)
