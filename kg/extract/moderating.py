"""Who moderates a part of a meeting that has no name of its own: "a session on ponds was moderated by A", "A chaired the opening session"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from kg.extract.naming import subject_before
from kg.extract.officers import people_from
from kg.extract.own_meeting import own_meeting
from kg.extract.reading import AGENTS, EVENTS, LONGEST_LIST, is_unsure
from kg.extract.words import any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_MR = r"(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+|Professor\s+|Ambassador\s+)*"
_PART = r"(?:[Ss]ession|[Pp]anel(?:\s+discussion)?|[Rr]ound\s?table|[Ss]egment|[Ss]ide\s+event|[Bb]reakout\s+(?:group|session)|[Pp]lenary(?:\s+(?:session|discussion))?|[Dd]ialogue|[Dd]iscussion|[Dd]ebate|[Ff]ireside\s+chat|[Cc]eremony|[Ww]ebinar|[Ww]orkshop|[Tt]own\s+hall|(?:[Pp]art|[Hh]alf|[Dd]ay|[Mm]orning|[Aa]fternoon)\s+of\s+the\s+(?:meeting|session|workshop|conference|dialogue|forum|event)\b|[Dd]ay)"
_WHICH = r"(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|opening|closing|final|last|inaugural|concluding|introductory|wrap-up|kick-off|high-level|ministerial|interactive|parallel|technical|thematic|scientific|expert|youth|multi-?stakeholder|stakeholder|in-session|intersessional|morning|afternoon|remaining)\s+)"
_TOPIC = r"(?:\s+(?:on|about|with)\s+(?P<topic>(?!behalf\b|this\b|that\b|these\b|those\b|the\s+(?:same|item|first|second|third|last)\b|\d|(?:Mon|Tues|Wednes|Thurs|Fri)day|it\b|which\b|a\s+view\b)[^;.()]{2,100}?))"
_SAID = rf"(?:(?P<det>[Tt]he|[Aa]n?|[Tt]his)\s+|(?=(?:(?:Technical|Thematic|Parallel|Breakout|Plenary)\s+)?(?:Session|Panel|Segment|Plenary)\s+(?:[IVX]{{1,4}}|\d{{1,2}}|[A-D])\b))(?P<np>(?i:{_WHICH})*{_PART})(?P<number>\s+(?:[IVX]{{1,4}}|\d{{1,2}}|[A-D])\b)?{_TOPIC}?"
_ASIDE = r"(?:\s*\([^()]{2,60}\))?(?:,?\s+(?:which\s+(?:was\s+)?)?(?:held|organized|convened|hosted)\s(?:(?!\b(?:moderated|chaired|facilitated|and)\b)[^;.]){2,100}?)?"
_VERB = r"(?P<co>co-)?(?:moderated|chaired|facilitated|presided\s+over)"
_HOLDER = r"(?:the|its)\s+(?:[A-Z][\w’'-]+\s+){0,4}?(?:(?:Co-|Vice-)?Chair(?:person|man|woman)?|President|Head|(?:Deputy\s+|Executive\s+)*(?:Director|Secretary)|Minister)\b[^,;.()]{0,100},\s+(?=(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\b)"
"""The office of who is named after it: "by *the STAP Chair,* Ms. A"."""
_PASSIVE = re.compile(rf"\b{_SAID}{_ASIDE},?\s+(?:(?:which|that)\s+)?(?:(?:was|were|is|will\s+be|had\s+been)\s+)?(?:jointly\s+|then\s+|also\s+)?{_VERB}\s+(?:jointly\s+)?by\s+(?:the\s+(?:[a-z-]+\s+){{1,3}}(?=(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\b)|{_HOLDER})?{_MR}(?:the\s+)?(?=[A-Z])")
_AGAIN = re.compile(rf"[^;.]{{0,120}}?(?:,|;|,?\s+and|,?\s+while)\s+(?:and\s+|while\s+)?{_SAID}\s+(?:was\s+)?by\s+{_MR}(?:the\s+)?(?=[A-Z])")
_OF = r"(?:\s*\([^()]{2,80}\)|,?\s+(?:of|from)\s+(?:the\s+)?[A-Z][^,;.()]{2,80}?)?"
_TITLE = r"(?:,\s+(?:the\s+)?[A-Z](?:(?!\b(?:said|that|who|which|noted|thanked|welcomed|reported|behalf)\b)[^;.]){2,200}?,)?"
_ACTIVE = re.compile(
    rf"{_OF}{_TITLE}\s+(?:(?:also|then|jointly|together|had|has|have)\s+)*{_VERB}\s+{_SAID}(?=[,.;]|\s+(?:that|which|in|at|on|during|and|followed|held)\b|\s*\Z)"
)
_WHO_DID = re.compile(rf"{_OF},?\s+who\s+(?:had\s+)?{_VERB}\s+it\b")
_OTHER = re.compile(rf"(?:,|,?\s+and|,?\s+while)\s+{_MR}(?=[A-Z])")
_THE_SECOND = re.compile(rf"{_OF}{_TITLE}\s+(?:chaired\s+|moderated\s+)?the\s+(?P<which>second|third|fourth|last|final|closing|afternoon|remaining|other)(?:\s+(?P<noun>session|part|half|day|segment|panel))?(?=\s*[,.;]|\s+and\b|\s*\Z)")
"""A chaired the first part of the meeting, and *B the second*."""
_DEALT = re.compile(r"\s*(?:\([^()]{2,60}\))?,?\s+(?:dealt\s+with|focus(?:ed|ing)\s+on|looked\s+at|addressed|discussed|was\s+devoted\s+to|considered|covered|explored|examined)\s+(?P<topic>(?!it\b|this\b|that\b|these\b|them\b|how\b|whether\b|what\b)[^;.()]{3,100}?)(?=[,.;]|\s*\Z|\s+(?:and\s+(?:\w+ed|how|what)|with|in\s+(?:which|order)|at\s+which)\b)")
_ALONE = re.compile(r"(?:session|day|half|part|segment|plenary(?: session| discussion)?|discussion|debate|ceremony)\Z", re.IGNORECASE)
"""Of which meeting, such a word does not say."""
_MAY = re.compile(r"\b(?:should|could|would|may|might|not)\b")
_TALK = re.compile(r"(?:discussion|debate)\Z", re.IGNORECASE)
_OF_THE = re.compile(r"\s+of\s+the\s+\w+\Z")
_FIRST = re.compile(r"(?:first|second|opening|morning)\b", re.IGNORECASE)
_EDGE = re.compile(r"(?:,|\s+(?:and|or|the|of|on|for|in|to|an?|was|were|is|held))+\Z")
_CUT = re.compile(r"\s+(?:held|organized|convened|hosted|that\s+(?:was|followed)|which\s+was|was|were|is|will\s+be)\b.*\Z", re.DOTALL)
_PART_WORDS = re.compile(r"(?:(?P<which>first|second|third|fourth|fifth|sixth)\s+)?(?:technical\s+|thematic\s+|parallel\s+)?(?P<what>session|panel|segment|plenary|round\s?table)", re.IGNORECASE)
_HEADED = re.compile(r"\b(?P<what>(?i:session|panel|segment|plenary|round\s?table))\s+(?P<number>\d{1,2}|[IVX]{1,4}|[A-D])\b(?:\s*[:.–—-]\s*(?P<topic>\w.{2,160}))?\Z")
_ITEM_NUMBER = re.compile(r"\A(?:(?:agenda\s+)?item\s+)?(?:\d+(?:\.\d+)*|[IVX]{1,4}|[A-Z])[.:)]?\s+|\A(?:agenda\s+)?item\s+\d+[.:]\s*", re.IGNORECASE)
_PLAIN_TITLE, _NO_TITLE = re.compile(r"[A-Z][^.;:()]{5,100}"), re.compile(r"\b(?:opening|closing|closure|adoption|other\s+matters|introduction|welcome|summary|proceedings|session|meeting)\b", re.IGNORECASE)
_BY_TITLE = re.compile(r"(?:discussion|dialogue|debate|panel|round\s?table)", re.IGNORECASE)
_ORDERED = {"first": "1", "second": "2", "third": "3", "fourth": "4", "fifth": "5", "sixth": "6"}
_ROMAN = {"I": "1", "II": "2", "III": "3", "IV": "4", "V": "5", "VI": "6"}
_LABEL = re.compile(rf"(?:Moderators?|Facilitators?|(?P<co>Co-)?[Cc]hairs?|Chairperson|(?:Co-)?[Mm]oderated\s+by|(?:Co-)?[Cc]haired\s+by|Facilitated\s+by)(?:\s*[:–]|(?<=by))\s+{_MR}(?=[A-Z])")
_MODERATED = re.compile(rf"{_OF}(?:,[^;.]{{2,80}},)?\s+(?P<co>co-)?(?:moderated|chaired|facilitated)(?=\s*(?:\.|;|\Z))")
_VERBS = any_of("oderator", "acilitator", "hair:", "hairs:", "hairperson:", "oderated", "haired", "acilitated", "presided")


def moderating(reading: Reading) -> None:
    """State who moderates or chairs a session, a panel or a discussion that only words describe."""
    for passage, sentence in reading.saying(_VERBS):
        people = reading.named(sentence, {"Person"})
        if len(people) > LONGEST_LIST:
            continue
        _passive(reading, passage, sentence)
        _by_itself(reading, passage, sentence, people)
        if people and reading.says(sentence, " it"):
            _of_it(reading, passage, sentence, people)
        _active(reading, passage, sentence, people)


def _passive(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "*A panel on finance, moderated by Ms. A*, closed the day." · "The opening session was co-chaired by Mr. B and Ms. C." """
    for match in _PASSIVE.finditer(reading.text, sentence.start, sentence.end):
        people = _who(reading, match, sentence)
        alone = len(people) == 1 and (match["co"] or "jointly" in match[0])
        event = _event(reading, passage, sentence, match, people[-1][0].end) if people and not alone and not is_unsure(reading, sentence, match.start()) and not _MAY.search(match[0]) else None
        if event:
            _state(reading, passage, people, event, match, match.start())
        again = _AGAIN.match(reading.text, people[-1][0].end, sentence.end) if event else None
        while again and not reading.named(Span(people[-1][0].end, again.start("np")), {"Person"}):
            people = _who(reading, again, sentence)
            other = _event(reading, passage, sentence, again) if people else None
            if other is None:
                break
            _state(reading, passage, people, other, again, again.start("np"))
            again = _AGAIN.match(reading.text, people[-1][0].end, sentence.end)


def _who(reading: Reading, match: re.Match[str], sentence: Span) -> list[tuple[Span, Entity]]:
    """Return the persons named from a place on, or the agencies and states."""
    together = bool(match.groupdict().get("co")) or "jointly" in match[0]
    return people_from(reading, match.end(), sentence.end, titled=together) or reading.agents_from(match.end(), sentence.end, AGENTS | {"State"})


def _active(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "Ms. A, Director of B, *chaired the opening session*" """
    done = sentence.start
    for first, _ in people:
        listed = people_from(reading, first.start, sentence.end, titled=True) if first.start >= done else []
        match = _ACTIVE.match(reading.text, listed[-1][0].end, sentence.end) if listed else None
        if not match or reading.named(Span(listed[-1][0].end, match.start("np")), {"Person"}) or is_unsure(reading, sentence, first.start):
            continue
        event = _event(reading, passage, sentence, match)
        if event:
            _state(reading, passage, listed, event, match, match.end())
            _the_second(reading, passage, sentence, match)
        done = match.end()


def _the_second(reading: Reading, passage: Passage, sentence: Span, first: re.Match[str]) -> None:
    """ "A chaired the first part of the meeting and *B the second*" """
    start, words = first.end(), " ".join(first["np"].split())
    while other := _OTHER.match(reading.text, start, sentence.end):
        people = people_from(reading, other.end(), sentence.end)
        match = _THE_SECOND.match(reading.text, people[-1][0].end, sentence.end) if people else None
        whole = _whole(reading, passage, sentence, first.start("np")) if match else None
        if match is None or whole is None or not _FIRST.match(words):
            return
        label = f"{match['which']} {match['noun'] or _OF_THE.sub('', words).split()[-1]} of the {whole.label}"
        _state(reading, passage, people, reading.draft("Event", "event", label, reading.evidence(passage, Span(*match.span()))), match, match.end())
        start = match.end()


def _by_itself(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "Moderator: Ms. A", "Ms. A of FAO moderated.", "Chaired by Ms. A, the second session …": of the session that the heading names"""
    label = _LABEL.match(reading.text, sentence.start, sentence.end)
    said = people_from(reading, label.end(), sentence.end, titled=True) if label else []
    for first, _ in () if label else people[:1]:
        listed = people_from(reading, first.start, sentence.end, titled=True)
        label = _MODERATED.match(reading.text, listed[-1][0].end, sentence.end)
        said = listed if label else []
    event = _of_heading(reading, passage, _any_part(reading, passage), "") if label and said else None
    if label and event and not is_unsure(reading, sentence, said[0][0].start):
        _state(reading, passage, said, event, label, min(label.start(), said[0][0].start))


def _any_part(reading: Reading, passage: Passage) -> str:
    """Return the word by which a heading names a part: "session"."""
    section = reading.sections.get(passage.section)
    heading = _HEADED.search(" ".join(section.title.split())) if section else None
    return heading["what"].lower() if heading else ""


def _of_it(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "thanked Chad, which hosted the workshop in Doba, *and Ms. A, who moderated it*": of what was said to be hosted"""
    for where, person in people:
        match = _WHO_DID.match(reading.text, where.end, sentence.end)
        before = {r.target for r in reading.said_in(passage.id) if match and isinstance(r, Role) and r.role == "host" and sentence.start <= r.evidence.span.start and r.evidence.span.end <= where.start}
        event = reading.entities[next(iter(before))] if len(before) == 1 else None
        if match and event and event.kind in EVENTS and not is_unsure(reading, sentence, where.start):
            _state(reading, passage, [(where, person)], event, match, where.start)


def _event(reading: Reading, passage: Passage, sentence: Span, match: re.Match[str], end: int = 0) -> Entity | None:
    """Return the part of a meeting that some words describe: by its topic, told also `end` on, or by its place in the meeting that is reported on."""
    words = _OF_THE.sub("", " ".join(match["np"].split()))
    topic = _EDGE.sub("", _CUT.sub("", " ".join((match["topic"] or "").split())))
    dealt = _DEALT.match(reading.text, end, sentence.end) if end and not topic and " of the " not in match["np"] else None
    topic = " ".join(dealt["topic"].split()) if dealt else topic
    number = " ".join((match["number"] or "").split())
    span = Span(match.start("np"), match.end("topic") if match["topic"] else match.end("np"))
    if any(where.start < span.end and span.start < where.end and (where.end > match.end("np") or not match["topic"]) for where, _ in reading.named(sentence, EVENTS)):
        return None
    headed = _of_heading(reading, passage, words, number) or _of_this_item(reading, passage, match, words) if not topic else None
    if headed:
        return headed
    if topic:
        preposition = "with" if not dealt and reading.text[match.end("np") : match.start("topic")].split()[-1] == "with" else "on"
        label = f"{words} {preposition} {topic}"
    else:
        modified = len(words.split()) > 1 or number
        if not modified or (_TALK.search(words) and "panel" not in words.lower()) or ((match["det"] or "").lower() in {"a", "an"} and _ALONE.search(words)):
            return None
        label = f"{words} {number}".strip()
        whole = _whole(reading, passage, sentence, match.start())
        if whole is None and _ALONE.search(words):
            return None
        label = f"{label} of the {whole.label}" if whole else label
    return reading.draft("Event", "event", label, reading.evidence(passage, span))


def _of_heading(reading: Reading, passage: Passage, words: str, number: str) -> Entity | None:
    """Return the session that a heading names: "The session", "the first session", "Session 1" under "Session 1: Ponds of the north"."""
    said = _PART_WORDS.fullmatch(words)
    section = reading.sections.get(passage.section)
    title = " ".join(section.title.split()) if section else ""
    heading = _HEADED.search(title) if said else None
    if said is None or section is None or heading is None or heading["what"].lower() != said["what"].lower():
        return None
    order = _ORDERED.get((said["which"] or "").strip().lower(), "")
    if (number and number != heading["number"]) or (order and order not in {heading["number"], _ROMAN.get(heading["number"], "")}):
        return None
    own = f"{heading['what']} {heading['number']}"
    label = heading[0].strip() if heading["topic"] else own
    home = own_meeting(reading)
    names = (label, own) if label != own else (label,)
    label = label if heading["topic"] or home is None else f"{own} of the {home.label}"
    entity = reading.draft("Event", "event", label, reading.evidence(passage, section.heading))
    if entity.iri not in reading.entities:
        entity = reading.drafts[entity.iri] = replace(entity, names=names)
    return entity


def _of_this_item(reading: Reading, passage: Passage, match: re.Match[str], words: str) -> Entity | None:
    """Return the session on an item: "This session was moderated by A" under "Item 2: Setting the scene"."""
    section = reading.sections.get(passage.section)
    if section and _BY_TITLE.fullmatch(words) and (match["det"] or "").lower() in {"the", "this"} and match.start() == reading.sentence(passage, match.start()).start:
        return _titled(reading, passage, words)
    if section is None or words.lower() != "session" or (match["det"] or "").lower() != "this" or match.start() != passage.body.start:
        return None
    title = _ITEM_NUMBER.sub("", " ".join(section.title.split()))
    if not _PLAIN_TITLE.fullmatch(title) or _NO_TITLE.search(title):
        return None
    return reading.draft("Event", "event", f"session on {title.lower() if title.isupper() else title[0].lower() + title[1:]}", reading.evidence(passage, section.heading))


def _titled(reading: Reading, passage: Passage, words: str) -> Entity | None:
    """ "*The discussion* was moderated by A", under "III. Strategic discussion" or "Panel discussion on ponds" """
    section = reading.sections[passage.section]
    title = _ITEM_NUMBER.sub("", " ".join(section.title.split()))
    named = re.fullmatch(rf"(?:[\w-]+\s+){{1,4}}{words}(?P<on>\s+(?:on|about|with)\s.+)?", title, re.IGNORECASE)
    home = own_meeting(reading)
    if named is None or (home is None and not named["on"]):
        return None
    label = title.lower() if title.isupper() else title[0].lower() + title[1:]
    return reading.draft("Event", "event", label if named["on"] or home is None else f"{label} of the {home.label}", reading.evidence(passage, section.heading))


def _whole(reading: Reading, passage: Passage, sentence: Span, position: int) -> Entity | None:
    """Return the meeting whose part is spoken of: the one that is reported on, where the paragraph has named no other."""
    home = own_meeting(reading)
    named = {e.iri: e for _, e in reading.named(Span(passage.body.start, position), EVENTS)}
    if home is not None:
        return home if named.keys() <= {home.iri} else None
    before = subject_before(reading, passage, sentence)
    return before if before and before.kind in EVENTS and named.keys() <= {before.iri} else None


def _state(reading: Reading, passage: Passage, people: list[tuple[Span, Entity]], event: Entity, match: re.Match[str], start: int) -> None:
    role = "co-chair" if match.groupdict().get("co") or len(people) > 1 else "chair"
    for where, person in people:
        span = Span(min(start, where.start), max(start, where.end))
        said = Span(*match.span("np")) if "np" in match.re.groupindex else Span(min(match.start(), where.start), max(match.end(), where.end))
        same = (r for r in reading.said_in(passage.id) if isinstance(r, Role) and r.agent == person.iri and r.role in {"chair", "co-chair"})
        if not any(r.evidence.span.start < said.end and said.start < r.evidence.span.end for r in same):
            reading.state(Role(reading.evidence(passage, span), person.iri, role, reading.keep(event)))
