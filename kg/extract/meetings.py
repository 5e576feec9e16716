"""The meeting a document reports on: which one, its chair, mode, segments, times, its agenda."""

from __future__ import annotations

import itertools
import re
from typing import TYPE_CHECKING

from kg.extract.reading import AGENTS, BODIES, EVENTS, GROUPS
from kg.extract.words import any_of
from kg.model import Decision, Doubt, Effect, Fact, Role, Span, Value
from kg.text import RECALLED, find_times, fold

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import IRI, Entity, Passage

REPORTS = frozenset({"inter-agency-report", "meeting-report"})
_MODES = (
    (re.compile(r"\bhybrid\b", re.IGNORECASE), "hybrid"),
    (re.compile(r"\b(?:web conference|online|virtual(?:ly)?|videoconference|teleconference)\b", re.IGNORECASE), "online"),
    (re.compile(r"\bin[- ]person\b", re.IGNORECASE), "in-person"),
)
_CHAIR = re.compile(
    r"(?<![\w-])(?:[Tt]he\s+)?(?P<office>Chair|Chairperson|Chairman|Chairwoman|President|Co-Chair|Vice-Chair|Vice-President|Rapporteur)"
    r"(?:\s+of\s+(?:the\s+)?(?P<of>(?:(?!\bChair\b|\band\s+the\s+(?:Deputy\s+)?(?:Executive|Secretary|Director|Minister)\b)[^,]){2,80}?))?,\s+(?:H\.E\.\s+)?(?:(?:Mr|Ms|Mrs|Dr|Prof(?:essor)?)\.?\s+|(?=[A-Z]))"
)
_NOT_OURS = re.compile(r"\b(?:was|were|been)\s+(?:(?:then|also|unanimously)\s+)?(?:re-)?(?:elected|appointed|designated)\s+(?:as\s+)?(?:the\s+|its\s+)?\Z|\b(?:[Cc]andidates?|[Nn]ominees?|[Nn]ominations?|[Nn]ominated)\s+(?:for|as)\s+(?:the\s+)?(?:position\s+of\s+)?\Z|\b(?:[Ff]ormer|[Pp]revious|[Oo]utgoing|[Ff]ellow)\s+\Z|(?<!elected)\s+as\s+(?:its\s+)?\Z|\b(?!(?:The|Acting|Interim)\b)[A-Z][\w&/-]+\s+\Z")
"""The chair of something else: "the XYZ Chair, Mr. …"; or of somebody else: "Ms. A (Chad) *as* Chair, Mr. B as Vice-Chair"."""
_APPOSED = re.compile(r"(?:\s*\([^()]{2,60}\)|,\s+[A-Z][^,;.()]{2,40}(?=,))?,?\s+")
_ASKED = re.compile(r"\b(?:behalf|absence|place|invitation|request|proposal|suggestion|recommendation|nomination)s?\s+(?:of|by|from)\s+(?:the\s+)?\Z")
_CLOSED_BY = re.compile(r"(?:\s*\([^()]{2,60}\))?(?:\s*[.;]|\s*\Z|,\s+(?!the\s+(?:Vice-|Co-)?(?:Chair|President|Executive|Secretary|Director|Minister|[Rr]epresentative))[a-z])")
_BY = re.compile(r"\b(?:by|of)\s+its\s+\Z")
_OWN = re.compile(r"(?:The|This)\s+(?:present\s+)?(?:[Mm]eeting|[Ss]ession|[Cc]onference)\s+(?:was|is)\s")
_OFFICES = ("Chair", "President", "Rapporteur")
_FUNCTION = re.compile(r",\s+(?P<function>[A-Z][\w-]+(?:[ -](?:[A-Z][\w-]+|of|for|the|and))*?)(?=,|\.|\s+and\s|\s+of\s+the\s)")
_OFFICER = re.compile(
    r"(?:,|\band)\s+(?P<office>(?:Executive\s+|Deputy\s+)?(?:Secretary|Director|Head|Coordinator|Secretary-General))\s+of\s+(?:the\s+)?"
)
_OPENED = re.compile(r"\b(?:meeting|session|segment)\b[^.]{0,60}?\bopened\b|\bopened\s+the\s+(?:meeting|session|segment)", re.IGNORECASE)
_CLOSED = re.compile(r"\b(?:meeting|session|segment)\b[^.]{0,40}?\b(?:closed|adjourned)\b", re.IGNORECASE)
_AGENDA = re.compile(r"\b(?:provisional\s+|draft\s+)?agenda\s+was\s+adopted\b|\badopted\s+(?:the|its)\s+(?:provisional\s+|draft\s+)?agenda\b", re.IGNORECASE)
_ROLE_OF_OFFICE = {"Chair": "chair", "Chairperson": "chair", "Chairman": "chair", "Chairwoman": "chair", "President": "chair",
                   "Co-Chair": "co-chair"}  # fmt: skip
_SEGMENT = re.compile(r"\b(?:technical|senior\s+officials|high-level|ministerial)\s+segment\b(?!\s+of\s+(?:the|its)\b)", re.IGNORECASE)
_PEOPLE = re.compile(r"\b(?:Managers|Officials|Principals|Directors|Heads|Focal\s+Points|Coordinators|Representatives)\Z")
_CHAIR_OF = re.compile(r"\b(?:[Vv]ice-)?[Cc]hair(?:person|man|woman)?\s+of\s+(?:the\s+)?")
_NEAR = 60
_TOP, _SHORT = 3, 160
_TOLD_IN_PASSING = re.compile(
    r"\b(?:recall(?:ed|ing|s)?|noted|said|stated|report(?:ed|ing)\s+that|since|following|after|prior\s+to|before|pursuant\s+to|in\s+response\s+to|in\s+preparation\s+(?:of|for)|in\s+(?:19|20)\d\d|last\s+year|"
    r"(?:had|has|have)\s+(?:\w+\s+)?been\s+(?!held\b|opened\b|convened\b)\w+|mandate(?:d)?|(?:established|launched|adopted|agreed|requested|set\s+up|created)\s+(?:by|at|in|during)|will|would)\b"
)
"""A meeting that is spoken of after such words is another than the one that a report is on."""
_HINTS = any_of(*_OFFICES, "pened", "losed", "djourned", "genda")


REPORT_OF = re.compile(r"\b(?:report|minutes|summary|record)\s+(?:of|on)\s+(?:the\s+)?\Z", re.IGNORECASE)
"""A document for the fourth meeting may be "*Draft report of the* third meeting"."""


def meetings(reading: Reading) -> None:
    """State what a meeting report says of its meeting; other documents have none."""
    if reading.document.family not in REPORTS:
        return
    _find_meeting(reading)
    if not reading.meeting:
        return
    for passage, sentence in reading.saying(_HINTS):
        if reading.says(sentence, *_OFFICES):
            _chair(reading, passage, sentence)
            _chair_of(reading, passage, sentence)
        if reading.says(sentence, "pened", "losed", "djourned"):
            _times(reading, passage, sentence)
        if reading.says(sentence, "genda"):
            _agenda(reading, passage, sentence)
    _mode(reading)


def _find_meeting(reading: Reading) -> None:
    """The meeting is the segment that the title names, else the meeting named first."""
    title = fold(reading.document.title)
    headed = [p for p in reading.document.passages[:4] if p.kind == "heading" and title and title.startswith(fold(" ".join(p.body.of(reading.text).split()))[:60])]
    numbered = any(p.kind == "paragraph" for p in reading.document.passages)
    below = _below_title(reading) if numbered else []
    early = headed + below + [p for p in reading.document.passages if p.kind in {"header", "paragraph" if numbered else "unnumbered"}][:3]
    named = [(p, w, e) for p in early for w, e in reading.named(p.span, EVENTS) if e.kind in {"Segment", "Meeting", "COPSession"}]
    named = [(p, w, e) for p, w, e in named if p.kind in {"header", "heading"} or p in below or (_is_told_of(reading, p, w) and not _is_of_a_group(reading, e))] or _segment(reading)
    if not named:
        return
    found = next((n for n in named if n[2].kind == "Segment" and fold(n[2].label.split(" of ")[0]) in title), None)
    reported = (n for n in named if n[0].kind in {"header", "heading"} and REPORT_OF.search(reading.text, n[0].span.start, n[1].start))
    passage, where, entity = found or next(reported, named[0])
    reading.meeting = entity.iri
    reading.state(Fact(reading.evidence(passage, where), reading.document_iri, "uneg:records", entity.iri))


def _below_title(reading: Reading) -> list[Passage]:
    """Return the lines below a title that say in a few words which meeting it was: "Summary of the Chairs / *Ninth Pond Council Meeting* / Bern"."""
    top = itertools.takewhile(lambda p: p.kind == "unnumbered", reading.document.passages[1:_TOP]) if reading.document.passages[0].kind in {"heading", "header"} else ()
    return [p for p in top if p.body.end - p.body.start <= _SHORT and ". " not in p.body.of(reading.text)]


def _is_told_of(reading: Reading, passage: Passage, where: Span) -> bool:
    """Tell "*The ninth session* was held", "opened *the ninth session*", "at *its ninth session*" from "it was launched in 2019 at *the ninth session*"."""
    sentence = reading.sentence(passage, where.start)
    if RECALLED.search(reading.text, max(passage.span.start, where.start - _NEAR), where.start):
        return False
    return not _TOLD_IN_PASSING.search(reading.text, sentence.start, where.start)


def _is_of_a_group(reading: Reading, meeting: Entity) -> bool:
    """Tell a meeting of a task team that no title names: a report speaks of it, and is on another."""
    group = next((e for name, target in meeting.links if name == "sessionOf" and (e := reading.entities.get(target))), None)
    return group is not None and group.kind in GROUPS and group.iri not in {e.iri for p in reading.document.passages[:4] if p.kind in {"header", "heading"} for _, e in reading.named(p.span, GROUPS)}


def _segment(reading: Reading) -> list[tuple[Passage, Span, Entity]]:
    """Return the segment that the lines above the text name without a number: "Environment Management Group / Technical segment"."""
    top = next((p for p in reading.document.passages if p.kind == "header"), None)
    match = _SEGMENT.search(reading.text, *top.span) if top else None
    bodies = {e.iri: e for _, e in reading.named(top.span, {"InterAgencyMechanism"})} if top and match else {}
    if top is None or match is None or len(bodies) != 1:
        return []
    words, span = " ".join(match[0].split()).title(), Span(*match.span())
    entity = reading.entities[reading.mint("Segment", "event", f"{words} of the {next(iter(bodies.values())).label}", reading.evidence(top, span))]
    return [(top, span, entity)]


def meeting_body(reading: Reading) -> IRI:
    """Return the body whose meeting the document reports on, or an empty string."""
    meeting = reading.entities.get(reading.meeting)
    return next((target for name, target in meeting.links if name == "sessionOf"), "") if meeting else ""


def _chair(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "… by the Chair, Ms. Ligia Noronha, Assistant Secretary-General, and Secretary of the EMG." """
    for match in _CHAIR.finditer(reading.text, sentence.start, sentence.end):
        person = reading.at(match.end(), sentence.end, {"Person"}, article=False)
        if person is None or _is_of_who_stands_before(reading, sentence, match.start()) or _is_another(reading.text, sentence.start, match.start(), person[0].end) or reading.text.endswith("other ", sentence.start, match.start()):
            continue
        its = reading.text[sentence.start : match.start()].endswith("its ")
        target = _its(reading, sentence, match.start()) or ("" if its and _BY.search(reading.text, sentence.start, match.start()) else _chaired(reading))
        if not target:
            continue
        if match["of"]:
            body = reading.at(match.start("of"), match.end("of"), BODIES | AGENTS | EVENTS)
            if reading.named(Span(*match.span("of")), {"Person"}):
                continue
            if body is None and not _is_short_form(reading, target, match["of"]):
                continue
            target = body[1].iri if body else target
        role = _ROLE_OF_OFFICE.get(match["office"], "officer")
        span = Span(match.start(), person[0].end)
        reading.state(Role(reading.evidence(passage, span), person[1].iri, role, target))
        if role == "chair" and not reading.chair:
            reading.chair = person[1].iri
        _functions(reading, passage, sentence, person)


def _its(reading: Reading, sentence: Span, office: int) -> str:
    """ "the report of the … and of *its* Chair, Mr. …": of the body that is named last before."""
    if not reading.text[sentence.start : office].endswith("its "):
        return ""
    before = reading.named(Span(sentence.start, office), BODIES | AGENTS | GROUPS | {"TreatyMechanism", "Meeting", "COPSession"})
    if not before:
        return _chaired(reading) if _OWN.match(reading.text, sentence.start, office) else ""
    last = before[-1][1]
    return next((target for name, target in last.links if name == "sessionOf"), last.iri) if last.kind in EVENTS else last.iri


def _is_of_who_stands_before(reading: Reading, sentence: Span, office: int) -> bool:
    """Tell "Mr. A (Chad), *Chair of the …*, Ms. B": without an article an office is of the person before it."""
    before = reading.named(Span(sentence.start, office), {"Person"})
    return bool(before) and not reading.text[office : office + 4].lower().startswith("the ") and _APPOSED.fullmatch(reading.text, before[-1][0].end, office) is not None


def _is_another(text: str, start: int, office: int, end: int) -> bool:
    """Tell whether it is another's chair, or whether whoever is named next is not the chair: "on a proposal by the Chair, Mr. … was elected"."""
    near = max(start, office - 40)
    return bool(_NOT_OURS.search(text, near, office)) or is_asked(text, near, office, end)


def is_asked(text: str, start: int, office: int, end: int) -> bool:
    """Tell "at the invitation of the Chair, Mr. … spoke", where no comma closes what is said of the chair."""
    return bool(_ASKED.search(text, start, office)) and not _CLOSED_BY.match(text, end)


def _chaired(reading: Reading) -> str:
    """Return what "the Chair" chairs: the body whose session it is, or the meeting of a group."""
    links = reading.entities[reading.meeting].links
    body = next((target for name, target in links if name == "sessionOf"), "")
    body = _mechanism(reading, body) or body
    return body if body and reading.document.family == "meeting-report" else reading.meeting


def _mechanism(reading: Reading, body: str) -> str:
    """Return what has the officers where those who meet are people: the managers meet, and *UN-Water* has a vice-chair."""
    if not body or not _PEOPLE.search(reading.entities[body].label):
        return ""
    found = {named[1].iri for match in _CHAIR_OF.finditer(reading.text) if (named := reading.at(match.end(), len(reading.text), {"InterAgencyMechanism"}))}
    return next(iter(found)) if len(found) == 1 else ""


def _is_short_form(reading: Reading, iri: str, words: str) -> bool:
    """Tell whether "the Assembly", "the Plenary" means the body whose session it is."""
    return words in {"Assembly", "Plenary", "Conference", "Council", "Committee", "Commission", "Board", "Forum"} and words in reading.entities[iri].label.split()


def _chair_of(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The Chair of the Technical Segment will deliver …": whoever was said to chair it."""
    for match in re.finditer(r"\b[Tt]he\s+Chair\s+of\s+(?:the\s+)?", reading.text[sentence.start : sentence.end]):
        target = reading.at(sentence.start + match.end(), sentence.end, EVENTS)
        if target and target[1].iri == reading.meeting and reading.chair:
            span = Span(sentence.start + match.start(), target[0].end)
            reading.state(Role(reading.evidence(passage, span), reading.chair, "chair", reading.meeting))


def _functions(reading: Reading, passage: Passage, sentence: Span, person: tuple[Span, object]) -> None:
    where, entity = person
    iri = getattr(entity, "iri", "")
    function = _FUNCTION.match(reading.text, where.end, sentence.end)
    if function:
        span = Span(where.start, function.end())
        reading.state(Fact(reading.evidence(passage, span), iri, "uneg:functionTitle", Value(function["function"])))
    others = [w.start for w, _ in reading.named(Span(where.end, sentence.end), {"Person"})]
    for office in _OFFICER.finditer(reading.text, where.end, min([sentence.end, where.end + 120, *others])):
        body = reading.at(office.end(), sentence.end, AGENTS | BODIES)
        if body:
            span = Span(where.start, body[0].end)
            reading.state(Role(reading.evidence(passage, span), iri, "officer", body[1].iri))


def _mode(reading: Reading) -> None:
    """ "… was held as a web conference on 13 October 2022": the first words about the mode."""
    for passage in [p for p in reading.document.passages if p.kind in {"header", "paragraph"}][:2]:
        for pattern, mode in _MODES:
            match = pattern.search(reading.text, passage.span.start, passage.span.end)
            if match:
                evidence = reading.evidence(passage, Span(*match.span()))
                reading.state(Fact(evidence, reading.meeting, "uneg:mode", f"uneg:mode-{mode}"))
                return


def _times(reading: Reading, passage: Passage, sentence: Span) -> None:
    for pattern, predicate in ((_OPENED, "uneg:openingTime"), (_CLOSED, "uneg:closingTime")):
        match = pattern.search(reading.text, sentence.start, sentence.end)
        part = match and "segment" in match[0].lower() and reading.entities[reading.meeting].kind != "Segment"
        for span, start, _ in () if not match or part else find_times(reading.text, Span(match.end(), sentence.end)):
            state_time(reading, passage, Span(match.start(), span.end), reading.meeting, predicate, start)  # type: ignore[union-attr]
            break


def state_time(reading: Reading, passage: Passage, span: Span, event: IRI, predicate: str, time: str) -> None:
    """State when an event opens or closes, unless another time has been stated: an event does so once. What is told counts before what was planned."""
    said = next((f for f in reading.items if isinstance(f, Fact) and f.predicate == predicate and f.subject == event), None)
    if said and said.object != Value(time):
        what = predicate.removeprefix("uneg:").replace("T", " t")
        reading.doubts.append(Doubt(f"Another {what} of {reading.entities[event].label}, “{time}”, was not taken.", passage.number))
    else:
        reading.state(Fact(reading.evidence(passage, span), event, predicate, Value(time)))


def _agenda(reading: Reading, passage: Passage, sentence: Span) -> None:
    """ "The agenda was adopted without amendment." is a decision that was really taken."""
    if reading.document.family != "inter-agency-report":
        return
    match = _AGENDA.search(reading.text, sentence.start, sentence.end)
    section = reading.sections.get(passage.section)
    if match and section and "agenda" in fold(section.title) and not re.search(r"\b(?:following|after)\b", reading.text[sentence.start : match.start()], re.IGNORECASE):
        effect = Effect("adopt", target_text="agenda")
        reading.state(
            Decision(reading.evidence(passage, sentence), (reading.meeting,), ("adopt",), "adopted", (effect,), section=section.id)
        )
