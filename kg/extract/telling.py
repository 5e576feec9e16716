"""Who reported on what: "FAO introduced the second draft of the guidance note", "an update on the project was given by Ms. A".

Presenting is not leading: the role is `reporting`, and its basis is *implied*.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from kg.extract.officers import people_from
from kg.extract.reading import AGENTS, BODIES, GROUPS, is_unsure, status_of
from kg.extract.secretariats import the_secretariat
from kg.extract.told_of import in_words, told_of
from kg.extract.words import any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

    Named = tuple[Span, Entity]

_ADV = r"(?:(?:then|also|briefly|further|subsequently|jointly|orally|first|next|in\s+turn|had|has|have)\s+)*"
_HEARERS = r"(?:the\s+)?(?:[A-Z][\w-]*\s+)?(?:[Mm]eeting|[Mm]embers|[Pp]articipants|[Cc]ommittee|[Bb]oard|[Bb]ureau|[Gg]roup|[Pp]lenary|[Pp]arties|[Dd]elegat\w+|[Ss]ession|[Cc]ouncil|[Ss]enior\s+[Oo]fficials|[Tt]ask\s+(?:[Tt]eam|[Ff]orce)|[Nn]etwork|[Pp]anel|[Cc]olleagues|[Ff]ocal\s+[Pp]oints|[A-Z]{3,8}s?)(?:\s+members)?"
_TALK = r"(?:presentation|update|briefing|overview|account|summary|progress\s+report|oral\s+report|demonstration|introduction)"
_LINK = r"(?:,\s+via\s+[a-z-]+(?:\s+link)?,|\s+(?:online|remotely|by\s+video(?:\s+link)?))?"
_ON = (
    rf"(?:report(?:ed|s)(?:\s+back)?(?:\s+to\s+{_HEARERS})?\s+on|(?:gave|gives|made|delivered|provided|presented|offered|shared|submitted)\s+(?:{_HEARERS}\s+(?:with\s+)?)?(?:an?|its|their|his|her)\s+(?:[a-z-]+\s+){{0,3}}?{_TALK}s?\s+(?:on|of|about|concerning|regarding)|presented\s+(?:on|updates\s+on)"
    rf"|(?:briefed|updated)\s+{_HEARERS}\s+(?:on|about)|informed\s+{_HEARERS}\s+(?:of|about|on)|(?:shared|provided|gave)\s+(?:{_HEARERS}\s+with\s+)?(?:further\s+|some\s+|brief\s+)?information\s+(?:on|about|related\s+to|regarding)|shared\s+(?:its|their|his|her)\s+experiences?\s+(?:with|of|in|on))"
)
_SHOWS = r"(?P<shows>introduced|presents|presented|demonstrated|showcased|unveiled|outlined|summarized|(?P<tells>described))"
_TALKS_ALONE = rf"(?P<alone>(?:presented|gave|provided|delivered|made|submitted)\s+(?:{_HEARERS}\s+(?:with\s+)?)?(?:an?|its|the(?=\s+(?:progress|final|draft|interim)\s+report\b))\s+(?:[\w-]+\s+){{0,2}}?(?:{_TALK}|report)(?=\s*(?:[.,;(]|\Z)|\s+(?:to|and|on\s+behalf\s+of|on\s+(?:its|their)\s+(?:work|activities|progress))\b)|reported(?:\s+back)?(?=\s+on\s+behalf\s+of\b))"
_ACTIVE = re.compile(rf"\b{_ADV}(?:{_TALKS_ALONE}|(?:{_ON}|{_SHOWS}){_LINK}\s+(?=[A-Za-z“\"\d]))")
_TITLE = r"(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+)?"
_OF_SOMEBODY = r"(?:(?:an?\s+|the\s+)?representatives?\s+of\s+(?:the\s+)?|its\s+(?:[a-z-]+\s+){1,3}?(?=[A-Z])|its\s+(?:[a-z-]+\s+){0,2}[a-z-]+,\s+|(?:the|its)\s+(?=[A-Z]))?"
_GIVEN = r"(?:made|given|delivered|provided|presented|submitted)"
_DONE_BY = (
    re.compile(rf"\b(?:[Aa]n?|[Tt]he|[Tt]hat|[Ff]urther)\s+(?:[a-z-]+\s+){{0,2}}?{_TALK}s?\s+(?:on|of|about)\s+(?P<what>[^.;:]{{3,200}}?)\s+(?:was|were)\s+(?:then\s+|also\s+)?{_GIVEN}\s+by\s+{_OF_SOMEBODY}{_TITLE}(?=[A-Z])"),
    re.compile(rf"(?P<shown>[Tt]he\s+[^.;:]{{3,160}}?)\s+(?:was|were)\s+(?:then\s+|also\s+)?(?:introduced|presented|demonstrated|showcased|described|outlined)\s+by\s+{_OF_SOMEBODY}{_TITLE}(?=[A-Z])"),
    re.compile(rf"\b(?:reports?|updates?|presentation|briefing|overview)\s+(?:of|on|about)\s+(?P<group>(?:(?!\bwith\b)[^.;:]){{3,160}}?),?\s+(?:(?:as|which\s+was|that\s+was|was|were|had\s+been)\s+)?(?:made|given|delivered|provided|presented)\s+(?:orally\s+|jointly\s+)?by\s+{_OF_SOMEBODY}{_TITLE}(?=[A-Z])"),
)
"""Who did it stands behind: "*an update on the project was given by* A", "*the portal was introduced by* A", "*the report of the team, presented by its chair,* A"."""
_BY_ON = re.compile(rf"\b(?:progress\s+reports?|reports?|{_TALK}s?)\s+(?:{_GIVEN}\s+)?(?P<by>by|from|of)\s+{_OF_SOMEBODY}{_TITLE}(?=[A-Z])")
_ON_WHAT = re.compile(r",?\s+(?:on|about)\s+")
_FOR_IT = re.compile(rf",?\s+for\s+(?:his|her|its|their|the)\s+(?:[\w-]+\s+){{0,2}}?(?:{_TALK}|report)\s+(?:on|of|about)\s+")
"""A was thanked *for her report on* the project."""
_CONSIDERED = re.compile(r"\b[Cc]onsider(?:ed|ing)\s+")
_TOPIC_FIRST = re.compile(r"(?:On|Regarding|Concerning|With\s+regards?\s+to|As\s+regards)\s+(?:the\s+)?(?:EMG\s+)?")
_COMMA = re.compile(r",\s+(?:the\s+)?(?:representative\s+of\s+(?:the\s+)?)?")
_SAYS = re.compile(r"\s+(?:then\s+|also\s+|briefly\s+|further\s+)?(?:reported|reminded|informed|briefed|updated|presented|introduced|outlined|highlighted|referred\s+to)\b")
_REPORTS_FIRST = re.compile(rf"(?:Reporting(?:\s+back)?\s+on|Presenting|Briefing\s+{_HEARERS}\s+on|Updating\s+{_HEARERS}\s+on)\s+(?=[A-Za-z])")
_BEGINS = re.compile(r"(?:\A|[;:]\s+|,\s+(?:and\s+|while\s+)?|,\s+(?:the\s+)?(?:representatives?\s+of\s+)?)(?:(?:[Tt]he|[Aa]n?)\s+)?(?:(?:[Rr]epresentatives?|[Oo]bservers?|[Dd]elegates?)\s+(?:of|from|for)\s+(?:the\s+)?)?(?:(?:[Gg]overnments?|[Rr]epublic)\s+of\s+(?:the\s+)?)?\Z")
"""What stands between the beginning of a clause and the agency that speaks."""
_AFTER_PERSON = re.compile(r"(?:\s*\([^()]{2,80}\))?(?:\s+(?:of|from)\s+(?:the\s+)?[A-Z][^,;.()]{1,80}?)?(?:,\s+(?!(?:and|who|which|whose)\b)[^;.]{2,200}?,|,\s+(?:who|which)\s+(?:co-)?(?:chairs?|chaired|leads?|led|coordinates|facilitated)\s[^;.,]{2,160},|,)?\s+\Z")
_AFTER_AGENT = re.compile(r",\s+(?:attending|joining|participating|(?:speaking|reporting)|on\s+behalf\s+of|for\s+the|(?:as\s+)?(?:the\s+)?(?:[a-z-]+\s+){0,2}(?:co-)?(?:chair|lead|host|coordinator|secretariat|facilitator)s?\b|which\s+(?:has\s+|have\s+)?(?:(?:co-)?(?:chairs?|leads?|led|coordinates?|hosts|chaired)|(?:serves|acts)\s+as|provides\s+the\s+secretariat))\b[^;.]{0,160}?,\s*\Z")
_OPENS = re.compile(r"\W*(?:[A-Z][^.;:]{2,120},\s+)?(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+)?(?:[Tt]he\s+[^,.;:]{2,120},\s+(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+)?)?\Z")
_SPOKEN_FOR = re.compile(r"(?:(?:(?:[Cc]o-)?(?:[Cc]hair(?:person)?|[Ll]ead|[Cc]oordinator|[Ff]acilitator|[Mm]oderator|[Rr]apporteur|[Hh]ead|[Ll]eader)s?|behalf)\s+(?:of|for)|\b(?:co-)?(?:leads?|led|chairs?|chaired|coordinates?|facilitated))\s+(?:the\s+)?(?:[A-Z][\w-]*\s+)?\Z")
_OF_ITS_OWN = re.compile(r"\s+(?:[a-z-]+\s+){0,2}?(?:force|group|team|committee|panel|board|network|subgroup)\b", re.IGNORECASE)
"""The *AC task force* is not the AC."""
_ON_BEHALF = re.compile(r"\s+on\s+behalf\s+of\s+(?:the\s+)?")
_THE_SECRETARIAT = re.compile(r"(?:\A|[;:]\s+|,\s+)(?:[Tt]he\s+|[Aa]\s+)(?:representative\s+of\s+the\s+)?[Ss]ecretariat\s*\Z")
_THE_CHAIR = re.compile(r"(?:The\s+)?Chair\s*\Z")
_SPEAK = AGENTS | BODIES | {"State"}
_NEW_CLAUSE = re.compile(r"[;:]\s+")
_HINTS = any_of("eminded ", "eferred to", "eported ", "eported\n", "eports on", "eporting on", "eporting back", "resentation", "pdate on", "pdate by", "pdates on", "riefing on", "verview ", "riefed ", "pdated ", "nformed ", "ntroduced ", "resented ", "resents ", "emonstrat", "showcased ", "unveiled ", "outlined ", "escribed ", "ummarized ", "account of", "ummary of", "report by", "report from", "report of", "report on", "reports of", "reports by", "nformation on", "nformation about", "nformation related", "xperience with", "xperiences with", "xperience of", "xperience in", "xperiences in")
_FIRST_HINTS = any_of("On ", "Regarding", "Concerning", "With regard", "As regards", "Reporting on", "Reporting back", "Presenting", "Briefing ", "Updating ")


class _Speakers(NamedTuple):
    """Who speaks, and the group for which."""

    named: list[Named]
    group: Entity | None = None


def telling(reading: Reading) -> None:
    """State who reported on what."""
    for passage, sentence in reading.saying(_HINTS, "paragraph", "unnumbered", "participant"):
        first = _topic_first(reading, passage, sentence)
        for match in _ACTIVE.finditer(reading.text, sentence.start, sentence.end) if not first else ():
            who = _Speakers([]) if is_unsure(reading, sentence, match.start()) else _speakers(reading, passage, sentence, match.start())
            if who.named and match["alone"]:
                group = _behalf(reading, passage, sentence, match.end()) or who.group
                _state(reading, passage, who.named, [(Span(*match.span()), group)] if group else [])
            elif who.named:
                _state(reading, passage, who.named, told_of(reading, passage, Span(match.end(), sentence.end), shown=match["shows"] is not None, loose=match["tells"] is None, group=who.group))
        _done_by(reading, passage, sentence)
        _noun_first(reading, passage, sentence)


# -- who did it stands behind ----------------------------------------------------------------------


def _done_by(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "A presentation on the portal was made by Ms. A of UNEP." """
    for pattern in _DONE_BY:
        match = pattern.search(reading.text, *sentence)
        who = _named_from(reading, match.end(), sentence.end) if match else []
        if match and who and _is_sure(reading, sentence, match.start()):
            what = Span(*match.span(match.lastgroup or 0))
            _state(reading, passage, who, _of_group(reading, passage, sentence, what) if match.lastgroup == "group" else told_of(reading, passage, what, shown=match.lastgroup == "shown"))


def _of_group(reading: Reading, passage: Passage, sentence: Span, words: Span) -> list[Named]:
    """ "the report of *the Task Team on Ponds*, presented by …" """
    named = reading.at(words.start, words.end, GROUPS | BODIES) or next((pair for pair in in_words(reading, passage, sentence) if words.covers(pair[0])), None)
    return [named] if named and named[0].end == words.end else list(told_of(reading, passage, words))


def _noun_first(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "welcomed the update *by FAO on the Pond Initiative*" · "thanked Ms. A *for her report on* it" """
    for match in _BY_ON.finditer(reading.text, *sentence):
        who = _named_from(reading, match.end(), sentence.end)
        on = _ON_WHAT.match(reading.text, who[-1][0].end, sentence.end) if who else None
        found = list(told_of(reading, passage, Span(on.end(), sentence.end))) if on and _is_sure(reading, sentence, match.start()) else []
        _state(reading, passage, who, [pair for pair in found if match["by"] != "of" or pair[1].kind in GROUPS], Span(*match.span()))
    for match in _FOR_IT.finditer(reading.text, *sentence):
        person = reading.before(match.start(), sentence.start, {"Person"}) or reading.before(match.start(), sentence.start, AGENTS)
        if person:
            _state(reading, passage, [person], told_of(reading, passage, Span(match.end(), sentence.end)))


def _is_sure(reading: Reading, sentence: Span, position: int) -> bool:
    """Tell whether a report was given of which a sentence speaks: who *considered* it, has heard it."""
    considered = max((m.end() for m in _CONSIDERED.finditer(reading.text, sentence.start, position)), default=sentence.start)
    return not is_unsure(reading, Span(considered, sentence.end), position)


def _named_from(reading: Reading, start: int, end: int) -> list[Named]:
    return [*people_from(reading, start, end)] or reading.agents_from(start, end)


# -- who did it stands before ------------------------------------------------------------------------


def _topic_first(reading: Reading, passage: Passage, sentence: Span) -> bool:
    """ "*On the Task Team,* FAO reminded participants about its mandate." · "*Reporting on the Task Team,* FAO said …" """
    if not reading.holds(sentence, _FIRST_HINTS):
        return False
    on = _TOPIC_FIRST.match(reading.text, *sentence)
    match = on or _REPORTS_FIRST.match(reading.text, *sentence)
    if match is None:
        return False
    topic = reading.at(match.end(), sentence.end, GROUPS | {"PolicyFramework", "Convention"}) if on else next(told_of(reading, passage, Span(match.end(), sentence.end)), None)
    comma = _COMMA.match(reading.text, topic[0].end, sentence.end) if topic else None
    who = _named_from(reading, comma.end(), sentence.end) if comma else []
    says = _SAYS.match(reading.text, who[-1][0].end, sentence.end) if who else None
    if topic is None or not who or (on and not says):
        return False
    _state(reading, passage, who, [topic], Span(sentence.start, says.end() if says else sentence.start))
    return True


def _speakers(reading: Reading, passage: Passage, sentence: Span, end: int) -> _Speakers:
    """Return the persons, or the agencies, with whom the clause begins whose verb stands at a position."""
    found = _people(reading, sentence, end) or _agents(reading, passage, sentence, end)
    return _Speakers(found, _spoken_for(reading, passage, sentence, end) if found else None)


def _people(reading: Reading, sentence: Span, end: int) -> list[Named]:
    people = [pair for pair in reading.named(Span(sentence.start, end), {"Person"}) if _AFTER_PERSON.fullmatch(reading.text, pair[0].end, end)]
    first = next((pair for pair in reading.named(Span(sentence.start, end), {"Person"}) if _OPENS.fullmatch(reading.text, sentence.start, pair[0].start)), None) if people else None
    listed = people_from(reading, first[0].start, end, titled=True) if first else []
    return listed if listed and listed[-1][0] == people[-1][0] else []


def _agents(reading: Reading, passage: Passage, sentence: Span, end: int) -> list[Named]:
    aside = _AFTER_AGENT.search(reading.text[sentence.start : end])
    last = sentence.start + (aside.start() if aside else len(reading.text[sentence.start : end].rstrip()))
    said = reading.text[sentence.start : last]
    if _THE_CHAIR.fullmatch(said) and reading.chair:
        return [(Span(sentence.start, last), reading.entities[reading.chair])]
    meant = the_secretariat(reading, passage) if _THE_SECRETARIAT.search(said) else None
    if meant:
        return [(Span(said.rindex(" ") + 1 + sentence.start, last), meant)]
    agents = reading.agents_until(last, sentence.start, _SPEAK)
    opened = reading.text.rfind("(", sentence.start, last) if not agents and reading.text.startswith(")", last - 1) else -1
    agents = agents or (reading.agents_until(opened, sentence.start, _SPEAK) if opened > 0 else [])
    return agents if agents and _BEGINS.search(reading.text[sentence.start : agents[0][0].start]) else []


def _behalf(reading: Reading, passage: Passage, sentence: Span, position: int) -> Entity | None:
    """Return the group for which somebody speaks who says so after the verb: "A reported *on behalf of the Panel*"."""
    behalf = _ON_BEHALF.match(reading.text, position, sentence.end)
    named = reading.at(behalf.end(), sentence.end, GROUPS | BODIES) if behalf else None
    found = [named] if named else [pair for pair in in_words(reading, passage, sentence) if behalf and pair[0].start in {behalf.end(), behalf.end() - len("the ")}]
    return found[0][1] if found else None


def _spoken_for(reading: Reading, passage: Passage, sentence: Span, end: int) -> Entity | None:
    """Return the group for which somebody speaks: "A, *chair of the Task Team*, reported", "*On behalf of the Panel*, B presented"."""
    before = Span(max([sentence.start, *(m.end() for m in _NEW_CLAUSE.finditer(reading.text, sentence.start, end))]), end)
    named = [*reading.named(before, GROUPS | BODIES), *(pair for pair in in_words(reading, passage, sentence) if before.covers(pair[0]))]
    spoken = [pair for pair in named if not _OF_ITS_OWN.match(reading.text, pair[0].end) and _SPOKEN_FOR.search(reading.text, before.start, pair[0].start)]
    return max(spoken, key=lambda pair: pair[0].start)[1] if spoken else None


def _state(reading: Reading, passage: Passage, who: list[Named], what: Iterable[Named], said: Span | None = None) -> None:
    """State who reported on what, with the words that say so, which go on over those that are said between or around them."""
    for at, target in what:
        for where, agent in who:
            spans = [where, at, *([said] if said else [])]
            span = Span(min(span.start for span in spans), max(span.end for span in spans))
            same = (r.evidence.span for r in reading.said_in(passage.id) if isinstance(r, Role) and r.role == "reporting" and r.agent == agent.iri)
            if agent.iri != target.iri and not any(read.start < at.end and at.start < read.end for read in same):
                reading.state(Role(reading.evidence(passage, span), reading.keep(agent), "reporting", reading.keep(target), "implied", status=status_of(passage)))
