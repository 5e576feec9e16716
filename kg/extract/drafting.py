"""What some words describe, as an entity: "a contact group on soil", "Workstream 2", "the Methodologies Panel"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from kg.extract.electing import of_document
from kg.extract.meetings import meeting_body
from kg.extract.phrases import (
    AND,
    FOR_A_TERM,
    GENERIC,
    GOES_ON,
    LISTED,
    LONGEST_NAME,
    NAMES,
    NO_EVENT,
    OFFICE,
    ON_TOPIC,
    STANDING,
    UNNAMED,
    WHEN,
)
from kg.extract.reading import AGENTS, BODIES, GROUPS
from kg.model import Span

if TYPE_CHECKING:
    from kg.extract.reading import Reading
    from kg.model import Entity, Passage


_TOLD = re.compile(r"\b(?:request|ask|invit|task|mandat|encourag|urg|instruct|direct)(?:s|es|e|ed|ing)?\s+(?:the|its|this|that)\s+\Z", re.IGNORECASE)
_ITEM = re.compile(r"\A(?:Agenda\s+)?[Ii]tem\s+\d+(?:\s*\([a-z]\))?[.:]\s+(?=\w)")
_EXPERTS_DID = re.compile(r",?\s+(?:which\s+)?(?:was|is|had\s+been)\s+(?:jointly\s+)?(?:co-)?(?:chaired|led|facilitated|coordinated)\s+by\b")
_TOLD_ON = re.compile(r"\b(?:brief|inform|updat|advis|consult|address)(?:s|es|ed|ing)\s+(?:the|this)\s+\Z", re.IGNORECASE)
_FROM = re.compile(r"\s(?:from|with|by)\s+(?:the\s+)?\Z")
_AT_EDGE = ("and", "or", "the", "of", "on", "for", "in", "to", "a", "an")
_EDGE = re.compile(rf"(?:,|\s+(?:{'|'.join(_AT_EDGE)}))+\Z")
_IS_A = re.compile(r"(?:\b(?:is|was|are|were|as)|⟧,|,)\s+an?\s+\Z")
_SMALL_TEAM = re.compile(r"\A[Ss]mall\s+(?=\w+\s+[Tt]eam\Z)")
_NEAR = 40
_OF_GROUPS = re.compile(r"\b(?:groups|teams|forces|subgroups)\b", re.IGNORECASE)
"""Under "Contact groups", each has a topic of its own."""
_THERE = re.compile(r"(?:\s+held)?\s+(?:in|at)\s+[A-ZÀ-Ž][\w’'-]+(?:,?\s+[A-ZÀ-Ž][\w’'-]+){0,2}\Z")
_THEN = re.compile(r",?\s+(?:from|on|in|during)\s+(?:(?:early|late|mid-)\s*)?(?:\d|January|February|March|April|May|June|July|August|September|October|November|December)")


def without_place(reading: Reading, words: str, end: int, *, always: bool = False) -> str:
    """Return the words for an event without where and when it is held: "workshop on ponds *in Bern in May 2031*"."""
    short = WHEN.sub("", words)
    return _THERE.sub("", short) if always or (short == words and _THEN.match(reading.text, end)) else short


def without_edge(words: str) -> str:
    """Return words without the small ones at their end.

    >>> without_edge("the inventory of ponds and of"), without_edge("ponds")
    ('the inventory of ponds', 'ponds')
    """
    last = words.split()[-1:]
    return _EDGE.sub("", words) if last and (last[0] in _AT_EDGE or words.endswith(",")) else words


def draft(reading: Reading, passage: Passage, span: Span, kind: str, label: str) -> Entity:
    """Return what some words describe, and remember where they stand: a short form further on may mean it."""
    entity = reading.draft(kind, "event" if kind == "Event" else "workstream", label, reading.evidence(passage, span))
    reading.described.append((span.start, entity))
    return entity


def described(reading: Reading, passage: Passage, match: re.Match[str]) -> Entity | None:
    """Return the group that a head with a number or a topic describes; without either there is none but the contact group of an item."""
    if UNNAMED.fullmatch(match["head"]) and not match["topic"] and not match["number"]:
        return _said_before(reading, passage, match) or _of_the_item(reading, passage, match)
    if match["head"].endswith("xpert group") and not match["topic"] and not match["number"] and _EXPERTS_DID.match(reading.text, match.end("head")):
        return _experts_of_item(reading, passage, match)
    if not (match["topic"] or match["number"]) or is_named(reading, Span(match.start(), match.end("head"))) or _is_inside(reading, match.start()) or _is_no_name(reading, match):
        return None
    words = _SMALL_TEAM.sub("", " ".join(match["head"].split()))
    words = words.removeprefix("small ") if words.endswith("team") else words
    label = f"{words} {match['number'].strip()}" if match["number"] else words
    called = match["called"] if match["number"] and match["called"] and match["called"][0].islower() and match["called"] not in {"continued", "concluded", "new"} and (" " in match["called"] or words.lower() != "group") else ""
    topic = re.sub(r"(?:,|\s+(?:and|or))?\s*\Z", "", " ".join((match["topic"] or called).split()))
    kind = "WorkingGroup" if NO_EVENT.search(words) else "ConsultativeProcess" if "onsultation" in words else "Event"
    topic = _without_giver(reading, match, topic) if match["topic"] else topic
    topic = without_place(reading, topic, match.end()) if kind == "Event" or "eeting" in words else topic
    if not topic:
        return _numbered(reading, passage, match, kind, label) if _is_numbered(words) else None
    by = (match["by"] or "").strip()
    short = topic.removeprefix("the ") if by == "of" and "eeting" in words else ""
    whole = _with_topic(reading, passage, short, Span(*match.span())) if short and GENERIC.fullmatch(short) else None
    topic = f"the {whole.label}" if whole else topic
    return draft(reading, passage, Span(*match.span()), kind, f"{label} {by if by in {'for', 'of'} else 'on'} {topic}")


def _is_no_name(reading: Reading, match: re.Match[str]) -> bool:
    """Tell what has an owner ("Its working group on ponds"), what a group is to do, or hears of ("requested the Group *to prepare a text*", "briefed the group *on rain*"), what something is ("is *a joint programme of* FAO")."""
    start, by = match.start(), (match["by"] or "").strip()
    its = start - len("Its ")
    if match["topic"] and reading.text.startswith("Its ", its) and reading.text[max(0, its - 2) : its].strip() in {"", "."}:
        return True
    before = max(0, start - _NEAR)
    if by == "on" and match["head"].lower() in {"group", "workshop", "forum", "dialogue"} and _TOLD_ON.search(reading.text, before, start):
        return True
    return bool((by.startswith("to ") and _TOLD.search(reading.text, before, start)) or (by == "of" and _IS_A.search(reading.text, before, start)))


def _without_giver(reading: Reading, match: re.Match[str], topic: str) -> str:
    """Return a topic without the agency that something comes from: "took over the cluster on water *from UNHCR*"."""
    for where, _ in reading.named(Span(*match.span("topic")), AGENTS):
        cut = _FROM.search(reading.text, match.start("topic"), where.start)
        if cut:
            return " ".join(reading.text[match.start("topic") : cut.start()].split())
    return topic


def _numbered(reading: Reading, passage: Passage, match: re.Match[str], kind: str, label: str) -> Entity | None:
    """Return what "Workstream 2" means: the one whose topic was said before; "Working Group I" of no topic is of the meeting."""
    known = {e.iri: e for e in (*reading.drafts.values(), *reading.entities.values()) if e.evidence and e.kind == kind and e.label.lower().startswith(f"{label.lower()} ")}
    meeting = reading.entities.get(reading.meeting)
    if not known and meeting and label.lower().startswith(("working group", "drafting group", "contact group")):
        return draft(reading, passage, Span(*match.span()), kind, f"{label} of the {meeting.label}")
    if len(known) != 1:
        return None
    meant = next(iter(known.values()))
    reading.described.append((match.start(), meant))
    return meant


def capitalized(reading: Reading, passage: Passage, match: re.Match[str]) -> Entity | None:
    """Return the group that has the word for its kind in its name; one with a name that all such groups have is of somebody."""
    span = Span(*match.span("name"))
    name = " ".join(match["name"].split())
    if OFFICE.search(name) or _is_another(reading, span) or reading.at(span.start, span.end, {"Person"}, article=False):
        return None
    if GENERIC.fullmatch(name) and ON_TOPIC.match(reading.text, span.end):
        return None  # it has a topic
    known = _with_topic(reading, passage, name, span) if GENERIC.fullmatch(name) else None
    if known:
        return known
    if GENERIC.fullmatch(name):
        of = match.groupdict().get("of")
        owner = reading.at(match.end("of"), match.end("of") + LONGEST_NAME, NAMES) if of else None
        own = (meeting_body(reading) if STANDING.match(name) else "") or reading.meeting or of_document(reading)
        whole = owner[1] if owner else None if of else reading.entities.get(own)
        if whole and whole.kind in BODIES and whole.label.startswith(f"{name} "):
            return whole
        name = f"{name} of the {whole.label}" if whole else ""
    own_body = reading.entities.get(meeting_body(reading))
    if own_body and own_body.label.startswith(f"{name} "):
        return own_body
    return draft(reading, passage, span, "WorkingGroup", name) if name else None


def _with_topic(reading: Reading, passage: Passage, name: str, span: Span) -> Entity | None:
    """Return the group of that name that was called by its topic before: "the Expert Group", under "Item 2: Expert Group on Ponds"."""
    named = {e.iri: e for _, e in reading.named(Span(0, span.start), GROUPS) if e.label.startswith((f"{name} on ", f"{name} for "))}
    if named:
        first = min(named.values(), key=lambda e: len(e.label))
        return first if all(e.label.startswith(first.label) for e in named.values()) else None
    called = _called_before(reading, name, Span(passage.span.start, span.start))
    if called:
        return called
    section = reading.sections.get(passage.section)
    title = " ".join(section.title.split()) if section else ""
    at = next((i for joint in (" on ", " for ") if (i := title.find(f"{name}{joint}")) >= 0), -1)
    called_there = FOR_A_TERM.sub("", title[at:]) if at >= 0 else ""
    if not section or len(called_there) <= len(name) or called_there.count(":"):
        return None
    return draft(reading, passage, Span(section.heading.start, section.heading.end), "WorkingGroup", called_there)


def _called_before(reading: Reading, words: str, before: Span) -> Entity | None:
    """ "*Contact Group on Ponds.* FAO leads the Contact Group." """
    named = [*reading.named(before, GROUPS), *((Span(at, at), e) for at, e in reading.described if before.start <= at < before.end)]
    called = {e.iri: e for _, e in named if e.label.lower().startswith((f"{words.lower()} on ", f"{words.lower()} for "))}
    return next(iter(called.values())) if len(called) == 1 else None


def _is_another(reading: Reading, span: Span) -> bool:
    """Tell whether a name that is known begins there, crosses the edge of the words, or stands in them: then they are no name of their own."""
    if reading.at(span.start, span.end, NAMES, article=False) is not None and not _is_longer(reading, span):
        return True
    near = reading.named(Span(max(0, span.start - LONGEST_NAME), span.end + LONGEST_NAME), NAMES)
    crossed = any(where.start < edge < where.end for where, _ in near for edge in span)
    listed = any(AND.search(reading.text, span.start, where.start) or LISTED.match(reading.text, where.end) for where, _ in reading.named(span, AGENTS))
    return crossed or listed or any(where.start > span.start for where, _ in reading.named(span, GROUPS | BODIES))


def _is_inside(reading: Reading, position: int) -> bool:
    """Tell whether a place is in the middle of a name that is known: "World Food *Programme*"."""
    return any(where.start < position < where.end for where, _ in reading.named(Span(max(0, position - LONGEST_NAME), position + LONGEST_NAME), NAMES))


def _is_longer(reading: Reading, span: Span) -> bool:
    """Tell whether a name goes on after that of an agency: "*EMG* Peer Review Body"; another name of its own it is not."""
    first = reading.at(span.start, span.end, NAMES, article=False)
    return first is not None and first[1].kind in AGENTS | BODIES | {"InterAgencyMechanism", "PolicyFramework", "TreatyMechanism"} and first[0].end < span.end - len(" Body") and GOES_ON.match(reading.text, first[0].end) is not None


def _said_before(reading: Reading, passage: Passage, match: re.Match[str]) -> Entity | None:
    """Return what "the contact group" means in a paragraph that has named one by its topic."""
    if not re.search(r"\b[Tt]he\s+\Z", reading.text[max(0, match.start() - _NEAR) : match.start()]):
        return None
    return _called_before(reading, " ".join(match["head"].split()), Span(passage.body.start, match.start()))


def _experts_of_item(reading: Reading, passage: Passage, match: re.Match[str]) -> Entity | None:
    """Return the expert group of an item: "the report of an expert group was annexed. *The expert group, which was chaired by* A, had met", if no group is called so elsewhere."""
    words = " ".join(match["head"].split())
    before = " ".join(reading.text[reading.section_start(passage) : match.start()].split())
    if re.search(rf"\b[Aa]n {words.lower()}\b", before) is None or _called_before(reading, words, Span(0, match.start())):
        return None
    return _of_the_item(reading, passage, match)


def _of_the_item(reading: Reading, passage: Passage, match: re.Match[str]) -> Entity | None:
    """Return the contact group that is called by the item it is on, as its heading says."""
    section = reading.sections.get(passage.section)
    subject = reading.sections.get(section.parent, section) if section and section.title in {"Proceedings", "Conclusions"} else section
    if subject and _OF_GROUPS.search(subject.title):
        return None
    article = re.search(r"\b(?:[Aa]n?|[Tt]he)\s+\Z", reading.text[max(0, match.start() - 5) : match.start()])
    if subject is None or article is None or reading.document.family != "meeting-report":
        return None
    return draft(reading, passage, Span(*match.span()), "WorkingGroup", f"{' '.join(match['head'].split())} on {_ITEM.sub('', subject.title)}")


def is_named(reading: Reading, words: Span) -> bool:
    """Tell whether a name that is known begins in some words."""
    starts = (words.start + word.start() for word in re.finditer(r"\S+", reading.text[words.start : words.end]))
    return any(reading.at(start, start + LONGEST_NAME, NAMES, article=False) for start in starts)


def _is_numbered(words: str) -> bool:
    return words.lower().endswith(("group", "workstream", "cluster", "area", "roundtable", "round table"))
