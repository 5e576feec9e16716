"""Who organized or convened an event: "the workshop on ponds, organized by FAO", "FAO convened a dialogue on rain". Whoever gives it a place is its host, and may be another.

Only what took place or is arranged: who is asked to organize something need not do it. "The secretariat" that organizes an event for its own bodies serves them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.hosting import HOSTS, hosted
from kg.extract.naming_events import event_label
from kg.extract.reading import EVENTS, LONGEST_LIST, is_unsure
from kg.extract.sittings import home_body
from kg.extract.words import any_of
from kg.model import Fact, Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_NOUN = (
    r"(?:workshop|conference|[Ee]xpo|forum|symposium|training(?:\s+course)?|course|consultation|dialogue|round[\s-]?table|seminar|webinar|meeting|event|summit|gathering|hub|ceremony|exhibition"
    r"|Workshop|Conference|EXPO|Forum|Symposium|Training|Course|Consultation|Dialogue|Round\s?table|Seminar|Webinar|Meeting|Event|Summit|Gathering|Hub|Ceremony|Exhibition|Day|Week)s?"
)
_WORDS = r"(?:(?!(?:the|an?|of|that|which|who|by|was|were|is|are|has|had|have|be|been|will|would|shall|should|can|could|may|might|not|also|during|in|at|from|with|for|on|to|under|after|before|into|its|this|these|their|it|as|and\s+the)\b)[\w’'/&–-]+\s+){0,8}?"
_EVENT = re.compile(rf"\b(?P<det>[Tt]he|[Aa]n?|[Tt]wo|[Tt]hree|[Ss]everal|[Ii]ts|[Oo]ur)\s+(?P<np>{_WORDS}{_NOUN})\b(?!\s+{_NOUN}\b|\s+(?:report|series|room|programme|participants|of\s+the\s+session))(?P<acronym>\s*\([A-Z][^)]{{1,20}}\))?")
_TOPIC = re.compile(r"(?P<topic>\s+(?:on(?!\s+\d)|for|of|to\s+(?:consider|discuss|review|explore|explain|exchange|address|examine|assess|share|launch|identify|prepare))\s+[^,;.:()]{3,200}?)(?=\s*\Z|,|;|\.|:|\(|\s+(?:in|at|from)\s+(?:[A-Z]|\d)|\s+on\s+(?:\d|\w+day\b)|\s+(?:held|which|that|was|were|is|has|with\s+a\s+view|in\s+(?:collaboration|cooperation|partnership|conjunction))\b)")
_ON = re.compile(r",(?P<topic>\s+on\s+(?!\d)[^,;.:()]{3,200}?)(?=,|;|\.|:|\(|\s+(?:which|that|was|were)\b|\s*\Z)")
_ANY = re.compile(rf"(?:(?:joint|side|regional|sub-?regional|national|global|international|technical|special|in-session|informal|formal|high-level|annual|first|second|third|next|last|new|expert|virtual|online|hybrid|similar|parallel|major|one-day|two-day|three-day|training)\s+)*{_NOUN}")
"""Words for an event that could be any."""
_ASIDE = re.compile(r"(?:,?\s+(?:which\s+(?:was|were)\s+)?(?:held|convened|in|at|on|from|between|during|back\s+to\s+back)\s[^;:()]{2,420}?)?")
"""What else is said of it before: ", held in Bern from 3 to 5 May, on ponds and rain,"."""
_LINK = re.compile(r"(?P<comma>,)?\s*(?:and\s+)?(?:(?:which|that)\s+)?(?P<aux>(?:(?:is|was|are|were|be|been|being|to|will|shall|has|have|had|also|successfully|recently|now|planned)\s+)*)\Z")
_BY = re.compile(r"\b(?:organi[sz]ed|convened)(?:\s+and\s+(?:facilitated|convened|organi[sz]ed|held|conducted|led|moderated|run))?\s+(?:virtually\s+|online\s+)?by\s+(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?")
_OPEN = re.compile(r"\b(?:should|could|would|may|might|can|not|if|whether|never|proposed|suggested|typically|usually)\s+(?:\w+\s+)?(?:be\s+)?(?:\w+\s+)?\Z")
_AS_ASKED = re.compile(r"\bas\s+(?:requested|invited|proposed|recommended|suggested)\b[^,;]{0,80},")
"""What was asked for and is done: "*as requested at its last session,* FAO organized …"."""
_TO_COME = re.compile(r"\b(?:to|will|shall|planned)\b")
_MAKES = r"(?:organi[sz]ed|convened)"
_WITH = r"(?:,\s+(?:in\s+(?:close\s+)?(?:collaboration|cooperation|partnership|conjunction)|together|jointly)\s+with\s+[^;.]{2,120}?,)?"
_DID = re.compile(rf"(?:\s*\([^()]{{2,40}}\))?(?:,?\s+which)?{_WITH}\s+(?:(?:has|have|had|also|successfully|recently|again)\s+)*{_MAKES}\s+(?=the\s|an?\s|two\s|three\s|several\s|its\s)")
_DONE_WELL = re.compile(
    r"(?:\s*\([^()]{2,40}\))?,?\s+for\s+(?:(?:its|their|the)\s+(?:[\w-]+\s+){0,3}(?:efforts?|work|role|leadership)\s+in\s+)?(?:having\s+)?(?:\w+ly\s+)?"
    r"(?:organi[sz](?:ed|ing)|conven(?:ed|ing)|(?:the\s+)?(?:\w+\s+)?(?:organi[sz]ation|convening|holding)\s+of)\s+(?=the\s|an?\s|two\s|three\s|several\s|its\s|this\s|these\s|that\s)"
)
_HELPED = re.compile(
    r"(?:\s*\([^()]{2,40}\))?,?\s+for\s+(?:its|their|the)\s+(?:(?!financial\b)[\w-]+\s+){0,2}?(?:support|assistance|contributions?|cooperation|help|efforts)\s+(?:in|to|with)\s+"
    r"(?:ensuring\s+the\s+success\s+of|organi[sz]ing|preparing|holding|the\s+(?:success|preparation|organi[sz]ation|holding)\s+of)\s+(?=the\s|an?\s|two\s|three\s|several\s|its\s)"
)
_INITIATIVE = re.compile(r"\s+to\s+(?:convene|organi[sz]e|host|hold)\s+(?=the\s|an?\s)")
_OF_HIS = re.compile(r"\b(?:initiative|decision|plan)\s+(?:of|by)\s+(?:the\s+)?(?:Government\s+of\s+(?:the\s+)?)?\Z")
_SOMEBODY_OF = re.compile(
    r"\b(?:[Ss]ecretary-General|[Pp]residents?|[Pp]residenc(?:y|ies)|(?:[Vv]ice-|[Cc]o-)?[Cc]hairs?|[Dd]irector(?:-General)?|[Ss]ecretary|[Hh]eads?|[Mm]inisters?|representatives?|members?|[Mm]inistry|[Bb]ureau|[Uu]niversity|[Ii]nstitute|[Pp]arties|people|city)\s+(?:of|to|for)\s+(?:the\s+)?\Z"
)
_PART = re.compile(r"[’']s?\s|\s+(?:[Cc]hairs?|[Cc]o-?[Cc]hairs?|[Pp]residenc\w+|[Pp]resident|[Mm]embers?|[Pp]arties|[Ss]taff|[Ss]ecretar\w+|[Dd]irector|[Tt]ask|[Ww]orking|[Gg]roup)\b")
"""Somebody of a body is not the body: "the LEG *Chair*"."""
_SITTING = re.compile(r"(?:meetings?|sessions?|consultations?|dialogues?)\Z", re.IGNORECASE)
_WHO = HOSTS | {"GoverningBody"}
_SESSIONS = frozenset({"Meeting", "COPSession", "Segment"})
_HINTS = any_of("organized", "organised", "convened", "organizing", "convening", "organization of", "initiative", "success of", "preparing", "preparation of")


def organizing(reading: Reading) -> None:
    """State who organized or convened what."""
    for passage, sentence in reading.saying(_HINTS, "paragraph", "unnumbered", "preamble"):
        _passive(reading, passage, sentence)
        _active(reading, passage, sentence)


def _passive(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The workshop on ponds, held in Bern, was organized by FAO" · "a dialogue on rain, to be convened by FAO and WHO" """
    for match in _BY.finditer(reading.text, sentence.start, sentence.end):
        link = _LINK.search(reading.text[sentence.start : match.start()])
        agents = reading.agents_from(match.end(), sentence.end, _WHO)
        if not agents or not link or _PART.match(reading.text, agents[-1][0].end, sentence.end) or _OPEN.search(reading.text, sentence.start, match.start()):
            continue
        event = _event_before(reading, sentence, sentence.start + link.start())
        unsure = is_unsure(reading, sentence, match.start())
        if event is None or (unsure and (event["det"].lower() in {"a", "an"} or (_TO_COME.search(link["aux"]) and not link["comma"]))):
            continue
        rest = Span(agents[-1][0].end, sentence.end)
        target = _meant(reading, passage, event, sentence.start + link.start(), agents, rest)
        if target and not (match[0].startswith("convened") and target[1].kind in _SESSIONS):
            _state(reading, passage, agents, target)


def _state(reading: Reading, passage: Passage, agents: list[tuple[Span, Entity]], target: tuple[Span, Entity]) -> None:
    """State the organizers of one event."""
    for where, agent in agents if target[1].kind in EVENTS else ():
        span = Span(min(where.start, target[0].start), max(where.end, target[0].end))
        reading.state(Fact(reading.evidence(passage, span), reading.keep(target[1]), "uneg:organizedBy", agent.iri))


def _event_before(reading: Reading, sentence: Span, end: int) -> re.Match[str] | None:
    """Return the words for an event, between which and a position nothing stands but its topic, its place and its date."""
    for event in reversed(list(_EVENT.finditer(reading.text, sentence.start, end))):
        topic = _TOPIC.match(reading.text, event.end(), end)
        after = topic.end() if topic else event.end()
        return event if _ASIDE.fullmatch(reading.text, after, end) or _ASIDE.fullmatch(reading.text, event.end(), end) else None
    return None


def _meant(reading: Reading, passage: Passage, event: re.Match[str], end: int, agents: list[tuple[Span, Entity]], rest: Span) -> tuple[Span, Entity] | None:
    """Return the event that some words name or describe; those that could be any are told from others by their topic, or by who organized it."""
    named = [(w, e) for w, e in reading.named(Span(event.start(), end), EVENTS) if w.start <= event.end("np") <= w.end]
    if named:
        return max(named, key=lambda pair: pair[0].end - pair[0].start)
    topic = _TOPIC.match(reading.text, event.end(), end) or _ON.search(reading.text, event.end(), end) or _TOPIC.match(reading.text, *rest)
    span = Span(event.start("np"), event.end("np"))
    if topic:
        return event_label(reading, passage, span, f"{event['np']} {topic['topic'].strip()}")
    if len(event["np"].split()) == 1 and event["det"] in {"The", "the"}:
        return None
    whose = " and ".join(agent.acronym or agent.label for _, agent in agents)
    return event_label(reading, passage, span, f"{event['np']} organized by {whose}" if _ANY.fullmatch(event["np"]) else event["np"])


def _active(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "FAO, together with WHO, organized a workshop on ponds" · "thanked FAO for convening the dialogue on rain" · "the initiative of FAO to convene a forum on ponds" """
    named = reading.named(sentence, _WHO)
    for where, agent in named if len(named) <= LONGEST_LIST else ():
        end = reading.past_acronym((where, agent), sentence.start)
        before = reading.text[sentence.start : where.start]
        match = _DID.match(reading.text, end, sentence.end) or _DONE_WELL.match(reading.text, end, sentence.end) or _HELPED.match(reading.text, end, sentence.end) or (_OF_HIS.search(before) and _INITIATIVE.match(reading.text, end, sentence.end)) or None
        if match is None or _SOMEBODY_OF.search(before) or (match.re is _DID and _is_asked_for(reading, sentence, where.start)):
            continue
        agents = reading.agents_until(where.end, sentence.start, _WHO) or [(where, agent)]
        if match.re is _HELPED:
            _helped(reading, passage, sentence, match, agents)
            continue
        for target in _targets(reading, passage, sentence, match, agents):
            _state(reading, passage, agents, target)


def _helped(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str], agents: list[tuple[Span, Entity]]) -> None:
    """ "thanked Chad and FAO for their support in ensuring the success of the 2031 forum on ponds" """
    event = _EVENT.match(reading.text, match.end(), sentence.end)
    target = _meant(reading, passage, event, sentence.end, agents, Span(sentence.end, sentence.end)) if event else None
    known = {r.agent for r in reading.said_in(passage.id) if isinstance(r, Role) and r.role == "collaborator"}
    for where, agent in agents if target else ():
        if agent.iri not in known:
            reading.state(Role(reading.evidence(passage, Span(where.start, target[0].end)), agent.iri, "collaborator", target[1].iri))  # type: ignore[index]


def _is_asked_for(reading: Reading, sentence: Span, at: int) -> bool:
    """Tell whether the words before a position ask for what follows, or doubt it."""
    asked = _AS_ASKED.search(reading.text, sentence.start, at)
    return is_unsure(reading, Span(asked.end() if asked else sentence.start, sentence.end), at) or (asked is not None and is_unsure(reading, sentence, asked.start()))


def _targets(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str], agents: list[tuple[Span, Entity]]) -> list[tuple[Span, Entity]]:
    """Return what somebody organized; a body that convenes its own sitting is left out."""
    event = _EVENT.match(reading.text, match.end(), sentence.end)
    if event is None:
        return hosted(reading, passage, sentence, match.end()) if match.re is _DONE_WELL and reading.text.startswith(("this ", "these ", "that "), match.end()) else []
    target = _meant(reading, passage, event, sentence.end, agents, Span(sentence.end, sentence.end))
    home = home_body(reading, passage)
    bodies = [agent for _, agent in agents if agent.kind == "GoverningBody"]
    sits = target is not None and (target[1].kind in _SESSIONS or _SITTING.search(event["np"]))
    if target is None or (bodies and (sits or any(home and body.iri == home.iri for body in bodies))) or (match.re is _DID and target[1].kind in _SESSIONS):
        return []
    return [target]
