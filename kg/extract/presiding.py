"""Who presides over the meeting that a text reports on: "the meeting was chaired by A", "A, Head of B, chaired the session", "A and B served as rapporteurs"."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from kg.extract.hosting import event_before
from kg.extract.meetings import meeting_body
from kg.extract.occasions import held_its, is_of_own_number, says_part
from kg.extract.officers import SMALL_GROUPS, people_from
from kg.extract.own_meeting import own_meeting
from kg.extract.reading import BODIES, EVENTS, GROUPS, LONGEST_LIST, is_unsure
from kg.extract.ways import groups_in_words
from kg.extract.words import any_of
from kg.model import Role, Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_MR = r"(?:(?:H\.E\.|Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+|Professor\s+|Ambassador\s+)*"
_NOUN = r"(?P<noun>[Mm]eeting|[Ss]ession|[Ss]egment|workshop|dialogue|forum|conference|consultation|symposium|seminar|webinar|round\s?table|(?:tele|video)conference|call)\b"
_THE = rf"(?P<event>(?P<it>It)\b|[Tt]h(?:e|is)\s+(?:(?:present|entire|whole|two-day|three-day)\s+)?{_NOUN}(?!\s+(?:of|for)\b|\s+on\s+(?!behalf\b|\d|(?:Mon|Tues|Wednes|Thurs|Fri)day)|\s+[A-Z]))"
_VERB = r"(?P<co>co-)?(?:chaired|presided\s+over|moderated)"
_HOLDER = r"(?:(?:the|its)\s+(?:(?:(?:Co|Vice)-)?Chair|President|Minister|Head|(?:Deputy\s+|Executive\s+)*(?:Director|Secretary))[^,;.()]{0,100},\s+)?"
_PASSIVE = re.compile(
    rf"{_THE}\s+(?:was|had\s+been|is)\s+(?:(?:jointly|then|also)\s+|(?:opened|closed|convened|organized|hosted|attended|held)\b[^.;]{{0,160}}?,?\s+and\s+(?:was\s+)?)?{_VERB}\s+by\s+{_HOLDER}{_MR}(?=[A-Z])"
)
_APPOSED = r"(?:,\s+(?:the\s+)?[A-Z](?:(?!\b(?:said|that|who|which|noted|thanked|welcomed|reported|behalf)\b)[^;.]){2,240}?,)?"
_ACTIVE = re.compile(
    rf"(?:\s*\([^()]{{2,80}}\)|\s+(?:of|from)\s+(?:the\s+)?[A-Z][^,;.()]{{2,80}}?)?{_APPOSED},?\s+(?:who\s+)?(?:(?:also|then|jointly|together|had|has|have)\s+)*{_VERB}\s+{_THE}(?!’)"
)
_SHE_AND = re.compile(rf"(?:She|He)\s+and\s+(?:(?:the|its|her|his)\s+(?:(?:Vice|Co)-(?:Chair(?:person)?|President)|[Cc]olleague),?\s+)?{_MR}")
_UNDER = re.compile(rf"\bunder\s+the\s+(?:(?:able|skilful|joint)\s+)?(?P<co>co-)?(?:chair(?:man|person|woman)?ship|presidency)\s+of\s+{_HOLDER}{_MR}(?=[A-Z])")
_FIRST = re.compile(rf"(?:Under\s+the\s+(?P<co>co-)?(?:chair(?:man|person|woman)?ship|presidency)\s+of|(?P<co2>Co-c|C)haired\s+by|Presided\s+over\s+by)\s+{_HOLDER}{_MR}(?=[A-Z])")
_THEN = re.compile(rf"(?:\s*\([^()]{{2,80}}\)|\s+(?:of|from)\s+[A-Z][^,;]{{2,80}}?)?(?:,\s+(?:the\s+)?[A-Z][^;.]{{2,200}}?)?,\s+{_THE}")
_HELD = re.compile(r"(?:\s*\([^()]{2,40}\))?,?\s+(?:(?:which|that|and|was|were|is|had|has|have|been|also)\s+)*(?:held|met|meets|convened|took\s+place|worked|works|operated|operates|organized|conducted)\b[^;]{0,200}")
_NUMBERED = re.compile(rf"(?:\d+\.\s+)?The\s+(?:[\w-]+\s+){{1,4}}?{_NOUN}[^.;]{{0,300}}?\s(?:was|were|took)\s")
_NEAR_TOP = 4
_TOP_LABEL = re.compile(rf"^[ \t*]*(?:(?P<co>Co-?)?[Cc]hair(?:person|man|woman)?s?|(?:Co-)?Moderators?|Facilitators?)[ \t*]*:[ \t*]*{_MR}(?:the\s+)?(?=[A-Z])", re.MULTILINE)
_ABOVE_LABEL = re.compile(r"(?:(?![^\n]*\bfollow)(?=[^\n]*[\d:]|SUMMARY|Summary|MINUTES|Minutes)[^\n]{0,90}\n\s*){0,6}")
_OTHER_LABEL = re.compile(r"^[ \t*]*(?:Participants|Participating|Present|In\s+attendance|Attendees|Secretariat|Rapporteurs?|Observers|Apologies|Regrets|Date|Venue|Place|Minutes|Note-taker)\b[^\n:]{0,40}:", re.MULTILINE)
_PRESIDED = re.compile(r"(?:\s*\([^()]{2,80}\)|\s+(?:of|from)\s+(?:the\s+)?[A-Z][^.;]{2,120}?)?(?:,\s+(?:(?:the\s+)?[A-Z]|focal|chair|head|director)[^.;]{2,200}?,)?\s+presided(?=[.,;]|\s+(?:and|in|at\s+the\s+meeting)\b)")
_RAPPORTEURS = re.compile(
    r"(?:\s*\([^()]{2,80}\)|,?\s+(?:of|from|representing)\s+(?:the\s+)?[A-Z][^,;.()]{1,80}?(?:\([^()]{2,20}\)[^,;.()]{0,30}?)?)?,?\s+(?:(?:was|were|has\s+been|have\s+been)\s+(?:elected|appointed|designated|selected)|(?:had\s+)?served|acted|(?:had\s+)?agreed\s+to\s+(?:serve|act)|serves?|acts?)\s+"
    r"(?:as\s+)?(?:the\s+|its\s+|joint\s+|co-)*[Rr]apporteurs?\b(?!\s+(?:of|for|to)\b|-)"
)
_DID = re.compile(r"\b(?:co-)?(?:chaired|facilitated|moderated|presided|opened|led|introduced|presented)\b")
_MET = re.compile(r"(?:\s*\([^()]{2,40}\))?\s+(?:was|were|had\s+been|took)\s+(?:held|convened|organized|opened|hosted|place)\b")
_PART_OF = re.compile(r"\b(?:part|half|day|morning|afternoon|rest|remainder)\s+of\s+\Z")
_OWN_WORDS = re.compile(r"\b(?:[Tt]he|[Tt]his|[Pp]resent)\s+\Z")
_ANY_SITTING = frozenset({"meeting", "call", "teleconference", "videoconference"})
_OTHER = re.compile(rf"\b[Tt]he\s+other\s+[Cc]o-[Cc]hair(?:person)?,?\s+{_MR}(?=[A-Z])")
_AS_CHAIR = re.compile(r"\s\((?:the\s+)?(?:Acting\s+)?(?P<co>Co-)?[Cc]hair(?:person|man|woman)?(?:,\s+[^()]{1,40})?\)\s+(?:then\s+)?(?:opened|closed|adjourned|called|declared|convened)\s+the\s+(?:meeting|session)\b", re.IGNORECASE)
"""A (*Chair, Chad*) *opened the meeting*."""
_HINTS = any_of("(Chair", "(Co-Chair", "(Acting Chair", "(the Chair", "other Co-", "other co-", "haired", "presided", "oderated", "ship of", "residency of", "apporteur")


def presiding(reading: Reading) -> None:
    """State who chairs the meeting that is reported on, or reports of it."""
    for passage in itertools.takewhile(lambda p: p.kind not in {"paragraph", "action"}, reading.document.passages[:_NEAR_TOP]):
        if passage.kind in {"unnumbered", "header"} and reading.says(passage.body, "hair", "oderator"):
            _at_the_top(reading, passage)
    for passage, sentence in reading.saying(_HINTS):
        people = reading.named(sentence, {"Person"})
        if not 0 < len(people) <= LONGEST_LIST:
            continue
        for where, person in people:
            opened = _AS_CHAIR.match(reading.text, where.end, sentence.end)
            body = meeting_body(reading) if opened else None
            if opened and body:
                role = "co-chair" if opened["co"] else "chair"
                reading.state(Role(reading.evidence(passage, Span(where.start, opened.end())), person.iri, role, body))
        _passive(reading, passage, sentence)
        _active(reading, passage, sentence, people)
        _under(reading, passage, sentence)
        _first(reading, passage, sentence)
        if reading.says(sentence, "other Co-", "other co-"):
            _the_other(reading, passage, sentence)
        if reading.says(sentence, "presided"):
            _alone(reading, passage, sentence, people)
        if reading.says(sentence, "apporteur"):
            _rapporteurs(reading, passage, sentence, people)


def _at_the_top(reading: Reading, passage: Passage) -> None:
    """ "*Co-Chairs: Ana Water (FAO) and Ben Stone (WHO)*", on a line above the minutes, with the lines that tell who was there"""
    label = _TOP_LABEL.search(reading.text, passage.body.start, passage.body.end)
    home = own_meeting(reading) if label and _OTHER_LABEL.search(reading.text, passage.body.start, passage.body.end) else None
    if label is None or home is None or not (passage.kind == "header" or _ABOVE_LABEL.fullmatch(reading.text, passage.body.start, label.start())):
        return
    line = min(p for p in (reading.text.find("\n", label.end()), passage.body.end) if p >= 0)
    _chairs(reading, passage, people_from(reading, label.end(), line, titled=True), home, joint=bool(label["co"]), start=label.start())


def meeting_meant(reading: Reading, passage: Passage, sentence: Span, said: re.Match[str]) -> Entity | None:
    """Return what "the meeting" means, and "it" after a sentence that begins with "the meeting"."""
    if said["it"]:
        if said.start("event") != sentence.start or reading.opens(passage, sentence):
            return None
        before = reading.sentence_before(passage, sentence.start)
        named = max((p for p in reading.named(before, EVENTS) if p[0].start <= before.start + len("The ")), key=lambda p: p[0].end, default=None)
        if named and _MET.match(reading.text, named[0].end, before.end):
            return named[1]
        first = re.compile(_THE).match(reading.text, before.start, before.end)
        return meeting_meant(reading, passage, before, first) if first and not first["it"] else _of_own_number(reading, before)
    noun = Span(*said.span("noun"))
    described = next((e for w, e in groups_in_words(reading, passage, sentence) if w.start <= noun.start < w.end), None)
    if described:
        return described
    before_ = event_before(reading, passage, sentence, noun)
    return before_[1] if before_ else held_its(reading, passage, sentence, noun.of(reading.text)) or _own_meeting(reading, passage, noun)


def _of_own_number(reading: Reading, before: Span) -> Entity | None:
    """ "*The ninth meeting of the pond experts* was held in Bern. It was …": the meeting that is reported on, by its number"""
    numbered = _NUMBERED.match(reading.text, before.start, before.end)
    home = own_meeting(reading) if numbered else None
    return home if numbered and home and numbered["noun"].lower() in home.label.lower() and is_of_own_number(reading.text, home, before.start, numbered.start("noun")) else None


def _own_meeting(reading: Reading, passage: Passage, noun: Span) -> Entity | None:
    """Return the meeting that is reported on, where nothing just before speaks of another one."""
    home = own_meeting(reading)
    word = noun.of(reading.text).lower()
    if home is None or (word not in home.label.lower() and word not in _ANY_SITTING):
        return None
    own = [where for where, entity in reading.named(passage.span, EVENTS) if entity.iri == home.iri]
    for other in re.finditer(rf"\b{word}s?\b", reading.text[passage.body.start : noun.start], re.IGNORECASE):
        at = passage.body.start + other.start()
        if not any(where.start <= at < where.end for where in own) and not _OWN_WORDS.search(reading.text, max(passage.body.start, at - 12), at) and not is_of_own_number(reading.text, home, passage.body.start, at):
            return None
    others = [e for _, e in reading.named(Span(passage.body.start, noun.start), EVENTS) if e.iri != home.iri]
    return None if others else home


def _passive(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The meeting was opened by FAO and *chaired by Ms. A, Director of B*." · "It was chaired by Ms. A." """
    for match in _PASSIVE.finditer(reading.text, sentence.start, sentence.end):
        if _PART_OF.search(reading.text, sentence.start, match.start()) or says_part(reading.text, sentence):
            continue
        people = people_from(reading, match.end(), sentence.end, titled=bool(match["co"]))
        event = meeting_meant(reading, passage, sentence, match) if people and not is_unsure(reading, sentence, match.start()) else None
        if event:
            _chairs(reading, passage, people, event, joint=bool(match["co"]), start=match.start("event"))


def _active(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "Ms. A, Director of B and Chair of C, *presided over the meeting*" """
    done = sentence.start
    for first, _ in people:
        if first.start < done:
            continue
        listed = people_from(reading, first.start, sentence.end, titled=True)
        match = _ACTIVE.match(reading.text, listed[-1][0].end, sentence.end) if listed else None
        if not match or match["it"] or reading.named(Span(listed[-1][0].end, match.start("event")), {"Person"}) or is_unsure(reading, sentence, first.start):
            continue
        event = meeting_meant(reading, passage, sentence, match)
        together = _SHE_AND.fullmatch(reading.text, sentence.start, first.start)
        if event:
            _chairs(reading, passage, [*(_said_before(reading, passage, sentence) if together else []), *listed], event, joint=bool(match["co"] or together), start=match.end())
        done = match.end()


def _the_other(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "A, Co-Chair of the Pond Group, spoke. *The other Co-Chair, B*, could not come.": of what the one has the chair """
    match = _OTHER.search(reading.text, sentence.start, sentence.end)
    person = reading.at(match.end(), sentence.end, {"Person"}, article=False) if match else None
    before = [r for r in reading.said_in(passage.id) if match and isinstance(r, Role) and r.role == "co-chair" and r.evidence.span.end <= match.start()]
    if match and person and before:
        target = reading.entities[max(before, key=lambda r: r.evidence.span.end).target]
        _chairs(reading, passage, [person], target, joint=True, start=match.start())


def _alone(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "The ninth meeting was held in Bern. Ms. A of FAO, focal point of the group, *presided*." """
    where = people[-1][0]
    match = _PRESIDED.match(reading.text, where.end, sentence.end)
    home = own_meeting(reading) if match else None
    if match is None or home is None or says_part(reading.text, sentence) or is_unsure(reading, sentence, where.start):
        return
    others = {e.iri for _, e in reading.named(Span(passage.body.start, where.start), EVENTS)} - {home.iri}
    listed = [*people] if len(people) > 1 and " and " in reading.text[people[-2][0].end : where.start] else [people[-1]]
    if not others:
        _chairs(reading, passage, listed, home, joint=False, start=match.end())


def _said_before(reading: Reading, passage: Passage, sentence: Span) -> list[tuple[Span, Entity]]:
    """Return the only person of the sentence before: "*She* and the Vice-Chair, Mr. B, presided over the meeting"."""
    if reading.opens(passage, sentence):
        return []
    before = reading.named(reading.sentence_before(passage, sentence.start), {"Person"})
    return before if len(before) == 1 else []


def _under(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The segment was held online on 6 May *under the chairmanship of Mr. A*" """
    for match in _UNDER.finditer(reading.text, sentence.start, sentence.end):
        people = people_from(reading, match.end(), sentence.end, titled=bool(match["co"]))
        target = _held(reading, passage, sentence, match.start()) if people and not is_unsure(reading, sentence, match.start()) else None
        if target:
            _chairs(reading, passage, people, target, joint=bool(match["co"]), start=sentence.start)


def _first(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "*Chaired by Ms. A, Head of B, the meeting* looked at ponds." """
    match = _FIRST.match(reading.text, sentence.start, sentence.end)
    people = people_from(reading, match.end(), sentence.end, titled=True) if match else []
    then = _THEN.match(reading.text, people[-1][0].end, sentence.end) if people else None
    event = meeting_meant(reading, passage, sentence, then) if then and not then["it"] and not reading.named(Span(people[-1][0].end, then.start("event")), {"Person"}) else None
    if match and event:
        _chairs(reading, passage, people, event, joint=bool(match["co"] or match["co2"] == "Co-c"), start=match.start())


def _held(reading: Reading, passage: Passage, sentence: Span, end: int) -> Entity | None:
    """Return what a sentence says at its beginning that it was held, or met."""
    named = [(w, e) for w, e in reading.named(Span(sentence.start, end), GROUPS | EVENTS | BODIES)]
    first = next(((w, e) for w, e in named if w.start <= sentence.start + len("The ")), None)
    longest = max((w.end for w, _ in named if first and w.start == first[0].start), default=0)
    if first and all(w.end <= longest for w, _ in named) and _HELD.fullmatch(reading.text, longest, end):
        return next(e for w, e in named if w.end == longest)
    said = re.compile(_THE).match(reading.text, sentence.start, end)
    return meeting_meant(reading, passage, sentence, said) if said and not named and _HELD.fullmatch(reading.text, said.end(), end) else None


def _rapporteurs(reading: Reading, passage: Passage, sentence: Span, people: list[tuple[Span, Entity]]) -> None:
    """ "Ms. A of FAO and Mr. B of WHO *served as rapporteurs*", of the meeting that is reported on"""
    for first, _ in people:
        listed = people_from(reading, first.start, sentence.end)
        match = _RAPPORTEURS.match(reading.text, listed[-1][0].end, sentence.end) if listed else None
        home = own_meeting(reading) if match and not SMALL_GROUPS.search(reading.text, passage.body.start, first.start) else None
        meeting = next((reading.entities[target] for name, target in home.links if name == "sessionOf" and home.kind != "Segment"), home) if home else None
        another = match and (_DID.search(reading.text, listed[0][0].end, listed[-1][0].start) is not None or any(listed[-1][0].end < where.start < match.end() for where, _ in people))  # "A chaired it and *B* served as rapporteur"
        if match and meeting and not another and not is_unsure(reading, sentence, first.start):
            for where, person in listed:
                if not _is_known(reading, passage, person, "officer", Span(where.start, match.end())):
                    reading.state(Role(reading.evidence(passage, Span(where.start, match.end())), person.iri, "officer", reading.keep(meeting)))


def _chairs(reading: Reading, passage: Passage, people: list[tuple[Span, Entity]], event: Entity, *, joint: bool, start: int) -> None:
    role = "co-chair" if joint or len(people) > 1 else "chair"
    for where, person in people:
        known = any(isinstance(r, Role) and r.agent == person.iri and r.role in {"chair", "co-chair"} and r.target == event.iri for r in reading.said_in(passage.id))
        if not known:
            span = Span(min(start, where.start), max(start, where.end))
            reading.state(Role(reading.evidence(passage, span), person.iri, role, reading.keep(event)))


def _is_known(reading: Reading, passage: Passage, person: Entity, role: str, span: Span) -> bool:
    """Tell whether another rule has read a role of a person from the same words."""
    same = (r.evidence.span for r in reading.said_in(passage.id) if isinstance(r, Role) and r.agent == person.iri and r.role == role)
    return any(read.start < span.end and span.start < read.end for read in same)
