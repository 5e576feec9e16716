"""Who hosts a meeting, told with a pronoun or by an invitation: "her Government would host …", "thanked Chad for having hosted it", "at the invitation of Chad, which acted as host"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.hosting import HOSTS, hosted, state_hosts
from kg.extract.occasions import is_of_own_number
from kg.extract.own_meeting import own_meeting
from kg.extract.presiding import meeting_meant
from kg.extract.reading import EVENTS, LONGEST_LIST
from kg.extract.ways import groups_in_words
from kg.extract.words import any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_THAT_GOVERNMENT = re.compile(r"\s+(?:would|will|shall|is\s+to|was\s+to)\s+(?:then\s+)?(?:be\s+)?(?:(?:held|convened)\s+(?:in\s+[A-Z]\w+\s+)?and\s+)?hosted\s+by\s+(?:that|his|her|its|the\s+same)\s+(?:Government|country|State|organization|agency)\b")
_ITS_GOVERNMENT = re.compile(
    r"\b(?:said|announced|confirmed|informed\s+(?:the\s+)?[\w\s]{3,40}|stated|recalled|reported|was\s+pleased\s+to\s+announce)\s+that\s+(?:his|her|its|their|the)\s+(?:Government|country|organization|delegation[’']s\s+Government)\s+(?:would|will|was\s+(?:going\s+)?to)\s+(?:(?:be\s+)?(?P<ing>hosting)|host)\s+(?:the\s+)?"
)
_REPRESENTATIVE = re.compile(r"\b(?:[Tt]he\s+)?(?:representative|delegation|delegate)s?\s+of\s+(?:the\s+)?\Z")
_OPEN = re.compile(r"\b(?:if|whether|not|subject\s+to|provided|once|should|might|could|consider\w*|propos\w+|possib\w+|hope[ds]?|wish\w*|intend\w*)\b", re.IGNORECASE)
_HER_OFFER = re.compile(r"\b(?:reiterated|renewed|recalled|conveyed|confirmed|repeated|presented|made)\s+(?:the|an)\s+(?:\w+\s+)?offer\s+(?:of|by|from)\s+(?:his|her|its|their)\s+(?:Government|country)\s+to\s+host\s+(?:the\s+)?|\b(?:said|announced|stated|recalled)\s+that\s+(?:his|her|its|their)\s+(?:Government|country)\s+(?:had\s+)?(?:was\s+(?:ready|willing|prepared)|wished|offered|would\s+be\s+(?:pleased|happy|honoured))\s+to\s+host\s+(?:the\s+)?")
_ACCEPTED = re.compile(r"\baccept(?:ed|s)\s+(?:with\s+\w+(?:\s+and\s+\w+)?\s+)?(?:the|this|that|her|his|its|their)\s+(?:kind\s+|generous\s+)?(?:offer|invitation)\b|\boffer\s+was\s+(?:\w+ly\s+)?accepted\b")
_HAVING_HOSTED_IT = re.compile(r"(?:\s*\([^()]{2,20}\))?,?\s+(?:for\s+(?:(?:its|their)\s+[\w\s]{3,30}?\s+in\s+)?(?:(?:generously|successfully|graciously|kindly)\s+)*(?:having\s+hosted|hosting)|which\s+(?:had\s+|has\s+)?(?:kindly\s+|generously\s+)?hosted)\s+(?P<it>it|them)\b")
_INVITED = re.compile(r",\s+which\s+(?:(?:will|would|is\s+to|shall)\s+(?:also\s+)?(?:be\s+its\s+host|act\s+as\s+(?:its\s+|the\s+)?host|host\s+(?P<it>it)(?:\s+jointly\s+with\s+(?:the\s+)?)?)|(?:also\s+)?(?:acted|served)\s+as\s+(?:its\s+|the\s+)?host)\b")
_WITH = re.compile(r"\s+(?:(?:jointly|together)\s+)?with\s+(?:the\s+)?")
_MET = re.compile(r"(?:[Tt]he|[Ii]ts)\s+(?:present\s+)?(?P<noun>meeting|session|segment|conference|workshop)\s+(?:was\s+(?:held|convened)|took\s+place|met)\b")
_WAS_HOSTED = re.compile(r"(?:The|This)\s+(?P<noun>(?i:meeting|session|segment|conference|workshop|dialogue|forum|symposium))(?:\s+was\s+(?:held|convened|organized)\s[^;.]{2,80}?,?\s+and)?\s+was\s+(?:kindly\s+|generously\s+|jointly\s+)?(?:co-?)?hosted\s+(?:jointly\s+)?by\s+(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?")
_OPENED = re.compile(r"\b(?:opened|closed|chaired|welcomed\s+\w+\s+to|attended|addressed)\s+the\s+(?P<noun>meeting|session|workshop|conference|dialogue|forum),\s+which\s+was\s+(?:kindly\s+|generously\s+)?hosted\s+by\s+(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?")
"""… "A opened *the meeting, which was hosted by FAO*"."""
_IT_WAS_HOSTED = re.compile(r"(?P<event>(?P<it>It))\s+was\s+(?:kindly\s+|generously\s+|jointly\s+)?(?:co-?)?hosted\s+(?:jointly\s+)?by\s+(?:the\s+)?(?:Governments?\s+of\s+(?:the\s+)?)?")
_NEXT = re.compile(r"(?P<np>(?:next|following|subsequent|final|first|second)\s+(?:[a-z]+\s+)?(?:meeting|session|workshop|conference)\b)(?!\s+(?:of|on|for)\b)")
_MEETS = re.compile(r"[^;.]{0,60}\b(?:will|would|is\s+to|shall|was|were)\s+(?:be\s+)?(?:held|meet|take\s+place|convened?)\b|[^;.]{0,60}\btook\s+place\b")
_HOST = any_of("host")


def venues(reading: Reading) -> None:
    """State who hosts, where a pronoun stands for the meeting or for the host; what others have read is not stated twice."""
    for passage, sentence in reading.saying(_HOST, "paragraph", "unnumbered", "preamble"):
        named = reading.named(sentence, HOSTS)
        if not 0 < len(named) <= LONGEST_LIST:
            continue
        if reading.says(sentence, "hosted by "):
            _the_meeting(reading, passage, sentence)
            _it(reading, passage, sentence)
            _that_government(reading, passage, sentence, named)
        if reading.says(sentence, " host ", " hosting "):
            _her_government(reading, passage, sentence, named)
        for where, agent in named:
            _of_it(reading, passage, sentence, (where, agent))
            _invited(reading, passage, sentence, (where, agent))


def _the_meeting(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "*The meeting was co-hosted by FAO and WHO*", the one that is reported on"""
    match = _WAS_HOSTED.match(reading.text, sentence.start, sentence.end) or _OPENED.search(reading.text, sentence.start, sentence.end)
    own = own_meeting(reading) if match else None
    agents = reading.agents_from(match.end(), sentence.end, HOSTS) if match and own else []
    others = {e.iri for _, e in reading.named(Span(passage.body.start, sentence.start), EVENTS)} - {own.iri if own else ""}
    known = any(isinstance(r, Role) and r.role == "host" and sentence.start <= r.evidence.span.start < sentence.end for r in reading.said_in(passage.id))
    before = re.finditer(rf"(?<![Tt]he )(?<![Tt]his )\b{match['noun']}s?\b", reading.text[passage.body.start : sentence.start], re.IGNORECASE) if match and own else ()
    spoken = any(not is_of_own_number(reading.text, own, passage.body.start, passage.body.start + said.start()) for said in before)  # type: ignore[arg-type]
    if match and own and agents and not spoken and not others and not known and (match["noun"].lower() in own.label.lower() or match["noun"].lower() == "meeting"):
        _state(reading, passage, agents, (Span(*match.span("noun")), own))


def _it(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The ninth meeting of the pond experts was held in Bern. *It was hosted by FAO*." """
    match = _IT_WAS_HOSTED.match(reading.text, sentence.start, sentence.end)
    agents = reading.agents_from(match.end(), sentence.end, HOSTS) if match else []
    known = any(isinstance(r, Role) and r.role == "host" and sentence.start <= r.evidence.span.end <= sentence.end for r in reading.said_in(passage.id))
    event = meeting_meant(reading, passage, sentence, match) if match and agents and not known else None
    if match and event:
        _state(reading, passage, agents, (Span(*match.span("it")), event))


def _that_government(reading: Reading, passage: Passage, sentence: Span, named: list[tuple[Span, Entity]]) -> None:
    """ "welcomed the offer of the Government of Chad and decided that *its ninth meeting would be hosted by that Government*" """
    for where, event in _events(reading, passage, sentence):
        match = _THAT_GOVERNMENT.match(reading.text, where.end, sentence.end)
        before = {agent.iri: (at, agent) for at, agent in named if at.end <= where.start and agent.kind == "State"} if match else {}
        if len(before) == 1 and not _OPEN.search(reading.text, where.end, match.end()):  # type: ignore[union-attr]
            _state(reading, passage, list(before.values()), (where, event))


def _her_government(reading: Reading, passage: Passage, sentence: Span, named: list[tuple[Span, Entity]]) -> None:
    """ "*The representative of Chad said that her Government would host the Ninth Meeting of the Parties* in Doba" · "… reiterated the offer of her Government to host …", which is accepted"""
    for match in [*_ITS_GOVERNMENT.finditer(reading.text, sentence.start, sentence.end), *_HER_OFFER.finditer(reading.text, sentence.start, sentence.end)]:
        speakers = [(at, agent) for at, agent in named if at.end <= match.start() and _REPRESENTATIVE.search(reading.text, max(sentence.start, at.start - 40), at.start)]
        if len(speakers) != 1 or _OPEN.search(reading.text, sentence.start, match.start()):
            continue
        rest = Span(match.end(), reading.sentence(passage, min(sentence.end + 1, passage.body.end - 1)).end)
        if match.re is _HER_OFFER and not _ACCEPTED.search(reading.text, match.end(), max(match.end(), rest.end)):
            continue
        event = next(((w, e) for w, e in _events(reading, passage, sentence) if w.start <= match.end() <= w.end and w.start >= match.start()), None)
        for target in [event] if event else hosted(reading, passage, sentence, match.end()):
            _state(reading, passage, speakers, target)


def _of_it(reading: Reading, passage: Passage, sentence: Span, named: tuple[Span, Entity]) -> None:
    """ "took note of the ninth forum, held in Doba, and thanked the Government of Chad *for having hosted it*" """
    match = _HAVING_HOSTED_IT.match(reading.text, named[0].end, sentence.end)
    before = _events(reading, passage, Span(sentence.start, named[0].start)) if match else []
    several = {event.iri for _, event in before}
    if match and len(several) == 1 and match["it"] == "it":
        _state(reading, passage, [named], before[0])


def _invited(reading: Reading, passage: Passage, sentence: Span, named: tuple[Span, Entity]) -> None:
    """ "The meeting took place on the premises of FAO, *which acted as host*." · "The next meeting will be held in Doba at the invitation of Chad, *which will host it jointly with Peru*." """
    match = _INVITED.match(reading.text, reading.past_acronym(named, sentence.start), sentence.end)
    target = _subject(reading, passage, sentence, named[0].start) if match else None
    if not match or not target or _OPEN.search(reading.text, sentence.start, match.start()):
        return
    others = _WITH.match(reading.text, match.end("it"), sentence.end) if match["it"] else None
    _state(reading, passage, [named, *(reading.agents_from(others.end(), sentence.end, HOSTS) if others else ())], target)


def _subject(reading: Reading, passage: Passage, sentence: Span, end: int) -> tuple[Span, Entity] | None:
    """Return the meeting that a sentence begins with: by its name, as "the meeting" that is reported on, or as the next one."""
    start = sentence.start + (4 if reading.text.startswith(("The ", "the "), sentence.start) else 0)
    named = next(((w, e) for w, e in _events(reading, passage, Span(sentence.start, end)) if w.start <= start), None)
    if named and _MEETS.match(reading.text, named[0].end, end):
        return named
    own = own_meeting(reading)
    said = _MET.match(reading.text, sentence.start, end)
    if said and own and (said["noun"] in own.label.lower() or said["noun"] == "meeting"):
        return Span(*said.span()), reading.entities[reading.keep(own)]
    following = _NEXT.match(reading.text, start, end)
    body = next((reading.entities[t] for name, t in own.links if name == "sessionOf" and t in reading.entities), None) if own else None
    if following and body and not named and _MEETS.match(reading.text, following.end(), end):
        span = Span(*following.span("np"))
        return span, reading.draft("Event", "event", f"{' '.join(following['np'].split())} of the {body.label}", reading.evidence(passage, span))
    return None


def _events(reading: Reading, passage: Passage, span: Span) -> list[tuple[Span, Entity]]:
    """Return the meetings and events named or described in a span, the longest where they overlap."""
    found = [*reading.named(span, EVENTS), *((w, e) for w, e in groups_in_words(reading, passage, span) if e.kind in EVENTS)]
    found.sort(key=lambda pair: (pair[0].start, -pair[0].end))
    kept: list[tuple[Span, Entity]] = []
    for where, event in found:
        if not kept or where.start >= kept[-1][0].end:
            kept.append((where, event))
    return kept


def _state(reading: Reading, passage: Passage, agents: list[tuple[Span, Entity]], target: tuple[Span, Entity]) -> None:
    known = {r.agent for r in reading.said_in(passage.id) if isinstance(r, Role) and r.role == "host" and r.target == target[1].iri}
    new = [(where, agent) for where, agent in agents if agent.iri not in known]
    if new:
        reading.keep(target[1])
        state_hosts(reading, passage, new, target)
