"""Who hosts: meetings and events, also those that have no name but the words for them, secretariats, centres and boards.

An offer that nobody has accepted is no role.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.gatherings import named_event
from kg.extract.naming_events import event_meant, forms
from kg.extract.operative import ancestors
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS, is_over, is_unsure, noun_phrase, status_of
from kg.extract.secretariats import OF_SECRETARIAT, own_secretariat
from kg.extract.sittings import home_body, names_others, session_of
from kg.extract.words import any_of
from kg.model import Role, Span
from kg.text import ORDINAL, fold, ordinal

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_NOUNS = r"(?:workshop|conference|expo|forum|symposium|training|consultation|dialogue|round\s?table|seminar|webinar|meeting|event|session|summit|gathering)s?"
_WHERE = r"(?:,?\s+(?:held\s+|convened\s+)?(?:in|at|from|on|during|as)\s+(?=[A-Z\d]|the\s|an?\s+(?:hybrid|virtual|online)\s|(?:hybrid|virtual|online|in-person)\s)[^,;.()]{2,60}?(?:,\s+[A-Z][\w ]{2,30}?){0,2}){0,3}"
_EVENT_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?)\s+(?P<event>(?:(?!the\b|an?\b)[\w’'/–-]+\s+){{0,6}}?{_NOUNS}(?:\s+(?:on|for|with)\s+[^,;.:()]{{3,80}}?)?)(?:\s+(?:took\s+place|was\s+held))?(?P<where>{_WHERE})\s*,?\s*(?:(?<=\d\s)and\s+|(?<=[a-z]\s)and\s+(?=was\b))?"
    r"(?:(?:which|that)\s+)?(?:(?:is|was|were|to\s+be|will\s+be|being|had\s+been|has\s+been)\s+)*\Z"
)
_OF_BEFORE = re.compile(r"\s+of\s+(?:the\s+)?\Z")
_WAS_TO = re.compile(r"\bto\s+have\s+been\s+\Z")
_DOER = re.compile(r"\b(?:with|by|and)\s+(?:the\s+)?\Z")
"""A secretariat that organized something is not what is hosted."""
_NAMED_BEFORE = re.compile(
    rf"\s*(?:\([^)]{{1,20}}\)\s*)?(?:of\s+the\s+[A-Z][^,;.()]{{3,80}}?\s*(?:\([A-Z][\w-]{{1,14}}\)\s*)?(?=was\b|,))?(?:(?:,|,?\s+which)?\s*(?:was|were|is|will\s+be)?\s*(?:held|convened|organized|took\s+place)\b(?:\s+(?:online|virtually|remotely)\b)?)?{_WHERE}\s*,?\s*"
    r"(?:and\s+)?(?:(?:which|that)\s+)?(?:(?:is|was|are|were|to\s+be|will\s+be|being|has\s+been|currently|jointly)\s+)*\Z"
)
_HOSTED_BY = re.compile(r"\b(?:co-?)?hosted\s+(?:jointly\s+)?by\s+(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?")
_OFFER = re.compile(
    r"\b[Aa]ccept(?:s|ed)?\*{0,2}\s+(?:with\s+(?:appreciation|gratitude|thanks)\s+)?(?:the\s+)?(?:generous\s+|kind\s+)?(?:offer|invitation)s?\s+(?:made\s+)?(?:of|by|from)\s+(?:the\s+)?"
    r"(?:Governments?\s+of\s+(?:the\s+)?)?"
)
_WELCOMED = re.compile(
    r"\b[Ww]elcom(?:es|ed)\*{0,2}\s+(?:with\s+\w+\s+)?(?:the\s+)?(?:generous\s+|kind\s+)?offer\s+(?:made\s+)?(?:of|by|from)\s+(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?"
)
_DECIDED = re.compile(r"\band\s+(?:decide[sd]?|agree[sd]?)\s+(?:that|to)\b[^;]{0,300}?\b(?:held|hold|convened?)\b")
_AND_AGREED = re.compile(r",?\s+and\s+(?:therefore\s+|accordingly\s+)?(?:agreed|agrees|decided|decides)\s+(?:to\s+(?:hold|convene)|that)\s+(?:the\s+)?")
_HELD_IN = re.compile(r"[Dd]ecides\b[^;]{0,500}?\b(?:held|hold|convened?)\s+in\b")
_IN_A_PLACE = re.compile(r"\s+in\s+[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)?")
_TO_HOST = re.compile(r"\s+to\s+host(?:,\s+in\s+[^,;]{3,40},)?\s+(?:the\s+|an?\s+(?=[\w-]+\s))?")
_FOR_HOSTING = re.compile(
    r"\s+for\s+(?:(?:its|their|the)\s+(?:\w+\s+){0,2}(?:hospitality|generosity|support|efforts?|kindness|contributions?)\s+in\s+)?"
    r"(?:(?:generously|successfully|graciously|kindly|jointly)\s+)*(?:having\s+)?(?:(?:so|very|most|generously|successfully|graciously|kindly|jointly)\s+)*(?:co-?)?host(?:ed|ing)(?:\s+and\s+(?:\w+ly\s+)?(?:sponsor|support|fund|organi[sz]|co-?organi[sz]|facilitat|conven)(?:ed|ing))?\s+(?:of\s+|in\s+\d{4}\s+)?(?:(?:the|this|these|that|those)\s+)?"
)
_MADE_POSSIBLE = re.compile(r"\s+for\s+having\s+made\s+it\s+possible\s+for\s+(?:the\s+)?(?=[^;.]{0,500}\bto\s+(?:be\s+held|take\s+place|meet)\b)")
_AS_HOST = re.compile(r"(?:,?\s+(?:in\s+its\s+capacity\s+|(?:(?:will\s+)?(?:serve|act)|served|acted|serves|acts)\s+)?as\s+|,\s+(?=the\s+host))(?:the\s+)?(?:interim\s+)?(?:trustee\s+and\s+)?(?:co-)?hosts?\s+(?:\w+\s+)?(?:of|for)\s+(?:the\s+)?")
_HOSTS_EVENT = re.compile(r"(?:,\s+in\s+[A-Z]\w+,\s+which)?\s+(?:(?:also|jointly|successfully|kindly|generously|graciously)\s+)*(?:(?:co-?)?host(?:ed|s)|(?:shall|will)\s+continue\s+to\s+host)\s+(?=the\s|an?\s)(?:the\s+|an?\s+)")
_HOSTS_ALONE = re.compile(r"\s+(?:also\s+|successfully\s+)?hosts\b")
"""A and B, and C *hosts*: C alone."""
_WILL_HOST = re.compile(r"\s+(?:will\s+|are\s+to\s+|is\s+to\s+)(?:also\s+|jointly\s+)?(?:co-?)?host\s+(?=the\s|an?\s|[A-Z])(?:(?!(?:to|for|of|on|before|at|in|next|following|coming|subsequent)\b)[\w’'-]+\s+){0,7}?")
"""An announcement; only a meeting that has a name is hosted so."""
_IN_COLLABORATION = re.compile(r",?\s+in\s+(?:close\s+)?(?:collaboration|partnership|cooperation)\s+with\s+(?:the\s+)?")
_ORDINALS = re.compile(r"(?:(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)(?:,\s+(?:and\s+)?|\s+and\s+))+")
_SAID_BEFORE = re.compile(rf"(?P<noun>{_NOUNS})\b(?!\s+(?:of|on)\b)")
_HELD_ON = re.compile(rf"(?P<noun>{_NOUNS}),\s+held\s+[^,;]{{3,80}}(?:,\s+[A-Z\d][^,;]{{2,40}})?,\s+(?P<on>on\s+[^,;.]{{3,160}}?)(?=,|;|\.|\Z)")
_QUOTED_EVENT = re.compile(r"[“\"](?P<event>[^”\"\n]{5,120})[”\"]\s+(?:event|workshop|forum|conference|dialogue|meeting)\s*,?\s*(?:which\s+(?:is|was)\s+)?\Z")
_REFERRED = re.compile(r"(?P<noun>\w+)\s+referred\s+to\s+in\s+paragraph\s+(?P<number>\d{1,3})\s+above")
_OWN_SESSION = re.compile(rf"(?:its|their)\s+(?P<ordinal>{ORDINAL})\s+(?P<what>session|meeting)\b")
_ON_ITS = re.compile(rf"\bon\s+its\s+(?P<ordinal>{ORDINAL})\s+(?:session|meeting)\b")
_BODY_WORDS = r"(?P<body>[A-Z][\w’'-]*(?:\s+(?:(?:of|on|for|and|the|to)\s+){0,2}[A-Z][\w’'-]*){1,12})"
_OF_UNKNOWN = re.compile(rf"\b(?P<ordinal>{ORDINAL})\s+(?P<noun>meeting|session)\s+of\s+the\s+{_BODY_WORDS}")
_UNKNOWN_ON_ITS = re.compile(rf"\b{_BODY_WORDS}\s+on\s+its\s+(?P<ordinal>{ORDINAL})\s+(?P<noun>meeting|session)\b")
_ITS_WORDS = re.compile(r"(?:international\s+)?(?:[Mm]eeting|[Ss]ession|[Cc]onference)(?P<several>s)?\b(?!\s+(?:of|on|for|referred)\b)")
_ANOTHER_MEETING = re.compile(r"\b(?:[Aa]n?|[Tt]wo|[Tt]hree|[Tt]hat|[Aa]nother)\s+(?:[\w-]+\s+){0,4}(?:meeting|session|conference|workshop)s?\b")
_HOSTS_NAMED = re.compile(r"\s+(?:co-)?hosts?(?:\s+(?:country|countries|[Gg]overnments?))?,?\s+(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?(?=[A-Z])")
_YEAR = re.compile(r"\d{4}\s+(?=[A-Z])")
_BARE = re.compile(rf"(?:the\s+)?(?:(?:{ORDINAL}|next|previous|last|present|current|resumed|same|above-mentioned)\s+)+{_NOUNS}", re.IGNORECASE)
"""Words for an event that say nothing without the text around them."""
_UNIT = re.compile(
    r"(?P<unit>(?:technical\s+support|coordination|project\s+coordination)\s+unit(?:\s+(?:for|on|of)\s+[^,;.()]{3,100}?)?)(?=\s*,?\s*(?:which\s+|that\s+)?(?:is|was|has\s+been|are|were)?\s*(?:,|;|\.|\Z))"
)
_EVENT_NOUN = re.compile(
    r"\b(?:meeting|workshop|dialogue|gathering|expo|forum|conference|training|consultation|round\s?table|event|symposium|summit|session|hub|week|exhibition|caravan)s?\b", re.IGNORECASE
)
_LIST_OF_TARGETS = re.compile(r"\s*(?:\([^)]{1,60}\))?(?:,\s+(?:and\s+)?|\s+and\s+)(?:the\s+)?\Z")
_NUMBERED = re.compile(r"[\s-]?\d{1,3}\b(?!\s+[a-z]+s\b)")
"""To host *IPBES 11* is not to host IPBES: a session that nobody knows."""
_BARE_SECRETARIAT = re.compile(r"[Ss]ecretariat\b(?!\s+(?:of|for|to)\b)")
_ORGANIZED_AND = re.compile(r"(?:,?\s+(?:which\s+)?(?:was|were)|,)?\s+(?:organized|convened|held|co-organized)\s+(?:jointly\s+)?by\s+[^;.]{3,140}?,?\s+and\s+(?:was\s+|were\s+)?\Z")
HOSTS, HOSTED = AGENTS | {"State"}, EVENTS | GROUPS | AGENTS | BODIES | {"TreatyMechanism"}
_STANDING = EVENTS | GROUPS | {"Secretariat", "TreatyMechanism"}
_HINTS = any_of("host", "Host", "possible", "offer of", "offer by", "offer from")


def hosting(reading: Reading) -> None:
    """State who hosts what, and who collaborates with the host."""
    for passage, sentence in reading.saying(_HINTS, "paragraph", "unnumbered", "action", "preamble"):
        for rule in () if passage.kind == "action" and passage.parent else _RULES:
            rule(reading, passage, sentence)


def _passive(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The nineteenth meeting of the …, held in New York, hosted by UNDP" · "a workshop to be hosted by the Governments of A and B" """
    for match in _HOSTED_BY.finditer(reading.text, sentence.start, sentence.end):
        agents = reading.agents_from(match.end(), sentence.end, HOSTS)
        planned = re.search(r"\b(?:be|will)\s+\Z", reading.text[max(sentence.start, match.start() - 12) : match.start()])
        if not agents or is_over(reading.text, reading.text[sentence.start : match.end()], agents[-1][0].end) or _WAS_TO.search(reading.text, sentence.start, match.start()) or (planned and is_unsure(reading, sentence, match.start())):
            continue
        organized = _ORGANIZED_AND.search(reading.text, sentence.start, match.start())
        end = organized.start() if organized else match.start()
        target = _unit_before(reading, passage, sentence, end) or _named_before(reading, sentence, end) or event_in_words(reading, passage, sentence, end)
        if target:
            state_hosts(reading, passage, agents, target)


def _participle(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Hosted by UNDP, the nineteenth meeting of the … took place" """
    match = re.compile(r"(?:[\w ,]{3,24}:\s+)?\W{0,4}Hosted\s+(?:jointly\s+)?by\s+(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?").match(reading.text, sentence.start, sentence.end)
    agents = reading.agents_from(match.end(), sentence.end, HOSTS) if match else []
    comma = re.compile(r"\s*(?:\([^)]{2,20}\)\s*)?,\s+(?:the\s+)?").match(reading.text, agents[-1][0].end, sentence.end) if agents else None
    target = reading.at(comma.end(), sentence.end, _STANDING) if comma else None
    if target:
        state_hosts(reading, passage, agents, target)


def _unit_before(reading: Reading, passage: Passage, sentence: Span, end: int) -> tuple[Span, Entity] | None:
    for match in _UNIT.finditer(reading.text, sentence.start, end):
        if reading.text[sentence.start : match.start()].endswith("its "):
            continue  # that is one of what was named before
        if match.end() >= end - len(", which has been "):
            return _unit(reading, passage, Span(*match.span("unit")))
    return None


def _named_before(reading: Reading, sentence: Span, end: int) -> tuple[Span, Entity] | None:
    named = reading.named(Span(sentence.start, end), _STANDING)
    for where, entity in reversed([(w, e) for w, e in named if not any(other != w and other.covers(w) for other, _ in named)]):  # a meeting, and not whose it is
        if OF_SECRETARIAT.search(reading.text, sentence.start, where.start):
            return None
        if _NAMED_BEFORE.match(reading.text[where.end : end]) and not (entity.kind == "Secretariat" and _DOER.search(reading.text, sentence.start, where.start)):
            return segment_before(reading, sentence.start, where) or (where, entity)
    return None


def segment_before(reading: Reading, start: int, meeting: Span) -> tuple[Span, Entity] | None:
    """Return the segment that stands before a meeting: "*the Senior Segment of* the ninth meeting of …"."""
    of = _OF_BEFORE.search(reading.text, start, meeting.start)
    return reading.before(of.start(), start, {"Segment"}) if of else None


def event_in_words(reading: Reading, passage: Passage, sentence: Span, end: int) -> tuple[Span, Entity] | None:
    """ "*The workshop on soil*, hosted by the Government of …": an event that has no name but these words."""
    quoted = _QUOTED_EVENT.search(reading.text[sentence.start : end])
    if quoted:
        span = Span(sentence.start + quoted.start("event"), sentence.start + quoted.end("event"))
        return event_meant(reading, passage, span)
    match = _EVENT_BEFORE.search(reading.text[sentence.start : end])
    place = _IN_A_PLACE.match(match["where"]) if match and len(match["event"].split()) == 1 else None
    if not match or (len(match["event"].split()) == 1 and not (place and match["event"].startswith(("workshop", "seminar", "dialogue", "training")))):
        return None
    span = Span(sentence.start + match.start("event"), sentence.start + (match.start("where") + place.end() if place else match.end("event")))
    if _BARE.fullmatch(match["event"]):
        return None
    titles = " ".join((reading.document.title, *(s.title for s in ancestors(reading, passage))))
    known = _event_of_place(reading, Span(end, passage.body.end), match["where"], fold(titles))
    if known:
        return span, known
    name = re.sub(r"\s+(?:is|was|were|will|had|has|to)\b.*\Z", "", span.of(reading.text), flags=re.DOTALL)
    iri = reading.mint("Event", "event", name, reading.evidence(passage, span))
    return span, reading.entities[iri]


def _event_of_place(reading: Reading, rest: Span, where: str, titles: str) -> Entity | None:
    """ "a meeting in Stockholm" where the title, or a heading above, or else the rest of the paragraph, names one event that is called after that place."""
    match = re.match(r",?\s+(?:held\s+|convened\s+)?(?:in|at)\s+(?P<place>[A-Z]\w+)", where)
    if not match:
        return None
    place = fold(match["place"])
    events = [e for e in reading.entities.values() if e.kind in EVENTS and any(fold(form).startswith(place) for form in forms(e))]
    here = {entity.iri for _, entity in reading.named(rest, EVENTS)}
    named = [e for e in events if any(fold(form) in titles for form in forms(e))] or [e for e in events if e.iri in here]
    return named[0] if len(named) == 1 else None


def state_hosts(reading: Reading, passage: Passage, agents: list[tuple[Span, Entity]], target: tuple[Span, Entity]) -> None:
    """State the hosts of one thing."""
    for where, agent in agents:
        span = Span(min(where.start, target[0].start), max(where.end, target[0].end))
        reading.state(Role(reading.evidence(passage, span), agent.iri, "host", target[1].iri, status=status_of(passage)))


def _active(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Accepts … the offer of the Government of … to host …" · "thanked … for hosting …" · "… as host of …" · "Chad hosted the workshop on …" """
    for where, agent in reading.named(sentence, HOSTS):
        offer = _OFFER.search(reading.text, sentence.start, where.start) or _WELCOMED.search(reading.text, sentence.start, where.start)
        if offer and offer.re is _WELCOMED and not _DECIDED.search(reading.text, where.end, sentence.end) and not _is_held_there(reading, passage, agent):
            offer = None
        agreed = _AND_AGREED.match(reading.text, where.end, sentence.end) if offer else None
        for target in hosted(reading, passage, sentence, agreed.end()) if agreed and offer and offer.end() == where.start else ():
            state_hosts(reading, passage, [(where, agent)], target)
        to_host = _TO_HOST.match(reading.text, where.end, sentence.end) if offer and offer.end() == where.start else None
        end = reading.past_acronym((where, agent), sentence.start)
        match = to_host or next((m for pattern in (_FOR_HOSTING, _MADE_POSSIBLE, _AS_HOST, _HOSTS_EVENT) if (m := pattern.match(reading.text, end, sentence.end))), None)
        if not match or (match.re is _HOSTS_EVENT and is_unsure(reading, sentence, where.start)):
            continue
        one = to_host or (match.re is _HOSTS_EVENT and _HOSTS_ALONE.match(match[0]))
        hosts = [(where, agent)] if one else reading.agents_until(where.end, sentence.start, HOSTS)
        for target in hosted(reading, passage, sentence, match.end()):
            if reading.text.startswith(("’s ", "'s "), target[0].end):
                continue  # that is a part of it
            for host_where, host in hosts or [(where, agent)]:
                span = Span(min(host_where.start, target[0].start), max(where.end, target[0].end))
                reading.state(Role(reading.evidence(passage, span), host.iri, "host", target[1].iri, status=status_of(passage)))
            hosted_with(reading, passage, sentence, target)


def _is_held_there(reading: Reading, passage: Passage, state: Entity) -> bool:
    """ "Welcomes the offer of Chad to host …" and, as the next paragraph: "Decides that the … will be held in *Chad*"."""
    below = next((p for p in reading.paragraphs if p.section == passage.section and p.span.start > passage.span.start), None)
    held = _HELD_IN.search(reading.text, below.body.start, below.body.end) if below else None
    return held is not None and any(entity.iri == state.iri for _, entity in reading.named(Span(held.end(), min(held.end() + 80, below.body.end)), {"State"}))  # type: ignore[union-attr]


def _announced(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "Chad and Peru will co-host the international meeting Bern+60." """
    if not reading.says(sentence, " host ", "-host "):
        return
    events = reading.named(sentence, EVENTS)
    for where, _ in reading.named(sentence, HOSTS) if events else ():
        match = next((e for e in events if e[0].start >= where.end and _WILL_HOST.fullmatch(reading.text, where.end, e[0].start)), None)
        if match and not is_unsure(reading, sentence, where.start):
            state_hosts(reading, passage, reading.agents_until(where.end, sentence.start, HOSTS), match)


def _hosts_named(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "the Bern+60 co-hosts, Chad and Peru" """
    if not reading.says(sentence, " hosts", " host ", " host,", "-host"):
        return
    for where, event in reading.named(sentence, EVENTS):
        match = _HOSTS_NAMED.match(reading.text, where.end, sentence.end)
        hosts = reading.agents_from(match.end(), sentence.end, HOSTS) if match else []
        if hosts and not is_unsure(reading, sentence, where.start):
            state_hosts(reading, passage, hosts, (where, event))


def hosted_with(reading: Reading, passage: Passage, sentence: Span, target: tuple[Span, Entity]) -> None:
    """ "… as host of the …, in collaboration with the …" """
    match = _IN_COLLABORATION.match(reading.text, target[0].end, sentence.end)
    for where, partner in reading.agents_from(match.end(), sentence.end) if match else ():
        evidence = reading.evidence(passage, Span(target[0].start, where.end))
        reading.state(Role(evidence, partner.iri, "collaborator", target[1].iri, status=status_of(passage)))


# -- what is hosted ------------------------------------------------------------------------------


def hosted(reading: Reading, passage: Passage, sentence: Span, start: int) -> list[tuple[Span, Entity]]:
    """Return what is hosted: what is named there (a list of sessions), what was said before, else the words."""
    year = _YEAR.match(reading.text, start, sentence.end)
    target = reading.at(start, sentence.end, HOSTED) or (reading.at(year.end(), sentence.end, EVENTS) if year else None)
    if target and target[1].kind not in EVENTS and _NUMBERED.match(reading.text, target[0].end):
        target = None
    found: list[tuple[Span, Entity]] = []
    while target:
        found.append(target)
        later = [p for p in reading.named(Span(target[0].end, sentence.end), EVENTS) if p[1].iri != found[-1][1].iri]
        target = later[0] if later and _LIST_OF_TARGETS.match(reading.text[found[-1][0].end : later[0][0].start]) else None
    found = found or _the_meeting(reading, passage, sentence, start)
    if found:
        return found
    own = _own(reading, passage, sentence, start)
    if own is not None:
        return own
    referred = _REFERRED.match(reading.text, start, sentence.end)
    if referred:
        return _of_paragraph(reading, passage, referred, Span(*referred.span("noun")))
    described = _HELD_ON.match(reading.text, start, sentence.end)
    if described:
        words = f"{described['noun']} {described['on']}"
        iri = reading.mint("Event", "event", words, reading.evidence(passage, Span(*described.span())))
        return [(Span(*described.span()), reading.entities[iri])]
    said = _SAID_BEFORE.match(reading.text, start, min(start + 40, sentence.end))
    if said:
        return reading.named(Span(sentence.start, start), EVENTS)[-1:] or _said_before(reading, passage, said["noun"], sentence, start)
    return _in_words(reading, passage, start, sentence.end)


def _own(reading: Reading, passage: Passage, sentence: Span, start: int) -> list[tuple[Span, Entity]] | None:
    """ "… to host *its ninth session*", "… for hosting *the secretariat*": of the body that decides here; None for other words."""
    session = _OWN_SESSION.match(reading.text, start, sentence.end)
    if session:
        return _own_session(reading, passage, session)
    secretariat = own_secretariat(reading, passage) if _BARE_SECRETARIAT.match(reading.text, start, sentence.end) else None
    return [(Span(start, start + len("secretariat")), secretariat)] if secretariat else None


def _the_meeting(reading: Reading, passage: Passage, sentence: Span, start: int) -> list[tuple[Span, Entity]]:
    """ "The ninth session of the … opened. FAO hosted *the session*": the only one named before in the paragraph, by words of its own name."""
    words = _ITS_WORDS.match(reading.text, start, sentence.end)
    if not words or not reading.text[sentence.start : start].rstrip().endswith(("the", "these", "both")):
        return []
    named = {entity.iri: entity for _, entity in reading.named(Span(passage.body.start, sentence.start), {"Meeting", "COPSession"})}
    if not named and reading.opens(passage, sentence):
        return _meetings_above(reading, passage, words) or _own_meeting(reading, passage, words)
    meeting = next(iter(named.values())) if len(named) == 1 else None
    another = _ANOTHER_MEETING.search(reading.text, passage.body.start, start)
    own = meeting is not None and (meeting.kind == "COPSession" or any(f" {fold(words[0])} " in f" {fold(form)} " for form in forms(meeting)))
    if meeting is None or another or not own:
        return [] if named or another else _own_meeting(reading, passage, words)
    return [(Span(*words.span()), meeting)]


def _own_meeting(reading: Reading, passage: Passage, words: re.Match[str]) -> list[tuple[Span, Entity]]:
    """ "It thanked Chad for hosting *the meeting*", the one that is reported on, where the paragraph speaks of no other."""
    meeting = reading.entities.get(reading.meeting)
    above = [p for p in reading.paragraphs if p.section == passage.section and p.span.start < passage.span.start][-1:]
    before = " ".join((*(p.body.of(reading.text) for p in above), reading.text[passage.body.start : words.start()]))
    own = re.search(r"\d+\Z", reading.meeting)
    before = _ON_ITS.sub(lambda m: "" if own and str(ordinal(m["ordinal"])) == own[0] else m[0], before)
    spoken = re.search(r"\b(?<![Tt]he )(?:meeting|session|conference|workshop|forum|dialogue)s?\b|\b[Tt]he (?:meeting|session|conference)s? (?:of|on|for|in)\b", before, re.IGNORECASE)
    return [(Span(*words.span()), meeting)] if meeting and not words["several"] and not spoken else []


def _meetings_above(reading: Reading, passage: Passage, words: re.Match[str]) -> list[tuple[Span, Entity]]:
    """ "It welcomed the report on the ninth meeting of the …" and, as the next paragraph: "It thanked Chad for hosting *the meeting*"."""
    above = [p for p in reading.paragraphs if p.section == passage.section and p.span.start < passage.span.start][-1:]
    noun = fold(words[0]).removesuffix("s")
    named = {e.iri: e for p in above for _, e in reading.named(p.body, {"Meeting", "COPSession"}) if any(f" {noun} " in f" {fold(form)} " for form in forms(e))}
    spoken = [m for p in above for m in re.finditer(rf"\b{noun}s?\b", reading.text[p.body.start : p.body.end])]
    fits = len(named) == len(spoken) and (len(named) > 1 if words["several"] else len(named) == 1)
    if not named and above and len(spoken) == 1:
        return _unknown_meeting(reading, above[0], noun, words)
    return [(Span(*words.span()), entity) for entity in named.values()] if fits else []


def _unknown_meeting(reading: Reading, above: Passage, noun: str, words: re.Match[str]) -> list[tuple[Span, Entity]]:
    """ "It welcomed the report of the *Pond Circle on its first meeting*" and, below: "It thanked Chad for hosting *the meeting*"."""
    match = _OF_UNKNOWN.search(reading.text, above.body.start, above.body.end) or _UNKNOWN_ON_ITS.search(reading.text, above.body.start, above.body.end)
    if not match or match["noun"] != noun:
        return []
    label = f"{match['ordinal']} {noun} of the {' '.join(match['body'].split())}"
    return [(Span(*words.span()), reading.entities[reading.mint("Event", "event", label, reading.evidence(above, Span(*match.span())))])]


def _own_session(reading: Reading, passage: Passage, match: re.Match[str]) -> list[tuple[Span, Entity]]:
    """ "The Plenary accepted the offer … to host *its eighth session*": a session of the body that decides here."""
    body = home_body(reading, passage)
    span = Span(*match.span())
    session = session_of(reading, body, ordinal(match["ordinal"]), match["what"], passage, span) if body and not names_others(reading, passage, span.start, body) else None
    return [(span, reading.entities[reading.keep(session)])] if session else []


def _in_words(reading: Reading, passage: Passage, start: int, end: int) -> list[tuple[Span, Entity]]:
    """ "the first global dialogue on …": an event that has no name but these words."""
    ordinals = _ORDINALS.match(reading.text, start, end)
    unit = _UNIT.match(reading.text, start, end)
    if unit:
        return [_unit(reading, passage, Span(*unit.span("unit")))]
    phrase = Span(start, noun_phrase(reading.text, ordinals.end() if ordinals else start, end).end)
    words = re.sub(r"\s+\(.*|\s+(?:in|at|by|with|during|held|referred\s+to|from|organized|no\s+later)\b.*", "", phrase.of(reading.text), flags=re.DOTALL)
    if _BARE.fullmatch(words) or words.startswith(("that ", "this ", "such ")) or not _EVENT_NOUN.search(words) or len(words.split()) == 1:
        return []
    return [event_meant(reading, passage, Span(start, start + len(words)))]


def _unit(reading: Reading, passage: Passage, span: Span) -> tuple[Span, Entity]:
    """ "the technical support unit for the task force on …": a unit that has no name but these words."""
    return span, reading.entities[reading.mint("Organization", "agency", span.of(reading.text), reading.evidence(passage, span))]


def _said_before(reading: Reading, passage: Passage, noun: str, sentence: Span, end: int) -> list[tuple[Span, Entity]]:
    """ "the workshop on soil, held in …, and expressed its gratitude to … for hosting *this workshop*", also a sentence later."""
    before = Span(sentence.start, end)
    if not reading.opens(passage, sentence) and len(_occurrences(reading, before, noun)) == 0:
        before = reading.sentence_before(passage, sentence.start)
    singular = f"[{noun[0].upper()}{noun[0].lower()}]{re.escape(noun.removesuffix('s')[1:])}"
    described = re.compile(
        rf"\b(?:[Tt]he|an?|two|three|four|five|six|several)\s+(?P<event>(?:(?!of\b|the\b)[\w’'-]+\s+){{0,4}}?{singular}s?\s+(?:on|of|for)\s+"
        rf"(?:(?!\b{singular})[^,;.()]){{3,240}}?|(?:(?!of\b|the\b)[\w’'-]+\s+){{1,4}}{singular}s?(?=\s+held\b))(?=,|;|\.|\s*\(|\s+(?:held|gathered|met|took\s+place|convened|opened|began|concluded|was|were)\b|\s*\Z)"
    )
    earlier = list(described.finditer(before.of(reading.text)))
    if noun == "event" and (named := named_event(reading, before)):
        return [event_meant(reading, passage, named)]
    if len(earlier) != 1 or len(_occurrences(reading, before, noun)) != 1:
        return []
    start = before.start + earlier[0].start("event")
    return [event_meant(reading, passage, Span(start, start + len(earlier[0]["event"])))]


def event_before(reading: Reading, passage: Passage, sentence: Span, noun: Span) -> tuple[Span, Entity] | None:
    """ "The ninth session of the … opened. *The session* was chaired by …": what was named before in the paragraph, or described in the sentence before."""
    named = {entity.iri: entity for _, entity in reading.named(Span(passage.body.start, sentence.start), {"Meeting", "COPSession"})}
    word = fold(noun.of(reading.text))
    own = [entity for entity in named.values() if any(f" {word} " in f" {fold(form)} " for form in forms(entity))]
    if len(named) == len(own) == 1 and not _ANOTHER_MEETING.search(reading.text, passage.body.start, sentence.start):
        part = next((s for w, e in reading.named(Span(passage.body.start, sentence.start), {"Meeting", "COPSession"}) if e == own[0] and (s := segment_before(reading, passage.body.start, w))), None)
        return noun, part[1] if part else own[0]
    said = [] if own else _said_before(reading, passage, noun.of(reading.text), sentence, sentence.start)
    return said[0] if said else None


def _occurrences(reading: Reading, span: Span, noun: str) -> list[str]:
    return re.findall(rf"\b{re.escape(noun.removesuffix('s'))}s?\b", span.of(reading.text), re.IGNORECASE)


def _of_paragraph(reading: Reading, passage: Passage, referred: re.Match[str], words: Span) -> list[tuple[Span, Entity]]:
    """ "the sessions referred to in paragraph 7 above": what that paragraph of the same decision names, or the words there."""
    home = next((s.id for s in ancestors(reading, passage) if s.kind == "decision"), passage.section)
    for other in reading.document.passages:
        if other.kind != "paragraph" or other.span.start >= passage.span.start or other.number.split()[-1] != referred["number"]:
            continue
        if home in {other.section, *(s.id for s in ancestors(reading, other))}:
            named = reading.named(other.body, EVENTS)
            noun = re.compile(
                rf"\b(?:the|an?)\s+(?P<event>{re.escape(referred['noun'])}\s+(?:in|on|of|for)\s+[^,;.()]{{3,120}}?)(?=\s+(?:to|from|in)\s+[A-Z]|,|;|\.|\Z)"
            )
            match = noun.search(reading.text, other.body.start, other.body.end)
            if named or not match:
                return [(words, entity) for _, entity in named]
            iri = reading.mint("Event", "event", match["event"], reading.evidence(other, Span(*match.span("event"))))
            return [(words, reading.entities[iri])]
    return []


_RULES: tuple[Callable[[Reading, Passage, Span], None], ...] = (
    _passive,
    _participle,
    _active,
    _announced,
    _hosts_named,
)
