"""What somebody reports on: what is named there, a group or a work in words, or the words for a paper, a tool, a meeting, a process.

Whoever only says something, or introduces an item, a text, a speaker, reports on nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.meetings import REPORTS
from kg.extract.reading import BODIES, EVENTS, GROUPS
from kg.extract.ways import groups_in_words
from kg.extract.works import works_in_words
from kg.model import Span
from kg.namespaces import slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.reading import Reading
    from kg.model import Entity, Passage

    Named = tuple[Span, Entity]

_FAMILIES = REPORTS | {"news"}
_MATTER = (
    r"(?:(?:(?:recent|latest|current|main|key|overall|initial|preliminary|further|ongoing|good|significant|planned|first)\s+)*(?:progress(?:\s+(?:made|achieved))?|work|activities|status|state(?:\s+of\s+play|\s+of\s+implementation)?|results?|outcomes?|findings|achievements|implementation|preparations?|"
    r"development|execution|functioning|operation|launch|completion|next\s+steps|experiences?|lessons(?:\s+learned)?|discussions|deliberations|situation|chapters|(?:his|her|its|their)\s+participation|mandate|use|overview|updates?)(?:\s+(?:made|achieved|undertaken|accomplished|carried\s+out|so\s+far|to\s+date))*)"
)
_STRIPPED = re.compile(rf"(?:(?:the|its|their|an?|some|any|relevant)\s+)*{_MATTER}(?:\s+and\s+{_MATTER})?\s+(?:of|on|by|in|under|at|towards?|with|within|from|for|as)\s+(?:(?:carrying\s+out|implementing|developing|preparing|finalizing|establishing|executing)\s+)?(?:the\s+|its\s+)?", re.IGNORECASE)
"""On what of it: "*the progress made in the implementation of the* project"."""
_EDITION = re.compile(r"(?:the\s+)?(?:(?:[a-z-]+(?:st|nd|rd|th)|second|third|first|latest|next|new|draft|forthcoming|upcoming|\d{4})\s+)(?:edition|volume|phase|round|cycle|stage)\s+of\s+(?:the\s+)?", re.IGNORECASE)
_OUTLINE = re.compile(r"(?:the|an?)\s+(?:(?:annotated|draft|zero|first|second|revised|proposed|updated|advanced|preliminary)\s+)*(?:outline|draft|structure|scope|concept|table\s+of\s+contents|contents)\s+(?:of|for)\s+(?=(?:the\s+)?(?:(?-i:[A-Z\d])|[a-z]+\s+edition))", re.IGNORECASE)
_ITS = (
    r"(?:its|their)\s+(?:own\s+)?(?:(?!draft\s+decision)[\w-]+\s+){0,2}?(?:work|activities|progress|deliberations|discussions|meetings?|consultations|negotiations|work\s?plan|work\s+programme|programme\s+of\s+work|report|findings|results|outcomes?)"
)
_THE_GROUPS = r"(?:the\s+(?:[Pp]anel|[Cc]ommittee|[Gg]roup|[Bb]oard|[Tt]eam|[Ff]orce|[Tt]ask\s+(?:[Ff]orce|[Tt]eam)|[Ww]orking\s+[Gg]roup|[Cc]oalition|[Pp]latform)\b)"
_OWN_WORK = re.compile(
    rf"(?:(?:the\s+)?(?:[a-z]+\s+)?(?:outcomes?|results?|status|state|progress(?:\s+made)?|implementation)\s+(?:of|on|in)\s+)?{_ITS}(?=\s*(?:[.,;]|\Z)|\s+(?:since|and|to|for|during|at|in|with|over)\b)"
    rf"|(?:the\s+)?(?:progress|status|work)(?:\s+made)?(?=\s*(?:[.,;]|\Z)|\s+(?:since|and|to|during|over)\b)|(?:the\s+)?(?:outcomes?|results?)\s+of\s+the\s+(?:work|deliberations|discussions|consultations|meetings?)\s+of\s+{_THE_GROUPS}|the\s+(?:work|report|progress|activities|deliberations|discussions)\s+of\s+{_THE_GROUPS}|{_THE_GROUPS}[’']s\s+(?:report|work|activities|progress)\b"
)
"""What says of what only by the group that somebody speaks for: "A, chair of the group, reported on *its work*"."""
_OF_THAT = re.compile(r"(?:the\s+)?(?:[a-z-]+\s+){1,4}of\s+(?:the|that)\s+(?:programme|project|initiative|process|platform|network|partnership|group|campaign|facility|accelerator|alliance|coalition|panel|task\s+(?:team|force))(?=\s*(?:[.,;]|\Z))")
_WHOSE = re.compile(r"\b(?:the|that)\s+(?:task\s+)?(panel|committee|board|force|team|coalition|platform|partnership|network|alliance|accelerator|facility)\b", re.IGNORECASE)
_GATHERED = re.compile(r"(?:the\s+)?(?:[a-z-]+\s+){0,3}?(?:calls|meetings|sessions|workshops|discussions|consultations|activities|webinars|field\s+visits|visits)\s+(?:(?:that|which)\s+)?(?:of\s+)?")
"""… "on *the three calls that* the Task Team had held"."""
_DETERMINER = re.compile(r"(?:(?:the|an?|this|that|its|their|his|her)\s+)?", re.IGNORECASE)
_STOP = (
    r"(?:which|that|who|whom|whose|where|when|as|to|was|were|is|are|has|have|had|will|would|by|at|from|during|since|until|held|convened|organized|submitted|contained|prepared|issued|published|developed|decided|agreed|conducted|launched|undertaken|established|adopted|set|via|after|before|following|noting|saying|"
    r"including|highlighting|explaining|(?<!dealing\s)with|together|also|and\s+(?:on|its|the|to|said|a|an|that|[a-z]+ed)|or|in\s+(?:[A-Z\d]|which|order|line|accordance|response|document)|on\s+(?:behalf|\d|Monday|Tuesday|Wednesday|Thursday|Friday)|for\s+(?:consideration|information|comments?|discussion|approval|adoption|review))\b"
)
_WORDS = re.compile(rf"(?!{_STOP})[\w’'&/.+-]+(?:\s+(?!{_STOP})[\w’'&/+-]+){{0,13}}")
_THING = (
    r"(?:report|note|paper|study|assessment|survey|review|evaluation|draft|outline|compendium|guide|guidelines|guidance|handbook|manual|toolkit|tool|prototype|portal|platform|database|dashboard|website|map|mapping|inventory|atlas|framework|strategy|plan|programme|program|work\s?plan|roadmap|"
    r"terms\s+of\s+reference|template|questionnaire|methodology|specification(?:\s+sheets?)?|sheets|indicators|brief|project|initiative|campaign|pilots?|publication|brochure|module|system|mechanism|process|dialogue|consultations?|workshop|meeting|session|conference|seminar|webinar|forum|negotiations|"
    r"recommendations|activities|approach|model|standard|network|inter-?comparison|analysis|synthesis|summary(?=\s+for\s)|stocktake|calendar|budget|action\s+plan|code|curriculum|index|list|overview|scenarios?|concept|options)"
)
_HEAD = re.compile(rf"(?:(?!(?:of|on|for|in|to|the|and|or|by|with|under|between|among|towards)\b(?!\s+(?-i:[A-Z])))[\w’'&/.+-]+\s+){{0,7}}?(?P<head>{_THING})(?=\s+(?:of|on|for|in|under|between|among|towards)\b|\s*\Z)", re.IGNORECASE)
_NO_TARGET = re.compile(
    r"\b(?:conference\s+room\s+papers?|sub-?items?|items?|agenda|paragraphs?|text|amendments?|decision|resolution|changes?|matters?|issues?|points?|following|proposals?|candidate\w*|speakers?|colleagues?|him|her|them|himself|herself|themselves|itself|views?|comments?|present\s+report|each\s+other|number|dates?|venue|statement|position)\b",
    re.IGNORECASE,
)
"""Of the procedure, or of somebody: nothing that a report is on."""
_DRAFT_OF = re.compile(r"(?:(?:first|second|third|fourth|final|zero|revised|new|updated|initial|preliminary|latest|annotated|advance[d]?)\s+)*(?:draft|version|outline|edition)(?:\s+(?:of|for)\s+(?:the\s+|its\s+)?|\s+)", re.IGNORECASE)
_PAPER = re.compile(r"(?:(?:the|information|conference\s+room|working|background)\s+)*(?:documents?|papers?|notes?)\s+(?=[A-Z])|(?=[A-Z])", re.IGNORECASE)
_PRODUCT = re.compile(r"\b(?:report|note|paper|study|assessment|draft|outline|compendium|guide|guidelines|guidance|handbook|manual|toolkit|prototype|portal|database|dashboard|website|map|mapping|inventory|atlas|strategy|plan|roadmap|reference|template|questionnaire|methodology|sheets?|brief|publication|brochure|module|analysis|synthesis|summary|index|list|concept|curriculum|code)\b", re.IGNORECASE)
_EVENT = re.compile(r"\b(?:workshop|meeting|session|conference|seminar|webinar|forum|dialogue|consultations?)\Z", re.IGNORECASE)
_KINDS = GROUPS | EVENTS | {"PolicyFramework", "Deliverable", "Publication", "TreatyMechanism", "Resolution", "DecisionText", "Goal"}
_AND_ON = re.compile(r"\s+and\s+(?:on|about)\s+(?=the\s|its\s|an?\s)")
_BRACKET = re.compile(r"\s\(")
_AND = re.compile(r"\s+and\s+(?:the\s+)?")
_SHOWN_KINDS = frozenset({"PolicyFramework", "Deliverable", "Publication", "Event"})
_GOES_ON_AS_WORK = re.compile(
    r"\b(?:project|programme|initiative|campaign|platform|network|partnership|coalition|alliance|group|team|task\s+force|portal|dashboard|database|hub|facility|workstream)\b", re.IGNORECASE
)
"""What is presented as a work that goes on; a report, a plan, a list are papers."""
_GOES_ON = re.compile(r"[’']s?\b|\s+(?:secretariat|members?|report|staff|website|documents?|papers?|notes?|process|[A-Z][a-z])")
_OWN = re.compile(r"(?:its|their|his|her)\b", re.IGNORECASE)
_ANY = frozenset("annual first second third fourth final new draft revised provisional progress main relevant written oral short joint last next present technical interim biennial updated summary information background general current proposed consolidated common other detailed".split())
_TRAILING = re.compile(r"(?:\s+(?:and|or|of|on|for|in|the|an?|to|under))*[.,]?\Z")
_PREPARED = re.compile(r"\bpreparations?\s+(?:of|for)\s+(?:the\s+)?\Z")
_EVERY_TIME = re.compile(r"\b(?:budget|programme\s+of\s+work|work\s?plan|work\s+programme|recommendations|calendar|scenarios?|terms\s+of\s+reference|list|options|assessment\s+report|summary\s+for\s+policymakers|report\s+(?:on|of)\s+(?:the\s+)?(?:progress|implementation|activities|work|status))\b", re.IGNORECASE)
"""What each meeting has one of its own."""
_NAMES = re.compile(r"\b[A-Z]\w")
_LONGEST, _BEFORE = 140, 24


def told_of(reading: Reading, passage: Passage, words: Span, *, shown: bool = False, loose: bool = True, group: Entity | None = None) -> Iterator[Named]:
    """Yield what is reported on from a position; "on the survey *and on the ninth meeting*" both.

    `shown`: it was presented, which papers and tools are too, and bodies are not; `loose`: also a thing that has no name, where meetings are reported on;
    `group`: the one that somebody speaks for, "reported on *its work*".
    """
    own = (_OWN_WORK.match(reading.text, *words) or _OF_THAT.match(reading.text, *words)) if group else None
    if own and group and _is_meant(own, group):
        yield Span(*own.span()), group
        return
    found = _told(reading, passage, words, shown=shown, loose=loose and reading.document.family in _FAMILIES)
    if found:
        yield found
        also = _AND.match(reading.text, found[0].end, words.end)
        other = _named(reading, also.end(), words.end, shown=shown, whole=False) if also else None
        if other:
            yield other
    more = None if shown else _AND_ON.search(reading.text, *words)
    if more:
        yield from told_of(reading, passage, Span(more.end(), words.end), loose=loose, group=group)


def _is_meant(own: re.Match[str], group: Entity) -> bool:
    """Tell "the work of the Panel" of the panel that somebody speaks for, and not "the findings of the task force"."""
    whose = _WHOSE.findall(own[0])
    return not whose or whose[-1].casefold() in group.label.casefold()


def _told(reading: Reading, passage: Passage, words: Span, *, shown: bool, loose: bool) -> Named | None:
    """Return what stands at a position, past the words for what of it is told; what is known by the acronym behind it, "(COP9)", by that."""
    start = words.start
    for pattern in (_STRIPPED, _STRIPPED, _OUTLINE, _EDITION) if not shown or _STRIPPED.match(reading.text, *words) else (_OUTLINE, _EDITION):
        match = pattern.match(reading.text, start, words.end)
        start = match.end() if match else start
    stripped = start > words.start
    named = _named(reading, start, words.end, shown=shown and not stripped, whole=stripped)
    if named:
        return named
    found = _in_words(reading, passage, start, shown=shown and not stripped)
    gathered = None if shown or found else _GATHERED.match(reading.text, start, words.end)
    found = found or (_in_words(reading, passage, gathered.end(), shown=False) if gathered else None)
    found = found or (_described(reading, passage, Span(start, words.end)) if loose else None)
    acronym = _BRACKET.search(reading.text, found[0].start, found[0].end + len(" (")) if found else None
    called = reading.at(acronym.end(), words.end, GROUPS | EVENTS, article=False) if acronym else None
    return called or found


def _named(reading: Reading, start: int, end: int, *, shown: bool, whole: bool) -> Named | None:
    """Return what is named at a position, to its end; of a body only what it did is told."""
    paper = _PAPER.match(reading.text, start, end) if shown else None
    named = reading.at(start, end, _SHOWN_KINDS if shown else _KINDS | BODIES if whole else _KINDS)
    named = named or (reading.at(paper.end(), end, {"Publication"}) if paper else None)
    if named is None and shown:
        group = reading.at(start, end, GROUPS)
        named = group if group and _GOES_ON_AS_WORK.search(group[1].label) else None
    if named is None or _GOES_ON.match(reading.text, named[0].end, end) or named[1].iri == reading.meeting:
        return None
    return _body_to_meet(reading, named)


def _body_to_meet(reading: Reading, named: Named) -> Named:
    """ "updates on the preparations for *the first meeting of the* …" are updates on that body, which a report names there."""
    prepared = named[1].kind == "Meeting" and _PREPARED.search(reading.text, max(0, named[0].start - _BEFORE), named[0].start)
    bodies = reading.named(named[0], BODIES) if prepared else []
    return next((pair for pair in bodies if ("sessionOf", pair[1].iri) in named[1].links), named)


def _in_words(reading: Reading, passage: Passage, start: int, *, shown: bool) -> Named | None:
    """Return the group, or the work that goes on, that words describe at a position: "*the contact group on ponds*", "*the project Clear Ponds*"."""
    sentence = reading.sentence(passage, start)
    begins = _DETERMINER.match(reading.text, start, sentence.end).end()  # type: ignore[union-attr]
    fitting = [pair for pair in in_words(reading, passage, sentence, as_printed=True) if pair[0].start in {start, begins, start - len("the ")} and not _GOES_ON.match(reading.text, pair[0].end) and not (shown and not _GOES_ON_AS_WORK.search(pair[1].label))]
    return max(fitting, key=lambda pair: pair[0].end, default=None)


def in_words(reading: Reading, passage: Passage, sentence: Span, *, as_printed: bool = False) -> list[Named]:
    """Return the groups and the works that a sentence describes; `as_printed`: only works that are called so there."""
    works = [(span, entity) for span, _, entity in works_in_words(reading, passage, sentence)]
    return [*groups_in_words(reading, passage, sentence), *(pair for pair in works if not as_printed or _is_printed(reading, *pair))]


def _is_printed(reading: Reading, span: Span, entity: Entity) -> bool:
    return entity.label.casefold() in " ".join(span.of(reading.text).split()).casefold()


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
    if work and _is_printed(reading, span, work[2]):
        return work[0], work[2]
    kind = "Event" if _EVENT.search(head["head"]) else "Deliverable" if draft or _PRODUCT.search(head["head"]) else "Workstream"
    label = " ".join(span.of(reading.text).split())
    folder = {"Event": "event", "Deliverable": "deliverable"}.get(kind, "workstream")
    again = reading.meeting.rpartition("/")[2] if _EVERY_TIME.search(label) and not _NAMES.search(label) else ""
    return (span, reading.draft(kind, folder, label, reading.evidence(passage, span), tail=slug(f"{label} {again}") if again else "")) if len(label) < _LONGEST else None


def _is_one(words: str, head: re.Match[str]) -> bool:
    """Tell words that say which one is meant, "the study on frogs", from those that could be any: "the annual report"."""
    before = head.group()[: head.start("head") - head.start()].casefold().split()
    return head.end() < len(words.rstrip()) or any(word not in _ANY for word in before)
