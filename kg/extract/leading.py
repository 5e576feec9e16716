"""Who leads, (co-)chairs, is a member: what a text says in words. Hosting and secretariats have files of their own.

A role is stated only where the words stand next to those who have it and to what they have it in;
what is proposed, asked for or possible states nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.hosting import event_before, hosted_with
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS, is_over, is_unsure, status_of
from kg.extract.serving import secretariat, secretariat_provided, supported, the_secretariat_serves, whose_secretariat
from kg.extract.words import Guarded, any_of
from kg.model import Role, Span
from kg.text import fold

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_HINTS = any_of(
    "chair", "Chair", "lead", "Lead", " led", "\nled", "(led", "Led", "host", "Host", "ecretariat", "member", "Member", "joined", "compris", "compos",
    "consists", "collaboration", "partnership", "cooperation",
)  # fmt: skip
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
_TAKEN_OVER = re.compile(
    r"\s+(?:has\s+|have\s+)?(?:taken\s+over|took\s+over|assumed|taken\s+on|took\s+on)\s+(?:the\s+)?(?:role\s+of\s+)?(?P<title>(?:co-?)?(?:lead(?:ership)?|chair(?:manship)?)s?)"
    r"\s+(?:of|for)\s+(?=the\s|[A-Z])"
)
_TITLE_FIRST = re.compile(rf"\A(?:In\s+(?:its|their)\s+(?:capacity|capacities|role)\s+as|As)\s+(?:the\s+|an?\s+)?{_TITLE}{_OF}")
_WITH = re.compile(r"\b[Ww]ith\s+(?:the\s+)?")
_AS_ITS = re.compile(rf"\s+(?:(?:serving|acting)\s+)?as\s+(?:the\s+|its\s+)?{_TITLE}\b(?!\s+(?:of|for)\b)")
_TITLE_BEFORE = Guarded(rf"{_TITLE}\s+(?:of|for)\s+(?:the\s+)?\Z")
_ARE = re.compile(r"(?:\s+(?:is|are|include|includes|comprise|now\s+include)\s*:?|\s*:)\s+(?:the\s+)?")
_LABELLED = re.compile(rf"\s*\(\s*{_TITLE}\s*:\s*(?:the\s+)?")
_COMPRISES = re.compile(r",?\s+(?:comprises|comprising|consists\s+of|consisting\s+of|(?:is\s+)?composed\s+of|(?:is\s+)?made\s+up\s+of)\s+(?:the\s+)?")
_JOINED = re.compile(r"\s+(?:has\s+|have\s+|had\s+)?(?:recently\s+|also\s+)?joined\s+(?=the\s|[A-Z])")
_SOMEBODY_OF = re.compile(r"\b(?:of|from|at|replac\w+|succe\w+)\s+(?:the\s+)?\Z|\(\s*\Z")
"""Before an agent: it is then somebody there who has the title, not the agent."""
_BY = re.compile(
    r"(?P<verb>co-?chaired|co-?led|chaired|led|under\s+the\s+(?:joint\s+)?(?:co-?)?(?:leadership|chairmanship))\s+"
    r"(?:jointly\s+)?(?:by|of)\s+(?:the\s+)?"
)
_BY_FIRST = re.compile(r"\W{0,4}(?P<verb>(?:Co-?)?(?:[Cc]haired|[Ll]ed))\s+(?:jointly\s+)?by\s+(?:the\s+)?")
_BEFORE_BY = re.compile(
    r"\s*(?:\([^)]{1,20}\)\s*)?[,(]?\s*(?:(?:which|that)\s+)?(?:(?:is|was|are|were|to\s+be|will\s+be|being|has\s+been|currently|jointly)\s+)*\Z"
)
_THE_MEETING = re.compile(r"[Tt]h(?:e|is)\s+(?P<noun>[Mm]eeting|[Ss]ession|[Ww]orkshop|[Dd]ialogue)\s+(?:was|is)\s+")
_LEADS = re.compile(
    r"(?:,\s+which)?\s+(?:currently\s+|also\s+|jointly\s+)?(?P<verb>(?:co-?)?chairs?|(?:co-?)?leads?|(?:co-?)?hosts?|co-?chaired|co-?led|chaired|led|hosted|is\s+leading|are\s+leading|"
    r"is\s+hosting|(?P<will>will\s+)(?:also\s+|jointly\s+|continue\s+to\s+)?(?:co-?)?(?:chair|lead|host))\s+(?=the\s|an?\s|its\s|[A-Z])"
)
_TOGETHER = re.compile(r"(?:\s*\([^()]{2,20}\))?,?\s+(?:jointly|together)\s+with\s")
"""Whoever chairs something *together with* another is no chair alone."""
_MEETING_OF = re.compile(r"\b(?:[Mm]eeting|[Ss]ession|[Ww]orkshop|[Cc]onference|[Ss]egment|[Pp]art|[Pp]hase|[Bb]oard|[Cc]ommittees?|[Bb]ureau|(?:[Ww]orking|[Tt]ask|[Ee]xpert|[Dd]rafting)\s+(?:[Gg]roup|[Tt]eam|[Ff]orce)s?|[Ss]ub-?groups?)\s+(?:of|under)\s+(?:the\s+)?\Z")
"""Who chairs *a meeting of* the Task Team, or *the working groups of* it, need not chair the Task Team."""
_ROLE_OF_VERB = (
    (re.compile(r"co-?chair"), "co-chair"),
    (re.compile(r"chair"), "chair"),
    (re.compile(r"lead|led"), "lead"),
    (re.compile(r"host"), "host"),
    (re.compile(r"member"), "member"),
)

_IN_A_CLAUSE, _CLOSED = re.compile(r",\s+(?:which|that|who|whose|(?:of|to|under|in)\s+which)\s[^,;]{2,100}\Z"), re.compile(r"(?:\s*\([^()]{2,20}\))?,\s+(?:is|was|are|were|will|has|have)\b")
"""What a clause in commas names is not the subject: "the Task Force, which reports to *the Working Group,* is chaired by"."""


_DRAFTING = Guarded(r"The\s+(?P<doing>drafting|preparation|compilation|elaboration|writing)\s+(?:will\s+be|would\s+be|is\s+being|is|was)\s+(?P<co>co-)?(?:led|coordinated)\s+(?:jointly\s+)?by\s+(?:the\s+)?")
_TO_PREPARE = re.compile(
    r"\b(?:prepare|draft|develop|write|submit|produce|compile|elaborate)\s+(?P<what>(?:an?|the)\s+(?:(?!(?:of|for|on|to|the)\b)[\w’'-]+\s+){0,4}?"
    r"(?:submission|report|paper|note|statement|proposal|document|guidance|study|strategy|plan|brief|outline|compendium|input|publication|letter|declaration|template|guidelines|questionnaire))\b"
)


def leading(reading: Reading) -> None:
    """State who leads, chairs, hosts, serves and is a member, from prose and from action items."""
    for passage, sentence in reading.saying(_HINTS, "paragraph", "unnumbered", "action"):
        for rule in () if passage.kind == "action" and passage.parent else _RULES:
            rule(reading, passage, sentence)


# -- titles --------------------------------------------------------------------------------------


def _titles(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "UNEP and ILO, co-chairs of the …" · "… was designated as the lead agency for the …" · "… as a member of the …" """
    for where, named in reading.named(sentence, AGENTS | {"Convention"}):
        end = reading.past_acronym((where, named), sentence.start)
        match = _HAS_TITLE.match(reading.text, end, sentence.end) or _TAKEN_OVER.match(reading.text, end, sentence.end)
        agent = _who_acts(reading, named, match["title"]) if match else None
        if not match or not agent or _SOMEBODY_OF.search(reading.text[sentence.start : where.start]) or is_unsure(reading, sentence, where.start):
            continue
        several = match["title"].endswith("s") or fold(match["title"]).startswith("co")
        target = reading.at(match.end(), sentence.end, _has(match["title"]))
        agents = reading.agents_until(where.end, sentence.start) if several else [(where, agent)]
        _state(reading, passage, agents, match["title"], target)


def _who_acts(reading: Reading, named: Entity, title: str) -> Entity | None:
    """Return who has a title: a treaty can only be a member, through its secretariat."""
    if named.kind != "Convention":
        return named
    return reading.secretariat_of(named.iri) if _role_of(title) == "member" else None


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
    for start in _WITH.finditer(reading.text, sentence.start, sentence.end) if len(groups) == 1 else ():
        agents = reading.agents_from(start.end(), sentence.end)
        match = _AS_ITS.match(reading.text, agents[-1][0].end, sentence.end) if agents else None
        if match and not is_unsure(reading, sentence, start.start()):
            _state(reading, passage, agents, match["title"], next(iter(groups.values())))


def _participle(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Co-chaired by UNEP and WHO, the Task Team on … met twice." """
    match = _BY_FIRST.match(reading.text, sentence.start, sentence.end)
    agents = reading.agents_from(match.end(), sentence.end) if match else []
    comma = re.compile(r"\s*(?:\([^)]{2,20}\)\s*)?,\s+(?:the\s+)?").match(reading.text, agents[-1][0].end, sentence.end) if agents else None
    target = reading.at(comma.end(), sentence.end, GROUPS | EVENTS) if comma else None
    if match:
        _state(reading, passage, agents, match["verb"], target)


def _listed(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Members of the … are A and B" · "the … (co-chairs: A and B)" · "the … comprises A and B" · "the …, in collaboration with A" """
    titled = reading.may_match(_TITLE_BEFORE, sentence)
    for where, group in reading.named(sentence, GROUPS | {"InterAgencyMechanism"}):
        before = _TITLE_BEFORE.pattern.search(reading.text[sentence.start : where.start]) if titled else None
        listed = _ARE.match(reading.text, where.end, sentence.end) if before else None
        labelled = _LABELLED.match(reading.text, where.end, sentence.end)
        found = listed or labelled or _COMPRISES.match(reading.text, where.end, sentence.end)
        title = labelled["title"] if labelled else before["title"] if before and listed else "member"
        if found and not is_unsure(reading, sentence, where.start):
            _state(reading, passage, reading.agents_from(found.end(), sentence.end), title, (where, group))
        if group.kind in GROUPS and not reading.text[sentence.start : where.start].endswith(("by ", "by the ")):
            hosted_with(reading, passage, sentence, (where, group))


def _joined(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "UNESCO joined the Issue Management Group on …" """
    for where, _ in reading.named(sentence, AGENTS):
        match = _JOINED.match(reading.text, where.end, sentence.end)
        target = reading.at(match.end(), sentence.end, _has("member")) if match else None
        _state(reading, passage, reading.agents_until(where.end, sentence.start) if target else [], "member", target)


def _has(title: str) -> frozenset[str]:
    """Return the kinds of what one can have a title in."""
    return GROUPS | BODIES | {"InterAgencyMechanism"} if _role_of(title) == "member" else GROUPS | EVENTS | {"InterAgencyMechanism"}


def _state(reading: Reading, passage: Passage, agents: list[tuple[Span, Entity]], title: str, target: tuple[Span, Entity] | None) -> None:
    if target is None:
        return
    role = _role_of(title)
    for where, agent in agents:
        span = Span(min(where.start, target[0].start), max(agents[-1][0].end, target[0].end))
        reading.state(Role(reading.evidence(passage, span), agent.iri, role, target[1].iri, status=status_of(passage)))


def _drafting(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The group agreed to prepare a joint note. *The drafting will be led by FAO*." """
    match = None if reading.opens(passage, sentence) else reading.begins(_DRAFTING, sentence)
    if match is None:
        return
    before = list(_TO_PREPARE.finditer(reading.text, *reading.sentence_before(passage, sentence.start)))
    for where, agent in reading.agents_from(match.end(), sentence.end) if len(before) == 1 else ():
        evidence = reading.evidence(passage, Span(match.start("doing"), where.end))
        work = reading.mint("Workstream", "workstream", f"{match['doing']} of {before[0]['what']}", evidence)
        reading.state(Role(evidence, agent.iri, "lead", work, status=status_of(passage)))


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
        agents = reading.agents_from(match.end(), sentence.end, AGENTS | {"State"} if "chair" in match["verb"] else AGENTS)
        if agents and is_over(reading.text, reading.text[sentence.start : match.end()], agents[-1][0].end):
            continue
        targets = _groups_of_list(reading, passage, match.start()) or _target_before(reading, sentence, match.start())
        subject = _THE_MEETING.fullmatch(reading.text, sentence.start, match.start()) if agents and not targets else None
        meeting = event_before(reading, passage, sentence, Span(*subject.span("noun"))) if subject else None
        targets = [meeting] if meeting else targets
        for _, target in targets:
            for where, agent in agents:
                span = Span(min(sentence.start, where.start) if len(targets) > 1 else targets[0][0].start, agents[-1][0].end)
                evidence = reading.evidence(passage, span)
                collective = len(targets) > 1 and len(agents) > 1
                role = _role_of(match["verb"])
                role = "co-chair" if role == "chair" and len(agents) > 1 else role
                reading.state(Role(evidence, agent.iri, role, target.iri, "stated", collective, status_of(passage)))


def _groups_of_list(reading: Reading, passage: Passage, before: int) -> list[tuple[Span, Entity]]:
    """Return the groups listed below "three working groups", where those words stand before."""
    listed = re.search(r"\b\w+\s+(?:\w+\s+)?(?:working\s+groups|task\s+teams)\s*,?\s*\Z", reading.text[passage.body.start : before])
    if not listed or not passage.points:
        return []
    heads = [reading.at(point.span.start, point.span.end, GROUPS, article=False) for point in passage.points]
    return [head for head in heads if head]


def _target_before(reading: Reading, sentence: Span, end: int) -> list[tuple[Span, Entity]]:
    for where, entity in reversed(reading.named(Span(sentence.start, end), GROUPS | EVENTS | {"InterAgencyMechanism"})):
        if _BEFORE_BY.match(reading.text[where.end : end]):
            if _CLOSED.match(reading.text, where.end, end) and _IN_A_CLAUSE.search(reading.text, sentence.start, where.start):
                return []
            return [] if _MEETING_OF.search(reading.text, sentence.start, where.start) or reading.text.endswith(" by ", 0, where.start) or reading.text.endswith(" by the ", 0, where.start) else [(where, entity)]
    return []


def _active(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "UNEP and UNDP co-lead the Task Team on …" """
    for where, named in reading.named(sentence, AGENTS):
        match = _LEADS.match(reading.text, reading.past_acronym((where, named), sentence.start), sentence.end)
        target = reading.at(match.end(), sentence.end, GROUPS | EVENTS) if match else None
        if not match or not target:
            continue
        agents = reading.agents_until(where.end, sentence.start)
        agents = agents[-1:] if re.fullmatch(r"(?:co-?)?(?:chairs|leads|hosts)", match["verb"]) else agents
        before = reading.text[sentence.start : agents[0][0].start] if agents else ""
        somebody = agents and _SOMEBODY_OF.search(before)
        over = is_over(reading.text, match[0], target[0].end) or before.endswith("Had ")
        if not somebody and not over and not _is_wished(match["verb"], agents) and not (match["will"] and is_unsure(reading, sentence, where.start)):
            role = _role_of(match["verb"])
            role = "co-chair" if role == "chair" and _TOGETHER.match(reading.text, target[0].end) else role
            for agent_where, agent in agents:
                evidence = reading.evidence(passage, Span(agent_where.start, target[0].end))
                reading.state(Role(evidence, agent.iri, role, target[1].iri, status=status_of(passage)))


def _is_wished(verb: str, agents: list[tuple[Span, Entity]]) -> bool:
    """Tell "it was proposed that UNEP *lead* …": one agent, and a verb without an ending."""
    return len(agents) == 1 and bool(re.fullmatch(r"(?:co-?)?(?:chair|lead|host)", verb))


_RULES: tuple[Callable[[Reading, Passage, Span], None], ...] = (
    _titles,
    _title_first,
    _with_as,
    _participle,
    _listed,
    _joined,
    _drafting,
    _passive,
    _active,
    secretariat,
    secretariat_provided,
    whose_secretariat,
    supported,
    the_secretariat_serves,
)
