"""Who reported on what, in the forms in which reports of meetings tell it, also of papers and meetings: "FAO introduced the second draft of the guidance note".

What is reported on is what is named there, a work, or the words for a paper, a tool, a meeting, a process; whoever only says something reports on nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.meetings import REPORTS
from kg.extract.officers import people_from
from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS, is_unsure, status_of
from kg.extract.words import any_of
from kg.extract.works import works_in_words
from kg.model import Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

    Named = tuple[Span, Entity]

_FAMILIES = REPORTS | {"news"}
_ADV = r"(?:(?:then|also|briefly|further|subsequently|jointly|orally|first|next|in\s+turn|had|has|have)\s+)*"
_HEARERS = r"(?:the\s+)?(?:[A-Z][\w-]*\s+)?(?:[Mm]eeting|[Mm]embers|[Pp]articipants|[Cc]ommittee|[Bb]oard|[Bb]ureau|[Gg]roup|[Pp]lenary|[Pp]arties|[Dd]elegat\w+|[Ss]ession|[Cc]ouncil|[Ss]enior\s+[Oo]fficials|[Tt]ask\s+(?:[Tt]eam|[Ff]orce)|[Nn]etwork|[Pp]anel|[Cc]olleagues|[Ff]ocal\s+[Pp]oints|[A-Z]{3,8})(?:\s+members)?"
_TALK = r"(?:presentation|update|briefing|overview|account|summary|progress\s+report|oral\s+report|demonstration|introduction)"
_LINK = r"(?:,\s+via\s+[a-z-]+(?:\s+link)?,|\s+(?:online|remotely|by\s+video(?:\s+link)?))?"
_ON = rf"(?:reported(?:\s+back)?(?:\s+to\s+{_HEARERS})?\s+on|(?:gave|made|delivered|provided|presented|offered|shared)\s+(?:{_HEARERS}\s+(?:with\s+)?)?(?:an?|its|their|his|her)\s+(?:[a-z-]+\s+){{0,3}}?{_TALK}s?\s+(?:on|of|about)|(?:briefed|updated)\s+{_HEARERS}\s+(?:on|about)|informed\s+{_HEARERS}\s+(?:of|about|on))"
_SHOWS = r"(?P<shows>introduced|presented|demonstrated|showcased|unveiled|outlined)"
_ACTIVE = re.compile(rf"\b{_ADV}(?:{_ON}|{_SHOWS}){_LINK}\s+(?=[A-Za-z“\"\d])")
_OF_SOMEBODY = r"(?:(?:an?\s+|the\s+)?representatives?\s+of\s+(?:the\s+)?|(?:the|its)\s+(?=[A-Z]))?"
_TALKED = re.compile(rf"\b(?:[Aa]n?|[Tt]he|[Tt]hat|[Ff]urther)\s+(?:[a-z-]+\s+){{0,2}}?{_TALK}s?\s+(?:on|of|about)\s+(?P<what>[^.;:]{{3,200}}?)\s+(?:was|were)\s+(?:then\s+|also\s+)?(?:made|given|delivered|provided|presented)\s+by\s+{_OF_SOMEBODY}(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+)?(?=[A-Z])")
_SHOWN = re.compile(rf"(?P<what>[Tt]he\s+[^.;:]{{3,160}}?)\s+(?:was|were)\s+(?:then\s+|also\s+)?(?:introduced|presented|demonstrated|showcased)\s+by\s+{_OF_SOMEBODY}(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+)?(?=[A-Z])")
_BEGINS = re.compile(r"(?:\A|[;:]\s+|,\s+(?:and\s+|while\s+)?)(?:(?:[Tt]he|[Aa]n?)\s+)?(?:(?:[Rr]epresentatives?|[Oo]bservers?|[Dd]elegates?)\s+(?:of|from|for)\s+(?:the\s+)?)?(?:(?:[Gg]overnments?|[Rr]epublic)\s+of\s+(?:the\s+)?)?\Z")
"""What stands between the beginning of a clause and the agency that speaks."""
_AFTER_PERSON = re.compile(r"(?:\s*\([^()]{2,80}\))?(?:\s+(?:of|from)\s+(?:the\s+)?[A-Z][^,;.()]{1,80}?)?(?:,\s+(?!(?:and|who|which|whose)\b)[^;.]{2,200}?,|,)?\s+\Z")
_AFTER_AGENT = re.compile(r",\s+(?:attending|joining|participating|speaking|on\s+behalf\s+of|as\s+(?:the\s+)?(?:[a-z-]+\s+){0,2}(?:co-)?(?:chair|lead|host|coordinator|secretariat)|which\s+(?:co-)?(?:chairs?|leads?|coordinates|hosts))\b[^;.]{0,120}?,\s*\Z")
_OPENS = re.compile(r"\W*(?:[A-Z][^.;:]{2,120},\s+)?(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+)?(?:[Tt]he\s+[^,.;:]{2,120},\s+(?:(?:Mr|Ms|Mrs|Dr|Prof)\.?\s+)?)?\Z")
_MATTER = r"(?:progress(?:\s+(?:made|achieved))?|work|activities|status|state(?:\s+of\s+play)?|results?|outcomes?|findings|achievements|implementation|preparations?|preparation|development|execution|functioning|operation|completion|next\s+steps|experiences?|discussions|deliberations|situation|(?:his|her|its|their)\s+participation)"
_STRIPPED = re.compile(rf"(?:the|its|their|an?|some)?\s*(?:(?:recent|latest|current|main|key|overall|initial|preliminary)\s+)*{_MATTER}(?:\s+and\s+{_MATTER})?\s+(?:of|on|by|in|under|at|towards|with|within|from|for)\s+(?:the\s+|its\s+)?", re.IGNORECASE)
_DETERMINER = re.compile(r"(?:(?:the|an?|this|that|its|their|his|her)\s+)?", re.IGNORECASE)
_STOP = (
    r"(?:which|that|who|whom|whose|where|when|as|to|was|were|is|are|has|have|had|will|would|by|at|from|during|since|until|held|convened|organized|submitted|contained|prepared|issued|published|developed|decided|agreed|conducted|launched|undertaken|established|adopted|set|via|after|before|following|noting|saying|"
    r"including|highlighting|explaining|with|together|also|and\s+(?:on|its|the|to|said|a|an|that|[a-z]+ed)|or|in\s+(?:[A-Z\d]|which|order|line|accordance|response|document)|on\s+(?:behalf|\d|Monday|Tuesday|Wednesday|Thursday|Friday)|for\s+(?:consideration|information|comments?|discussion|approval|adoption|review))\b"
)
_WORDS = re.compile(rf"(?!{_STOP})[\w’'&/.+-]+(?:\s+(?!{_STOP})[\w’'&/+-]+){{0,13}}")
_THING = (
    r"(?:report|note|paper|study|assessment|survey|review|evaluation|draft|outline|compendium|guide|guidelines|guidance|handbook|manual|toolkit|tool|prototype|portal|platform|database|dashboard|website|map|mapping|inventory|atlas|framework|strategy|plan|programme|program|work\s?plan|roadmap|"
    r"terms\s+of\s+reference|template|questionnaire|methodology|specification(?:\s+sheets?)?|sheets|indicators|brief|project|initiative|campaign|pilots?|publication|brochure|module|system|mechanism|process|dialogue|consultations?|workshop|meeting|session|conference|seminar|webinar|forum|negotiations|"
    r"recommendations|activities|approach|model|standard|network|inter-?comparison|analysis|synthesis|stocktake|calendar|budget|action\s+plan|code|curriculum|index|list|overview|scenarios?|concept|options)"
)
_HEAD = re.compile(rf"(?:(?!(?:of|on|for|in|to|the|and|or|by|with|under|between|among|towards)\b(?!\s+(?-i:[A-Z])))[\w’'&/.+-]+\s+){{0,7}}?(?P<head>{_THING})(?=\s+(?:of|on|for|in|under|between|among|towards)\b|\s*\Z)", re.IGNORECASE)
_NO_TARGET = re.compile(
    r"\b(?:conference\s+room\s+papers?|sub-?items?|items?|agenda|paragraphs?|text|amendments?|decision|resolution|changes?|matters?|issues?|points?|following|proposals?|candidate\w*|speakers?|colleagues?|him|her|them|himself|herself|themselves|itself|views?|comments?|present\s+report|each\s+other|number|dates?|venue|statement|position)\b",
    re.IGNORECASE,
)
"""Of the procedure, or of somebody: nothing that a report is on."""
_DRAFT_OF = re.compile(r"(?:(?:first|second|third|fourth|final|zero|revised|new|updated|initial|preliminary|latest|annotated|advance[d]?)\s+)*(?:draft|version|outline|edition)(?:\s+(?:of|for)\s+(?:the\s+|its\s+)?|\s+)", re.IGNORECASE)
_PAPER = re.compile(r"(?:(?:the|information|conference\s+room|working|background)\s+)*(?:documents?|papers?|notes?)\s+(?=[A-Z])|(?=[A-Z])", re.IGNORECASE)
_PRODUCT = re.compile(r"\b(?:report|note|paper|study|assessment|draft|outline|compendium|guide|guidelines|guidance|handbook|manual|toolkit|prototype|portal|database|dashboard|website|map|mapping|inventory|atlas|strategy|plan|roadmap|reference|template|questionnaire|methodology|sheets?|brief|publication|brochure|module|analysis|synthesis|index|list|concept|curriculum|code)\b", re.IGNORECASE)
_EVENT = re.compile(r"\b(?:workshop|meeting|session|conference|seminar|webinar|forum|dialogue|consultations?)\Z", re.IGNORECASE)
_KINDS = GROUPS | EVENTS | {"PolicyFramework", "Deliverable", "Publication", "TreatyMechanism", "Resolution", "DecisionText"}
_AND_ON = re.compile(r"\s+and\s+(?:on|about)\s+(?=the\s|its\s|an?\s)")
_SPEAK = AGENTS | BODIES | {"State"}
_SHOWN_KINDS = frozenset({"PolicyFramework", "Deliverable", "Publication", "Event"})
_GOES_ON = re.compile(r"[’']s?\b|\s+(?:secretariat|members?|report|staff|website|documents?|papers?|notes?|process|[A-Z][a-z])")
_OWN = re.compile(r"(?:its|their|his|her)\b", re.IGNORECASE)
_ANY = frozenset("annual first second third fourth final new draft revised provisional progress main relevant written oral short joint last next present technical interim biennial updated summary information background general current proposed consolidated common other detailed".split())
_TRAILING = re.compile(r"(?:\s+(?:and|or|of|on|for|in|the|an?|to|under))*[.,]?\Z")
_LONGEST = 140
_HINTS = any_of("reported ", "resentation", "update on", "riefing on", "verview of", "riefed ", "pdated ", "informed ", "introduced ", "presented ", "emonstrat", "showcased ", "unveiled ", "outlined ", "account of", "summary of")


def telling(reading: Reading) -> None:
    """State who reported on what, in the report of a meeting or its news."""
    if reading.document.family not in _FAMILIES:
        return
    for passage, sentence in reading.saying(_HINTS, "paragraph", "unnumbered"):
        for match in _ACTIVE.finditer(reading.text, sentence.start, sentence.end):
            who = [] if is_unsure(reading, sentence, match.start()) else _speakers(reading, sentence, match.start())
            if who:
                _state(reading, passage, who, _targets(reading, passage, Span(match.end(), sentence.end), shown=match["shows"] or ""))
        for match in (m for m in (_TALKED.search(reading.text, *sentence), _SHOWN.match(reading.text, *sentence)) if m):
            who = [*people_from(reading, match.end(), sentence.end)] or reading.agents_from(match.end(), sentence.end)
            if who and not is_unsure(reading, sentence, match.start()):
                _state(reading, passage, who, _targets(reading, passage, Span(*match.span("what")), shown="presented" if match.re is _SHOWN else ""))


def _speakers(reading: Reading, sentence: Span, end: int) -> list[Named]:
    """Return the persons, or the agencies, with whom the clause begins whose verb stands at a position."""
    people = [pair for pair in reading.named(Span(sentence.start, end), {"Person"}) if _AFTER_PERSON.fullmatch(reading.text, pair[0].end, end)]
    if people:
        first = next((pair for pair in reading.named(Span(sentence.start, end), {"Person"}) if _OPENS.fullmatch(reading.text, sentence.start, pair[0].start)), None)
        listed = people_from(reading, first[0].start, end, titled=True) if first else []
        return listed if listed and listed[-1][0] == people[-1][0] else []
    aside = _AFTER_AGENT.search(reading.text[sentence.start : end])
    last = sentence.start + (aside.start() if aside else len(reading.text[sentence.start : end].rstrip()))
    agents = reading.agents_until(last, sentence.start, _SPEAK)
    opened = reading.text.rfind("(", sentence.start, last) if not agents and reading.text.startswith(")", last - 1) else -1
    agents = agents or (reading.agents_until(opened, sentence.start, _SPEAK) if opened > 0 else [])
    begins = agents and _BEGINS.search(reading.text[sentence.start : agents[0][0].start])
    return agents if begins else []


def _targets(reading: Reading, passage: Passage, words: Span, *, shown: str) -> Iterator[Named]:
    """Yield what is reported on: what is named there, or a work, or the words for a thing; "on the survey *and on the ninth meeting*" both."""
    more = None if shown else _AND_ON.search(reading.text, words.start, words.end)
    start = words.start
    while not shown and (match := _STRIPPED.match(reading.text, start, words.end)):
        start = match.end()
    found = _named(reading, start, words.end, shown=shown, whole=start > words.start) or _described(reading, passage, Span(start, words.end))
    if found:
        yield found
    if more:
        yield from _targets(reading, passage, Span(more.end(), words.end), shown=shown)


def _named(reading: Reading, start: int, end: int, *, shown: str, whole: bool) -> Named | None:
    """Return what is named at a position, to its end; of a body only what it did is told."""
    paper = _PAPER.match(reading.text, start, end) if shown else None
    named = reading.at(start, end, _SHOWN_KINDS if shown else _KINDS | BODIES if whole else _KINDS)
    named = named or (reading.at(paper.end(), end, {"Publication"}) if paper else None)
    if named is None or _GOES_ON.match(reading.text, named[0].end, end) or named[1].iri == reading.meeting:
        return None
    return named


def _described(reading: Reading, passage: Passage, words: Span) -> Named | None:
    """Return a work in words, or the words for a thing: "the second draft of *the guidance note*"."""
    determiner = _DETERMINER.match(reading.text, words.start, words.end).end()  # type: ignore[union-attr]
    draft = _DRAFT_OF.match(reading.text, determiner, words.end)
    said = _WORDS.match(reading.text, draft.end() if draft else determiner, words.end)
    head = _HEAD.match(said[0]) if said else None
    if said is None or head is None or _OWN.match(reading.text, words.start, determiner) or _NO_TARGET.search(said[0], 0, head.end()) or not _is_one(said[0], head):
        return None
    span = Span(determiner, said.start() + len(_TRAILING.sub("", said[0])))
    work = None if draft else next((pair for pair in works_in_words(reading, passage, Span(words.start, span.end)) if determiner - len("the ") <= pair[0].start <= determiner), None)
    if work and work[2].label.casefold() in " ".join(span.of(reading.text).split()).casefold():
        return work[0], work[2]
    kind = "Event" if _EVENT.search(head["head"]) else "Deliverable" if draft or _PRODUCT.search(head["head"]) else "Workstream"
    label = " ".join(span.of(reading.text).split())
    folder = {"Event": "event", "Deliverable": "deliverable"}.get(kind, "workstream")
    return (span, reading.draft(kind, folder, label, reading.evidence(passage, span))) if len(label) < _LONGEST else None


def _is_one(words: str, head: re.Match[str]) -> bool:
    """Tell words that say which one is meant, "the study on frogs", from those that could be any: "the annual report"."""
    before = head.group()[: head.start("head") - head.start()].casefold().split()
    return head.end() < len(words.rstrip()) or any(word not in _ANY for word in before)


def _state(reading: Reading, passage: Passage, who: list[Named], what: Iterable[Named]) -> None:
    for at, target in what:
        for where, agent in who:
            span = Span(min(where.start, at.start), max(where.end, at.end))
            same = (r.evidence.span for r in reading.said_in(passage.id) if isinstance(r, Role) and r.role == "reporting" and r.agent == agent.iri)
            if not any(read.start < at.end and at.start < read.end for read in same):
                reading.state(Role(reading.evidence(passage, span), agent.iri, "reporting", reading.keep(target), "implied", status=status_of(passage)))
