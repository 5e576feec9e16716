"""Groups that are told by their topics alone: "The Coalition has two working groups: ponds, led by FAO; and rain, led by WMO"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.listing import LABEL, UNSURE, lines_below, listed, role_of_label, state_listed
from kg.extract.words import any_of
from kg.model import Span
from kg.namespaces import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.listing import Listed
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

_KIND = r"(?:(?:expert|technical|thematic|regional|inter-?agency|joint|ad\s+hoc|informal|scientific|global|new|small|open-ended)\s+){0,2}"
_HEAD = rf"(?P<head>{_KIND}(?:(?:working|task|expert|contact|drafting|thematic|project|study|discussion|liaison|advisory|reference|specialist|breakout|advocacy)\s+(?:sub-?)?(?:group|team|force)|task\s?force|sub-?group|work\s?stream|coordination\s+group|(?:sub|technical\s+)-?committee))"
_SEVERAL = re.compile(rf"\b(?i:{_HEAD})s\b(?P<rest>[^.;:()]{{0,120}}?)(?::\s+|:\s*\Z|,?\s+(?=(?:one\s+)?(?:on|for)\s))")
_NONE_OTHER = re.compile(r"\b(?:groups?|forces?|teams?|streams?|committees?|report(?:ed|s)|discussed|met|proposed|each|other)\b")
"""Words after which a list is of something else: "five groups, each with the following members:"."""
_TOPIC = r"(?P<topic>(?!one\b|led\b|chaired\b|which\b|and\b)[A-Za-z][^;:()\n–—]{2,100}?)"
_BY = r"(?:(?:which\s+(?:is|was|will\s+be)|to\s+be|is|was)\s+)?(?:currently\s+|jointly\s+)?(?P<how>(?:co-?)?(?:led|chaired|coordinated|convened|headed|facilitated))\s+(?:jointly\s+)?by"
_MARK = r"(?:[-–•*·▪]\s*|\(?[a-z\d]{1,3}[.)]\s+)?"
_ITEM = re.compile(
    rf"\s*{_MARK}(?:and\s+)?(?:(?:the\s+)?(?:one|first|second|third|fourth|fifth|last|a\s+(?:first|second|third|fourth))(?:,)?\s+)?(?:(?:on|for|about)\s+)?(?:the\s+topics?\s+of\s+)?{_TOPIC}"
    rf"(?:\s*\((?P<label>(?i:{LABEL}))(?:\s*:\s*|\s+)(?P<in>[^()\n]{{2,120}}(?:\([^()\n]{{1,20}}\)[^()\n]*){{0,4}})\)|(?:,|\s[–—-])\s*{_BY}\s+(?:the\s+)?(?P<by>[^;\n]+)|,\s+(?:for|in)\s+which\s+(?P<responsible>[^;\n]{{2,100}}?)\s+(?:is|are)\s+(?:responsible|in\s+the\s+lead|the\s+leads?)|"
    rf",\s+(?:with|where)\s+(?P<lead>[^;\n]{{2,100}}?)\s+(?:as\s+(?:the\s+)?(?:co-)?leads?|in\s+the\s+lead|taking\s+the\s+lead|has\s+the\s+lead|leads)|,\s+under\s+the\s+leadership\s+of\s+(?P<under>[^;\n]+)|(?:\s*\((?P<bare>[^()\n]{{2,100}})\)|(?:\s[–—-]|:)\s+(?P<dash>[^;\n]{{2,100}}))(?=[,;.\s]*(?:and\s+)?(?:\Z|\n|[;,])))"
)
"""One of a list: its topic, and who leads it."""
_CUT = re.compile(r"\)(?:,\s+(?:and\s+)?|\s+and\s+)(?=(?:on\s+|for\s+)?[A-Za-z])|;\s*|,\s+(?:and\s+)?(?=one\s+on\s)|\s+and\s+(?=one\s+on\s)")
_LEADS = re.compile(r"\b(?:[Ll]ead(?:ers?|s|ing)?|[Rr]esponsib\w+|[Cc]oordinators?|led|coordinated)\b")
_IS_NAME = re.compile(r"\b(?:[Gg]roup|[Tt]eam|[Ff]orce|[Cc]ommittee|[Nn]etwork|[Pp]anel|[Cc]hair\w*|[Mm]embers?|[Ss]ecretariat|[Bb]ureau|led|chaired)\b")
"""A group with a name of its own is read elsewhere."""
_RESPECTIVELY = re.compile(rf"\b(?i:{_HEAD})s\s+on\s+(?P<topics>[^;:.()]{{3,160}}?)(?:,)?\s+(?:are|were)\s+(?:currently\s+)?(?P<how>led|chaired|coordinated|convened|headed)\s+by\s+(?P<who>[^;:.]{{3,200}}?),?\s+respectively\b")
_AND = re.compile(r",\s+(?:and\s+)?(?:on\s+)?|\s+and\s+(?:on\s+)?")
_LEADS_ONE = re.compile(rf"\b(?P<how>lead|chair|coordinate|convene|head)s\s+the\s+(?i:{_HEAD})\s+on\s+(?P<topic>[^,;.:()]{{3,80}}?)(?=,\s)")
_THAT_ON = re.compile(r"(?:,\s+(?:and\s+)?|;\s+(?:and\s+)?|\s+and\s+|,?\s+while\s+)(?P<who>(?:the\s+)?[A-Z][^,;.:]{1,100}?)\s+(?:leads\s+|chairs\s+)?(?:that|the\s+one)\s+on\s+(?P<topic>[^,;.:()]{3,80}?)(?=,|;|\.|\s+and\s+(?:the\s+)?[A-Z]|\s*\Z)")
_INCLUDED = re.compile(r"\b(?:includ(?:e[sd]?|ing)|are|were|comprised?)\s+(?=(?:[^,;.()]|,(?=\s)){3,160}?\(with\s)|:\s+(?=[^;.()]{3,160}\(with\s)")
_WITH_LEAD = re.compile(r"(?:,\s+(?:and\s+)?|\s+and\s+)?(?P<topic>[A-Za-z][^;,.()]{2,140}?)\s+\(with\s+(?P<who>[^()]{2,100}?)\s+as\s+(?:the\s+)?(?:joint\s+)?(?:lead\s+(?:agency|agencies|organi[sz]ations?|entity|entities)|leads?|co-leads)\)")
_FIRST_AND_SECOND = re.compile(
    rf"\btwo\s+(?i:{_HEAD})s,\s+the\s+first\s+(?P<how>(?:co-)?(?:chaired|led|facilitated|coordinated))\s+by\s+(?P<one>[^;:]{{3,200}}?),?\s+and\s+the\s+second\s+(?:(?:co-)?(?:chaired|led|facilitated|coordinated)\s+)?by\s+(?P<two>[^;:,]{{3,200}}?)(?=[,.;]\s|,?\s+and\s+an?\s|\s*\.?\s*\Z)"
)
_GROUPS = any_of("groups", "forces", "teams", "streams", "committees", "taskforces", "subgroups", "workstreams", "Groups", "Forces", "Teams")
_THAT = any_of("leads", "chairs", "coordinates", "convenes", "heads")
_AS_LEADS = any_of("as the lead", "as lead", "as leads", "as co-leads", "as joint lead")
_ONE = 2


def topics(reading: Reading) -> None:
    """State who leads the groups that a sentence tells by their topics."""
    caught_up = reading.caught_up
    for passage, sentence in reading.saying(_GROUPS):
        if reading.says(sentence, "respectively"):
            _respectively(reading, passage, sentence)
        if reading.says(sentence, "the first "):
            _first_and_second(reading, passage, sentence)
        match = _SEVERAL.search(reading.text, sentence.start, sentence.end)
        if match and not _NONE_OTHER.search(match["rest"]) and not UNSURE.search(reading.text, sentence.start, match.end()):
            _listed_topics(reading, passage, sentence, match)
    for passage, sentence in reading.saying(_THAT):
        if reading.says(sentence, " that on ", " the one on "):
            _that_on(reading, passage, sentence)
    for passage, sentence in reading.saying(_AS_LEADS):
        _with_lead(reading, passage, sentence)
    reading.caught_up = caught_up  # the rules that follow read from the beginning again


def _listed_topics(reading: Reading, passage: Passage, sentence: Span, several: re.Match[str]) -> None:
    """ "*three task forces: ponds (led by FAO), rain (led by WMO)*" · a topic a line below a sentence that ends with a colon"""
    leads = _LEADS.search(reading.text, sentence.start, several.end()) is not None
    colon = ":" in several[0]
    rest = Span(several.end(), sentence.end)
    if rest.of(reading.text).strip() and "\n" not in several[0]:
        items = [(passage, part) for part in _parts(reading, rest)]
    else:
        items = list(lines_below(reading, passage, several.end(), lambda line: _ITEM.match(reading.text, line.start, line.end))) if colon else []
    found = [(where, item, match) for where, item in items if (match := _ITEM.match(reading.text, item.start, item.end)) and not _IS_NAME.search(match["topic"])]
    for where, item, match in found if len(found) >= _ONE and len(found) == len(items) else ():
        role, who = _role(reading, item, match, leads=leads and colon)
        if role and who and not UNSURE.search(reading.text, item.start, item.end):
            state_listed(reading, where, who, role, _group(reading, where, several["head"], Span(*match.span("topic"))), several.start() if where is passage else item.start, co=(match["how"] or match["label"] or "").startswith(("co", "Co")))


def _parts(reading: Reading, rest: Span) -> Iterator[Span]:
    """Yield the parts of a list: after semicolons, where there are any, else after brackets or before "one on"."""
    by_semicolon = ";" in rest.of(reading.text)
    start = rest.start
    for cut in _CUT.finditer(reading.text, rest.start, rest.end):
        if by_semicolon and ";" not in cut[0]:
            continue
        yield Span(start, cut.start() + (cut[0][0] == ")"))
        start = cut.end()
    if reading.text[start : rest.end].strip(" .\n"):
        yield Span(start, rest.end)


def _role(reading: Reading, item: Span, match: re.Match[str], *, leads: bool) -> tuple[str, list[Listed]]:
    """Return which role a list of topics tells, and who has it; what stands beside a topic leads where the sentence before says so."""
    group = next((name for name in ("in", "by", "responsible", "lead", "under", "bare", "dash") if match[name]), "")
    if group in {"bare", "dash"} and not leads:
        return "", []
    who = Span(match.start(group), min(match.end(group), item.end))
    said = listed(reading, who, prose=group == "by") or listed(reading, Span(who.start, who.start + len(who.of(reading.text).rstrip(" .,"))), prose=group == "by")
    role = role_of_label(match["label"]) if match["label"] else "lead"
    return "chair" if match["how"] and match["how"].endswith(("chaired", "facilitated")) else role, said


def _respectively(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "*Working groups on ponds and on rain are led by FAO and WMO respectively*" """
    match = _RESPECTIVELY.search(reading.text, sentence.start, sentence.end)
    if match is None or UNSURE.search(reading.text, sentence.start, match.end()):
        return
    who = listed(reading, Span(*match.span("who")))
    start, spans = match.start("topics"), []
    for cut in _AND.finditer(reading.text, *match.span("topics")):
        spans.append(Span(start, cut.start()))
        start = cut.end()
    spans.append(Span(start, match.end("topics")))
    for one, topic in zip(who, spans, strict=True) if len(who) == len(spans) else ():
        state_listed(reading, passage, [one], "chair" if match["how"] == "chaired" else "lead", _group(reading, passage, match["head"], topic), match.start())


def _first_and_second(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "It established *two working groups, the first chaired by Ms. A and Mr. B and the second by Mr. C*" """
    match = _FIRST_AND_SECOND.search(reading.text, sentence.start, sentence.end)
    if match is None or UNSURE.search(reading.text, sentence.start, match.end()):
        return
    for nth, group in (("first", "one"), ("second", "two")):
        who = listed(reading, Span(*match.span(group)))
        label = f"{nth} {' '.join(match['head'].lower().split())}"
        home = reading.meeting.rpartition("/")[2] or reading.document.slug
        kept = reading.draft("WorkingGroup", "workstream", label, reading.evidence(passage, Span(*match.span())), tail=slug(f"{label} {home}"))
        role = "lead" if "led" in match["how"] else "chair"
        state_listed(reading, passage, who, role, kept, match.start(), co=len(who) > 1)


def _that_on(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "FAO *leads the working group on ponds, WMO that on rain and UNEP the one on soil*" """
    match = _LEADS_ONE.search(reading.text, sentence.start, sentence.end)
    if match is None or UNSURE.search(reading.text, sentence.start, match.end()):
        return
    position = match.end()
    while other := _THAT_ON.match(reading.text, position, sentence.end):
        who = listed(reading, Span(*other.span("who")))
        state_listed(reading, passage, who, "chair" if match["how"] == "chair" else "lead", _group(reading, passage, match["head"], Span(*other.span("topic"))), other.start("who"))
        position = other.end()


def _with_lead(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The issues have included *the use of ponds (with FAO as the lead agency), rain (with WHO and WMO as lead agencies)* and mud" """
    begins = _INCLUDED.search(reading.text, *sentence)
    position = begins.end() if begins and not UNSURE.search(reading.text, sentence.start, begins.end()) else -1
    while position >= 0 and (item := _WITH_LEAD.match(reading.text, position, sentence.end)):
        who = listed(reading, Span(*item.span("who")))
        about = " ".join(item["topic"].split()).removeprefix("the ")
        work = reading.draft("Workstream", "workstream", about, reading.evidence(passage, Span(*item.span("topic"))))
        state_listed(reading, passage, who, "lead", work, item.start("topic"))
        position = item.end()


def _group(reading: Reading, passage: Passage, head: str, topic: Span) -> Entity:
    """Return the group of a kind on a topic: "working group on ponds"."""
    words = " ".join(head.split())
    words = words if words[1:2].isupper() else f"{words[0].lower()}{words[1:]}"
    about = " ".join(topic.of(reading.text).split()).removeprefix("the ")
    kind = "Workstream" if "stream" in words.lower() else "WorkingGroup"
    return reading.draft(kind, "workstream", f"{words} on {about}", reading.evidence(passage, topic))
