"""Which meeting a document is on: the one that its title names, that its lines above the text say, or that news begin with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.meetings import REPORT_OF, REPORTS
from kg.extract.reading import BODIES, EVENTS
from kg.extract.titles import title_event
from kg.extract.ways import groups_in_words
from kg.model import Entity, Span
from kg.namespaces import BASE, last_part, slug
from kg.text import ORDINAL, ordinal, sentences, session_label, session_short

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Passage

NOUN = (
    r"(?:(?:meeting|session|segment|workshop|dialogue|seminar|webinar|conference|forum|consultation|event|round\s?table|gathering|summit|retreat|hearing|briefing|training\s+course|panel\s+discussion|launch(?!\s+(?:of|event|ceremony|meeting|workshop|webinar|conference)\b))s?|symposi(?:um|a)|"
    r"ceremon(?:y|ies)|plenary|training)"
)
FIRST = re.compile(r"\W*(?:(?:(?:At|During|In)\s+)?(?:The|the|This|Its|An?|It)\s+)?(?:[\w-]+\s+){0,2}")
THE_NOUN = re.compile(rf"\W*(?:\(\w\)\s*)?(?:(?:Noting|Recalling|Welcoming)\s+(?:also\s+|with\s+\w+\s+)?that\s+)?(?P<which>[Tt]he|[Tt]his|[Tt]hat|[Aa]n?|[Ii]ts)\s+(?P<more>(?:[\w’'-]+\s+){{0,3}}?)(?P<noun>(?i:{NOUN}))\b")
_SITS = re.compile(r"\b(?:came\s+together|met|gathered|convened|assembled|held)\s+(?:in\s+[A-Z]\w+\s+)?(?:for\s+)?(?:its|their)\s")
_SITS_FOR = re.compile(rf"{_SITS.pattern}(?:\S+\s?)?\Z")
_HELD_IT = re.compile(r"(?:\s*\([^()]{2,30}\))?(?P<of>\s+of\s+the\s[^,;.]{3,120}?)?\s+(?:(?:was|were)\s+(?:jointly\s+)?(?:held|convened|organized|hosted|opened)|took\s+place|met)\b")
LIKE_MEETING = frozenset("meeting session plenary conference".split())
OF_ALL = re.compile(rf"(?:(?:whole|present|same|entire|current|{ORDINAL})\s+)*", re.IGNORECASE)
_REPORT = re.compile(r"\b(?:report|summary|minutes|proceedings|conclusions)\b", re.IGNORECASE)
_SAT = re.compile(
    rf"\b(?P<ordinal>{ORDINAL})\s+(?P<kind>(?:(?:intergovernmental|ordinary|extraordinary|special|resumed|joint|regional|consultative|ministerial|technical|expert|annual|open-ended|plenary)\s+){{0,2}})(?P<what>meeting|session)\b"
    rf"(?P<of>\s+(?:of|(?<=ental meeting )on|(?<=ative meeting )on)\s+(?:the\s+)?[A-Z](?:(?!\s+and\s+(?:the\s+)?{ORDINAL}\b)[^,;\n]){{8,120}})?",
    re.IGNORECASE,
)
_HEADS = r"(?:Network|Partnership|Forum|Mechanism|Platform|Alliance|Coalition|Initiative|Task\s+(?:Force|Team)|(?:Steering|Advisory|Coordinating|Coordination|Technical|Executive|Joint)\s+(?:Committee|Group|Board|Council)|(?:Liaison|Expert|Working|Management|Contact)\s+Group)"
_GROUP_NAME = re.compile(rf"(?:The\s+)?(?:[A-Z][\w’'/-]*\s+){{0,6}}{_HEADS}(?:\s+(?:of|for|on)\s+[\w’',\s-]{{3,100}})?(?:\s+\([A-Z][\w-]{{1,12}}\))?")
ANOTHER = re.compile(r"\b(?:side|parallel|previous|last|next|earlier|upcoming|forthcoming|proposed|planned|future|other|same|second|third|two|three|four|several|various|past|coming|following)\b", re.IGNORECASE)
_HELD_BARE = re.compile(
    r"(?<![\w’'] )\b(?P<whole>The\s+(?P<noun>workshop|conference|seminar|symposium|dialogue|forum|webinar|summit|retreat|meeting|round\s?table|consultation))\s+(?:(?:was|were)\s+(?:\w+ly\s+)?(?:hosted|held|organized|convened)|took\s+place|ran\s+from)\b"
)
_BARE_NOUN = re.compile(r"(?:\b[Tt]h(?:e|is)|\b(?:next|second|follow-up|future|coming)|\b[Dd]uring)\s+\Z")
_NEWS_BEGIN = re.compile(r"\W*(?:(?:[A-Z][^.;:\n–—]{2,60}(?:,\s+)?)?(?:\d{1,2}(?:\s?[–-]\s?\d{1,2})?\s+)?(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{4}\s*[:–—-]\s+)?(?:(?:Hosted|Organized|Convened|Opened|Chaired)\s+by\s[^,;]{3,100},\s+)?(?=[Tt]he\s)")
_NEWS_VERB = re.compile(r"(?:\s*\([^()]{2,40}\)|\s+of\s+the\s+[^,;.()]{3,90}?(?:\s*\([^()]{2,20}\))?)*,?\s+(?:has\s+|have\s+|was\s+|were\s+)?(?:[a-z]{3,}ed|took|met|held|brought|drew|began|opened|came|saw|set)\b")
_LOOSE = frozenset({"plain", "thematic", "news"})
_LONGEST_NEWS, _SHORTEST = 20000, 80
_LAST_NOUN = re.compile(rf"\b(?:{NOUN}|congress|expo)\b(?!.*\b{NOUN}\b)", re.IGNORECASE)
_TITLE_OF_MINUTES = re.compile(r"(?:(?:Report|Minutes|Notes|Record)\s+of\s+(?:the\s+)?)?(?P<name>[A-Z][^.;:]{2,100}?\b(?:[Mm]eeting|[Ss]ession|[Cc]all)\b(?:[,\s]+[A-Z\d][^.;:]{1,60}?)?)(?:[\s:–—-]+(?i:minutes|notes|summary|report))?")
_CAME = re.compile(r"\W*(?:Attendees|Attendance|Participants|Present)\W*", re.IGNORECASE)


def own_meeting(reading: Reading) -> Entity | None:
    """Return the meeting a document reports on: the one that was found, else the only one its title names, or says in two lines."""
    if reading.meeting:
        return reading.entities[reading.meeting]
    top = [p for p in reading.document.passages[:4] if p.kind in {"header", "heading"}]
    named = {e.iri: e for p in top for _, e in reading.named(p.span, EVENTS) if e.kind != "Segment"}
    if not named and (reading.document.family in REPORTS or any(_REPORT.search(reading.text, *p.span) for p in top)):
        return next((e for p in top[:1] if (e := _of_lines(reading, p))), None) or _told_first(reading) or title_event(reading) or _of_minutes(reading)
    if named or reading.document.family not in _LOOSE:
        return next(iter(named.values())) if len(named) == 1 else None
    return title_event(reading) or _sat_first(reading) or _opened_by(reading) or _the_only_one(reading) or _told_of_first(reading)


def _opened_by(reading: Reading) -> Entity | None:
    """Read "Bern, 3 May: *The ninth meeting of the Pond Board* took stock of …" at the beginning of the news: what they are on, if they are short."""
    passage = next(iter(reading.paragraphs), None) if len(reading.text) <= _LONGEST_NEWS else None
    sentence = next(iter(sentences(reading.text, passage.body)), None) if passage else None
    begins = _NEWS_BEGIN.match(reading.text, *sentence) if sentence else None
    named = reading.at(begins.end(), sentence.end, EVENTS) if begins and sentence else None
    return named[1] if named and sentence and named[1].kind != "Segment" and _NEWS_VERB.match(reading.text, named[0].end, sentence.end) else None


def _sat_first(reading: Reading) -> Entity | None:
    """Read "The Pond Board came together for *its ninth session*" at the beginning of the news: the only sitting named there."""
    passage = next((p for p in reading.paragraphs if len(p.body.of(reading.text)) > _SHORTEST), None) if len(reading.text) <= _LONGEST_NEWS else None
    sentence = next(iter(sentences(reading.text, passage.body)), None) if passage else None
    if passage is None or sentence is None or not _SITS.search(reading.text, *sentence):
        return None
    named = [*reading.named(sentence, EVENTS), *((w, e) for w, e in groups_in_words(reading, passage, sentence) if e.kind in EVENTS)]
    sat = {e.iri: e for w, e in named if _SITS_FOR.search(reading.text, sentence.start, w.start + len("its "))}
    return next(iter(sat.values())) if len(sat) == 1 and len({e.iri for _, e in named}) == 1 else None


def _the_only_one(reading: Reading) -> Entity | None:
    """Read "*The workshop* was held in Bern" in the news: the only workshop of which they speak, that has no name."""
    text = reading.text[:_LONGEST_NEWS]
    held = _HELD_BARE.search(text) if len(reading.text) <= _LONGEST_NEWS else None
    passage = next((p for p in reading.paragraphs if held and p.span.start <= held.start() < p.span.end), None)
    if held is None or passage is None:
        return None
    noun = held["noun"].lower()
    others = any(noun in e.label.lower() or noun in LIKE_MEETING for _, e in reading.named(Span(0, len(reading.text)), EVENTS))
    if others or any(not _BARE_NOUN.search(text, max(0, m.start() - 30), m.start()) for m in re.finditer(rf"\b{noun}s?\b", text, re.IGNORECASE)):
        return None
    evidence = reading.evidence(passage, Span(*held.span("whole")))
    return reading.draft("Event", "event", noun.capitalize(), evidence, tail=slug(f"{noun} {reading.document.slug}"))


def _told_of_first(reading: Reading) -> Entity | None:
    """Read "… gathered in Bern for the *World Pond Dialogue*" at the beginning of the news, which speak of "the Dialogue" further down."""
    passage = next((p for p in reading.paragraphs if len(p.body.of(reading.text)) > _SHORTEST), None) if len(reading.text) <= _LONGEST_NEWS else None
    named = {e.iri: e for w, e in reading.named(passage.body, {"Event"})} if passage else {}
    event = next(iter(named.values())) if len(named) == 1 else None
    noun = _LAST_NOUN.search(event.label) if event else None
    if passage is None or event is None or noun is None:
        return None
    return event if re.search(rf"\b[Tt]he\s+{noun[0]}\b(?!\s+(?:of|on|for)\b)", reading.text[passage.span.end :], re.IGNORECASE) else None


def _of_lines(reading: Reading, top: Passage) -> Entity | None:
    """Read "Pond Committee", and below it "Ninth meeting": the ninth meeting of the Pond Committee."""
    sats = list(_SAT.finditer(reading.text, *top.span))
    sat = next((m for m in sats if REPORT_OF.search(reading.text, top.span.start, m.start())), sats[0] if sats else None)
    if not sat:
        return None
    bodies = {e.iri: e for _, e in reading.named(top.span, BODIES | {"InterAgencyMechanism"}) if e.acronym != "UN"}
    span, what = Span(*sat.span()), sat["what"].lower()
    body = next(iter(bodies.values())) if len(bodies) == 1 else None
    if sat["of"] and (body is None or sat["kind"]):
        return reading.draft("Meeting", "meeting", " ".join(sat[0].split()), reading.evidence(top, span))
    unknown = _line_above(reading, top, span.start)
    if unknown and not (sat["of"] or (body and any(e.iri == body.iri for _, e in reading.named(unknown)))):
        name = " ".join(unknown.of(reading.text).split())
        return reading.draft("Meeting", "meeting", f"{' '.join(sat[0].split())} of the {name.removeprefix('The ')}", reading.evidence(top, span))
    if body is None:
        return None
    number = str(ordinal(sat["ordinal"]))
    iri = f"{BASE}meeting/{last_part(slug(session_short(body.acronym or body.label, number)))}"
    label = session_label(body.label, number, what)
    meeting = Entity(iri, "Meeting", label, names=(label,), links=(("sessionOf", body.iri),), evidence=reading.evidence(top, span))
    return reading.entities.get(iri) or reading.drafts.setdefault(iri, meeting)


def _line_above(reading: Reading, top: Passage, position: int) -> Span | None:
    """Return the line nearest above "Report of the ninth session" that is the name of a group: "Pond Network"."""
    ends = position
    while (ends := reading.text.rfind("\n", top.span.start, ends)) >= 0:
        start = max(top.span.start, reading.text.rfind("\n", top.span.start, ends) + 1)
        words = reading.text[start:ends].strip(" \t*#")
        if _GROUP_NAME.fullmatch(words):
            return Span(start, ends)
    return None


def _told_first(reading: Reading) -> Entity | None:
    """Read "1. *The ninth pond workshop* was held in Bern", in a report whose title names no meeting: the first paragraph tells which it is."""
    passage = next(iter(reading.paragraphs), None)
    sentence = next(iter(sentences(reading.text, passage.body)), None) if passage else None
    if passage is None or sentence is None:
        return None
    named = [(w, e) for w, e in reading.named(sentence, EVENTS) if e.kind != "Segment"]
    named += [(w, e) for w, e in groups_in_words(reading, passage, sentence) if e.kind in EVENTS]
    first = [(w, e) for w, e in sorted(named, key=lambda pair: -pair[0].end) if FIRST.fullmatch(reading.text, sentence.start, w.start) or w.start == sentence.start]
    if first:
        return first[0][1] if _HELD_IT.match(reading.text, first[0][0].end, sentence.end) else None
    match = THE_NOUN.match(reading.text, sentence.start, sentence.end)
    held = _HELD_IT.match(reading.text, match.end(), sentence.end) if match else None
    if match is None or held is None or not match["more"] or ANOTHER.search(match["more"]) or (OF_ALL.fullmatch(match["more"]) and not held["of"]):
        return None
    words = " ".join(f"{match['more']}{match['noun']}{held['of'] or ''}".split())
    tail = "" if held["of"] else slug(f"{words} {reading.document.slug}")
    return reading.draft("Event", "event", f"{words[0].upper()}{words[1:]}", reading.evidence(passage, Span(*match.span())), tail=tail)


def _of_minutes(reading: Reading) -> Entity | None:
    """Return the meeting of minutes that are called after it only, "title: *Pond Board Meeting 2031 May*", or that begin with who came and name no meeting at all."""
    first = reading.document.passages[0] if reading.document.family == "meeting-report" and reading.document.passages else None
    if first is None:
        return None
    title = _TITLE_OF_MINUTES.fullmatch(reading.document.title) if reading.text.startswith("---\n") else None
    if title:
        return reading.draft("Event", "event", " ".join(title["name"].split()), reading.evidence(first, first.body))
    came = next((p for p in reading.document.passages[:2] if p.kind == "heading" and _CAME.fullmatch(p.body.of(reading.text))), None)
    return reading.draft("Event", "event", "Meeting", reading.evidence(came, came.body), tail=slug(f"meeting {reading.document.slug}")) if came else None
